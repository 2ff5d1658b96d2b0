"""The page of the link to suggest: the text part by part, what was said about each, and a form for one of them."""

from http import HTTPStatus

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from packs.models import Access
from packs.pages.private import allow_save
from packs.pages.saved.answers import read_posted_int, redirect_303
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.store.approvals import ChangedSinceError, approve_version
from packs.suggestions.forms import NameForm, SuggestForm
from packs.suggestions.parts import DescriptionText, find_text, list_texts
from packs.suggestions.storing import ShownSuggestion, SuggestionError, list_suggestions, make_suggestion
from web.child_pool import StoppedError
from web.view import View, render_view

APPROVE = "approve"


class TextEntry(msgspec.Struct, frozen=True):
    """A part with the suggestions on it, and with a form where the visitor is about to add one."""

    part: DescriptionText
    is_first: bool
    suggestions: list[ShownSuggestion]
    form: SuggestForm | None


class SuggestView(View, frozen=True, kw_only=True):
    """The page on which to suggest changes. `elsewhere` are suggestions on parts that are gone; `stale` says that the
    text has changed since somebody wanted to approve it.
    """

    template = "packs/suggest.html"

    opened: OpenPack
    title: str
    entries: list[TextEntry]
    elsewhere: list[ShownSuggestion]
    approval_form: NameForm
    stale: bool
    stopped: str
    is_sent: bool


@opened_by(Access.SUGGEST)
@require_http_methods(["GET", "HEAD", "POST"])
def suggest_changes(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of the text with its suggestions, for those who may suggest. A POST stores a suggestion on one part, or
    an approval of the whole, and redirects: 422 for errors, 409 where too many wait, 429 beyond a day's share.
    """
    if request.method == "POST" and request.POST.get("do") == APPROVE:
        return _approve_posted(request, opened)
    part = find_text(opened.description, request.POST.get("on") or request.GET.get("on", ""))
    if request.method != "POST" or part is None:
        # A part that somebody took out meanwhile keeps nobody from reading on, and what was typed comes back.
        lost = request.POST.get("words") or request.POST.get("comment") or ""
        message = f"{_('The line that you wrote about is gone. You wrote:')} {lost}" if lost else ""
        return _show_page(request, opened, form=SuggestForm(part) if part else None, stopped=message)
    form = SuggestForm(part, request.POST)
    if not form.is_valid():
        return _show_page(request, opened, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        allow_save(request)
        make_suggestion(opened.pack, part, **form.cleaned_data)
    except StoppedError as error:
        return _show_page(request, opened, form=form, stopped=str(error), status=error.status)
    except SuggestionError as error:
        return _show_page(request, opened, form=form, stopped=str(error), status=HTTPStatus.CONFLICT)
    return redirect_303(f"{opened.build_address('pack-suggest')}?sent=1#{part.anchor}")


def _approve_posted(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    form = NameForm(request.POST)
    if not form.is_valid():
        return _show_page(request, opened, approval_form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        approve_version(opened.pack, read_posted_int(request, "version"), form.cleaned_data["name"])
    except ChangedSinceError:
        return _show_page(request, opened, approval_form=form, stale=True, status=HTTPStatus.CONFLICT)
    return redirect_303(f"{opened.build_address('pack-suggest')}#approval")


def _show_page(
    request: HttpRequest,
    opened: OpenPack,
    *,
    form: SuggestForm | None = None,
    approval_form: NameForm | None = None,
    stale: bool = False,
    stopped: str = "",
    status: int = 200,
) -> HttpResponse:
    suggestions = list_suggestions(opened.current)
    view = SuggestView(
        opened=opened,
        title=opened.description.title,
        entries=_list_text_entries(opened, suggestions, form),
        elsewhere=[shown for shown in suggestions if shown.part is None and shown.is_open],
        approval_form=approval_form or NameForm(auto_id="approve_%s"),
        stale=stale,
        stopped=stopped,
        is_sent="sent" in request.GET,
    )
    return render_view(request, view, status=status)


def _list_text_entries(
    opened: OpenPack, suggestions: list[ShownSuggestion], form: SuggestForm | None
) -> list[TextEntry]:
    entries, label = [], ""
    for part in list_texts(opened.description):
        said = [shown for shown in suggestions if shown.suggestion.key == part.key]
        is_meant = form is not None and form.part.key == part.key
        entries.append(TextEntry(part, part.label != label, said, form if is_meant else None))
        label = part.label
    return entries
