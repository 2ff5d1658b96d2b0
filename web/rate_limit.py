"""Who asks, as far as fairness needs it: the network that a request comes from. It is kept for a minute, in memory."""

import ipaddress
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from web.shared_rows import SharedRows
from web.view import View, render_view

WINDOW_SECONDS = 60
SECONDS_AT_ONCE = 1  # what is under way then is likely done
PRIVATE = ("/packs/", "/shared/", "/company/")
ROWS = 2**16  # two visitors in the same one count as one: of a thousand within a minute, one in 65 meets another
BEGAN, ASKED, PLACES = 0, 1, 2  # of a row: when its minute began, how often in it, until when each place is taken
UNREADABLE = "::"  # nobody asks from there
HOME_NETWORK = 64  # bits that one subscriber's addresses share in IPv6


class TooManyView(View, frozen=True, kw_only=True):
    """The page for a visitor who asks for too much, with the limit: requests a minute or at once, the other one 0."""

    template = "too_many.html"

    a_minute: int = 0
    at_once: int = 0


def visitor_address(request: HttpRequest) -> str:
    """The address a request comes from, "" where it can't be read.

    It is the one that the nearest of our own proxies saw: settings.PROXIES counted from the right end of
    X-Forwarded-For. Addresses further left are only claims.
    """
    seen = [request.META.get("REMOTE_ADDR", "")]
    if settings.PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        seen = [*filter(None, map(str.strip, forwarded)), *seen]
    try:
        found = ipaddress.ip_address(seen[max(-1 - settings.PROXIES, -len(seen))])
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)


def visitor_network(visitor: str) -> str:
    """The network of an address: the address itself in IPv4, its first 64 bits in IPv6; "" for ""."""
    if ":" not in visitor:
        return visitor
    return str(ipaddress.ip_network((visitor, HOME_NETWORK), strict=False))


def sign_in_network(request: HttpRequest) -> str:
    """The network of a sign-in, by its first address, for the lock after wrong passwords: one person may use all
    addresses of an IPv6 network.

    UNREADABLE where there is no address: all such visitors share one lock.
    """
    network = visitor_network(visitor_address(request))
    return str(ipaddress.ip_network(network).network_address) if network else UNREADABLE


class Allowance:
    """What each visitor may ask for in a minute, which begins with the first time, and at once.

    The counts stand in memory that all processes share which are forked from the one that makes this, as gunicorn's
    workers are: counted in each of them, a share would be as many shares as there are processes; counted in
    PostgreSQL, every key that somebody presses in the workbench would be a write.
    """

    def __init__(self, *, a_minute: int = 0, at_once: int = 0) -> None:
        """0 is without limit."""
        self.a_minute, self.at_once = a_minute, at_once
        self._visitors = SharedRows(ROWS, 2 + at_once)

    def take_turn(self, visitor: str) -> bool:
        """Count a request of a visitor. Returns whether it is within what one may ask for in a minute."""
        if not self.a_minute:
            return True
        now = time.monotonic()
        with self._visitors.lock_row(visitor) as row:
            if now - row[BEGAN] >= WINDOW_SECONDS:
                row[BEGAN], row[ASKED] = now, 0
            row[ASKED] += 1
            return row[ASKED] <= self.a_minute

    def begin_request(self, visitor: str) -> int | None:
        """The place of one more request of a visitor, to be given to `end_request`; None where all places are taken."""
        now = time.monotonic()
        with self._visitors.lock_row(visitor) as row:
            for place in range(PLACES, PLACES + self.at_once):
                if row[place] < now:
                    row[place] = now + WINDOW_SECONDS  # should the process die, the place is free again by then
                    return place
        return None

    def end_request(self, visitor: str, place: int) -> None:
        """Free the place that `begin_request` gave to a request."""
        with self._visitors.lock_row(visitor) as row:
            row[place] = 0


def is_costly(request: HttpRequest) -> bool:
    """Whether an answer is worked out for this visitor alone: a form, a search or another query, a private page."""
    return bool(request.method == "POST" or request.META.get("QUERY_STRING") or request.path_info.startswith(PRIVATE))


class FairShare:
    """Middleware that answers 429 to a visitor who asks for more than a fair share of costly answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.allowance = Allowance(a_minute=settings.REQUESTS_A_MINUTE, at_once=settings.REQUESTS_AT_ONCE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, or not."""
        if not is_costly(request):
            return self.get_response(request)
        visitor = visitor_network(visitor_address(request))
        if not self.allowance.take_turn(visitor):
            return _refuse_request(request, WINDOW_SECONDS, TooManyView(a_minute=self.allowance.a_minute))
        if not self.allowance.at_once:
            return self.get_response(request)
        place = self.allowance.begin_request(visitor)
        if place is None:
            return _refuse_request(request, SECONDS_AT_ONCE, TooManyView(at_once=self.allowance.at_once))
        try:
            return self.get_response(request)
        finally:
            self.allowance.end_request(visitor, place)


def _refuse_request(request: HttpRequest, seconds: int, view: TooManyView) -> HttpResponse:
    """429, with the seconds to wait and what was more than allowed."""
    answer = render_view(request, view, status=429)
    answer.headers["Retry-After"] = str(seconds)
    answer.headers["Cache-Control"] = "no-store"
    return answer
