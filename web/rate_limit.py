"""Who asks, as far as fairness needs it: the network that a request comes from. It is kept for a minute, in memory."""

import ipaddress
import threading
from collections.abc import Callable

import cachetools
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

SECONDS = 60
MOST_VISITORS = 100_000  # that are counted at once; beyond it those counted longest ago start anew
HOME_NETWORK = 64  # bits that one subscriber's addresses share in IPv6


def address(request: HttpRequest) -> str:
    """The address that a request comes from.

    It is what the nearest of our own proxies saw, settings.PROXIES counted from the right end of X-Forwarded-For:
    whatever stands further left is what the visitor claims, and not believed. "" where that is no address.
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


def network(visitor: str) -> str:
    """The network of an address: itself in IPv4, its first 64 bits in IPv6; "" of ""."""
    if ":" not in visitor:
        return visitor
    return str(ipaddress.ip_network((visitor, HOME_NETWORK), strict=False))


class Allowance:
    """How often each visitor may ask for something in a minute, which begins with the first time."""

    def __init__(self, most: int) -> None:
        """`most` 0 is without limit."""
        self.most = most
        self._used: cachetools.TTLCache[str, list[int]] = cachetools.TTLCache(MOST_VISITORS, SECONDS)
        self._lock = threading.Lock()

    def take(self, visitor: str) -> bool:
        """Whether the visitor may once more."""
        with self._lock:
            used = self._used.setdefault(visitor, [0])
            used[0] += 1
            return not self.most or used[0] <= self.most


def costs(request: HttpRequest) -> bool:
    """Whether an answer has to be worked out for this one visitor: a form, or a search."""
    return request.method == "POST" or request.path == reverse("search")


class FairShare:
    """Middleware that answers 429 to a visitor who asks for more than a fair share of what costs work."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.allowance = Allowance(settings.REQUESTS_A_MINUTE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, or not."""
        if not costs(request) or self.allowance.take(network(address(request))):
            return self.get_response(request)
        answer = render(request, "too_many.html", {"most": self.allowance.most}, status=429)
        answer.headers["Retry-After"] = str(SECONDS)
        answer.headers["Cache-Control"] = "no-store"
        return answer
