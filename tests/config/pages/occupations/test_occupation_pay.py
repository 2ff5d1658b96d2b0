"""What an occupation pays stands on its page, in its files and in its job description, always with the source."""

import csv
import json
import random
import re

import pytest
from django.core.management import call_command
from lxml import html

from compensation.models.survey import SurveyFigure
from config.pages.occupations.pay import list_national_pay
from tests.factories import store_shipped_occupations

pytestmark = pytest.mark.django_db
NURSES = "/occupations/29-1141/registered-nurses/"
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


@pytest.fixture(scope="module")
def paid(module_db):
    call_command("load_figures", verbosity=0)
    store_shipped_occupations("29-1141.00", "31-1121.00", "29-1212.00", "27-2042.00", "55-3016.00")


def read_main(client, path=NURSES):
    return html.fromstring(client.get(path).content.decode()).get_element_by_id("main")


def read_text(element):
    return " ".join(element.text_content().split())


def nation(soc):
    return SurveyFigure.objects.get(occupation=soc, area="0000000", survey=2025)


def test_the_middle_stands_with_the_headline_figures_and_leads_to_its_source(client, paid):
    main = read_main(client)
    assert f"${nation('29-1141').p50:,}" in read_text(main.find_class("figures")[0])
    assert "Pay: U.S. Bureau of Labor Statistics, May 2025" in read_text(main.find_class("figures-note")[0])
    assert main.xpath("//*[@id='source-us-bls-oews']")


def test_the_list_of_all_has_the_middle_beside_each_name_and_its_source(client, paid):
    main = read_main(client, "/occupations/")
    shown = {link.text: read_text(link.getparent()) for link in main.xpath(".//ul/li/a[contains(@href, '/29-')]")}
    assert shown["Registered Nurses"] == f"Registered Nurses ${nation('29-1141').p50:,}"
    assert shown["Cardiologists"] == f"Cardiologists ${nation('29-1212').p50:,}"
    assert "Source: U.S. Bureau of Labor Statistics, May 2025." in read_text(main)


def test_an_occupation_paid_by_the_hour_has_the_middle_of_an_hour(client, paid):
    SurveyFigure.objects.filter(occupation="27-2042", area="0000000").update(hourly_p50=42.5)
    musicians = list_national_pay(["27-2042"])["27-2042"]
    assert (musicians.median, musicians.hourly_p50) == ("", 42.5)
    page = read_main(client, "/occupations/27-2042/musicians-and-singers/")
    assert "Hourly pay, median $42.50" in read_text(page.find_class("figures")[0])


def test_pay_is_drawn_for_the_nation_its_states_and_metropolitan_areas(client, paid):
    rows = read_main(client).xpath(".//*[@id='pay']//tbody/tr/th")
    names = [read_text(row) for row in rows]
    assert names[0] == "United States"
    assert {"Texas", "Colorado", "Denver-Aurora-Centennial, CO"} <= {*names}


def test_an_occupation_that_is_counted_with_others_says_so(client, paid):
    pay = read_main(client, "/occupations/31-1121/home-health-aides/").get_element_by_id("pay")
    assert "counts this occupation within “Home Health and Personal Care Aides”" in read_text(pay)


def test_a_percentile_that_is_only_a_floor_is_called_one(client, paid):
    assert "at least $" in read_text(read_main(client, "/occupations/29-1212/pay/"))
    floors = [row for row in read_csv(client, "29-1212") if row["measure"].endswith("_at_least")]
    assert {row["id"] for row in floors} == {"0800000", "0019740"}


def test_an_occupation_without_an_annual_wage_says_so(client, paid):
    pay = read_main(client, "/occupations/27-2042/musicians-and-singers/").get_element_by_id("pay")
    assert "paid by the hour" in read_text(pay)


def test_what_the_survey_leaves_out_has_no_pay(client, paid):
    assert client.get("/occupations/55-3016/infantry/").status_code == 200
    assert client.get("/occupations/55-3016/pay/").status_code == 404


def test_machines_read_the_salary_of_the_nation(client, paid):
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(NURSES).content.decode())
    data = next(found for found in map(json.loads, scripts) if found["@type"] == "Occupation")
    row = nation("29-1141")
    assert data["estimatedSalary"] == [
        {
            "@type": "MonetaryAmountDistribution",
            "name": "base, United States, May 2025, U.S. Bureau of Labor Statistics",
            "currency": "USD",
            "duration": "P1Y",
            "percentile10": row.p10,
            "percentile25": row.p25,
            "median": row.p50,
            "percentile75": row.p75,
            "percentile90": row.p90,
        }
    ]


def test_every_place_leads_to_a_job_description_with_its_pay(client, paid):
    main = read_main(client, "/occupations/29-1141/pay/")
    link = main.xpath(".//a[contains(@href, 'job-description/?place=denver')]/@href")[0]
    page = html.fromstring(client.get(link).content.decode())
    row = SurveyFigure.objects.get(occupation="29-1141", area="0019740", survey=2025)
    low = page.xpath("//input[@name='pay_low']/@value")[0]
    assert abs(int(low.replace(",", "")) - row.p25) <= 500
    assert page.xpath("//input[@value='Denver']")
    assert page.xpath("//input[@value='Colorado']")
    assert "Source: U.S. Bureau of Labor Statistics, May 2025" in read_text(page.get_element_by_id("main"))


@pytest.mark.parametrize(
    ("place", "says"),
    [("Atlantis", "doesn’t cover that place"), ("Austin", "What the middle half earns in Austin"), ("TX", "in Texas")],
)
def test_a_place_may_be_typed(client, paid, place, says):
    page = client.get("/occupations/29-1141/job-description/", {"place": place}).content.decode()
    assert says in page


def test_random_figures_of_pay_are_those_of_the_survey(client, paid):
    rows = [row for row in read_csv(client, "29-1141") if row["table"] == "pay"]
    assert len(rows) > 30
    for row in random.sample(rows, 20):
        figure = SurveyFigure.objects.get(occupation="29-1141", area=row["id"], survey=2025)
        assert float(row["value"]) == getattr(figure, row["measure"])
        assert "U.S. Bureau of Labor Statistics" in row["source"]


def test_the_json_names_the_survey_among_its_sources(client, paid):
    data = client.get("/occupations/29-1141.json").json()
    assert {name: data["pay"]["nation"][name] for name in PERCENTILES} == {
        name: getattr(nation("29-1141"), name) for name in PERCENTILES
    }
    assert any("Occupational Employment and Wage Statistics" in source["text"] for source in data["sources"])


def read_csv(client, code):
    return [*csv.DictReader(client.get(f"/occupations/{code}.csv").content.decode("utf-8-sig").splitlines())]


def test_a_place_has_a_page_that_answers_first_and_compares_it_with_the_state_and_the_nation(client, paid):
    main = read_main(client, "/occupations/29-1141/pay/denver-aurora-centennial-co/")
    row = SurveyFigure.objects.get(occupation="29-1141", area="0019740", survey=2025)
    lede = read_text(main.find_class("lede")[0])
    assert f"${row.p25:,} and ${row.p75:,}" in lede
    assert f"${row.p50:,} is the median (U.S. Bureau of Labor Statistics, May 2025)" in lede
    places = [read_text(cell) for cell in main.xpath(".//tbody/tr/th")]
    assert places == ["Denver-Aurora-Centennial, CO", "Colorado", "United States"]
    assert main.xpath(".//a[contains(@href, 'job-description/?place=denver-aurora-centennial-co')]")


def test_a_place_without_a_figure_says_so_and_gives_the_next_larger_one(client, paid):
    SurveyFigure.objects.filter(occupation="29-1141", area="0019740").delete()
    main = read_main(client, "/occupations/29-1141/pay/denver-aurora-centennial-co/")
    assert "The survey has no figure for Denver-Aurora-Centennial, CO." in read_text(main)
    assert "in Colorado earn" in read_text(main.find_class("lede")[0])


@pytest.mark.parametrize(
    ("path", "status"),
    [("29-1141/pay/atlantis/", 404), ("55-3016/pay/colorado/", 404), ("99-9999/pay/colorado/", 404)],
)
def test_a_place_or_an_occupation_that_the_survey_lacks_has_no_page(client, paid, path, status):
    assert client.get(f"/occupations/{path}").status_code == status


def test_a_place_that_is_typed_leads_to_its_page_and_an_unknown_one_is_told(client, paid):
    found = client.get("/occupations/29-1141/pay/", {"place": "denver"})
    assert found.headers["Location"] == "/occupations/29-1141/pay/denver-aurora-centennial-co/"
    main = read_main(client, "/occupations/29-1141/pay/?place=atlantis")
    assert "Try a larger city nearby" in read_text(main)
    assert main.get_element_by_id("pay-place").value == "atlantis"
