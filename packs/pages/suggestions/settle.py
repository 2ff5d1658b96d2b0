"""What colleagues suggested, for whoever edits the pack: accepted or declined one by one."""

from functools import partial
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from packs.description.company import lock_fields
from packs.models import Access
from packs.pages.saved.answers import read_posted_int, redirect_303
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.pages.saved.shown import PackView
from packs.store.approvals import ChangedSinceError
from packs.store.links import new_suggest_link
from packs.suggestions.storing import (
    ShownSuggestion,
    SuggestionError,
    accept_suggestion,
    decline_suggestion,
    list_suggestions,
)
from web.view import render_view


class SuggestionsView(PackView, frozen=True, kw_only=True):
    """The page of open and settled suggestions, the newest first. `refused` says why one wasn't accepted; `suggest_url`
    is "" where there is no link, or where it can't be shown again.
    """

    template = "packs/pack_suggestions.html"

    waiting: list[ShownSuggestion]
    settled: list[ShownSuggestion]
    refused: str
    suggest_url: str
    has_link: bool


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def settle_suggestions(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of all suggestions. A POST accepts or declines one, or makes the link to suggest, and redirects; 409
    where the text has changed or the suggestion can't be accepted.
    """
    if request.method != "POST":
        return _show_suggestions(request, opened)
    verb, __, number = request.POST.get("do", "").partition(":")
    suggestion_id = int(number) if number.isascii() and number.isdecimal() and len(number) <= len("999999999") else 0
    try:
        if verb == "accept":
            kit = opened.edition.kit if opened.edition else None
            lock = partial(lock_fields, company=opened.company.in_use, kit=kit)
            accept_suggestion(opened.pack, suggestion_id, seen=read_posted_int(request, "version"), lock=lock)
        elif verb == "decline":
            decline_suggestion(opened.pack, suggestion_id)
        elif verb == "share":
            new_suggest_link(opened.pack, opened.token)
    except ChangedSinceError:
        message = _("The line changed while you were reading. Nothing was applied. Here’s what it says now.")
        return _show_suggestions(request, opened, refused=message, status=HTTPStatus.CONFLICT)
    except SuggestionError as error:
        return _show_suggestions(request, opened, refused=str(error), status=HTTPStatus.CONFLICT)
    return redirect_303(opened.build_address("pack-suggestions"))


def _show_suggestions(request: HttpRequest, opened: OpenPack, *, refused: str = "", status: int = 200) -> HttpResponse:
    suggestions = list_suggestions(opened.current)
    suggest_url, has_link = opened.find_shared_url(request, Access.SUGGEST)
    view = SuggestionsView(
        opened=opened,
        here=_("Suggestions"),
        tab="suggestions",
        waiting=[shown for shown in suggestions if shown.is_open],
        settled=[shown for shown in reversed(suggestions) if not shown.is_open],
        refused=refused,
        suggest_url=suggest_url,
        has_link=has_link,
    )
    return render_view(request, view, status=status)
