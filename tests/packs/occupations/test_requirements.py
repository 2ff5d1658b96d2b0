"""What the template of an occupation asks for reads as somebody who hires for it would write it."""

import pytest

from interviews.plan import default_plan
from interviews.shared.shipped import read_shipped_bank
from occupations.facts import ElementRating
from occupations.rules import rate_importance
from packs.occupations.kit import DUTIES_TO_WRITE, build_occupation_kit
from packs.occupations.licensed import LICENSED, LICENSED_OTHERWISE
from packs.occupations.musts import list_extras, list_musts, list_named_skills
from packs.occupations.naming import names_gender
from packs.occupations.tools import list_trade_tools
from packs.occupations.usual import list_telling
from roles.kit.choices import Section
from tests.factories import shipped_onet, shipped_texts
from tests.packs.occupations.profiles import shipped_profile

PROBATION_OFFICER, STATISTICIAN = "21-1092.00", "15-2041.00"
FAST_FOOD_COOK, CEMENT_MASON, REGISTERED_NURSE = "35-2011.00", "47-2051.00", "29-1141.00"
REAL_ESTATE_BROKER, MACHINE_FEEDER = "41-9021.00", "53-7063.00"  # without duties of ours
BARE = sorted(record.code for record in shipped_onet().occupations if record.code not in shipped_texts())


def word_musts(code):
    return " ".join(line.text for line in list_musts(shipped_profile(code)))


@pytest.mark.parametrize("code", [*sorted(shipped_texts())[::10], *BARE[::40]])
def test_what_is_of_high_importance_is_never_only_nice_to_have(code):
    profile = shipped_profile(code)
    high = {
        rating.name
        for rating in (*profile.facts.skills, *profile.facts.work_styles)
        if rate_importance(rating) == "high"
    }
    assert [skill for line in list_extras(profile) for skill in line.skills if skill in high] == []


def test_a_probation_officer_has_to_be_honest():
    assert "You’re honest" in word_musts(PROBATION_OFFICER)


@pytest.mark.parametrize("code", [REAL_ESTATE_BROKER, "47-2111.00", "53-3032.00", "39-5092.00"])
def test_licensed_work_names_the_license_that_people_can_work_toward(code):
    assert "The license that this work requires in [state], or a plan to earn it by [date]." in word_musts(code)


def test_no_work_is_licensed_in_two_ways():
    assert not [code for code in LICENSED_OTHERWISE if code.startswith((*LICENSED,))]


def test_a_license_that_few_ask_for_is_not_named():
    assert "license" not in word_musts("11-1011.00")


def test_the_trade_is_known_and_not_only_good_habits():
    assert "Working knowledge of construction." in word_musts(CEMENT_MASON)


def test_a_fast_food_cook_needs_no_knowledge_of_a_field():
    assert "knowledge" not in word_musts(FAST_FOOD_COOK)


@pytest.mark.parametrize("code", BARE[::40])
def test_an_occupation_without_duties_says_what_to_write(code):
    kit = build_occupation_kit(shipped_profile(code))
    assert [line.text for line in kit.list_lines(Section.RESPONSIBILITIES)] == [*DUTIES_TO_WRITE]
    samples = kit.competencies[0].questions
    assert [duty in sample.text for duty, sample in zip(DUTIES_TO_WRITE, samples, strict=True)] == [True] * 4


@pytest.mark.parametrize(("code", "interviews"), [(FAST_FOOD_COOK, 2), (MACHINE_FEEDER, 2), (REGISTERED_NURSE, 4)])
def test_work_that_takes_little_preparation_takes_few_interviews(code, interviews):
    assert len(default_plan(build_occupation_kit(shipped_profile(code))).stages) == interviews


def test_the_work_itself_tries_what_the_bank_has_no_questions_on():
    profile = shipped_profile(STATISTICIAN)
    asked_about = {element for competency in read_shipped_bank() for element in competency.elements}
    untold = {skill.name for skill in list_named_skills(profile.facts) if skill.element not in asked_about}
    assert {"Programming", "Mathematics"} <= untold
    assert {*build_occupation_kit(profile).competencies[0].skills} == untold


def test_products_are_named_before_kinds_of_tools():
    assert list_trade_tools(shipped_profile("43-3031.00").facts) == ["QuickBooks", "accounting software"]
    assert list_trade_tools(shipped_profile(STATISTICIAN).facts) == ["SAS", "Python", "R"]


def test_what_is_below_the_usual_counts_as_it_is():
    little = ElementRating("1.C.3.b", "Concern for Others", importance=3.69)
    usual = ElementRating("1.C.5.a", "Dependability", importance=4.07)
    assert list_telling([little, usual], 1) == [usual]


@pytest.mark.parametrize(
    ("title", "is_gendered"),
    [("Flagman", True), ("Hostess", True), ("Women's Studies Professor", False), ("Host", False)],
)
def test_a_title_for_one_gender_is_found_out(title, is_gendered):
    assert names_gender(title) is is_gendered
