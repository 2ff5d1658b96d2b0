"""Every occupation that somebody wrote about gives a template that can be posted once its blanks are filled."""

from decimal import Decimal

import msgspec
import pytest

from occupations.codes import MAJOR_GROUPS, occupation_slug, read_occupation_slug
from occupations.reading import OccupationFamily, OccupationProfile
from packs.description.posting import add_kit, build_posting
from packs.description.starting import start_description
from packs.description.value import OfferedPay
from packs.occupations.kit import build_occupation_kit
from packs.occupations.licensed import is_licensed_by_schooling
from packs.occupations.musts import list_musts
from packs.review.finding import FindingSeverity
from packs.review.measures import measure_posting
from packs.review.reviewing import review_posting
from roles.kit.blanks import distinct_blanks
from roles.kit.choices import Section
from tests.factories import shipped_onet, shipped_outlooks, shipped_texts

FILLED = {
    "company name": "Acme",
    "pay": "",
    "working hours": "9 to 5 on weekdays",
    "state": "Ohio",
    "date": "your start",
}
MOST_MUSTS, MOST_DUTIES = 7, 8


def shipped_profile(code: str) -> OccupationProfile:
    record = next(record for record in shipped_onet().occupations if record.code == code)
    text = shipped_texts()[code]
    outlook = next((outlook for outlook in shipped_outlooks() if outlook.soc == code[:7]), None)
    return OccupationProfile(
        code=code,
        soc=code[:7],
        slug="x",
        title=record.title,
        family=OccupationFamily(code[:2], MAJOR_GROUPS[code[:2]]),
        has_data=True,
        summary=text.summary,
        duties=tuple(text.duties),
        written_by="rolebook",
        facts=record.facts,
        titles=tuple(title.title for title in record.titles),
        outlook=outlook,
    )


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


@pytest.mark.parametrize("code", sorted(shipped_texts()))
def test_a_template_is_short_and_passes_our_own_review(code):
    kit = build_occupation_kit(shipped_profile(code))
    description = filled_description(kit)
    posting = add_kit(build_posting(description), description, kit)
    assert 0 < len(kit.list_lines(Section.RESPONSIBILITIES)) <= MOST_DUTIES
    assert 0 < len(kit.list_lines(Section.REQUIRED)) <= MOST_MUSTS
    assert [found.message for found in review_posting(posting) if found.severity is FindingSeverity.ERROR] == []
    assert 250 <= measure_posting(posting).words <= 600


@pytest.mark.parametrize("code", ["29-1141.00", "15-1299.08"])
def test_a_slug_leads_back_to_its_code(code):
    assert read_occupation_slug(occupation_slug(code)) == code.removesuffix(".00")


def test_a_roles_slug_is_no_occupations():
    assert read_occupation_slug("technical-product-manager") is None


def test_questions_are_those_of_what_matters_for_the_job():
    names = [competency.name for competency in build_occupation_kit(shipped_profile("29-1141.00")).competencies]
    assert "Integrity" in names
    assert len(names) == 8


@pytest.mark.parametrize("code", sorted(code for code in shipped_texts() if is_licensed_by_schooling(code)))
def test_experience_does_not_stand_in_for_schooling_that_a_license_takes(code):
    required = [line.text for line in list_musts(shipped_profile(code))]
    assert "licensed" in required[0]
    assert [text for text in required if "equivalent" in text or "or a plan to earn it" in text] == []


@pytest.mark.parametrize("code", sorted(code for code in shipped_texts() if not is_licensed_by_schooling(code)))
def test_every_other_degree_has_another_way_in(code):
    required = [line.text for line in list_musts(shipped_profile(code)) if "degree" in line.text]
    assert [text for text in required if "equivalent experience" not in text] == []


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("25-2021.00", "Elementary School Teacher"),
        ("37-2012.00", "Cleaner"),
        ("41-3091.00", "Sales Representatives of Services"),
    ],
)
def test_a_title_is_short_and_for_anybody(code, title):
    assert build_occupation_kit(shipped_profile(code)).title == title
