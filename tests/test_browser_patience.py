"""Browser tests wait by one setting, so that a busy machine fails none of them."""

import re
from pathlib import Path

import pytest

OWN_PATIENCE = re.compile(
    r"timeout=|\bset_default\w*timeout\(|wait_for_timeout|new_context\(|browser\.new_page\(|\bsleep\("
)
TESTS = Path(__file__).parent


def test_no_browser_test_has_a_patience_of_its_own():
    modules = [path for path in TESTS.rglob("*.py") if "playwright" in path.read_text() or "browser" in path.name]
    assert len(modules) > 8
    own = {path.name for path in modules if OWN_PATIENCE.search(path.read_text())}
    assert own - {"browser.py", Path(__file__).name} == set()


@pytest.mark.parametrize("wait", ["page.wait_for(timeout=5)", "page.set_default_timeout(5)", "browser.new_context()"])
def test_a_patience_of_its_own_is_seen(wait):
    assert OWN_PATIENCE.search(wait)
