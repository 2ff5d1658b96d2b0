"""The page of an occupation says what is known of it, with its sources."""

import collections
import csv
import gzip
import json
import random
import re

import pytest
from django.core.management import call_command
from lxml import html

from config.pages.occupations.page import rate_elements
from occupations.codes import list_counted_codes
from occupations.models import Occupation
from occupations.shipped import load_shipped
from occupations.storing import store_release
from tests.compensation.helpers import public_file
from tests.factories import shipped_onet, shipped_outlooks, store_shipped_occupations
from tests.occupations.samples import a_record, a_release, some_text

pytestmark = pytest.mark.django_db
PROJECTED = {
    "employment": "employment_2024_thousands",
    "projected": "employment_2034_thousands",
    "change": "change_percent",
    "openings": "annual_openings_thousands",
}
PAID = {name: name for name in ("p10", "p25", "p50", "p75", "p90", "mean", "employment")}
NURSES = "/occupations/29-1141/registered-nurses/"


@pytest.fixture
def nurses():
    store_shipped_occupations()


def read_main(client, path=NURSES):
    return html.fromstring(client.get(path).content.decode()).get_element_by_id("main")


def test_a_page_has_a_section_for_everything_that_is_known(client, nurses):
    main = read_main(client)
    anchors = [link.get("href") for link in main.xpath(".//nav[@class='contents-wide']//a")]
    assert anchors == ["#duties", "#skills", "#tools", "#demand", "#way-in", "#titles", "#related", "#sources"]
    assert len(main.xpath(".//*[@id='duties']/ul/li")) == 8


def test_importance_is_in_the_words_of_kits_with_its_figure(client, nurses):
    rows = [row.text_content().split() for row in read_main(client).xpath(".//*[@id='skills']//tbody/tr")]
    assert ["Speaking", "High", "4.00"] in rows


def test_an_uncertain_rating_is_left_out():
    nurse = next(record for record in shipped_onet().occupations if record.code == "29-1141.00")
    uncertain = {rating.name for rating in nurse.facts.knowledge if rating.uncertain}
    assert uncertain
    assert not uncertain & {row.name for row in rate_elements(nurse.facts.knowledge, 99)}


def test_demand_is_in_words_with_its_figures_and_rule(client, nurses):
    outlook = next(outlook for outlook in shipped_outlooks() if outlook.soc == "29-1141")
    text = " ".join(read_main(client).get_element_by_id("demand").text_content().split())
    assert f"change by {outlook.change} percent, compared with 3.1 percent for all occupations" in text
    assert f"About {round(outlook.openings * 1000):,} openings a year" in text
    assert "How we rate demand: “high” means projected growth of at least 2 times the average" in text


def test_each_figure_leads_to_its_source(client, nurses):
    main = read_main(client)
    for section in ("skills", "tools", "demand", "way-in"):
        links = main.get_element_by_id(section).xpath(".//a[starts-with(@href, '#source-')]/@href")
        assert links, section
        assert all(main.xpath(f"//*[@id='{link[1:]}']") for link in links)
    assert "O*NET 29.0 Database (August 2024)" in main.get_element_by_id("source-onet").text_content()


def test_work_that_states_license_by_schooling_says_where_that_is_written(client, nurses):
    links = read_main(client).xpath(".//*[@id='way-in']//a/@href")
    assert "https://www.bls.gov/ooh/healthcare/registered-nurses.htm" in links


def test_a_search_that_shows_titles_of_onet_names_it(client, nurses):
    html = client.get("/search/?q=charge+nurse").content.decode()
    assert "O*NET 29.0 Database (August 2024)" in html
    assert "https://creativecommons.org/licenses/by/4.0/" in html


def test_an_occupation_that_nobody_wrote_about_says_so(client):
    store_release(a_release(), "one", is_shipped=True)
    assert "Nobody has written this occupation’s duties" in client.get("/occupations/51-3011/bakers/").content.decode()


def test_onets_own_sentences_stand_apart_with_their_license(client):
    store_release(a_release(a_record(text=some_text())), "one", is_shipped=False)
    fold = read_main(client, "/occupations/51-3011/bakers/").xpath(".//*[@id='duties']/details")[0].text_content()
    assert "Bake bread." in fold
    assert "CC BY 4.0, word for word" in fold


@pytest.mark.parametrize("path", ["/occupations/29-1141/", "/occupations/29-1141/nurses-of-old/"])
def test_another_title_leads_to_the_page(client, nurses, path):
    assert client.get(path).headers["Location"] == NURSES


@pytest.mark.parametrize("path", ["/occupations/29-9999/", "/occupations/29-1141.00/x/", "/occupations/29-9999.json"])
def test_what_is_no_occupation_is_not_found(client, nurses, path):
    assert client.get(path).status_code == 404


def test_a_page_is_asked_for_by_its_etag_and_sets_no_cookie(client, nurses):
    first = client.get(NURSES)
    assert not first.cookies
    assert client.get(NURSES, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_a_page_takes_two_queries_at_most(client, nurses, settings, django_assert_max_num_queries):
    settings.SECONDS_STALE = 60
    client.get("/occupations/29-1171/nurse-practitioners/")
    with django_assert_max_num_queries(2):  # the state of the library, and the occupation
        assert client.get(NURSES).status_code == 200


def test_a_page_is_an_occupation_to_machines(client, nurses):
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(NURSES).content.decode())
    data = next(found for found in map(json.loads, scripts) if found["@type"] == "Occupation")
    assert data["occupationalCategory"]["codeValue"] == "29-1141.00"
    assert data["educationRequirements"]["credentialCategory"] == "Bachelor's degree"
    assert "Speaking" in data["skills"]
    assert len(data["responsibilities"]) == 8


def test_an_editors_words_are_on_the_page_at_once(client, admin_client, nurses):
    row = Occupation.objects.get(code="29-1141.00")
    client.get(NURSES)
    admin_client.post(f"/admin/occupations/occupation/{row.pk}/change/", {"summary": "Nurses nurse.", "duties": ""})
    assert "Nurses nurse." in read_main(client).text_content()


@pytest.mark.slow
def test_every_occupation_has_its_page_and_its_data(client):
    load_shipped()
    rows = [*Occupation.objects.filter(has_data=True)]
    assert len(rows) == 923
    for row in rows:
        path = f"/occupations/{row.short_code}/"
        assert client.get(f"{path}{row.slug}/").status_code == 200, row.code
        assert client.get(f"{path[:-1]}.csv").status_code == 200, row.code


@pytest.mark.slow
def test_random_cells_are_those_of_the_release(client):
    """200 figures of the CSV files of ten occupations, both drawn at random each time."""
    drawn = random.sample([record for record in shipped_onet().occupations if record.facts.skills], 10)
    store_shipped_occupations(*(record.code for record in drawn))
    cells = [(record, row) for record in drawn for row in read_csv(client, record.code) if row["table"] != "projection"]
    assert len(cells) > 1000
    for record, row in random.sample(cells, 200):
        parts = getattr(record.facts, row["table"])
        key = "category" if row["measure"] == "percent" else "element"
        found = [getattr(part, row["measure"]) for part in parts if str(getattr(part, key)) == row["id"]]
        assert found == [float(row["value"])], (record.code, row)


@pytest.mark.slow
def test_random_cells_are_those_of_the_original_files(client):
    """200 figures of ten occupations: ratings, shares, projections and pay, each as its publisher has it."""
    call_command("load_figures", verbosity=0)
    drawn = random.sample([record.code for record in shipped_onet().occupations if record.facts.skills], 10)
    store_shipped_occupations(*drawn)
    cells = [(code, row) for code in drawn for row in read_csv(client, code)]
    chosen = random.sample([cell for cell in cells if cell[1]["table"] != "pay"], 150)
    chosen += random.sample([cell for cell in cells if cell[1]["table"] == "pay"], 50)
    originals = read_originals({code for code, _ in chosen})
    for code, row in chosen:
        place = (code, row["table"], row["id"], row["measure"].removesuffix("_at_least"))
        assert float(row["value"]) in originals[place], place


def read_originals(codes):
    """What the original files have: the figures by O*NET-SOC code, table, id and measure."""
    found = collections.defaultdict(set)
    scales = {"IM": "importance", "LV": "level"}
    tables = {"Skills": "skills", "Knowledge": "knowledge", "Work Styles": "work_styles"}
    shares = {"RL": "education", "RW": "experience", "PT": "site_training", "OJ": "job_training"}
    for name, table in tables.items():
        for row in read_table(f"onet29/{name}.txt.gz", "\t"):
            found[row["O*NET-SOC Code"], table, row["Element ID"], scales[row["Scale ID"]]].add(
                float(row["Data Value"])
            )
    for row in read_table("onet29/Education, Training, and Experience.txt.gz", "\t"):
        if row["Scale ID"] in shares:
            key = row["O*NET-SOC Code"], shares[row["Scale ID"]], row["Category"], "percent"
        else:
            key = row["O*NET-SOC Code"], "credentials", row["Element ID"], "importance"
        found[key].add(float(row["Data Value"]))
    add_counted(found, codes)
    return found


def add_counted(found, codes):
    """Add the figures that the Bureau of Labor Statistics has of the codes, or of the groups that it counts them in."""
    by_soc = collections.defaultdict(set)
    for code in codes:
        for soc in list_counted_codes(code[:7]):
            by_soc[soc].add(code)
    for row in read_table("projections/projections_2024_34.csv", ","):
        for code in by_soc.get(row["soc"], ()):
            for measure, column in PROJECTED.items():
                found[code, "projection", row["soc"], measure].add(float(row[column]))
    for row in read_table("oews2025/wages.csv.gz", ","):
        for code in by_soc.get(row["soc"], ()):
            for measure, column in PAID.items():
                if row[column].strip("-"):
                    found[code, "pay", row["area_code"], measure].add(float(row[column]))


def read_table(name, delimiter):
    path = public_file(name)
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter=delimiter)


def read_csv(client, code):
    text = client.get(f"/occupations/{code.removesuffix('.00')}.csv").content.decode("utf-8-sig")
    return [*csv.DictReader(text.splitlines())]
