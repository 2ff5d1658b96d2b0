"""Finished answers of library pages, kept in the process and given again before any of Django's work.

A view that answers alike for everyone says so with `respond_and_cache`. What the site then sends, headers and all, is
kept under everything in a request that the answer depends on, so that what is given again is the same to the byte as
what the whole stack gave. Redirects stay with the stack, and so do hosts that are not ours; ours share their pages, in
which SITE_URL is the only address.

While the database is away, what is in memory is given on for as long as the version says, with LAST_KNOWN.
"""

import re
import threading
import time
from collections.abc import Callable, Hashable, Iterable
from typing import Any, NamedTuple, Protocol

import cachetools
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port, validate_host

from web.page import SECONDS_CACHED, Page, respond_with_page, takes_gzip

type Environ = dict[str, Any]
type Headers = list[tuple[str, str]]
type StartResponse = Callable[[str, Headers], object]
type CacheKey = tuple[Hashable, ...]
type Application = Callable[[Environ, StartResponse], Iterable[bytes]]

CACHE_REQUEST = "rolebook.cache"
FROM_MEMORY = "rolebook.from_memory"
METHODS = frozenset({"GET", "HEAD"})
NEVER = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")  # rare, and answered in more ways than two
OK, NOT_MODIFIED = 200, 304
OVERHEAD = 2000  # bytes that an answer takes beside its body
ONE_ETAG = re.compile(r'(?:W/)?"[\w-]{1,64}"')  # what a reader sends who has a page of ours, and nothing longer
LAST_KNOWN = ("Cache-Status", "Rolebook; hit; detail=database-away")  # RFC 9211


class CacheRequest(NamedTuple):
    """How many seconds at most a view's answer may be cached, and what to call each time it is given."""

    seconds: float
    each_time: Callable[[], None] | None


class CacheVersion(Protocol):
    """The version of what answers are made from. A cached answer is given only while `state` stays the same."""

    @property
    def state(self) -> Hashable:
        """A value that stays equal for as long as the site's answers stay the same."""

    @property
    def is_last_known(self) -> bool:
        """Whether the version can't be checked now; answers are then given even after their time."""

    @property
    def is_settled(self) -> bool:
        """Whether an answer made now is surely of this state, and so may be cached."""


class CachedAnswer(NamedTuple):
    """A cached answer: until when it may be given, in seconds of the monotonic clock, and what to
    call each time it is.
    """

    status: str
    headers: Headers
    body: bytes
    until: float
    each_time: Callable[[], None] | None

    def may_be_given(self, version: CacheVersion) -> bool:
        """Whether the answer may be given once more: its time isn't over, or the version can't be checked now."""
        return version.is_last_known or time.monotonic() < self.until

    @property
    def size(self) -> int:
        """Roughly how many bytes of memory the answer takes."""
        return len(self.body) + OVERHEAD


def respond_and_cache(
    request: HttpRequest, page: Page, *, seconds: float = SECONDS_CACHED, each_time: Callable[[], None] | None = None
) -> HttpResponse:
    """Answer a page, and have ResponseCache give the same answer again for `seconds` or until the version changes.

    Only for pages that depend on nothing but the address and the version. `each_time` is called whenever the answer is
    given again, for instance to count it.
    """
    request.META[CACHE_REQUEST] = CacheRequest(seconds, each_time)
    return respond_with_page(request, page)


class ResponseCache:
    """A WSGI application that gives cached answers from memory, and asks the site for all others."""

    def __init__(self, site: Application, room: int, version: Callable[[], CacheVersion]) -> None:
        """`room` is the most bytes that answers may take; those asked for longest ago go first.

        `version` gives the version of what the site shows at this moment.
        """
        self.site = site
        self.version = version
        self._answers: cachetools.LRUCache[CacheKey, CachedAnswer] = cachetools.LRUCache(
            room, getsizeof=lambda answer: answer.size
        )
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, as WSGI has it."""
        if not is_cacheable(environ):
            return self.site(environ, start_response)
        version = self.version()
        key = (version.state, *build_cache_key(environ))
        answer = self._find_answer(key, version)
        if answer is None:
            return self._from_site(key, environ, start_response, settled=version.is_settled)
        environ[FROM_MEMORY] = True
        if answer.each_time is not None:
            answer.each_time()
        start_response(answer.status, [*answer.headers, LAST_KNOWN] if version.is_last_known else [*answer.headers])
        return [answer.body]

    def _find_answer(self, key: CacheKey, version: CacheVersion) -> CachedAnswer | None:
        """The answer in memory; the whole page for a reader who has it, where nobody can be asked for the 304."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is None and version.is_last_known:
                answer = self._answers.get((*key[:-1], None))
        return answer if answer and answer.may_be_given(version) else None

    def _from_site(
        self, key: CacheKey, environ: Environ, start_response: StartResponse, *, settled: bool
    ) -> Iterable[bytes]:
        """The site's answer, cached where its view asks for it."""
        sent: list[tuple[str, Headers]] = []

        def capture_start(status: str, headers: Headers) -> object:
            sent.append((status, [*headers]))
            return start_response(status, headers)

        response = self.site(environ, capture_start)
        cache_request = environ.get(CACHE_REQUEST)
        if (
            settled
            and cache_request is not None
            and isinstance(response, HttpResponse)
            and may_cache(response, environ)
        ):
            answer = CachedAnswer(
                *sent[0], response.content, time.monotonic() + cache_request.seconds, cache_request.each_time
            )
            if answer.size <= self._answers.maxsize:
                with self._lock:
                    self._answers[key] = answer
        return response


def is_cacheable(environ: Environ) -> bool:
    """Whether the answer to a request may be cached: a GET or HEAD of a library page at the site's own host, without a
    query.
    """
    return (
        environ["REQUEST_METHOD"] in METHODS
        and not environ.get("QUERY_STRING")
        and not any(name in environ for name in NEVER)
        and ("HTTP_IF_NONE_MATCH" not in environ or ONE_ETAG.fullmatch(environ["HTTP_IF_NONE_MATCH"]) is not None)
        and is_own_host(environ.get("HTTP_HOST", ""))
    )


def is_own_host(host: str) -> bool:
    """Whether a Host header names this site, as Django decides: by the name, whatever the port."""
    name, _ = split_domain_port(host)
    return bool(name) and validate_host(name, settings.ALLOWED_HOSTS)


def build_cache_key(environ: Environ) -> CacheKey:
    """All parts of a request on which the answer of a library page depends; If-None-Match is the last.

    Parts that visitors can make up have few values here, or lead to no cached answer, so that they fill no memory.
    """
    return (
        environ.get("SCRIPT_NAME"),
        environ["PATH_INFO"],
        environ["wsgi.url_scheme"],
        environ.get("HTTP_X_FORWARDED_PROTO", "").partition(",")[0].strip() == "https",
        takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")),
        environ.get("HTTP_IF_NONE_MATCH"),
    )


def may_cache(response: HttpResponse, environ: Environ) -> bool:
    """Whether an answer may be cached: a whole page or a 304, without a cookie. Only a 304 is cached by its
    If-None-Match.
    """
    expected = NOT_MODIFIED if "HTTP_IF_NONE_MATCH" in environ else OK
    return response.status_code == expected and not response.cookies
