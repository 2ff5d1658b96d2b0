"""What the server says to a save of a pack: to the page's script in JSON, to everyone else by the next page."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from packs.models import Version
from packs.pages.saved.open_pack import OpenPack


def answer_save(
    request: HttpRequest, opened: OpenPack, saved: Version, page: str, *, is_merged: bool = False
) -> HttpResponse:
    """Answer a save: JSON to a script (409 where the version was set aside, with the page to settle it), or else a
    redirect to `page`, or to where it is settled.

    `page` is the name of a URL pattern; `is_merged` says that the version also holds suggestions accepted meanwhile.
    """
    settle = opened.build_address("pack-version", saved.number)
    if request.headers.get("Accept") != "application/json":
        return redirect_303(settle if saved.beside else opened.build_address(page))
    if saved.beside:
        return JsonResponse({"aside": saved.number, "settle": settle}, status=409)
    return JsonResponse({"version": saved.number, "savedAt": saved.saved_at.isoformat(), "merged": is_merged})


def redirect_303(address: str) -> HttpResponse:
    """Redirect to a path with 303, so that loading the page again posts nothing again."""
    return HttpResponseRedirect(address, status=303)


def read_posted_int(request: HttpRequest, name: str) -> int:
    """The version number posted under a name; 0 where there is none, or what was posted is no number."""
    typed = request.POST.get(name, "")
    return int(typed) if re.fullmatch("[0-9]{1,9}", typed) else 0
