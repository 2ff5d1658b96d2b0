"""Library pages: the same for everyone, compressed once, kept in memory and known to caches by their content."""

import gzip
import hashlib
import threading
from collections.abc import Callable, Hashable
from typing import Any, Self

import cachetools
import cachetools.keys
import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from web.view import View, render_text

PAGES_CACHED = 2000  # a compressed role page takes about 30 KB
SECONDS_CACHED = 300  # how long a page may show what has changed beside its edition, such as a figure of pay
HTML = "text/html; charset=utf-8"
_look: Hashable = None  # what every page shows beside what it is made of
CACHE_CONTROL = "public, max-age=0, s-maxage=10, stale-while-revalidate=60"


class Page(msgspec.Struct, frozen=True):
    """A rendered page: its gzipped bytes, its media type and a weak ETag that is a digest of what it says."""

    gzipped: bytes
    media_type: str
    etag: str

    @classmethod
    def from_data(cls, data: object, media_type: str = "application/json") -> Self:
        """A page of indented JSON, compressed, with its ETag."""
        return cls.from_body(msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n", media_type)

    @classmethod
    def from_body(cls, body: str | bytes, media_type: str = HTML) -> Self:
        """A page compressed by gzip, with a digest of the body as its ETag."""
        raw = body.encode() if isinstance(body, str) else body
        etag = f'W/"{hashlib.blake2b(raw, digest_size=12).hexdigest()}"'
        return cls(gzipped=gzip.compress(raw, compresslevel=6, mtime=0), media_type=media_type, etag=etag)

    @classmethod
    def render(cls, view: View) -> Self:
        """The page of a view, compressed, with its ETag. Rendered without a request, so that nothing personal can get
        in.
        """
        return cls.from_body(render_text(view))


def respond_with_page(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer a page that caches may keep: 304 where the reader has it already, gzipped where the
    reader accepts that.
    """
    headers = {"ETag": page.etag, "Cache-Control": CACHE_CONTROL, "Vary": "Accept-Encoding"}
    not_modified = get_conditional_response(request, etag=page.etag)
    if not_modified is not None:
        for name, value in headers.items():
            not_modified.headers[name] = value
        return not_modified
    if not takes_gzip(request.headers.get("Accept-Encoding", "")):
        return HttpResponse(gzip.decompress(page.gzipped), content_type=page.media_type, headers=headers)
    return HttpResponse(page.gzipped, content_type=page.media_type, headers={**headers, "Content-Encoding": "gzip"})


def set_look(look: Hashable) -> None:
    """Set a text for the look that all pages share, such as a brand. Pages kept under another look
    are rendered again.
    """
    global _look  # noqa: PLW0603 # one look for the process
    _look = look


def takes_gzip(accept_encoding: str) -> bool:
    """Whether a reader with this Accept-Encoding accepts gzip."""
    return "gzip" in accept_encoding


def query_without_page(query: QueryDict) -> str:
    """A query string with the filters and without `page`, to which a page number can be added."""
    filters = query.copy()
    filters.pop("page", None)
    return f"{filters.urlencode()}&" if filters else ""


def cached_by_arguments[**P, Made](render: Callable[P, Made], *, seconds: float = SECONDS_CACHED) -> Callable[P, Made]:
    """Keep what `render` returns for the same arguments, language and look, for `seconds` at most. An edition is a good
    argument.

    Readers who ask at the same moment for something that isn't kept wait for one rendering.
    """
    pages: cachetools.TTLCache[Any, Made] = cachetools.TTLCache(PAGES_CACHED, seconds)

    def make_key(*args: P.args, **kwargs: P.kwargs) -> Hashable:
        return cachetools.keys.hashkey(get_language(), _look, *args, *kwargs.items())

    return cachetools.cached(pages, key=make_key, condition=threading.Condition())(render)
