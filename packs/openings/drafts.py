"""From the rows of a table to openings, or to what is wrong with it: by row and column, in words."""

from collections.abc import Iterator
from typing import Protocol

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.starting import RANKS, at_level, start_description
from packs.description.value import JobDescription, OfferedPay
from packs.description.wording import find_home_dollar, pay_sentence
from packs.openings.cells import CellError, ReadPlace, read_pay_cell, read_place_cell
from packs.openings.table import LONGEST_CELL, MOST_DRAFTS, TableCells, TableRow
from roles.kit.value import Kit
from roles.models.edition import Edition

SHORT_LEVELS = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "mid-level": "mid", "mid level": "mid",
    "entry-level": "junior", "entry level": "junior",
}  # fmt: skip
COLUMN_LABELS = {
    "title": gettext_lazy("Title"),
    "level": gettext_lazy("Level"),
    "place": gettext_lazy("Place"),
    "pay": gettext_lazy("Pay"),
    "role": gettext_lazy("Role"),
}


class FindsTemplates(Protocol):
    """What finds the template for a row of a table; each method may run queries."""

    def find_named(self, name: str) -> Edition | None:
        """The template of the role or occupation with this name, or None."""

    def find_for_title(self, title: str) -> Edition | None:
        """The template that suits a job title, or None."""

    def make_empty(self) -> Edition:
        """A template without lines, for a job that no other one suits."""


class TableFault(msgspec.Struct, frozen=True):
    """An error in a cell, or in a whole row ("" as column) or a whole table (row 0)."""

    row: int
    column: str
    message: str


class OpeningDraft(msgspec.Struct, frozen=True):
    """An opening that a row describes: the row, the job description, and the template it is made from."""

    row: TableRow
    description: JobDescription
    edition: Edition

    @property
    def is_empty(self) -> bool:
        """Whether no template suits it, so that it starts without lines."""
        return not self.edition.kit.job_description

    @property
    def place(self) -> str:
        """The places in words, separated by semicolons; "" without one."""
        return "; ".join(map(str, self.description.places))

    @property
    def pay(self) -> str:
        """Its pay in words, such as Base salary: $90,000–$110,000 a year; "" without a figure."""
        return pay_sentence(self.description.pay, find_home_dollar(self.description))

    @property
    def template_json(self) -> str:
        """The kit's JSON for the pack to keep, "" where the template is a stored edition."""
        return "" if self.edition.pk else self.edition.kit_json


def draft_openings(cells: TableCells | None, finder: FindsTemplates) -> tuple[list[OpeningDraft], list[TableFault]]:
    """The openings that a table describes, and the errors in it. Where there is an error, none should be stored."""
    faults = [*_list_table_faults(cells)]
    if cells is None or "title" not in cells.columns:
        return [], faults
    drafts: list[OpeningDraft] = []
    for row in cells.rows:
        reader = RowReader(row, finder)
        drafts += [draft] if (draft := reader.draft_opening()) else []
        faults += reader.faults
    return drafts, sorted(faults, key=lambda fault: fault.row)


class RowReader:
    """Reads one row of a table; `faults` collects the errors in it."""

    def __init__(self, row: TableRow, finder: FindsTemplates) -> None:
        self.row, self.finder = row, finder
        self.faults: list[TableFault] = []

    def draft_opening(self) -> OpeningDraft | None:
        """The opening that the row describes. None where a cell has an error; `faults` then lists them."""
        for name in COLUMN_LABELS:
            if len(getattr(self.row, name)) > LONGEST_CELL:
                self._blame(
                    name, _("This cell has more than %(most)s characters. Shorten it.") % {"most": LONGEST_CELL}
                )
        if self.faults:
            return None
        if not self.row.title:
            self._blame("title", _("This cell is empty. Every opening needs a title."))
        edition = self._find_edition()
        level = self._choose_level(edition.kit)
        place = self._read_place()
        pay = self._read_pay(place, edition.kit.currency)
        if self.faults:
            return None
        return OpeningDraft(self.row, _describe_opening(self.row, edition, level, place, pay), edition)

    def _blame(self, column: str, message: str) -> None:
        self.faults.append(TableFault(self.row.number, str(COLUMN_LABELS[column]), message))

    def _find_edition(self) -> Edition:
        row = self.row
        edition = self.finder.find_named(row.role) if row.role else self.finder.find_for_title(row.title)
        if row.role and edition is None:
            self._blame(
                "role",
                _("No role or occupation is called “%(name)s.” Check the spelling, or leave the cell empty.")
                % {"name": row.role},
            )
        return edition or self.finder.make_empty()

    def _choose_level(self, kit: Kit) -> str:
        """The kit's level that the row names, or else the rank that its title begins with."""
        by_name = {level.name.casefold(): level.name for level in kit.levels}
        if not self.row.level:
            rank = _fold_level(self.row.title.partition(" ")[0])
            return by_name.get(rank, "") if rank.title() in RANKS else ""
        level = _fold_level(self.row.level)
        if level not in by_name:
            self._blame("level", _explain_levels(self.row.level, kit))
        return by_name.get(level, "")

    def _read_place(self) -> ReadPlace:
        try:
            return read_place_cell(self.row.place) if self.row.place else ReadPlace()
        except CellError as error:
            self._blame("place", str(error))
            return ReadPlace()

    def _read_pay(self, place: ReadPlace, currency: str) -> OfferedPay | None:
        try:
            return read_pay_cell(self.row.pay, place.countries, currency) if self.row.pay else None
        except CellError as error:
            self._blame("pay", str(error))
            return None


def _list_table_faults(cells: TableCells | None) -> Iterator[TableFault]:
    if cells is None:
        yield TableFault(0, "", _("This isn’t a table. Save it as CSV or XLSX, and try again."))
    elif cells.misquoted:
        message = _(
            "The quotation marks don’t match from this row on. Close those around a cell, and double those inside it."
        )
        yield TableFault(cells.misquoted, "", message)
    elif "title" not in cells.columns:
        message = _("The table has no “Title” column. Its first row has to name the columns: title, level, place, pay.")
        yield TableFault(0, "", message)
    elif not cells.rows and not cells.ragged:
        yield TableFault(0, "", _("The table has no rows below its header. Add one for each opening."))
    elif cells.is_cut:
        message = _("The table has more than %(most)s rows. Split it, and create the openings in several steps.") % {
            "most": MOST_DRAFTS
        }
        yield TableFault(0, "", message)
    for name in cells.doubled if cells else ():
        message = _("Two columns are called “%(name)s” and say different things. Keep one of them.")
        yield TableFault(0, "", message % {"name": name})
    for row in cells.ragged if cells else ():
        yield TableFault(
            row, "", _("This row has more cells than the header. Put quotes around any cell that contains a comma.")
        )


def _fold_level(name: str) -> str:
    """The name of a level as it is looked up: senior for Sr."""
    folded = name.casefold().rstrip(".")
    return SHORT_LEVELS.get(folded, folded)


def _explain_levels(level: str, kit: Kit) -> str:
    if not kit.job_description:
        return _("No kit fits the title, so there are no levels. Leave this cell empty, or name a kit under “Role.”")
    if not kit.levels:
        return _("The template “%(role)s” has no levels. Leave this cell empty.") % {"role": kit.title}
    message = _("“%(role)s” has no level “%(level)s.” Leave this blank, or enter one of these: %(levels)s.")
    return message % {"role": kit.title, "level": level, "levels": ", ".join(part.name for part in kit.levels)}


def _describe_opening(
    row: TableRow, edition: Edition, level: str, place: ReadPlace, pay: OfferedPay | None
) -> JobDescription:
    start = start_description(edition.kit, edition.number)
    description = at_level(start, edition.kit, level) if level else start
    return msgspec.structs.replace(
        description,
        title=row.title,
        places=place.places,
        workplace=place.workplace,
        pay=pay or description.pay,
    )
