"""Every kit of the starter library, and every message of the site, reads as a US editor would print it."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from babel.messages import pofile

from interviews.shared.shipped import read_shipped_bank
from packs.occupations.work_samples import make_work_samples
from packs.review.check import review_posting
from packs.review.finding import FindingSeverity
from packs.review.from_kit import template_posting
from roles.kit.choices import QuestionKind, Section
from roles.kit.files import read_kit
from roles.kit.value import Kit
from roles.publishing.checks import colliding_blanks
from tests.english import find_banned
from tests.roles.publishing.library_checks import (
    given_away,
    list_prose,
    misnamed_kinds,
    poor_anchors,
    poor_openings,
    poor_template,
    shown_setups,
)

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "roles/library").glob("*.yaml"))
CATALOG = ROOT / "locale/es/LC_MESSAGES/django.po"
# A template's blanks stand for these until somebody fills them in; a range of a source is as wide as the source says.
EXPECTED = {"blank", "pay-missing", "pay-wide"}
MOST_NOTICES = 2

read = cache(read_kit)


@pytest.fixture(scope="module", params=FILES, ids=[path.stem for path in FILES])
def kit(request: pytest.FixtureRequest) -> Kit:
    return read(request.param)


@pytest.fixture(scope="module")
def good() -> Kit:
    """A sound kit to break."""
    return read(ROOT / "roles/library/technical-product-manager.yaml")


def with_pay(kit: Kit, text: str) -> Kit:
    """The kit with another text in its line on pay."""
    lines = [
        msgspec.structs.replace(line, text=text) if line.section is Section.COMPENSATION else line
        for line in kit.job_description
    ]
    return msgspec.structs.replace(kit, job_description=lines)


def with_first_line(kit: Kit, text: str) -> Kit:
    first, *lines = kit.job_description
    return msgspec.structs.replace(kit, job_description=[msgspec.structs.replace(first, text=text), *lines])


def with_first_question(kit: Kit, **changes: Any) -> Kit:
    first, *competencies = kit.competencies
    question, *questions = first.questions
    first = msgspec.structs.replace(first, questions=[msgspec.structs.replace(question, **changes), *questions])
    return msgspec.structs.replace(kit, competencies=[first, *competencies])


def with_first_answer(kit: Kit, answer: str) -> Kit:
    first, *faqs = kit.faqs
    return msgspec.structs.replace(kit, faqs=[msgspec.structs.replace(first, answer=answer), *faqs])


def count_findings(kit: Kit) -> dict[str, int]:
    """How many findings of each severity the review has on the template, without what every template has."""
    found = [finding for finding in review_posting(template_posting(kit)) if finding.check not in EXPECTED]
    return {str(severity): sum(one.severity is severity for one in found) for severity in FindingSeverity}


@pytest.mark.slow
def test_the_review_of_every_template_in_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    rows = []
    for path in FILES:
        kit = read(path)
        counts = count_findings(kit)
        lines = {section: len(kit.list_lines(section)) for section in Section}
        rows.append((kit.slug, counts, lines[Section.RESPONSIBILITIES], lines[Section.REQUIRED]))
    heading = f"\n{'template':<40} errors warnings notices duties must-haves\n"
    table = [
        f"{slug:<40} {counts['error']:>6} {counts['warning']:>8} {counts['notice']:>7} {duties:>6} {musts:>10}\n"
        for slug, counts, duties, musts in rows
    ]
    with capsys.disabled():
        sys.stdout.write("".join([heading, *table]))
    assert [slug for slug, counts, *_ in rows if counts["error"] or counts["notice"] > MOST_NOTICES] == []
    assert {duties for *_, duties, _ in rows} == {8}
    assert max(musts for *_, musts in rows) <= 7


def test_each_template_has_few_blanks_no_cap_on_experience_and_both_kinds_of_pay(kit: Kit) -> None:
    assert poor_template(kit) == []


@pytest.mark.parametrize(
    "text",
    [
        "Up to 2 years of paid work.",
        "[number] people through [number] Directors.",
        " ".join(map("[b{}]".format, range(10))),
    ],
)
def test_a_template_that_an_editor_would_send_back_is_found(good: Kit, text: str) -> None:
    assert len(poor_template(with_first_line(good, text))) == 1


def questions_as_lines(kit: Kit) -> Kit:
    """The kit with its questions in place of its template, so that their blanks can be checked as a template's are."""
    line = kit.job_description[0]
    lines = [msgspec.structs.replace(line, text=question.text) for _, question in kit.list_questions()]
    return msgspec.structs.replace(kit, job_description=lines)


def test_no_blank_of_the_questions_stands_for_two_things(kit: Kit) -> None:
    assert [*colliding_blanks(questions_as_lines(kit))] == []


def test_a_blank_that_two_questions_use_for_two_things_is_found(good: Kit) -> None:
    clashing = with_first_question(good, text="Who runs [number] servers?")
    assert len([*colliding_blanks(questions_as_lines(clashing))]) == 1


def test_a_line_on_pay_without_a_total_is_found(good: Kit) -> None:
    assert poor_template(with_pay(good, "Base salary of $100,000.")) == ["Base salary of $100,000."]


def test_the_result_of_a_calculation_is_in_the_anchors_alone(kit: Kit) -> None:
    assert given_away(kit) == []


def test_a_reason_that_gives_the_result_away_is_found(good: Kit) -> None:
    question = good.competencies[0].questions[0]
    told = with_first_question(good, why="It comes to 6.7.", anchor_3=["Works out that it comes to 6.7"])
    assert given_away(told) == [question.slug]


def test_what_an_interviewer_prepares_or_holds_back_is_in_the_setup(kit: Kit) -> None:
    assert shown_setups(kit.competencies) == []


def test_the_shared_bank_keeps_setups_apart_too() -> None:
    assert shown_setups(read_shipped_bank()) == []


@pytest.mark.parametrize("path", [*(ROOT / "roles/library/es").glob("*.yaml")], ids=lambda path: path.stem)
def test_a_translation_has_a_setup_wherever_its_original_has_one(path: Path) -> None:
    translation = read(path)
    original = read(ROOT / f"roles/library/{translation.translates}.yaml")
    assert [bool(question.setup) for _, question in translation.list_questions()] == [
        bool(question.setup) for _, question in original.list_questions()
    ]


@pytest.mark.parametrize(
    "why",
    [
        "Plant a leak among the features.",
        'It shows doubt. Interrupt with "so what?"',
        "It shows calm. Keep the clock.",
        "See whether they get there unprompted.",
        "You reveal the cost only when asked.",
    ],
)
def test_a_reason_that_tells_the_interviewer_what_to_set_up_is_found(good: Kit, why: str) -> None:
    assert shown_setups(with_first_question(good, why=why).competencies) == [good.competencies[0].questions[0].slug]


def test_each_question_has_as_many_points_at_every_score(kit: Kit) -> None:
    assert poor_anchors(kit.competencies) == []


def test_the_shared_bank_and_work_samples_are_scored_as_the_kits_are() -> None:
    samples = make_work_samples(["Splice ropes", "Mix paints"], [])
    assert sum(len(one.questions) for one in [*read_shipped_bank(), *samples]) > 150
    assert poor_anchors([*read_shipped_bank(), *samples]) == []


@pytest.mark.parametrize("lines", [["One point that is long enough"], ["Too short", "x y z a b", "x y z a c"]])
def test_anchors_that_do_not_compare_are_found(good: Kit, lines: list[str]) -> None:
    assert len(poor_anchors(with_first_question(good, anchor_5=lines).competencies)) == 1


@pytest.mark.parametrize("attitude", ["Enjoys going deep into a system", "Knows how the whole system works"])
def test_an_anchor_about_an_attitude_is_found(good: Kit, attitude: str) -> None:
    lines = [attitude, *good.competencies[0].questions[0].anchor_5[1:]]
    assert poor_anchors(with_first_question(good, anchor_5=lines).competencies) == lines[:1]
    flagged = with_first_question(good, red_flags=[attitude])
    assert poor_anchors(flagged.competencies) == [attitude]


def test_a_weak_answer_that_only_lacks_something_is_found(good: Kit) -> None:
    question = good.competencies[0].questions[0]
    lines = ["Can't name one option for it", "Has no view on what it costs", "Doesn't ask who will need it"]
    assert poor_anchors(with_first_question(good, anchor_1=lines).competencies) == [question.slug]


def test_each_question_is_of_its_kind(kit: Kit) -> None:
    assert misnamed_kinds(kit) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Tell me about a launch that failed.", QuestionKind.CASE), ("What would you do?", QuestionKind.BEHAVIOURAL)],
)
def test_a_question_of_another_kind_is_found(good: Kit, text: str, kind: QuestionKind) -> None:
    question = good.competencies[0].questions[0]
    assert question.slug in misnamed_kinds(with_first_question(good, text=text, kind=kind))


def test_each_answer_names_its_role_first_and_stands_alone(kit: Kit) -> None:
    assert poor_openings(kit) == []


@pytest.mark.parametrize("answer", ["No.\nA Technical PM need not.", "A Technical PM is in this kit."])
def test_an_answer_that_cannot_stand_alone_is_found(good: Kit, answer: str) -> None:
    assert len(poor_openings(with_first_answer(good, answer))) == 1


def test_each_kit_is_in_plain_english(kit: Kit) -> None:
    assert {text: words for text in list_prose(kit) if (words := find_banned(text))} == {}


def list_texts(value: Any) -> Iterator[str]:
    """Every text in the plain data of a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from list_texts(part)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["interviews/bank", "roles/library/skills", "occupations/library"])
def test_what_ships_beside_the_kits_is_in_plain_english(folder: str) -> None:
    texts = [text for path in (ROOT / folder).glob("*.yaml") for text in list_texts(yaml.safe_load(path.read_bytes()))]
    assert len(texts) > 100
    assert {text: words for text in texts if (words := find_banned(text))} == {}


def test_the_words_of_templates_and_code_are_in_plain_english() -> None:
    marks = re.compile(r"<[^>]*>|%\(\w+\)s")  # tags and names of values are code
    catalog = pofile.read_po(BytesIO(CATALOG.read_bytes()))
    texts = [text for message in catalog for text in ([message.id] if isinstance(message.id, str) else message.id)]
    assert len(texts) > 800
    assert {text: words for text in texts if (words := find_banned(marks.sub("", text)))} == {}


def test_the_style_sheet_has_forty_pairs() -> None:
    guide = (ROOT / "docs/writing-kits.md").read_text()
    sheet = guide.split("### Style sheet")[1].split("\n## ")[0]
    pairs = [line.strip("| ").split(" | ") for line in sheet.splitlines() if line.startswith("| `")]
    assert len(pairs) >= 40
    assert {len(pair) for pair in pairs} == {2}
    assert find_banned("".join(after for _, after in pairs)) == []
