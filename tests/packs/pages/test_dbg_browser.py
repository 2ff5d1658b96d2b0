import pytest
from tests.packs.pages.test_typing_browser import *
pytestmark = pytest.mark.browser
def test_dbg(page):
    page.goto(ADDRESS)
    seen=[]
    def on(r):
        if r.status==422: seen.append((r.request.post_data or "")[-300:]); print(r.request.headers.get("hx-request"), r.text()[:300], [x for x in (r.request.post_data or "").split("&") if "TOTAL" in x or "do=" in x or 'order' in x or 'edition' in x])
    page.on("response", on)
    check_no_character_is_lost(page, 0)
