"""A pack as an opening: how far it is, who has it, who approved it; and copies of it."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from company.form_fields import PlainText
from packs.models import LONGEST_NAME, Access, OpeningState, Pack
from packs.openings.making import copy_pack
from packs.pages.private import allow_save
from packs.pages.saved.answers import read_posted_int, redirect_303
from packs.pages.saved.open_pack import OpenPack, opened_by
from packs.pages.saved.shown import PackView
from packs.store.approvals import ChangedSinceError, approve_version
from packs.store.links import new_edit_link
from packs.suggestions.forms import NameForm
from web.child_pool import StoppedError
from web.view import render_view


class StateForm(forms.Form):
    """The state of the opening, such as draft or approved, and the name of who has it."""

    state = forms.TypedChoiceField(
        choices=OpeningState.list_choices(), coerce=OpeningState, label=gettext_lazy("Status")
    )
    holder = PlainText(
        required=False,
        max_length=LONGEST_NAME,
        label=gettext_lazy("Who has it"),
        help_text=gettext_lazy("Whose turn it is, in your own words."),
    )


class OpeningView(PackView, frozen=True, kw_only=True):
    """The page of an opening. `stale` says that the text has changed since somebody wanted to approve it."""

    template = "packs/pack_opening.html"

    state_form: StateForm
    approval_form: NameForm
    stale: bool
    stopped: str


@opened_by(Access.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def show_opening(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    """The page of the opening's state and approval. A POST stores the state, an approval or a copy, and redirects: 422
    for errors, 409 where the text has changed since it was read, 429 beyond a day's share.
    """
    pack, form, approval_form = opened.pack, None, None
    match request.POST.get("do"):
        case "state" if (form := StateForm(request.POST)).is_valid():
            Pack.objects.filter(pk=pack.pk).update(**form.cleaned_data)
        case "approve" if (approval_form := NameForm(request.POST, auto_id="approve_%s")).is_valid():
            try:
                approve_version(pack, read_posted_int(request, "version"), approval_form.cleaned_data["name"])
            except ChangedSinceError:
                return _show_page(request, opened, approval_form=approval_form, stale=True, status=HTTPStatus.CONFLICT)
        case "copy":
            return _copy_opening(request, opened)
        case "state" | "approve":
            return _show_page(
                request, opened, form=form, approval_form=approval_form, status=HTTPStatus.UNPROCESSABLE_ENTITY
            )
        case _:
            return _show_page(request, opened)
    return redirect_303(opened.build_address("pack-opening"))


def _copy_opening(request: HttpRequest, opened: OpenPack) -> HttpResponse:
    try:
        allow_save(request, is_new=True)
    except StoppedError as error:
        return _show_page(request, opened, stopped=str(error), status=error.status)
    wanted = {f"with_{part}": part in request.POST.getlist("with") for part in ("pay", "place")}
    return redirect_303(reverse("pack", args=[new_edit_link(copy_pack(opened.pack, **wanted))]))


def _show_page(
    request: HttpRequest,
    opened: OpenPack,
    *,
    form: StateForm | None = None,
    approval_form: NameForm | None = None,
    stale: bool = False,
    stopped: str = "",
    status: int = 200,
) -> HttpResponse:
    pack = opened.pack
    view = OpeningView(
        opened=opened,
        here=_("Opening"),
        tab="opening",
        state_form=form or StateForm(initial={"state": pack.state, "holder": pack.holder}),
        approval_form=approval_form or NameForm(auto_id="approve_%s"),
        stale=stale,
        stopped=stopped,
    )
    return render_view(request, view, status=status)
