"""Openings from a table: a file or pasted rows are read, shown, and made once somebody says so."""

import csv
import io
from collections.abc import Iterable
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import msgspec
from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from company.profile import ProfileInUse
from occupations.codes import shorten_code
from occupations.common_titles import drop_ranks
from occupations.find import TitleMatch, find_by_title
from packs.description.company import fill_from_company
from packs.occupations.edition import find_occupation_edition
from packs.occupations.own_kit import build_own_kit
from packs.occupations.template import make_edition
from packs.openings.cells import cut_title
from packs.openings.drafts import OpeningDraft, TableFault, draft_openings
from packs.openings.making import make_openings
from packs.openings.table import LARGEST_UPLOAD, MOST_DRAFTS, TableCells, TableRow, read_cells
from packs.pages.openings.open_list import ListPage, OpenList, opened_list
from packs.pages.private import allow_save
from packs.pages.saved.answers import redirect_303
from packs.store.lists import MOST_OPENINGS, ListFullError
from roles.models.edition import Edition
from roles.publishing.live import live_edition
from roles.search.names import NamedRole, content_words, current_names
from roles.search.occupations import list_kits_near
from web.child_pool import StoppedError, run_task
from web.view import render_view

MAKE = "make"
EXAMPLE = (
    "Title,Level,Place,Pay\n"
    'Software Engineer,Senior,"Denver, CO",150000-185000\n'
    'Registered Nurse,,"Portland, Oregon",42-58 an hour\n'
    'Data Analyst,,"Berlin, Germany (hybrid)",55000-70000 EUR\n'
)
TEMPLATES_KNOWN = 100  # of occupations, in one reading of a table


class TableForm(forms.Form):
    """A table of openings: a file, or rows copied from a spreadsheet."""

    file = forms.FileField(
        required=False,
        label=gettext_lazy("Choose a file"),
        help_text=gettext_lazy("A CSV or XLSX file from a spreadsheet."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )
    rows = forms.CharField(
        required=False,
        max_length=LARGEST_UPLOAD,
        label=gettext_lazy("Or paste the rows, including the header"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean(self) -> dict[str, Any]:
        """The cleaned data with `content`, the bytes of the file or else of the pasted rows. Adds an error where there
        is neither, or the file is too large.
        """
        cleaned = super().clean() or {}
        file, rows = cleaned.get("file"), cleaned.get("rows", "")
        if file and file.size > LARGEST_UPLOAD:
            self.add_error("file", _("The file is larger than 500 KB. Split it, or paste fewer rows."))
        elif not self.errors and not file and not rows.strip():
            self.add_error("file", _("Choose a file, or paste rows."))
        cleaned["content"] = file.read() if file and not self.errors else rows.encode()
        return cleaned


class TableView(ListPage, frozen=True, kw_only=True):
    """The page of a table: `drafts` would be made of it, `rows` posts the same table again, and `faults` are its
    errors. `unread` names the columns that aren't used.
    """

    template = "packs/openings_table.html"

    form: TableForm
    faults: list[TableFault]
    drafts: list[OpeningDraft]
    unread: str
    rows: str
    most: int
    example: str
    stopped: str


@opened_list
@require_http_methods(["GET", "HEAD", "POST"])
def show_table(request: HttpRequest, opened: OpenList) -> HttpResponse:
    """The form for a table of openings. A POST shows what the table would make, or what is wrong with it (422, or 429
    beyond a day's share); a second POST stores the packs on the list and redirects.
    """
    if request.method != "POST":
        return _show_page(request, opened, TableForm())
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show_page(request, opened, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        company: ProfileInUse = request.find_company()  # type: ignore[attr-defined] # by middleware
        cells = run_task(read_cells, form.cleaned_data["content"])
        drafts, faults = _draft_rows(cells, company)
        if request.POST.get("do") == MAKE and drafts and not faults:
            allow_save(request, is_new=True, count=len(drafts))
            make_openings(opened.opening_list, opened.token, drafts, company)
            return redirect_303(opened.build_address())
    except StoppedError as error:
        return _show_page(request, opened, form, stopped=str(error), status=error.status)
    except ListFullError:
        message = _("A list can have up to %(most)s openings. Start another list for these.") % {"most": MOST_OPENINGS}
        return _show_page(request, opened, form, stopped=message, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    unread = cells.unread if cells else ()
    return _show_page(request, opened, form, drafts=drafts, faults=faults, unread=unread, status=status)


def _draft_rows(cells: TableCells | None, company: ProfileInUse) -> tuple[list[OpeningDraft], list[TableFault]]:
    """The openings of a table, each with what the company's profile says where the table says nothing."""
    drafts, faults = draft_openings(cells, TemplateFinder())
    filled = [fill_from_company(draft.description, company, draft.edition.kit) for draft in drafts]
    pairs = zip(drafts, filled, strict=True)
    return [msgspec.structs.replace(draft, description=description) for draft, description in pairs], faults


def _show_page(
    request: HttpRequest,
    opened: OpenList,
    form: TableForm,
    *,
    drafts: Iterable[OpeningDraft] = (),
    faults: Iterable[TableFault] = (),
    unread: Iterable[str] = (),
    stopped: str = "",
    status: int = 200,
) -> HttpResponse:
    view = TableView(
        opened=opened,
        here=_("Openings from a table"),
        tab="table",
        form=form,
        faults=[*faults],
        drafts=[] if faults else [*drafts],
        unread="; ".join(unread),
        rows=_write_rows(draft.row for draft in drafts),
        most=MOST_DRAFTS,
        example=EXAMPLE,
        stopped=stopped,
    )
    return render_view(request, view, status=status)


def _write_rows(rows: Iterable[TableRow]) -> str:
    """Rows as CSV, to be read again when they are made."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["Title", "Level", "Place", "Pay", "Role"])
    writer.writerows([row.title, row.level, row.place, row.pay, row.role] for row in rows)
    return text.getvalue()


class TemplateFinder:
    """Finds templates for the rows of one table, and keeps what it has found."""

    def __init__(self) -> None:
        self._find_edition = lru_cache(TEMPLATES_KNOWN)(live_edition)
        self._find_occupation = lru_cache(TEMPLATES_KNOWN)(find_occupation_edition)

    def find_named(self, name: str) -> Edition | None:
        """The template of a role or an occupation by its name or another title for it, or None."""
        role = next((role for role in current_names().roles if name == role.slug), None) or _find_role(name)
        if role:
            return self._find_edition(role.slug)
        match = _find_whole(name)
        return self._find_occupation(shorten_code(match.code)) if match else None

    def find_for_title(self, title: str) -> Edition | None:
        """The template for a title, with or without a rank, number or note: a role's first, then an occupation's; or
        None.
        """
        names = (title, cut_title(title))
        if role := next(filter(None, map(_find_role, names)), None):
            return self._find_edition(role.slug)
        match = next(filter(None, map(_find_whole, names)), None)
        if match is None:
            return None
        near = list_kits_near(match.code, title)
        return self._find_edition(near[0].slug) if near else self._find_occupation(shorten_code(match.code))

    def make_empty(self) -> Edition:
        """A template without lines and with questions that suit most jobs."""
        return make_edition(build_own_kit())


def _find_role(title: str) -> NamedRole | None:
    words = content_words(title)
    for asked in (words, drop_ranks(words)):
        mentions = current_names().cut_mentions(asked)
        if len(mentions) == 1 and mentions[0].roles:
            return mentions[0].roles[0]
    return None


def _find_whole(title: str) -> TitleMatch | None:
    """The occupation that has every word of a title, but for its rank."""
    return next((match for match in find_by_title(title, 1) if match.is_whole), None)
