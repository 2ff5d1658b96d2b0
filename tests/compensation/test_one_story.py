"""Every page tells the same of pay: no text denies what the site knows, and the figures are the survey's own."""

import re
import shutil
import zipfile
from datetime import date
from decimal import Decimal
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from lxml import html

from compensation.models.pay_law import PayLawRule
from packs.description.value import JobDescription
from packs.occupations.pay import start_pay
from packs.pages.interview_kit.files import write_interview_file
from packs.pages.interview_kit.job import job_of_role
from roles.kit.choices import Section
from roles.kit.files import read_kit
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.publishing.library_files import STARTER_LIBRARY
from tests.packs.browsing import posted, untouched
from tests.sourced_figures import is_sourced, list_figures
from web.language import ENGLISH, folder_of

pytestmark = pytest.mark.django_db
DENIAL = re.compile(
    r"(no|without a|not a|nor a) (sourced )?(pay )?figure (yet|so far|for this role|stands)"
    r"|(no|any) (pay )?source (we hold|in this library|covers|for pay|that we can cite)"
    r"|(quotes|shows|prints?|holds|carries|quote|hold) no (pay|figure|number)"
    r"|pay is (left (out|blank)|missing|not (given|stated))|no pay (is stated|data stands)"
    r"|prints? none|no sourced|we do not print|leaves the figure open"
    r"|(no hay|sin|ninguna) (cifra|fuente)s? (de pago|de salario|para este puesto|todavía)",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\$[0-9][0-9,.]*[0-9]|[0-9]+K\b")
PM = "product-manager"
SOME_ROLES = (
    PM,
    "technical-product-manager",
    "software-engineer",
    "product-designer",
    "engineering-manager",
    "chief-product-officer",
)
# (page, what stands on it), read from BLS's own file of May 2025 and worked out by hand.
FIGURES = [
    ("/roles/software-engineer/salary/", ["$105,210", "$135,980", "$171,980"]),
    ("/roles/software-engineer/salary/denver-aurora-centennial-co/", ["$123,640", "$137,610", "$171,350", "$138,390"]),
    ("/roles/software-engineer/salary/austin-round-rock-san-marcos-tx/", ["$104,000", "$134,120", "$168,730"]),
    ("/roles/product-designer/salary/austin-round-rock-san-marcos-tx/", ["$85,290", "$119,950", "$166,580"]),
    ("/roles/engineering-manager/salary/denver-aurora-centennial-co/", ["$167,420", "$203,340", "$230,420"]),
    ("/roles/engineering-manager/salary/texas/", ["$136,870", "$171,530", "$213,550"]),
    ("/roles/chief-product-officer/salary/", ["$129,540", "$213,990", "$356,200"]),
    # 53% of 15-1299, 23% of 11-3021, 8% each of 11-2021, 15-1252 and 15-2031.
    ("/roles/product-manager/salary/", ["$97,550", "$133,410", "$175,390"]),
    ("/roles/product-manager/salary/denver-aurora-centennial-co/", ["$125,610", "$167,680", "$182,200"]),
    ("/roles/product-manager/salary/austin-round-rock-san-marcos-tx/", ["$100,330", "$140,310", "$175,740"]),
    ("/roles/", ["$97,550–$175,390", "$105,210–$171,980", "$160,000–$280,000"]),
    ("/", ["$97,550–$175,390", "$129,540–$356,200"]),
    ("/roles/product-manager/faq/product-manager-pay/", ["$97,550", "$133,410", "$175,390", "$159,087"]),
    ("/compare/product-manager/software-engineer/", ["$97,550–$175,390", "$105,210–$171,980"]),
]


@pytest.fixture(scope="module")
def library(module_db, tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """The kits that the tests name, one of them in Spanish too, with their figures."""
    folder = tmp_path_factory.mktemp("library")
    for slug in SOME_ROLES:
        shutil.copy(STARTER_LIBRARY / f"{slug}.yaml", folder)
    shutil.copytree(STARTER_LIBRARY / "es", folder / "es")
    return load_editions(folder)


@pytest.fixture(scope="module")
def whole_library(module_db) -> list[Edition]:
    """The whole starter library with its figures."""
    return load_editions(STARTER_LIBRARY)


def load_editions(folder: Path) -> list[Edition]:
    call_command("load_library", folder, verbosity=0)
    call_command("load_figures", verbosity=0)
    return [*Edition.objects.live().order_by("slug")]


def read_words(response: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def read_text(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200, address
    return read_words(response)


def list_addresses(editions: list[Edition]) -> list[str]:
    """Every page and file of the roles, and the pages that show several."""
    own = ["/", "/salary/", "/faq/", "/job-description/", "/interview-kit/", "/interview-questions/"]
    own += [".json", ".yaml", "/salary/?format=csv", "/salary/?format=json"]
    roles = [(f"{folder_of(edition.language)}/roles/{edition.slug}", edition.kit) for edition in editions]
    shown = {*Edition.objects.live().values_list("slug", flat=True)}
    pages = [f"{role}{part}" for role, _ in roles for part in own]
    answers = [f"{role}/faq/{faq.slug}/" for role, kit in roles for faq in kit.faqs]
    pairs = {
        (folder_of(edition.language), *sorted((edition.slug, pair.other)))
        for edition in editions
        for pair in edition.kit.comparisons
        if pair.other in shown
    }
    compared = [f"{folder}/compare/{first}/{second}/" for folder, first, second in sorted(pairs)]
    return ["/", "/roles/", "/salaries/", "/faq/", "/levels/", "/api/roles/", *pages, *answers, *compared]


def find_denials(addresses: list[str]) -> dict[str, str]:
    return {address: found[0] for address in addresses if (found := DENIAL.search(read_text(address)))}


@pytest.mark.slow
def test_no_page_and_no_file_denies_pay_that_the_site_holds(library) -> None:
    addresses = list_addresses(library[::3])
    assert len(addresses) > 50
    assert find_denials(addresses) == {}


@pytest.mark.slow
def test_of_all_roles_none_denies_pay_or_shows_a_figure_without_its_source(whole_library) -> None:
    addresses = list_addresses(whole_library)
    assert len(addresses) > 700
    assert find_denials(addresses) == {}
    shown, unsourced = 0, []
    for address in addresses:
        response = Client().get(address)
        if "/interview-" in address or not response["Content-Type"].startswith("text/html"):
            continue  # the made-up figures of an exercise, and files, whose rows name their source
        for element in list_figures(html.fromstring(response.content.decode())):
            shown += 1
            unsourced += [] if is_sourced(element) else [(address, element.text_content().strip()[:120])]
    assert unsourced == []
    assert shown > 2_000


def test_the_search_for_denials_finds_one() -> None:
    assert DENIAL.search("This kit has no sourced pay figure for the role so far, so we print none.")


def texts_on_pay(kit: Kit) -> list[str]:
    answers = [faq.answer for faq in kit.faqs if faq.topic == "Pay"]
    lines = [line.text for line in kit.list_lines(Section.COMPENSATION)]
    return [*answers, *lines, kit.credit or "", kit.benchmarks_note or ""]


@pytest.mark.slow
def test_no_text_of_the_library_states_pay_of_its_own() -> None:
    kits = [read_kit(path) for path in sorted(STARTER_LIBRARY.glob("*.yaml"))]
    assert len(kits) >= 24
    stated = {(kit.slug, amount) for kit in kits for text in texts_on_pay(kit) for amount in AMOUNT.findall(text)}
    assert stated == {("technical-product-manager", "$300,000")}  # quoted, with the name of whoever says so


@pytest.mark.slow
def test_the_tag_of_total_pay_is_filled_wherever_a_template_is_read(library) -> None:
    for address in ("/roles/technical-product-manager/", "/roles/technical-product-manager/job-description/"):
        assert "total pay }}" not in Client().get(address).content.decode()
    assert "$160,000–$280,000 a year: base salary, equity and bonus" in read_text("/roles/technical-product-manager/")


@pytest.mark.parametrize("typed", ["remote", "Remote (US)", "remote-US", "USA", "us"])
def test_remote_work_is_paid_as_in_the_country(library, typed: str) -> None:
    answer = Client().get("/roles/product-manager/salary/", {"place": typed})
    assert answer.headers["Location"] == "/roles/product-manager/salary/"
    assert "in the United States earn between $97,550 and $175,390" in read_text(answer.headers["Location"])


def test_remote_work_in_a_state_is_paid_as_there(library) -> None:
    answer = Client().get("/roles/product-manager/salary/", {"place": "Remote in Texas"})
    assert answer.headers["Location"] == "/roles/product-manager/salary/texas/"


@pytest.mark.parametrize("loaded", ["library", pytest.param("whole_library", marks=pytest.mark.slow)])
def test_every_role_has_a_headline_figure_with_its_source(request: pytest.FixtureRequest, loaded: str) -> None:
    editions = request.getfixturevalue(loaded)
    shown = read_text("/roles/")
    for edition in editions:
        headline = edition.pay.measured
        assert headline is not None, edition.slug
        month = "May 2025" if edition.language == ENGLISH else "mayo de 2025"
        assert (headline.publisher, headline.period) == ("U.S. Bureau of Labor Statistics", month)
        assert headline.range in shown


@pytest.mark.parametrize(("address", "amounts"), FIGURES)
def test_pages_show_what_the_files_say(library, address: str, amounts: list[str]) -> None:
    text = read_text(address)
    assert [amount for amount in amounts if amount not in text] == []


def test_an_answer_on_pay_is_made_of_figures_in_pages_and_for_machines(library) -> None:
    page = Client().get("/roles/product-manager/").content.decode()
    assert "{{ pay }}" not in page
    assert page.count("$133,410") >= 2  # in the answer, and in its structured data


def test_the_technical_pms_salary_range_is_called_what_its_source_calls_it(library) -> None:
    text = read_text("/roles/technical-product-manager/")
    assert "Salary range $150,000–$240,000" in text
    assert "Base salary $150,000" not in text


def test_a_place_that_is_typed_leads_to_its_page(library) -> None:
    answer = Client().get("/roles/product-manager/salary/", {"place": " denver "})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/roles/product-manager/salary/denver-aurora-centennial-co/"


def test_a_place_that_nobody_knows_is_said(library) -> None:
    answer = Client().get("/roles/product-manager/salary/", {"place": "<Nowhere>"})
    assert "The survey doesn’t cover that place" in answer.content.decode()
    assert b"<Nowhere>" not in answer.content


def test_a_place_that_is_not_there_is_not_found(library) -> None:
    assert Client().get("/roles/product-manager/salary/atlantis/").status_code == 404


def test_a_page_of_a_place_costs_two_queries(library, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        Client().get("/roles/product-designer/salary/colorado/")


def test_places_stand_side_by_side_with_the_figures_of_their_pages(library) -> None:
    text = read_text("/roles/product-manager/salary/places/?kind=metros")
    assert "Austin-Round Rock-San Marcos, TX $100,330 $140,310 $175,740" in text
    assert text.index("Denver-Aurora") < text.index("Austin-Round")  # by the middle, highest first


def test_places_sort_by_any_column(library) -> None:
    text = read_text("/roles/software-engineer/salary/places/?sort=place")
    assert text.index("Colorado $122,470 $138,390") < text.index("Texas $")


def write_job(slug: str, **changes: str) -> str:
    """The workbench of a role after its form was sent with some fields changed, as text."""
    kit = Edition.objects.live().get(slug=slug).kit
    data = posted(untouched(kit), **{"place-0-country": "United States", **changes})
    return read_words(Client().post(f"/roles/{slug}/job-description/", data))


@pytest.mark.slow
def test_the_workbench_says_what_the_pay_page_says_and_offers_its_range(library) -> None:
    denver = {"place-0-city": "Denver", "place-0-region": "Colorado", "level": "Senior"}
    text = write_job("product-manager", **denver)
    assert "in the Denver-Aurora-Centennial, CO area earn between $125,610 and $182,200" in text
    assert "No single occupation in the survey matches this role" in text
    assert re.search(r"\$[0-9]{3},000–\$[0-9]{3},000 Denver-Aurora-Centennial, CO: wage survey of May 2025", text)
    text = write_job("software-engineer", **denver, do="pay:low=124000&high=164000&kind=base&currency=USD")
    assert "$124,000–$164,000 a year" in text
    assert "The range is in the pay fields." in text


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"place-0-city": "Leadville", "place-0-region": "CO"}, "in Colorado earn between $122,470"),
        ({"place-0-city": "", "place-0-region": "texas"}, "in Texas earn between"),
        ({"workplace": "remote"}, "in the United States earn between $105,210 and $171,980"),
        ({"place-0-city": "Round Rock", "place-0-region": "TX"}, "Austin-Round Rock-San Marcos, TX area earn"),
    ],
)
def test_a_job_has_the_pay_of_the_nearest_place_that_is_measured(library, place: dict[str, str], said: str) -> None:
    assert said in write_job("software-engineer", **place)


def limit_width(width: int) -> None:
    """Add a rule that an editor made for the whole country."""
    PayLawRule.objects.create(
        slug="us-width",
        jurisdiction="United States",
        level="country",
        country="US",
        remote="yes",
        requires=["range"],
        effective_from=date(2026, 1, 1),
        max_width=width,
        source="An editor",
        checked_on=date(2026, 1, 1),
    )


@pytest.mark.parametrize("place", [{"place-0-city": "Denver", "place-0-region": "Colorado"}, {"workplace": "remote"}])
def test_a_range_is_offered_no_wider_than_the_rules_of_the_place_allow(library, place: dict[str, str]) -> None:
    limit_width(20_000)
    text = write_job("software-engineer", **place)
    assert "to $20,000, the most that the law there allows" in text


def test_the_job_of_an_occupation_starts_with_a_range_that_the_rules_allow(library) -> None:
    limit_width(20_000)
    start = start_pay(JobDescription(slug="any", edition=1), "15-1252", "Denver")
    assert isinstance(start.description.pay.high, Decimal)
    assert isinstance(start.description.pay.low, Decimal)
    assert start.description.pay.high - start.description.pay.low == 20_000
    assert "the most that the law there allows" in start.note


@pytest.mark.parametrize("place", [{"place-0-country": "Germany"}, {"place-0-country": ""}])
def test_pay_of_the_united_states_is_offered_for_no_other_country(library, place: dict[str, str]) -> None:
    assert "Pay for this job in this location" not in write_job("software-engineer", **place)


def test_an_editors_range_is_offered_with_its_source_and_moved_to_the_place(library) -> None:
    text = write_job("technical-product-manager", **{"place-0-city": "Denver", "place-0-region": "CO"})
    assert "editorial, total compensation, adjusted for the Denver-Aurora-Centennial, CO area Best PM Jobs" in text
    assert "Multiplied by 1.257: median pay in Denver-Aurora-Centennial, CO divided by the national median." in text
    assert "The estimate is higher than the survey’s figure because" in text


@pytest.mark.slow
def test_a_hiring_pack_says_what_the_role_pays_with_its_source(library) -> None:
    job = job_of_role(Edition.objects.live().get(slug="software-engineer"))
    answer = write_interview_file(job, job.plan, {"pack": "zip"}, None, None)
    assert answer is not None
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        [name] = [name for name in archive.namelist() if name.startswith("Word/02")]
        with zipfile.ZipFile(BytesIO(archive.read(name))) as word:
            text = re.sub(r"<[^>]+>", "", word.read("word/document.xml").decode())
    assert "in the United States earn between $105,210 and $171,980" in text
    assert "U.S. Bureau of Labor Statistics, May 2025" in text
    assert DENIAL.search(text) is None
