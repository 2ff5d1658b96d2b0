"""Odd addresses, queries and forms: every one is answered, none with an error of the site's own."""

from urllib.parse import quote

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from packs.description.starting import start_description
from packs.models import Pack
from packs.store.links import hash_token, new_read_link
from packs.store.saving import create_pack
from roles.models.working_copy import Role
from tests.factories import a_kit, a_published_kit
from tests.hostile.odd import ODD, filled, values
from tests.test_sweep import addresses

pytestmark = pytest.mark.django_db
EXAMPLES = 80
LONGEST = 3_000_000  # bytes of an answer
fuzzed = settings(
    deadline=None,
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
ROLE = "/roles/technical-product-manager/"
NAMES = [
    "q", "page", "kind", "role", "competency", "level", "family", "topic", "start", "place", "rate", "a", "b", "low",
    "high", "currency", "area", "edition", "with", "format",
]  # fmt: skip
UNKNOWN = ["/roles/{}/", "/faq/{}/", "/compare/{}/x/", "/packs/{}/", "/shared/{}/", "/authors/{}/", "/api/editions/{}/"]


@pytest.fixture
def library():
    call_command("load_figures", verbosity=0)
    a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])


@pytest.fixture
def client(client):
    """One that does not raise what a view raises: a reader would get a 500."""
    client.raise_request_exception = False
    return client


def check(response, said=""):
    """The status of an answer, which may be anything but an error of the site's own."""
    assert response.status_code < 500, said
    assert len(response.content) < LONGEST, said
    assert all("\n" not in value and "\r" not in value for value in response.headers.values())
    return response.status_code


def test_queries(client, library, outcome):
    pages = sorted(addresses().values())
    statuses = set()

    @fuzzed
    @given(st.sampled_from(pages), st.dictionaries(st.sampled_from(NAMES), values, max_size=4))
    def ask(page, query):
        statuses.add(check(client.get(page, query), (page, query)))

    ask()
    assert 200 in statuses
    outcome("odd query on a public page", EXAMPLES, "0 answered 500")


@pytest.mark.slow
def test_addresses(client, library, outcome):
    asked = [pattern.format(quote(odd, safe="")) for pattern in UNKNOWN for odd in ODD]
    raw = [
        "/%ff/",
        "/roles/%c0%ae/",
        "/search/?q=%ff%fe",
        "/roles//",
        "//etc/passwd",
        "/static/../manage.py",
        "/?=&=&%",
    ]
    for path in [*asked, *raw]:
        check(client.get(path), path)
    outcome("odd address", len(asked) + len(raw), "0 answered 500, 0 files given away")


FORMS = [f"{ROLE}job-description/", f"{ROLE}interview-kit/", "/review/"]


@pytest.mark.parametrize("page", [*(pytest.param(page, marks=pytest.mark.slow) for page in FORMS[:-1]), FORMS[-1]])
def test_forms(client, library, outcome, page):
    form = filled(client.get(page).content.decode())
    statuses = set()

    @fuzzed
    @given(form)
    def post(data):
        statuses.add(check(client.post(page, data), data))

    post()
    assert 422 in statuses
    outcome("odd form", EXAMPLES, "0 answered 500")


def a_pack():
    token = create_pack(start_description(a_kit(), 1))
    return token, Pack.objects.get(links__token_hash=hash_token(token))


@pytest.mark.slow
def test_forms_of_a_pack(client, library, outcome):
    token, pack = a_pack()
    read = new_read_link(pack, token)
    names = ("", "interview-kit/", "versions/", "versions/1/", "template/", "keep/")
    pages = [*(f"/packs/{token}/{name}" for name in names), f"/shared/{read}/"]
    forms = {page: filled(client.get(page).content.decode()) for page in pages}
    statuses = set()

    @fuzzed
    @given(st.sampled_from(pages).flatmap(lambda page: st.tuples(st.just(page), forms[page])))
    def post(drawn):
        page, data = drawn
        statuses.add(check(client.post(page, data), drawn))

    post()
    assert 200 in statuses
    assert client.get(f"/packs/{token}/").status_code == 200, "the pack is still there"
    outcome("odd form of a saved pack", EXAMPLES, "0 answered 500")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["links/", "delete/"])
def test_forms_that_end_a_link(client, library, outcome, name):
    form = filled(client.get(f"/packs/{a_pack()[0]}/{name}").content.decode())

    @settings(fuzzed, max_examples=20)
    @given(form)
    def post(data):
        check(client.post(f"/packs/{a_pack()[0]}/{name}", data), data)

    post()
    outcome("odd form of a saved pack", 20, "0 answered 500")


DESK = [
    "new-role/",
    "roles/role/{role}/change/skills/",
    "roles/role/{role}/change/job-description/",
    "roles/role/replace/?find=product&put=thing",
    "roles/role/{role}/publish/",
    "roles/author/add/",
]


@pytest.mark.slow
@pytest.mark.parametrize("page", DESK)
def test_forms_of_the_desk(admin_client, library, outcome, page):
    admin_client.raise_request_exception = False
    path = f"/admin/{page.format(role=Role.objects.get(slug='technical-product-manager').pk)}"
    form = filled(admin_client.get(path).content.decode())

    @settings(fuzzed, max_examples=10)
    @given(form)
    def post(data):
        check(admin_client.post(path, data), data)

    post()
    outcome("odd form of the desk", 10, "0 answered 500")


MANY_DIGITS = "9" * 5_000
KEYS_IN_ADDRESSES = [
    "roles/role/{}/change/",
    "roles/role/publish-several/?role={}",
    "roles/role/unpublish-several/?role={}",
    "roles/role/replace/?find=a&put={}",
    "compensation/titlematch/unmatched/?q={}",
]
KEYS_IN_FORMS = [
    ("roles/role/deleted/", "role", "{}"),
    ("roles/role/{role}/review/", "do", "resolve:{}"),
    ("roles/role/{role}/review/", "do", "reply:{}"),
    ("roles/role/{role}/review/", "ask-reviewer", "{}"),
    ("roles/role/replace/", "hit", "overview|{}|0|x"),
]


@pytest.mark.parametrize("key", [MANY_DIGITS, "9" * 19, "\u0663", "-1", "%00"])
@pytest.mark.parametrize("page", KEYS_IN_ADDRESSES)
def test_odd_keys_in_addresses_of_the_desk(admin_client, page, key):
    admin_client.raise_request_exception = False
    assert admin_client.get(f"/admin/{page.format(key)}").status_code in {200, 302, 404}


@pytest.mark.parametrize("key", [MANY_DIGITS, "9" * 19, "\u0663", "-1", "\0"])
@pytest.mark.parametrize("form", KEYS_IN_FORMS)
def test_odd_keys_in_forms_of_the_desk(admin_client, library, form, key):
    page, field, value = form
    admin_client.raise_request_exception = False
    role = Role.objects.get(slug="technical-product-manager").pk
    asked = {"do": "ask", "find": "a", "put": "b", field: value.format(key)}
    assert admin_client.post(f"/admin/{page.format(role=role)}", asked).status_code in {200, 302, 404}
