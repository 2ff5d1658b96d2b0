"""Answers given again from memory: the same to the byte, counted, dropped with their edition, never more than asked."""

import threading
from collections import Counter

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import RequestFactory

from roles.kit.choices import Counted
from roles.models.count import Count
from roles.pages.counting import write_counts
from roles.publishing import library_version
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit
from tests.waiting import wait_until
from web.page import Page, cached_by_arguments
from web.response_cache import ResponseCache

pytestmark = pytest.mark.django_db
SLUG = "technical-product-manager"
ROLE = f"/roles/{SLUG}/"
ROOM = 10_000_000


class Site:
    """The whole site, which notes what reaches it."""

    def __init__(self):
        self.handler = WSGIHandler()
        self.reached = Counter()

    def __call__(self, environ, start_response):
        self.reached[environ["PATH_INFO"]] += 1
        return self.handler(environ, start_response)


@pytest.fixture
def site(edition, monkeypatch):
    monkeypatch.setattr(library_version.LibraryVersion, "is_settled", True)
    request_started.disconnect(close_old_connections)  # the test's own connection stays, as with Django's client
    yield Site()
    request_started.connect(close_old_connections)


@pytest.fixture
def edition():
    return a_published_kit()


def held(site, room=ROOM):
    """The site, its answers held under the library's version."""
    return ResponseCache(site, room, library_version.read_current_version)


def ask(application, address=ROLE, method="GET", **environ):
    """The status, headers and body of an answer. Environment names are those of WSGI."""
    sent = []
    asked = RequestFactory().generic(method, address, **{"HTTP_HOST": "localhost", **environ}).environ
    body = b"".join(application(asked, lambda status, headers: sent.append((status, headers))))
    return (*sent[0], body)


@pytest.mark.parametrize("address", [ROLE, "/", "/roles/", "/authors/", "/faq/", f"{ROLE}faq/", "/levels/"])
@pytest.mark.parametrize("asked", [{}, {"HTTP_ACCEPT_ENCODING": "gzip, br"}, {"method": "HEAD"}], ids=str)
def test_what_is_given_again_is_what_the_whole_stack_gives(site, address, asked):
    holding = held(site)
    first, again = ask(holding, address, **asked), ask(holding, address, **asked)
    assert again == first == ask(site.handler, address, **asked)
    assert site.reached == {address: 1}
    assert {"Content-Security-Policy", "Permissions-Policy", "ETag", "Vary"} <= dict(again[1]).keys()
    assert "Set-Cookie" not in dict(again[1])


def test_a_reader_who_has_the_page_gets_304_from_memory(site):
    holding = held(site)
    etag = dict(ask(holding)[1])["ETag"]
    first, again = (ask(holding, HTTP_IF_NONE_MATCH=etag) for _ in range(2))
    assert again == first == ask(site.handler, HTTP_IF_NONE_MATCH=etag)
    assert (again[0], again[2]) == ("304 Not Modified", b"")
    assert site.reached[ROLE] == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"HTTP_IF_NONE_MATCH": '"old"'},
        {"HTTP_IF_MATCH": '"old"'},
        {"QUERY_STRING": "level=senior"},
        {"method": "POST"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"SERVER_NAME": "127.0.0.1", "HTTP_ACCEPT_ENCODING": "gzip"},
        {"SCRIPT_NAME": "/elsewhere"},
        {"wsgi.url_scheme": "https"},
    ],
    ids=str,
)
def test_whatever_is_asked_otherwise_goes_to_the_site(site, asked):
    holding = held(site)
    ask(holding)
    assert ask(holding, **asked)[0] == ask(site.handler, **asked)[0]
    assert site.reached[ROLE] == 2


def test_a_host_that_is_not_ours_is_refused_however_often_the_page_was_given(site):
    holding = held(site)
    ask(holding)
    asked = RequestFactory().get(ROLE, HTTP_HOST="evil.example").environ
    statuses = []
    for _ in range(2):
        b"".join(holding(dict(asked), lambda status, headers: statuses.append(status)))
    assert statuses == ["400 Bad Request"] * 2


@pytest.mark.parametrize("host", ["localhost:1", "localhost:65535", "LOCALHOST", "127.0.0.1:8000", "[::1]"])
def test_a_name_or_port_of_ours_takes_no_room_of_its_own(site, host):
    holding = held(site)
    first = ask(holding)
    assert ask(holding, HTTP_HOST=host) == first == ask(site.handler, HTTP_HOST=host)
    assert site.reached[ROLE] == 1


@pytest.mark.parametrize(
    "sent", ['"{0}", {0}', "{0}, " + '"x", ' * 50 + '"x"', " {0}", "*", '"a" {0}', "{0},{0}"], ids=len
)
def test_a_list_of_etags_is_answered_by_the_site_and_takes_no_memory(site, sent):
    holding = held(site)
    etag = dict(ask(holding)[1])["ETag"]
    before = holding._answers.currsize
    wanted = ask(site.handler, HTTP_IF_NONE_MATCH=sent.format(etag))
    assert ask(holding, HTTP_IF_NONE_MATCH=sent.format(etag)) == wanted
    assert holding._answers.currsize == before


@pytest.mark.parametrize("address", ["/packs/", "/admin/login/", "/search/", "/healthz", "/no-such-page/"])
def test_nothing_is_held_that_its_view_does_not_give_away(site, address):
    holding = held(site)
    ask(holding, address)
    ask(holding, address)
    assert site.reached == {address: 2}


@pytest.mark.slow
def test_a_page_goes_with_its_edition(site, edition):
    holding = held(site)
    first = ask(holding)
    publish_role(save_kit(a_kit(title="Changed Title")), note="New title")
    second = ask(holding)
    assert dict(second[1])["ETag"] != dict(first[1])["ETag"]
    assert ask(holding) == second
    unpublish_role(edition.role)
    assert ask(holding)[0] == "404 Not Found"


@pytest.mark.slow
def test_a_page_names_another_role_as_that_is_called_now(site):
    holding = held(site)
    other = {"slug": "product-manager", "related": [], "comparisons": []}
    publish_role(save_kit(a_kit(title="Product Manager", **other)), note="New")
    assert b"Keeper of Products" not in ask(holding)[2]
    publish_role(save_kit(a_kit(title="Keeper of Products", **other)), note="New title")
    assert b"Keeper of Products" in ask(holding)[2]


def test_reads_from_memory_are_counted(site):
    write_counts()
    Count.objects.all().delete()
    holding = held(site)
    for _ in range(3):
        ask(holding)
    write_counts()
    assert Count.objects.get(what=Counted.READ, slug=SLUG).times == 3
    assert site.reached[ROLE] == 1


def test_a_page_made_while_older_memos_may_still_run_is_not_held(site, monkeypatch):
    monkeypatch.setattr(library_version.LibraryVersion, "is_settled", False)
    holding = held(site)
    ask(holding)
    ask(holding)
    assert site.reached[ROLE] == 2


def test_memory_has_an_end(site):
    taken = len(ask(site.handler)[2])
    holding = held(site, taken + 5000)
    for address in (ROLE, f"{ROLE}faq/", ROLE):
        ask(holding, address)
    assert site.reached[ROLE] == 2
    assert held(site, 100)._answers.maxsize == 100
    tiny = held(site, 100)
    assert ask(tiny)[0] == ask(tiny)[0] == "200 OK"


def test_the_library_is_asked_once_a_while(settings, edition, django_assert_num_queries):
    settings.SECONDS_STALE = 0
    library_version.read_current_version()
    settings.SECONDS_STALE = 1000
    with django_assert_num_queries(0):
        known = library_version.read_current_version()
    settings.SECONDS_STALE = 0
    unpublish_role(edition.role)
    with django_assert_num_queries(1):
        assert library_version.read_current_version().state != known.state


def test_readers_of_a_page_that_is_not_there_yet_wait_for_one_rendering():
    rendered, go_on, readers_at_once = [], threading.Event(), 4

    @cached_by_arguments
    def page(name):
        rendered.append(name)
        go_on.wait()
        return Page.from_body(name)

    readers = [threading.Thread(target=page, args=("one",)) for _ in range(readers_at_once)]
    for reader in readers:
        reader.start()
    try:
        assert wait_until(lambda: len(rendered) + len(page.cache_condition._waiters) == readers_at_once)
    finally:
        go_on.set()
    for reader in readers:
        reader.join()
    assert rendered == ["one"]
