"""Pages in memory while nobody can be asked for the library's version."""

from typing import NamedTuple

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from web.page import Page
from web.response_cache import LAST_KNOWN, ResponseCache, respond_and_cache

ADDRESS = "/roles/"
ROOM = 1_000_000


class Version(NamedTuple):
    state: int = 1
    is_last_known: bool = False
    is_settled: bool = True


class Database:
    """A site of one page, which it can give only while its database is there."""

    def __init__(self):
        self.version = Version()
        self.seconds = 300
        self.cache = ResponseCache(self.answer, ROOM, lambda: self.version)

    def answer(self, environ, start_response):
        request = RequestFactory().get(ADDRESS)
        request.META = environ
        if self.version.is_last_known:
            response = HttpResponse(status=503)
        else:
            response = respond_and_cache(request, Page.from_body("Roles"), seconds=self.seconds)
        start_response(f"{response.status_code} OK", [*response.items()])
        return response

    def goes_away(self, state=1):
        self.version = Version(state=state, is_last_known=True, is_settled=False)

    def ask(self, **environ):
        sent = []
        asked = RequestFactory().get(ADDRESS, HTTP_HOST="localhost", **environ).environ
        body = b"".join(self.cache(asked, lambda status, headers: sent.append((status[:3], headers))))
        return (*sent[0], body)


@pytest.fixture
def database():
    return Database()


def test_a_page_comes_from_memory_and_says_that_the_database_is_away(database):
    before = database.ask()
    database.goes_away()
    status, headers, body = database.ask()
    assert (status, body) == ("200", b"Roles")
    assert headers == [*before[1], LAST_KNOWN]


def test_a_page_says_nothing_of_it_once_the_database_is_back(database):
    database.ask()
    database.goes_away()
    database.ask()
    database.version = Version()
    assert LAST_KNOWN not in database.ask()[1]


def test_a_page_is_given_on_beyond_its_time_while_the_database_is_away(database):
    database.seconds = 0
    database.ask()
    database.goes_away()
    assert database.ask()[0] == "200"


def test_who_has_the_page_gets_it_whole_where_no_304_is_in_memory(database):
    etag = dict(database.ask()[1])["ETag"]
    database.goes_away()
    assert database.ask(HTTP_IF_NONE_MATCH=etag)[::2] == ("200", b"Roles")


def test_a_page_that_nobody_read_before_is_503(database):
    database.goes_away()
    assert database.ask()[0] == "503"


def test_nothing_is_given_once_the_last_known_version_is_too_old(database):
    database.ask()
    database.goes_away(state=None)
    assert database.ask()[0] == "503"
