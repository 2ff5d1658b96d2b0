"""Our own words on occupations: whole, well-formed and ours."""

import csv
import gzip
import re

import pytest

from occupations.codes import complete_code
from occupations.own_words import DUTIES, OccupationText, OwnWordsError, find_problem, read_texts
from tests.compensation.helpers import public_file

RUN = 8  # words in a row that no text of ours has in common with O*NET's
SENTENCES = {
    "Task Statements": ["Task"],
    "Occupation Data": ["Description"],
    "Emerging Tasks": ["Task", "Original Task"],
    "DWA Reference": ["DWA Title"],
    "Content Model Reference": ["Description"],
}
GOOD = OccupationText("51-3011", "Bakers", "Bakers bake for U.S. Army posts.", [f"Bake bread {n}." for n in range(8)])


def words(text):
    return re.sub(r"[^a-z0-9]+", " ", text.lower().replace("'", "").replace("’", "")).split()


def runs(text):
    split = words(text)
    return {tuple(split[start : start + RUN]) for start in range(len(split) - RUN + 1)}


@pytest.fixture(scope="module")
def texts():
    return read_texts()


def test_at_least_250_occupations_have_a_summary_and_duties(texts):
    assert len(texts) >= 250
    assert {len(text.duties) for text in texts.values()} == {DUTIES}


def test_no_two_occupations_have_a_summary_in_common(texts):
    assert len({text.summary for text in texts.values()}) == len(texts)


def test_no_run_of_words_is_shared_with_onet(texts):
    theirs = set()
    for table, columns in SENTENCES.items():
        with gzip.open(public_file(f"onet29/{table}.txt.gz"), "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                theirs |= set().union(*(runs(row[column] or "") for column in columns))
    assert len(theirs) > 100_000
    shared = {
        (code, run)
        for code, text in texts.items()
        for sentence in (text.summary, *text.duties)
        for run in runs(sentence) & theirs
    }
    assert shared == set()


def test_a_shared_run_would_be_seen():
    assert runs("Direct or coordinate an organization's budget to fund its operations.") & runs(
        "They direct or coordinate an organizations budget to fund its operations!"
    )


def test_a_good_text_has_no_problem():
    assert find_problem(GOOD, "51") == ""
    assert complete_code(GOOD.soc) == "51-3011.00"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"soc": "51-30"}, "expected a code of group 51"),
        ({"soc": "11-1011"}, "expected a code of group 51"),
        ({"duties": GOOD.duties[:7]}, "expected 8 different duties, got 7"),
        ({"duties": [*GOOD.duties[:7], GOOD.duties[0]]}, "expected 8 different duties"),
        ({"summary": "Bakers bake. They also clean."}, "one sentence"),
        ({"summary": "Bakers bake"}, "with a period"),
        ({"summary": f"{'a' * 300}."}, "at most 300 characters"),
        ({"duties": [*GOOD.duties[:7], "Bake\nbread."]}, "expected a line"),
    ],
)
def test_a_wrong_text_is_named(changed, problem):
    values = {name: getattr(GOOD, name) for name in GOOD.__struct_fields__}
    assert problem in find_problem(OccupationText(**{**values, **changed}), "51")


@pytest.mark.parametrize(
    "content",
    ["- soc: '51-3011'\n", "soc: [", "- {soc: '51-3011', title: B, summary: B., duties: [], more: 1}\n"],
)
def test_a_file_of_another_form_is_refused_by_name(content, tmp_path):
    (tmp_path / "51-production.yaml").write_text(content)
    with pytest.raises(OwnWordsError, match=r"51-production\.yaml"):
        read_texts(tmp_path)


def test_an_occupation_that_is_there_twice_is_refused(tmp_path):
    duties = "".join(f"    - Bake {n}.\n" for n in range(8))
    entry = f"- soc: 51-3011\n  title: Bakers\n  summary: Bakers bake.\n  duties:\n{duties}"
    (tmp_path / "51-production.yaml").write_text(entry * 2)
    with pytest.raises(OwnWordsError, match="it appears twice"):
        read_texts(tmp_path)
