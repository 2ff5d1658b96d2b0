"""Pages that the sweep of addresses does not meet, as a screen reader reads them: private ones, the desk, states."""

import pytest

from tests.desk import signed_in
from tests.factories import a_published_kit
from tests.packs.browsing import posted
from tests.reading_order import faults
from tests.whole_site import pages_of_a_pack

pytestmark = pytest.mark.django_db
STATES = ("/packs/none/", "/there-is-no-such-page/", "/search/?q=technical", "/search/?q=zzzzqqq", "/faq/?topic=none")
DESK = (
    "/admin/",
    "/admin/roles/role/",
    "/admin/roles/role/board/",
    "/admin/roles/role/import/",
    "/admin/second-factor/",
)
OF_A_ROLE = ("change", "preview", "compare", "publish", "editions", "reviewed")


def test_a_page_with_faults_is_told_each():
    page = """<main><h2>A</h2><h4 id="a">B</h4><nav></nav><nav></nav><label for="b">C</label><p id="a"></p>
    <a href="#c">D</a></main>"""
    assert [*faults(page)] == [
        "0 headings of the first level",
        "h4 after h2: B",
        "2 × nav named “”",
        "2 × id a",
        "for leads to no b",
        "a link leads to no #c",
    ]


@pytest.mark.slow
def test_pages_besides_the_public_ones_read_in_order(client):
    role = a_published_kit().role
    private = pages_of_a_pack()
    desk = signed_in("Publisher")
    of_the_desk = [*DESK, *(f"/admin/roles/role/{role.pk}/{part}/" for part in OF_A_ROLE)]
    answers = {path: client.get(path) for path in (*private, *STATES)}
    answers["a fault"] = client.post("/roles/technical-product-manager/job-description/", posted(pay_low="much"))
    answers["a review"] = client.post("/review/", {"text": "Baker\n\nYour tasks\n- Be a rockstar who bakes."})
    answers |= {path: desk.get(path) for path in of_the_desk}
    found = {path: [*faults(answer.content.decode())] for path, answer in answers.items()}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert {answer.status_code for answer in answers.values()} == {200, 404, 422}
