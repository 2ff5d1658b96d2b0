"""The list of openings under its link: what each is, what is open in it, and what is done with several at once."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from packs.models import LONGEST_NAME, OpeningList, OpeningState, Pack
from packs.openings.files import MOST_ZIPPED, zip_descriptions
from packs.openings.listing import OpeningEntry, load_companies, load_current
from packs.openings.making import copy_pack
from packs.pages.downloads import FIRST_JOB_FORMATS, FORMAT_LABELS
from packs.pages.letterhead import choose_letterhead
from packs.pages.openings.links import find_packs
from packs.pages.openings.open_list import ListPage, OpenList, opened_list
from packs.pages.private import allow_save
from packs.pages.saved.answers import redirect_303
from packs.pages.saved.shown import DeletedView
from packs.pages.use import count_pack_files
from packs.store.lists import (
    MOST_OPENINGS,
    ListFullError,
    delete_list,
    list_only_here,
    put_on_list,
    renew_list,
    take_off_list,
)
from web.child_pool import StoppedError, run_task
from web.view import render_view

ZIP_FORMATS = (*FIRST_JOB_FORMATS, "markdown", "text", "html", "json")


class OpeningsView(ListPage, frozen=True, kw_only=True):
    """The page of the list, or of its archive with `is_archive`. `archived` is how many of its
    openings are archived.
    """

    template = "packs/openings.html"

    entries: list[OpeningEntry]
    archived: int
    is_archive: bool
    states: list[tuple[str, str]]
    formats: list[tuple[str, str]]
    stopped: str


class OpeningsLinkView(ListPage, frozen=True, kw_only=True):
    """The page to change the list's name and link. `only_here` is how many packs would be deleted with it."""

    template = "packs/openings_link.html"

    url: str
    only_here: int


@opened_list
@require_http_methods(["GET", "HEAD", "POST"])
def show_openings(request: HttpRequest, opened: OpenList) -> HttpResponse:
    """The page of the list. A POST does one of ACTIONS with the ticked openings: it answers a zip file or redirects,
    409 where the list would be too long, 422 or 429 where it was refused.
    """
    act = ACTIONS.get(request.POST.get("do", ""))
    if act is None:
        return _show_list(request, opened)
    try:
        packs = opened.choose_packs(request.POST.getlist("pack"))
        if not packs and act not in (_add_packs, _download_files):
            raise StoppedError(_("Select one or more openings first."), HTTPStatus.UNPROCESSABLE_ENTITY)
        file = act(request, opened, packs)
    except StoppedError as error:
        return _show_list(request, opened, stopped=str(error), status=error.status)
    except ListFullError:
        message = _("A list can have up to %(most)s openings. Delete some, or start another list.")
        return _show_list(request, opened, stopped=message % {"most": MOST_OPENINGS}, status=HTTPStatus.CONFLICT)
    return file or redirect_303(opened.build_address())


@opened_list
@require_http_methods(["GET", "HEAD", "POST"])
def show_list_link(request: HttpRequest, opened: OpenList) -> HttpResponse:
    """The page of the list's name and link. A POST renames the list and redirects, renews its link and redirects to the
    new one, or deletes the list with the packs that nothing else opens.
    """
    match request.POST.get("do"):
        case "rename":
            name = " ".join(request.POST.get("name", "").split())[:LONGEST_NAME]
            OpeningList.objects.filter(pk=opened.opening_list.pk).update(name=name)
            return redirect_303(opened.build_address())
        case "renew":
            renewed = OpenList(opened.opening_list, renew_list(opened.opening_list))
            return redirect_303(renewed.build_address("openings-link"))
        case "delete":
            list_id = opened.opening_list.pk
            delete_list(opened.opening_list)
            return render_view(request, DeletedView(pack_id=list_id, is_list=True))
    view = OpeningsLinkView(
        opened=opened,
        here=_("Name and link"),
        tab="link",
        url=request.build_absolute_uri(opened.build_address()),
        only_here=list_only_here(opened.opening_list).count(),
    )
    return render_view(request, view)


def _download_files(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> HttpResponse:
    wanted = request.POST.get("format", "")
    if not packs or len(packs) > MOST_ZIPPED or wanted not in ZIP_FORMATS:
        message = _("Select up to %(most)s openings to download.") % {"most": MOST_ZIPPED}
        raise StoppedError(message, HTTPStatus.UNPROCESSABLE_ENTITY)
    companies, current = load_companies(packs), load_current(packs)
    openings = [(version.description, choose_letterhead(companies.get(key))) for key, version in current.items()]
    body = run_task(zip_descriptions, openings, wanted)
    name = f"{opened.name}.zip".replace("/", "-")
    headers = {"Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name))}
    response = HttpResponse(body, content_type="application/zip", headers=headers)
    return count_pack_files(response, [description.slug for description, _letterhead in openings])


def _set_state(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> None:
    state = request.POST.get("state", "")
    if state in [*OpeningState]:
        Pack.objects.filter(pk__in=[pack.pk for pack in packs]).update(state=state)


def _archive_packs(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> None:
    Pack.objects.filter(pk__in=[pack.pk for pack in packs]).update(archived_at=timezone.now())


def _bring_back(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> None:
    Pack.objects.filter(pk__in=[pack.pk for pack in packs]).update(archived_at=None)


def _copy_packs(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> None:
    allow_save(request, is_new=True, count=len(packs))
    wanted = {f"with_{part}": part in request.POST.getlist("with") for part in ("pay", "place")}
    put_on_list(opened.opening_list, opened.token, [copy_pack(pack, **wanted) for pack in packs])


def _add_packs(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> None:
    found = find_packs(request.POST.get("links", ""))
    if not found:
        raise StoppedError(
            _("None of these is an edit link for a pack on this site. Paste complete links, one per line."),
            HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    put_on_list(opened.opening_list, opened.token, found)


def _take_off(request: HttpRequest, opened: OpenList, packs: list[Pack]) -> None:
    take_off_list(opened.opening_list, [pack.pk for pack in packs])


type Act = Callable[[HttpRequest, OpenList, list[Pack]], HttpResponse | None]
ACTIONS: Mapping[str, Act] = {
    "download": _download_files,
    "state": _set_state,
    "archive": _archive_packs,
    "bring-back": _bring_back,
    "copy": _copy_packs,
    "add": _add_packs,
    "take-off": _take_off,
}


def _show_list(request: HttpRequest, opened: OpenList, *, stopped: str = "", status: int = 200) -> HttpResponse:
    is_archive = request.GET.get("show") == "archived"
    view = OpeningsView(
        opened=opened,
        here=opened.name,
        tab="openings",
        entries=[entry for entry in opened.entries if entry.is_archived == is_archive],
        archived=sum(entry.is_archived for entry in opened.entries),
        is_archive=is_archive,
        states=[(state.value, str(state.label)) for state in OpeningState],
        formats=[(name, str(FORMAT_LABELS[name])) for name in ZIP_FORMATS],
        stopped=stopped,
    )
    return render_view(request, view, status=status)
