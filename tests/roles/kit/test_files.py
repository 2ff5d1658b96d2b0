"""Kit files come back as they were written, and a bad one is refused with its line."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from roles.kit.files import LARGEST_KIT_FILE, MOST_ERRORS, MOST_EVENTS, KitFileError, parse_kit, read_kit, write_kit
from roles.kit.value import Kit, KitFaq, LineText, Text
from tests.properties import at_most

KIT_FILE = Path(__file__).parents[3] / "roles/library/technical-product-manager.yaml"
GOOD = KIT_FILE.read_text()


@pytest.fixture(scope="module")
def kit() -> Kit:
    return read_kit(KIT_FILE)


def refusal(text: str | bytes) -> str:
    raw = text.encode() if isinstance(text, str) else text
    with pytest.raises(KitFileError) as refused:
        parse_kit(raw, name="kit.yaml")
    return str(refused.value)


def line_of(start: str) -> int:
    """The number of the first line of the good file that starts so."""
    return next(number for number, line in enumerate(GOOD.splitlines(), 1) if line.strip().startswith(start))


def is_valid(value: str, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def test_it_reads_json_too(kit: Kit) -> None:
    assert parse_kit(msgspec.json.encode(kit), name="kit.json") == kit


@pytest.mark.slow
def test_it_writes_the_same_text_every_time(kit: Kit) -> None:
    assert write_kit(parse_kit(write_kit(kit).encode(), name="kit.yaml")) == write_kit(kit)


def test_it_writes_one_sentence_of_a_long_text_to_a_line(kit: Kit) -> None:
    written = write_kit(msgspec.structs.replace(kit, overview="First sentence.\nSecond sentence.\n\nThird."))
    assert "overview: |-\n  First sentence.\n  Second sentence.\n\n  Third.\n" in written


def test_it_leaves_defaults_out(kit: Kit) -> None:
    assert "sample_size" not in write_kit(kit)


@at_most(25, suppress_health_check=[HealthCheck.too_slow])
@given(
    line=st.text(min_size=1, max_size=60).filter(lambda text: is_valid(text, LineText)),
    text=st.text(min_size=1, max_size=200).filter(lambda text: is_valid(text, Text)),
)
def test_any_valid_text_comes_back_as_it_was(kit: Kit, line: str, text: str) -> None:
    faq = KitFaq(slug="any", question=line, answer=text, topic=line)
    small = msgspec.structs.replace(kit, overview=text, summary=line, faqs=[faq], competencies=[], day=[])
    assert parse_kit(write_kit(small).encode(), name="kit.yaml") == small


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\r\n", "\ufeff", " \n"])
def test_unusual_line_ends_come_back_as_they_were(kit: Kit, end: str) -> None:
    changed = msgspec.structs.replace(kit, overview=f"One{end}two\nthree{end}")
    assert parse_kit(write_kit(changed).encode(), name="kit.yaml") == changed


@pytest.mark.parametrize("word", ["yes", "null", "2026", "2026-11-01", "1.5", "~", "- a", "a: b", "#", "&a", "*a"])
def test_words_that_yaml_reads_as_something_else_stay_text(kit: Kit, word: str) -> None:
    changed = msgspec.structs.replace(kit, summary=word)
    assert parse_kit(write_kit(changed).encode(), name="kit.yaml") == changed


def test_it_refuses_bad_yaml_with_its_line() -> None:
    assert refusal("slug: a\ntitle: [open\nfamily: b\n").startswith("kit.yaml: line 3: ")


def test_it_refuses_bytes_that_are_not_utf_8() -> None:
    assert refusal(b"title: \xff\xfe").startswith("kit.yaml: ")


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n"])
def test_it_refuses_a_document_that_is_no_kit(text: str) -> None:
    assert refusal(text).startswith("kit.yaml, line 1: the document: expected")


def test_it_refuses_a_second_document() -> None:
    assert "document" in refusal(GOOD + "---\nslug: b\n")


def test_it_refuses_an_alias_with_its_line() -> None:
    assert refusal("slug: &name a\ntitle: *name\n") == "kit.yaml: line 2: expected no aliases (*name)"


def test_it_refuses_a_repeated_key_with_its_line() -> None:
    assert refusal("slug: a\nslug: b\n") == "kit.yaml: line 1: expected the key 'slug' once"


def test_it_refuses_python_objects() -> None:
    assert "line 1" in refusal("slug: !!python/object/apply:os.getcwd []\n")


def test_it_refuses_very_deep_nesting() -> None:
    assert refusal("[" * 20_000).startswith("kit.yaml: ")


def test_it_refuses_a_file_that_is_too_large() -> None:
    text = "#" * (LARGEST_KIT_FILE + 1)
    assert refusal(text) == "kit.yaml: expected at most 1,000,000 bytes, got 1,000,001"


def test_it_refuses_a_wrong_type_with_its_line() -> None:
    message = refusal(GOOD.replace("base_low: 150000", "base_low: a lot"))
    assert message == f"kit.yaml, line {line_of('base_low')}: base_low: expected `int | null`, got `str`"


def test_it_refuses_a_word_outside_the_vocabulary() -> None:
    message = refusal(GOOD.replace("importance: optional", "importance: vital"))
    place = f"kit.yaml, line {line_of('importance: optional')}: skills[6].importance"
    assert message == f"{place}: expected one of high, medium, optional"


def test_it_refuses_an_unknown_field() -> None:
    message = refusal(GOOD.replace("family:", "familly:"))
    assert re.search(rf"line {line_of('family:')}: familly: no such field", message)
    assert "family: missing" in message


@pytest.mark.parametrize(
    ("good", "bad", "expected"),
    [
        ("figures_source: best-pm-jobs-2026", "figures_source: nobody", "no source is named 'nobody'"),
        ("  - System Design\n", "  - Juggling\n", "no skill is named 'Juggling'"),
        ("  level: Mid\n", "  level: Expert\n", "no level is named 'Expert'"),
    ],
)
def test_it_refuses_a_reference_to_nothing_with_its_line(good: str, bad: str, expected: str) -> None:
    message = refusal(GOOD.replace(good, bad, 1))
    assert message.startswith(f"kit.yaml, line {line_of(good.strip())}: ")
    assert expected in message


def test_it_names_every_fault_at_once() -> None:
    message = refusal(GOOD.replace("base_low: 150000", "base_low: a lot").replace("demand: high", "demand: wild"))
    assert len(message.splitlines()) == 2


def test_it_says_when_a_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KitFileError, match=r"absent\.yaml: can't be read: No such file"):
        read_kit(tmp_path / "absent.yaml")


MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"key-{number}: a" for number in range(MANY // 2)),
        "skills: [" + ", ".join("a" for _ in range(MANY)) + "]",
        "[" + "{}," * MANY + "]",
    ],
    ids=["keys", "items", "parts"],
)
def test_a_file_of_more_values_than_a_kit_has_is_refused_before_it_is_built(text, monkeypatch):
    monkeypatch.setattr("roles.kit.files._Loader", None)
    with pytest.raises(KitFileError, match="expected at most 20,000 values"):
        parse_kit(text.encode(), name="many.yaml")


def test_a_message_names_so_many_faults_and_no_more():
    text = "\n".join(f"key-{number}: a" for number in range(MOST_EVENTS // 3))
    with pytest.raises(KitFileError) as error:
        parse_kit(text.encode(), name="wrong.yaml")
    assert len(str(error.value).splitlines()) <= MOST_ERRORS


def test_a_list_as_a_key_is_a_fault_with_its_line():
    with pytest.raises(KitFileError, match=r"line 2: expected a word as a key"):
        parse_kit(b"title: a\n? [a, b]\n: c\n", name="wrong.yaml")
