"""What the server says to a save of a pack: to the page's script in JSON, to everyone else by the next page."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from packs.models import Version
from packs.pages.saved.open_pack import OpenPack


def answer_save(
    request: HttpRequest, opened: OpenPack, saved: Version, page: str, *, is_merged: bool = False
) -> HttpResponse:
    """How a save from one of a pack's pages went; `page` is the name of that page's address. `is_merged` says that the
    version has more than the page sent: words that were suggested and taken over meanwhile.

    A script gets JSON: the version and its time, or 409 with the version that was set aside and where to settle it.
    Anyone else is sent on, with 303, to the page or to where it is settled.
    """
    settle = opened.build_address("pack-version", saved.number)
    if request.headers.get("Accept") != "application/json":
        return redirect_303(settle if saved.beside else opened.build_address(page))
    if saved.beside:
        return JsonResponse({"aside": saved.number, "settle": settle}, status=409)
    return JsonResponse({"version": saved.number, "savedAt": saved.saved_at.isoformat(), "merged": is_merged})


def redirect_303(address: str) -> HttpResponse:
    """Go on to a page, so that loading it again posts nothing again."""
    return HttpResponseRedirect(address, status=303)


def read_posted_int(request: HttpRequest, name: str) -> int:
    """A posted version number, 0 where there is none."""
    typed = request.POST.get(name, "")
    return int(typed) if re.fullmatch("[0-9]{1,9}", typed) else 0
