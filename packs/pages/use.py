"""Counting what the workbench's pages give: a number by role and day, and nothing of who asked."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from roles.kit.choices import Counted
from roles.pages.counting import count_use


def count_results(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of a role's workbench, given as `slug`, with its files counted as downloads and its first saves as saves.

    An occupation is counted under its code, given as `soc`.
    """

    @wraps(view)
    def answer_and_count(request: HttpRequest, **named: str) -> HttpResponse:
        response = view(request, **named)
        slug = named.get("slug") or named["soc"]
        if "Content-Disposition" in response:
            count_use(Counted.DOWNLOADED, slug)
        elif request.method == "POST" and isinstance(response, HttpResponseRedirect):
            count_use(Counted.SAVED, slug)
        return response

    return answer_and_count
