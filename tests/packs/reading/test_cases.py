"""Small postings, each of which stands for a way in which a text was read wrong."""

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from packs.corpus.labelled import split_words
from packs.posting.value import Posting
from packs.reading import read_file, read_pasted
from packs.review.stated_pay import stated_pay

FOLDER = Path(__file__).with_name("cases")
CASES = [
    case
    for name in ("postings.yaml", "bugs.yaml")
    for case in msgspec.yaml.decode((FOLDER / name).read_bytes(), type=list[dict[str, Any]])
]
WORK = "Support Analyst\nResponsibilities\n"


def read_case(case: dict[str, Any]) -> Posting:
    if "file" in case:
        return read_file(case["file"], (FOLDER / case["file"]).read_bytes())
    return read_file(case["as"], case["input"].encode()) if "as" in case else read_pasted(case["input"])


def list_sections(posting: Posting) -> list[list[Any]]:
    return [[s.kind.value, s.heading, [line.text for line in s.lines]] for s in posting.sections]


def count_words(posting: Posting) -> Counter[str]:
    texts = [posting.title, *(text for _, heading, lines in list_sections(posting) for text in (heading, *lines))]
    return Counter(split_words(" ".join(texts)))


def find_wrong(case: dict[str, Any], posting: Posting) -> list[object]:
    """What was read otherwise than the case wants it."""
    want, sections = case["want"], list_sections(posting)
    kinds = {heading: kind for kind, heading, _ in sections if heading}
    wrong: list[object] = [name for name in ("title",) if want.get(name, posting.title) != posting.title]
    if want.get("sections", sections) != sections:
        wrong.append(sections)
    wrong += [
        (heading, kinds.get(heading)) for heading, kind in want.get("kinds", {}).items() if kinds.get(heading) != kind
    ]
    for line, kind in want.get("lines_of", {}).items():
        if not any(kind == own and line in lines for own, _, lines in sections):
            wrong.append((line, sections))
    wanted = Counter(split_words(want.get("words", "")))
    wrong += [*(wanted - count_words(posting))]
    if want.get("exact_words"):
        wrong += [*(count_words(posting) - wanted)]
    pays = [one.named.pay for one in stated_pay(posting)]
    read = [[pay.low, pay.high, pay.currency, pay.period.value.lower()] for pay in pays]
    return wrong if want.get("pay", read) == read else [*wrong, read]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_it_is_read_as_people_read_it(case: dict[str, Any]):
    assert find_wrong(case, read_case(case)) == [], case["why"]


def test_a_case_that_is_read_wrong_is_found():
    case = {"input": f"{WORK}- Answer tickets.", "want": {"title": "Cook", "kinds": {"Responsibilities": "required"}}}
    assert find_wrong(case, read_case(case)) == ["title", ("Responsibilities", "responsibilities")]


LINES = {
    "tracked.docx": [
        "Answer the first line of tickets.",
        "Report to the head of support each week.",
        "Carry the pager one week in six.",
    ],
    "content-control.docx": [
        "Answer the first line of tickets.",
        "Keep the runbook current.",
        "The salary is $52,000-$61,000 a year.",
    ],
    "field.docx": ["Join the Field Operations team.", "Based in Portland on site."],
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_words_inside_of_wrapping_elements_are_read(name: str):
    posting = read_file(name, (FOLDER / name).read_bytes())
    assert [line for _, _, lines in list_sections(posting) for line in lines] == LINES[name]


def test_a_text_box_is_among_the_lines():
    posting = read_file("text-box.docx", (FOLDER / "text-box.docx").read_bytes())
    assert "Pay: $52,000-$61,000 a year." in [line for _, _, lines in list_sections(posting) for line in lines]


def test_merged_cells_are_read_once():
    posting = read_file("merged-cells.docx", (FOLDER / "merged-cells.docx").read_bytes())
    texts = [text for _, heading, lines in list_sections(posting) for text in (heading, *lines) if text]
    assert len(texts) == len(set(texts))


def test_soft_breaks_part_lines():
    posting = read_file("soft-breaks.docx", (FOLDER / "soft-breaks.docx").read_bytes())
    assert [(kind, len(lines)) for kind, _, lines in list_sections(posting)] == [
        ("responsibilities", 2),
        ("required", 1),
    ]


@pytest.mark.parametrize(
    "sign",
    ["\uf0b7 ", "\uf0a7 ", "■ ", "► ", "❖ ", "✅ ", "⁃ ", "•", "•\n", "‣\t", "– ", "· ", "◦ ", "o "],  # noqa: RUF001
)
def test_signs_of_bullets_are_no_words(sign: str):
    posting = read_pasted(f"{WORK}{sign}Answer tickets.\n{sign}Keep the runbook.")
    assert list_sections(posting) == [
        ["responsibilities", "Responsibilities", ["Answer tickets.", "Keep the runbook."]]
    ]


@pytest.mark.parametrize("tags", ["<button> and <p>", "<ul> from <ol>", "<b> with <strong>", "<T>", "a < b and c > d"])
def test_tags_that_a_text_speaks_of_stay_words(tags: str):
    assert list_sections(read_pasted(f"{WORK}- Know {tags}\n- Build pages"))[0][2] == [f"Know {tags}", "Build pages"]


@pytest.mark.parametrize(
    "words", ["# of reports: 4", "Own snake_case_names and __init__ files", "C# and F#", "5 * 4 * 3"]
)
def test_signs_of_markdown_in_plain_text_stay_words(words: str):
    posting = read_pasted(f"Support Analyst\n{words}\nResponsibilities\n- Answer tickets")
    assert words in [line for _, _, lines in list_sections(posting) for line in lines]


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "({}) "])
def test_numbered_headings_open_sections(number: str):
    marks = [number.format(at) for at in (1, 2, 3)]
    headings = (
        f"{marks[0]}Responsibilities\n- Answer",
        f"{marks[1]}Requirements\n- Two years",
        f"{marks[2]}Benefits\n- Tea",
    )
    text = "\n\n".join(["Analyst", *headings])
    assert [kind for kind, _, _ in list_sections(read_pasted(text))] == ["responsibilities", "required", "benefits"]


def test_headings_at_the_start_of_their_line_open_sections():
    lines = ("Responsibilities: Answer tickets and keep the runbook.", "Requirements: Two years.", "Benefits: Lunch.")
    text = "\n".join(["Analyst", "", *lines])
    assert [(kind, len(lines)) for kind, _, lines in list_sections(read_pasted(text))] == [
        ("responsibilities", 1),
        ("required", 1),
        ("benefits", 1),
    ]


@pytest.mark.parametrize(
    ("wrapped", "whole"),
    [
        ("all our offices and colo-\nnies", "all our offices and colonies"),
        ("the work of a hard-\nworking", "a hard-working"),
    ],
)
def test_words_parted_by_a_hyphen_are_whole_again(wrapped: str, whole: str):
    text = f"{WORK}• Answer the first line of tickets from {wrapped} and keep the runbook current for all.\n• Second."
    assert whole in " ".join(line for _, _, lines in list_sections(read_pasted(text)) for line in lines)


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff"])
def test_signs_without_width_are_gone(sign: str):
    assert list_sections(read_pasted(f"{WORK}- Be a rock{sign}star for us."))[0][2] == ["Be a rockstar for us."]


def test_words_written_from_right_to_left_stay():
    words = "שלום, אנחנו חברה של 40 אנשים ב-Tel Aviv."
    assert words in [
        line for _, _, lines in list_sections(read_pasted(f"Analyst\n\nAbout us\n{words}")) for line in lines
    ]
