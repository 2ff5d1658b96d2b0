"""The pages on pay: every figure beside its source, filters, the planner, exports."""

import csv
import io
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.management import call_command

from compensation.models.summaries import PaySummary
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
ADDRESS = "/roles/technical-product-manager/salary/"
JOB = "/roles/technical-product-manager/job-description/"
PLAN = {"start": "computed:us-dol-lca-extract::US:USD", "rate": "3"}
AUSTIN = f"{ADDRESS}austin-round-rock-san-marcos-tx/"
PAGES = [ADDRESS, AUSTIN, f"{AUSTIN}?start={PLAN['start']}", "/salaries/", "/how-we-measure-pay/"]
NOTHING: dict[str, Any] = {"benchmarks": [], "occupations": [], "occupations_reason": None}
VOID = {"meta", "link", "input", "br", "img"}


class Figures(HTMLParser):
    """Collects amounts of money with the provenance that the elements around them name, and every id."""

    def __init__(self):
        super().__init__()
        self.open, self.found, self.ids, self.cards = [], [], set(), set()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids.add(given.get("id"))
        if tag == "article" and given.get("class") == "provenance":
            self.cards.add(given["id"])
        if tag not in VOID:
            self.open.append((tag, (given.get("data-provenance") or "").split()))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = {tag for tag, _ in self.open}
        if "$" in data and not inside & {"script", "title"}:
            self.found.append((data.strip(), [name for _, names in self.open for name in names]))


@pytest.fixture(scope="module", autouse=True)
def figures(module_db):
    call_command("load_figures", verbosity=0)
    return a_published_kit()


def read(client, address, **query):
    return client.get(address, query or None).content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_every_figure_names_a_provenance_that_is_on_the_page(client, address):
    sweep = Figures()
    sweep.feed(read(client, address))
    assert len(sweep.found) >= 1
    assert [text for text, names in sweep.found if not names] == []
    assert {name for _, names in sweep.found for name in names} <= sweep.ids
    assert sweep.cards


def test_the_sweep_notices_a_figure_without_provenance():
    sweep = Figures()
    sweep.feed("<p>It pays $100,000</p>")
    assert sweep.found == [("It pays $100,000", [])]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_two_queries_and_a_plan_one_for_the_law(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(3 if "start=" in address else 2):
        client.get(address)


@pytest.mark.slow
def test_more_roles_cost_no_more_queries(client, django_assert_num_queries):
    for number in range(5):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}")
    with django_assert_num_queries(2):
        assert client.get("/salaries/").content.count(b'class="role-row-title') == 6


@pytest.mark.parametrize("address", [ADDRESS, "/salaries/", "/how-we-measure-pay/"])
def test_a_page_is_kept_by_caches_and_sets_no_cookie(client, address):
    first = client.get(address)
    assert not first.cookies
    assert client.get(address, headers={"if-none-match": first.headers["ETag"]}).status_code == 304


def test_what_is_withheld_is_said(client):
    html = read(client, ADDRESS, level="Lead")
    assert "Not shown: fewer than 10 records or 5 employers" in html
    assert "lower end of the range" in html


def test_total_compensation_is_editorial_only(client):
    html = read(client, ADDRESS, kind="total")
    assert "There’s no figure from visa filings for these choices" in html
    assert "$160K–$220K" in html


@pytest.mark.slow
def test_a_role_without_figures_says_so(client):
    a_published_kit(slug="lamplighter", title="Lamplighter", total_low=None, total_high=None, **NOTHING)
    html = read(client, "/roles/lamplighter/salary/")
    assert "No figure from the wage survey is loaded for this role." in html
    assert "There’s no figure to start from." in html


def test_a_plan_leads_into_the_job_description(client):
    html = read(client, AUSTIN, **PLAN)
    assert "at 3.0% a year, the rate that you set" in html
    assert "median pay in Austin-Round Rock-San Marcos, TX divided by the national median" in html
    assert re.search(r"low=1\d\d000&amp;high=1\d\d000", html)
    assert "upper end is above the market: the middle half earns $100,330–$175,740" in html


def test_a_figure_is_not_aged_unasked(client):
    assert "a year, the rate that you set" not in read(client, ADDRESS, **{**PLAN, "rate": ""})


def test_a_regional_figure_is_not_moved(client):
    html = read(client, AUSTIN, start="computed:us-dol-lca-extract::US-CA:USD")
    assert "divided by the nation" not in html


def test_a_plan_takes_any_place_level_and_kind_and_goes_to_the_page_of_the_place(client):
    asked = {"place": "austin", "plan_level": "Senior", "plan_kind": "total", "rate": ""}
    answer = client.get(ADDRESS, asked)
    assert answer.headers["Location"] == f"{AUSTIN}?plan_level=Senior&plan_kind=total&rate=#planner"
    text = read(client, answer.headers["Location"].partition("#")[0])
    assert "The editorial range “Senior Technical PM.”" in text
    assert "Multiplied by 1.052: median pay in Austin" in text


@pytest.mark.slow
def test_the_default_of_the_planner_plans_in_any_place(client):
    for place in ("", "remote", "TX", "Denver"):
        answer = client.get(ADDRESS, {"place": place, "plan_level": "", "plan_kind": "base"}, follow=True)
        text = answer.content.decode()
        assert 'class="planned-steps' in text, place
        assert 'class="error-summary' not in text


def test_a_plan_shows_the_sources_side_by_side(client):
    text = read(client, AUSTIN, plan_level="Senior", plan_kind="base")
    table = text[text.index("Side by side: what each source says") :]
    assert re.search(r"wage survey of May 2025, base salary.*?\$100,330–\$175,740", table, re.DOTALL)
    assert re.search(r"Senior Technical PM, United States: editorial.*?\$200,000–\$280,000", table, re.DOTALL)
    assert re.search(r"19 records, base salary.*?\$104,218–\$164,902", table, re.DOTALL)


@pytest.mark.slow
def test_a_kind_of_pay_that_no_source_gives_is_said(client):
    a_published_kit(slug="lamplighter", title="Lamplighter", benchmarks=[], total_low=None, total_high=None)
    text = read(client, "/roles/lamplighter/salary/", plan_level="", plan_kind="total")
    assert "None of these sources has this kind of pay." in text


def test_a_whole_role_starts_from_its_own_total(client):
    text = read(client, ADDRESS, plan_level="", plan_kind="total")
    assert "The editorial range “Technical Product Manager.”" in text
    assert "Narrowed around its midpoint from $160,000–$280,000 to $40,000" in text


def test_a_plan_names_the_places_whose_law_asks_for_the_range(client):
    call_command("load_pay_law", verbosity=0)
    text = read(client, f"{ADDRESS}denver-aurora-centennial-co/", plan_level="", plan_kind="base")
    assert "By law, postings must state the range in: <span>Colorado.</span>" in text


def test_a_plan_carries_place_level_and_pay_into_the_job_description(client):
    text = read(client, AUSTIN, plan_level="Senior", plan_kind="base")
    address = unescape(re.search(r'href="([^"]+job-description/\?[^"]+)"', text)[1])
    assert "level=Senior" in address
    job = client.get(address).content.decode()
    assert 'value="Austin"' in job
    assert 'value="Texas"' in job
    assert '<option value="Senior" selected>' in job


def test_a_plan_from_the_survey_is_no_wider_than_readers_trust(client):
    html = read(client, AUSTIN, start="survey:0012420")
    assert "Narrowed around its midpoint from $100,000–$176,000 to $40,000" in html


def test_the_job_description_starts_with_the_level_and_pay_of_its_address(client):
    html = read(client, JOB, level="Senior", low="168000", high="190000", kind="base", currency="USD")
    assert 'value="168,000"' in html
    assert '<option value="Senior" selected>' in html


@pytest.mark.parametrize("query", [{"low": "9", "high": "1"}, {"low": "x", "high": "²"}, {"low": "1", "kind": "no"}])
def test_pay_that_is_not_right_is_passed_over(client, query):
    assert read(client, JOB, **query) == read(client, JOB)


@pytest.mark.parametrize("address", [ADDRESS, "/salaries/", "/how-we-measure-pay/"])
def test_every_exported_row_names_its_source(client, address):
    rows = [*csv.DictReader(io.StringIO(read(client, address, format="csv")))]
    assert rows
    assert all(row["publisher"] and row["period"] and row["method"] and row["retrieved_on"] for row in rows)
    assert len(client.get(address, {"format": "json"}).json()["figures"]) == len(rows)
    assert {"licence", "source"} <= rows[0].keys()


def test_a_spreadsheet_runs_no_filed_title(client):
    PaySummary.objects.filter(title="TECHNICAL PRODUCT MANAGER").update(title="=1+1")
    names = {row["name"] for row in csv.DictReader(io.StringIO(read(client, ADDRESS, format="csv")))}
    assert "'=1+1" in names
    assert "=1+1" not in names


def test_an_unknown_format_is_not_found(client):
    assert client.get(ADDRESS, {"format": "exe"}).status_code == 404


def test_the_sitemap_and_the_role_page_lead_to_the_salary_page(client):
    assert f"{ADDRESS}</loc>" in read(client, "/sitemap.xml")
    assert f'href="{ADDRESS}"' in read(client, "/roles/technical-product-manager/")


@pytest.mark.slow
def test_a_level_of_the_role_without_figures_of_its_own_narrows_nothing_and_is_marked(client):
    a_published_kit(slug="estimated", title="Estimated", benchmarks=[], related=[], comparisons=[])
    html = client.get("/roles/estimated/salary/", {"level": "Senior"}).content.decode()
    assert 'class="error-summary' not in html
    assert html.count('<tr aria-current="true">') == 1
