"""What the documents promise to operators, each with the test that shows it."""

import pytest

from tests import promises
from tests.promises import PLAIN, list_problems, read_blocks

FAULTY = """# Title

A promise without a test.

- Another one ([test][test_that_is_there]).

| Threat | Protection |
|---|---|
| A flood | It ends ([test][test_that_is_not_there]) |

[test_that_is_there]: tests/test_some.py
[test_that_is_not_there]: tests/test_some.py
"""


@pytest.mark.slow
@pytest.mark.parametrize("document", PLAIN)
def test_every_promise_names_a_test_that_is_there(document):
    assert list_problems(document) == []


@pytest.mark.parametrize("document", PLAIN)
def test_whatever_is_excused_is_in_the_document_and_names_no_test(document):
    blocks = [*read_blocks((promises.ROOT / document).read_text())]
    for beginning in PLAIN[document]:
        excused = [block for block in blocks if block.startswith(beginning)]
        assert excused, beginning
        assert not any(promises.LINK.search(block) for block in excused), beginning


def test_a_promise_without_a_test_and_a_test_that_is_not_there_are_found(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_some.py").write_text("def test_that_is_there():\n    pass\n")
    (tmp_path / "faulty.md").write_text(FAULTY)
    assert list_problems("faulty.md", tmp_path) == [
        "faulty.md: no test for: A promise without a test.",
        "faulty.md: no test_that_is_not_there in tests/test_some.py",
    ]
