"""Every kit of the starter library is whole, honest, lawful to use and written for its own role."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from occupations.extract import PROJECTIONS_FILE, read_extract
from occupations.facts import Outlook
from packs.description.actions import find_in_description
from packs.description.starting import start_description
from packs.review.finding import FindingSeverity
from roles.kit.choices import Demand
from roles.kit.files import parse_kit, read_kit, write_kit
from roles.kit.value import Kit
from roles.publishing.checks import KitSeverity, check_kit
from tests.roles.publishing.library_checks import (
    CORE_ROLES,
    ROLES,
    alike,
    disputed,
    incomplete,
    is_canonical,
    misfiled,
    misjudged_demand,
    repeated,
    reworded,
    unlawful,
    unsourced,
)

LIBRARY = Path(__file__).parents[3] / "roles/library"
FILES = sorted(LIBRARY.glob("*.yaml"))
GOOD_FILE = LIBRARY / "technical-product-manager.yaml"

CORE_FILES = [path for path in FILES if path.stem in CORE_ROLES]

read = cache(read_kit)


@cache
def outlooks() -> list[Outlook]:
    return msgspec.json.decode(read_extract(PROJECTIONS_FILE), type=list[Outlook])


def kits() -> list[Kit]:
    return [read(path) for path in FILES]


@pytest.fixture(scope="module", params=FILES, ids=[path.stem for path in FILES])
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(scope="module")
def kit(path: Path) -> Kit:
    return read(path)


@pytest.fixture(scope="module")
def good() -> Kit:
    """A sound kit to break."""
    return read(GOOD_FILE)


def changed(kit: Kit, **changes: Any) -> Kit:
    return msgspec.structs.replace(kit, **changes)


def with_first_question(kit: Kit, **changes: Any) -> Kit:
    first, *competencies = kit.competencies
    question, *questions = first.questions
    question = msgspec.structs.replace(question, **changes)
    return changed(kit, competencies=[msgspec.structs.replace(first, questions=[question, *questions]), *competencies])


def with_first_faq(kit: Kit, **changes: Any) -> Kit:
    first, *faqs = kit.faqs
    return changed(kit, faqs=[msgspec.structs.replace(first, **changes), *faqs])


def test_there_are_kits_to_check() -> None:
    assert {path.stem for path in FILES} == set(ROLES)


def test_each_file_is_named_after_its_role(path: Path, kit: Kit) -> None:
    assert path.name == f"{kit.slug}.yaml"


def test_each_file_is_in_canonical_form(path: Path) -> None:
    assert is_canonical(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("before", "after"), [("slug: ", "slug:  "), ("minutes: 12", "minutes: 10"), ("\n", "\n\n")])
def test_a_file_in_another_form_is_found(before: str, after: str) -> None:
    assert not is_canonical(GOOD_FILE.read_text(encoding="utf-8").replace(before, after, 1))


def test_each_kit_is_complete(kit: Kit) -> None:
    assert incomplete(kit) == []


@pytest.mark.parametrize(
    ("field", "kept", "fault"),
    [
        ("job_description", -1, "compensation: 0, expected 1-1"),
        ("responsibilities", 7, "responsibilities: 7, expected 8-8"),
        ("levels", 0, "levels: 0, expected 2-4"),
        ("competencies", 3, "competencies: 3, expected 4-4"),
        ("faqs", 7, "faqs: 7, expected 8-8"),
        ("day", 5, "day: 5, expected 6-8"),
        ("outcomes", 6, "day_90: 0, expected 2-3"),
        ("how_to_become", 4, "how_to_become: 4, expected 5-7"),
        ("related", 3, "related: 3, expected 4-7"),
        ("comparisons", 0, "comparisons: 0, expected 1-3"),
    ],
)
def test_a_kit_that_lacks_a_part_is_found(good: Kit, field: str, kept: int, fault: str) -> None:
    assert incomplete(changed(good, **{field: getattr(good, field)[:kept]})) == [fault]


@pytest.mark.parametrize("field", ["responsibilities_intro", "skills_note", "career_path", "experience_min"])
def test_a_kit_that_lacks_a_text_or_figure_is_found(good: Kit, field: str) -> None:
    assert incomplete(changed(good, **{field: None})) == [field]


@pytest.mark.parametrize("field", ["probes", "anchor_1", "anchor_3", "anchor_5", "red_flags"])
def test_a_question_that_lacks_a_part_is_found(good: Kit, field: str) -> None:
    (fault,) = incomplete(with_first_question(good, **{field: []}))
    assert fault.startswith(f"design-an-api: {field}: 0")


def test_a_competency_short_of_questions_is_found(good: Kit) -> None:
    faults = incomplete(with_first_question(good, alternate=True))
    assert faults == ["technical-case-study: main: 2, expected 3-4"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [({"faqs": 3}, "faqs: 3, expected 4-6"), ({"competencies": 3}, "competencies: 3, expected 4-4")],
)
def test_a_core_kit_that_lacks_a_part_is_found(changes: dict[str, int], fault: str) -> None:
    kit = read(LIBRARY / "recruiter.yaml")
    kept = {field: getattr(kit, field)[:count] for field, count in changes.items()}
    assert fault in incomplete(changed(kit, **kept))


def test_a_core_kit_with_another_kits_number_of_questions_is_found(good: Kit) -> None:
    faults = incomplete(changed(good, slug="recruiter"))
    assert "questions: 24, expected 8-10" in faults
    assert "technical-case-study: main: 3, expected 2-2" in faults


def test_a_short_answer_and_an_unknown_topic_are_found(good: Kit) -> None:
    short, unknown = incomplete(with_first_faq(good, answer="It depends.", topic="Gossip"))
    assert short.endswith("words: 2, expected 60-140")
    assert "topic: Gossip" in unknown


def test_each_kit_stands_in_its_place_among_the_roles(kit: Kit) -> None:
    assert misfiled(kit) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"slug": "plumber"}, "plumber: no role of the library"),
        ({"related": ["plumber"]}, "plumber: no role of the library"),
        ({"related": ["technical-product-manager"]}, "technical-product-manager: the kit itself"),
        ({"related": []}, "product-manager: compared but not related"),
        ({"family": "Trades"}, "Trades: expected the family Product management"),
    ],
)
def test_a_kit_out_of_place_is_found(good: Kit, changes: dict[str, Any], fault: str) -> None:
    assert fault in misfiled(changed(good, **changes))


def test_no_kit_gives_pay_or_demand_without_a_source(kit: Kit) -> None:
    assert unsourced(kit) == []


def test_pay_without_its_source_is_found(good: Kit) -> None:
    hearsay = [msgspec.structs.replace(source, slug="hearsay") for source in good.sources]
    assert {"150000", "high", "$300,000."} <= set(unsourced(changed(good, sources=hearsay)))


@pytest.mark.parametrize("path", CORE_FILES, ids=lambda path: path.stem)
def test_each_core_kit_gives_the_demand_that_the_projections_bear_out(path: Path) -> None:
    assert misjudged_demand(read(path), outlooks()) == []


def test_demand_that_the_projections_do_not_bear_out_is_found() -> None:
    kit = changed(read(LIBRARY / "executive-assistant.yaml"), demand=Demand.HIGH)
    assert misjudged_demand(kit, outlooks()) == ["high: the projections say low (-1.6)"]


def test_no_kit_asks_what_an_interviewer_may_not_ask(kit: Kit) -> None:
    assert unlawful(kit) == []


@pytest.mark.parametrize(
    "question",
    [
        "Are you a citizen of this country?",
        "Do you have children?",
        "How old are you?",
        "What was the year of your graduation?",
        "Have you ever been arrested?",
        "Does your disability affect your work?",
        "What is your current salary?",
    ],
)
def test_a_question_that_may_not_be_asked_is_found(good: Kit, question: str) -> None:
    assert unlawful(with_first_question(good, text=question)) == [question]
    assert unlawful(with_first_question(good, probes=[question])) == [question]


@pytest.mark.slow
def test_no_question_answer_or_responsibility_is_another_kits_with_words_swapped() -> None:
    assert reworded(kits()) == []


def test_a_question_with_the_title_swapped_is_found(good: Kit) -> None:
    competency = good.competencies[0]
    question = competency.questions[0]
    asked = msgspec.structs.replace(question, text="Tell us how a Product Owner would say no to a customer's wish.")
    swapped = msgspec.structs.replace(asked, text=asked.text.replace("Product Owner", "Growth Product Manager"))
    one, other = (
        changed(good, faqs=[], responsibilities=[], competencies=[msgspec.structs.replace(competency, questions=[it])])
        for it in (asked, swapped)
    )
    assert reworded([one, other]) == [(asked.text, swapped.text)]


@pytest.mark.slow
def test_no_two_kits_are_alike() -> None:
    assert alike(kits()) == []


def test_a_kit_with_its_title_swapped_is_found(good: Kit) -> None:
    text = write_kit(good).replace("Technical Product Manager", "Plumber").replace("Technical PM", "Plumber")
    swapped = changed(parse_kit(text.encode(), name="plumber.yaml"), slug="plumber")
    (pair,) = alike([good, swapped])
    assert pair.startswith("technical-product-manager and plumber: 9")


def test_no_line_question_or_answer_stands_twice() -> None:
    assert repeated(kits()) == []


def test_a_line_a_question_or_an_answer_that_stands_twice_is_found(good: Kit) -> None:
    (_, question), *_ = good.list_questions()
    other = read(LIBRARY / "product-manager.yaml")
    other = changed(other, how_to_become=good.how_to_become[:1])
    other = with_first_question(other, text=question.text, probes=question.probes[:1])
    other = with_first_faq(other, answer=good.faqs[0].answer.upper())
    copied = [good.how_to_become[0], question.text, question.probes[0], good.faqs[0].answer]
    assert sorted(repeated([good, other])) == sorted(line.casefold() for line in copied)


def test_authors_and_sources_read_the_same_wherever_they_appear() -> None:
    assert disputed(kits()) == []


def test_an_author_and_a_source_told_in_two_ways_are_found(good: Kit) -> None:
    author = msgspec.structs.replace(good.author, bio="Someone else altogether.")
    sources = [msgspec.structs.replace(source, caveat=None) for source in good.sources]
    assert disputed([good, changed(good, author=author, sources=sources)]) == [good.author.slug, good.sources[0].slug]


@pytest.mark.django_db
def test_no_kit_has_an_error_before_publishing(kit: Kit) -> None:
    assert [finding for finding in check_kit(kit) if finding.severity is KitSeverity.ERROR] == []


def test_each_template_passes_its_own_review(kit: Kit) -> None:
    found = find_in_description(start_description(kit, 1), kit)
    assert {finding.check for finding in found if finding.severity is FindingSeverity.ERROR} <= {"blank"}
    assert not [finding for finding in found if finding.check in ("reading-grade", "cliche", "vague")]
