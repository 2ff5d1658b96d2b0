"""Every occupation that somebody wrote about gives a template that can be posted once its blanks are filled."""

from decimal import Decimal

import msgspec
import pytest

from interviews.checks import questions_without_anchors
from interviews.coverage import compute_coverage
from interviews.plan import default_plan
from interviews.problems import list_problems
from occupations.codes import occupation_slug, read_occupation_slug
from occupations.facts import ElementRating
from packs.description.posting import add_kit, build_posting
from packs.description.starting import start_description
from packs.description.value import OfferedPay
from packs.occupations.kit import build_occupation_kit
from packs.occupations.licensed import LICENSED, LICENSED_OTHERWISE, find_license_source, is_licensed_by_schooling
from packs.occupations.musts import list_musts
from packs.occupations.tools import name_tool
from packs.occupations.usual import USUAL, list_telling
from packs.pages.interview_kit.page import list_requirements
from packs.review.check import review_posting
from packs.review.finding import FindingSeverity
from packs.review.measures import measure_posting
from roles.kit.blanks import distinct_blanks
from roles.kit.choices import Section
from roles.kit.errors import to_kit
from tests.factories import shipped_onet, shipped_texts
from tests.packs.occupations.profiles import shipped_profile

FILLED = {
    "company name": "Acme",
    "pay": "",
    "working hours": "9 to 5 on weekdays",
    "state": "Ohio",
    "date": "your start",
}
MOST_MUSTS, MOST_DUTIES = 7, 8
CODES = sorted(shipped_texts())
SAMPLES = [pytest.param(CODES[::5], id="some"), pytest.param(CODES, id="all", marks=pytest.mark.slow)]


def filled_description(kit):
    description = start_description(kit, 0)
    names = {blank.name for blank in distinct_blanks([line.text for line in description.lines])}
    return msgspec.structs.replace(
        description,
        company="Acme",
        experience_min=2,
        experience_max=5,
        pay=OfferedPay(low=Decimal(50_000), high=Decimal(70_000)),
        values={name: FILLED.get(name, "our team") for name in names},
    )


@pytest.mark.slow
@pytest.mark.parametrize("codes", SAMPLES)
def test_a_template_is_short_and_passes_our_own_review(codes):
    for code in codes:
        kit = build_occupation_kit(shipped_profile(code))
        description = filled_description(kit)
        posting = add_kit(build_posting(description), description, kit)
        assert 0 < len(kit.list_lines(Section.RESPONSIBILITIES)) <= MOST_DUTIES, code
        assert 0 < len(kit.list_lines(Section.REQUIRED)) <= MOST_MUSTS, code
        errors = [found for found in review_posting(posting) if found.severity is FindingSeverity.ERROR]
        assert [found.message for found in errors] == [], code
        assert 250 <= measure_posting(posting).words <= 600, code


@pytest.mark.parametrize("code", ["29-1141.00", "15-1299.08"])
def test_a_slug_leads_back_to_its_code(code):
    assert read_occupation_slug(occupation_slug(code)) == code.removesuffix(".00")


def test_a_roles_slug_is_no_occupations():
    assert read_occupation_slug("technical-product-manager") is None


def test_questions_are_on_the_work_itself_and_on_what_matters_for_the_job():
    names = [competency.name for competency in build_occupation_kit(shipped_profile("29-1141.00")).competencies]
    assert names[0] == "The work itself"
    assert {"Service", "Concern for others"} <= {*names}
    assert len(names) == 8


@pytest.mark.slow
@pytest.mark.parametrize("codes", SAMPLES)
def test_what_a_template_asks_for_is_tested_as_in_a_kit(codes):
    for code in codes:
        kit = build_occupation_kit(shipped_profile(code))
        assert to_kit(msgspec.to_builtins(kit)) == kit, code
        requirements = list_requirements(start_description(kit, 0), kit)
        plan = default_plan(kit)
        assert list_problems(plan, kit) == [], code
        tested = [row.requirement.text for row in compute_coverage(requirements, plan, kit).tested]
        assert len({*tested} & {*(line.text for line in kit.list_lines(Section.RESPONSIBILITIES))}) >= 2, code
        skilled = [row for row in requirements if row.skills]
        assert len([row for row in skilled if row.text in tested]) >= 3, code


def test_a_work_sample_quotes_its_duty():
    kit = build_occupation_kit(shipped_profile("29-1141.00"))
    samples = kit.competencies[0].questions
    duties = [line.text for line in kit.list_lines(Section.RESPONSIBILITIES)]
    assert [duty in sample.text for duty, sample in zip(duties, samples, strict=True)] == [True] * 8
    assert [*questions_without_anchors(kit)] == []


def test_office_work_alone_asks_for_office_software_as_a_must():
    def musts(code):
        return " ".join(line.text for line in list_musts(shipped_profile(code)))

    assert "office software, such as Microsoft Excel" in musts("13-2011.00")
    assert "office software" not in musts("35-1011.00")
    assert "Spark" not in musts("29-1141.00")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Structured query language SQL", "SQL"),
        ("Salesforce software", "Salesforce"),
        ("Accounting software", "accounting software"),
        ("Learning management system LMS", "a learning management system (LMS)"),
        ("Spring Boot", "Spring Boot"),
        ("Python", "Python"),
        ("Apple iOS", "Apple iOS"),
        ("Inventory control system software", "inventory control system software"),
        ("Very high speed integrated circuit VHSIC hardware description language VHDL simulation software", "VHDL"),
        ("Google Angular", "Angular"),
    ],
)
def test_a_tool_has_the_name_that_people_say(name, said):
    assert name_tool(name) == said


def test_what_sets_a_job_apart_comes_before_what_every_job_needs():
    usual = ElementRating("2.A.1.b", "Active Listening", importance=3.6)
    apart = ElementRating("2.B.3.l", "Repairing", importance=3.1)
    assert list_telling([usual, apart], 1) == [apart]


def test_the_usual_importance_is_the_mean_of_what_ships():
    found = {}
    for record in shipped_onet().occupations:
        for rating in (*record.facts.skills, *record.facts.work_styles):
            found.setdefault(rating.name, []).append(rating.importance)
    assert {name: round(sum(values) / len(values), 2) for name, values in found.items()} == USUAL


@pytest.mark.parametrize("code", sorted(LICENSED | LICENSED_OTHERWISE))
def test_each_license_rests_on_a_page_of_the_handbook(code):
    assert find_license_source(f"{code}xx").startswith("https://www.bls.gov/ooh/")
    assert find_license_source(f"{code}xx").endswith(".htm")


@pytest.mark.parametrize("code", sorted(code for code in shipped_texts() if is_licensed_by_schooling(code)))
def test_experience_does_not_stand_in_for_schooling_that_a_license_takes(code):
    required = [line.text for line in list_musts(shipped_profile(code))]
    assert "licensed" in required[0]
    assert [text for text in required if "equivalent" in text or "or a plan to earn it" in text] == []


def test_every_other_degree_has_another_way_in():
    others = [code for code in CODES if not is_licensed_by_schooling(code)]
    assert len(others) > 200
    required = [(code, line.text) for code in others for line in list_musts(shipped_profile(code))]
    assert [line for line in required if "degree" in line[1] and "equivalent experience" not in line[1]] == []


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("25-2021.00", "Elementary School Teacher"),
        ("37-2012.00", "Housekeeping Cleaner"),
        ("41-3091.00", "Sales Representative of Services"),
        ("47-2152.00", "Plumber"),
        ("53-3051.00", "School Bus Driver"),
        ("41-1011.00", "Retail Sales Supervisor"),
        ("33-1012.00", "Supervisor of Police and Detectives"),
        ("51-9198.00", "Production Helper"),
        ("49-9021.00", "Heating, Air Conditioning, and Refrigeration Mechanic and Installer"),
        ("47-2141.00", "Construction and Maintenance Painter"),
        ("25-1121.00", "Art, Drama, and Music Teacher"),
        ("35-3031.00", "Server"),
        ("13-2011.00", "Accountant"),
        ("11-1011.00", "Chief Executive"),
        ("43-5071.00", "Shipping, Receiving, and Inventory Clerk"),
    ],
)
def test_a_title_is_short_and_for_anybody(code, title):
    assert build_occupation_kit(shipped_profile(code)).title == title
