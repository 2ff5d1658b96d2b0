"""Benchmarks, pay-transparency rules and filed titles as CSV. What is exported comes in again without a change."""

import difflib
import logging
from collections import Counter
from datetime import date
from typing import Any, NamedTuple

import tablib
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from import_export.widgets import BooleanWidget, DateWidget, ForeignKeyWidget, IntegerWidget, Widget

from compensation.formulas import as_typed, defuse_formula
from compensation.imports.amounts import read_whole_amount
from compensation.imports.days import read_day
from compensation.imports.report import RefusedError
from compensation.models.benchmark import Benchmark
from compensation.models.pay_law import PayLawRule
from compensation.models.records import TitleMatch, find_unknown_level
from roles.models.working_copy import Role, Source
from web.bullets import drop_no_width, split_list

log = logging.getLogger(__name__)
# What a spreadsheet shows where a formula has failed.
FORMULA_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}


class PlainDiff(Diff):
    """The differences in a dry run, without the inline styles that the content policy blocks."""

    def as_html(self) -> list[str]:
        """One text for each column: the new value, or "before → after" where it changed. The template escapes them."""
        pairs = zip(self.left, self.right, strict=True)
        return [str(after) if self.new or before == after else f"{before} → {after}" for before, after in pairs]


class LinesWidget(Widget):
    """Turns a list into lines in one cell, and back."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        """The lines of a cell as a list."""
        return split_list(str(value or ""))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """The list as lines in one cell."""
        return "\n".join(value or [])


class WholeNumberWidget(IntegerWidget):
    """Reads a whole number with its digits grouped as in any country. One that could be read in two ways is refused."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        """The number in a cell, None for an empty one. Raises ValueError with what was expected."""
        if self.is_empty(value):
            return None
        try:
            return read_whole_amount(str(value))
        except RefusedError as error:
            raise ValueError(f"“{value}”: write a whole number in digits only, for example 90000.") from error


class DayWidget(DateWidget):
    """Reads a date that every country reads in the same way; one that two read differently is refused."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:
        """The date in a cell, None for an empty one. Raises ValueError with what was expected."""
        if not value or isinstance(value, date):
            return value or None
        try:
            return read_day(str(value))
        except RefusedError as error:
            raise ValueError(f"“{value}”: write the date with the year first, for example 2026-03-31.") from error


class YesOrNoWidget(BooleanWidget):
    """Reads yes or no in the words that people type; anything else is refused."""

    YES, NO = ("1", "true", "yes", "y", "on"), ("0", "false", "no", "n", "off")

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> bool:
        """Whether a cell says yes. Raises ValueError where it says neither, or is empty."""
        word = str(value if value is not None else "").strip().lower()
        if word not in (*self.YES, *self.NO):
            raise ValueError(f"“{value}”: write 1 for yes or 0 for no.")
        return word in self.YES


class SlugWidget(ForeignKeyWidget):
    """Turns a row into its slug in a cell, and back."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> models.Model | None:
        """The row with the slug in the cell, None for an empty cell. One query. Raises ValueError for an unknown slug,
        with the slugs that come close (one more query).
        """
        try:
            found: models.Model | None = super().clean(value, row, **kwargs)
        except ObjectDoesNotExist as error:
            slugs = self.model._default_manager.values_list("slug", flat=True)
            close = " or ".join(f"“{slug}”" for slug in difflib.get_close_matches(str(value), slugs))
            hint = f" Did you mean {close}?" if close else ""
            raise ValueError(f"There is no {self.model._meta.verbose_name} “{value}.”{hint}") from error
        return found


class WordedError(NamedTuple):
    """An error of a file or a row in words for people, without places in the code."""

    error: str
    traceback: str = ""


def word_error(error: Any) -> WordedError:
    """An error in words for people. One that isn't meant for people is logged, and gets general words."""
    if isinstance(error.error, ValidationError):
        return WordedError(" ".join(error.error.messages))
    if isinstance(error.error, ValueError):
        return WordedError(str(error.error))
    log.error("a table couldn't be imported", exc_info=error.error)
    return WordedError("This couldn’t be read or stored. The site’s log says why: ask an administrator.")


class CsvResource(ModelResource):
    """Base of the imports: rows are checked as in the admin, unchanged rows are skipped, and one error refuses the
    whole file.
    """

    class Meta:
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True

    def import_data(self, *args: Any, **kwargs: Any) -> Any:
        """The result of an import or of its dry run, with errors in words for people."""
        result = super().import_data(*args, **{"rollback_on_validation_errors": True, **kwargs})
        result.base_errors = [word_error(error) for error in result.base_errors]
        for row in result.rows:
            row.errors = [word_error(error) for error in row.errors]
        return result

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        """Check the header. Raises ValueError where a key column is missing, and where a column is unknown or stands
        twice.
        """
        self.rows_by_key: dict[tuple[str, ...], int] = {}
        known = [field.column_name for field in self.get_import_fields()]
        header = [str(name).strip().lower() for name in dataset.headers or []]
        while header and not header[-1]:
            header.pop()
        dataset.headers = [*header, *("" for _ in range(len(dataset.headers or []) - len(header)))]
        missing = [name for name in self.get_import_id_fields() if name not in header]
        unknown = [name or "without a name" for name in header if name not in known]
        said = [*(f"There is no column “{name}.”" for name in missing)]
        said += [f"The table has no column “{name}.”" for name in unknown]
        said += [f"The column “{name}” appears twice." for name, times in Counter(header).items() if times > 1]
        if said:
            raise ValueError(f"{' '.join(said)} The first row names the columns: {', '.join(known)}.")

    def validate_instance(
        self, instance: models.Model, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Check a row as in the admin. Raises ValidationError by column, also for an empty cell that needs a value."""
        try:
            super().validate_instance(instance, import_validation_errors, validate_unique)
        except ValidationError as error:
            for fault in (fault for faults in error.error_dict.values() for fault in faults):
                if fault.code in ("null", "blank"):
                    fault.message = "This is empty and needs a value."
            raise

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        """The stored row with the key of this row, or None. An unreadable key gives None: its column reports the error
        later.
        """
        try:
            return super().get_instance(instance_loader, row)
        except ValueError:
            return None

    def export_field(self, field: Field, instance: Any, **kwargs: Any) -> Any:
        """The text of a cell, changed so that no spreadsheet runs it as a formula."""
        return defuse_formula(super().export_field(field, instance, **kwargs))

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Turn the cells back into what was typed, without characters of no width; an empty cell becomes None where the
        column may be null. Raises ValueError for a formula that has failed, and for a row with the key of one above.
        """
        for name, cell in [*row.items()]:
            if cell in FORMULA_ERRORS:
                raise ValueError(f"Column {name}: the spreadsheet shows the error {cell} here.")
            typed = as_typed(cell)
            row[name] = drop_no_width(typed) if isinstance(typed, str) else typed
        for field in self._meta.model._meta.concrete_fields:
            if field.null and row.get(field.name) == "":
                row[field.name] = None

        names = self.get_import_id_fields()
        key = tuple(str(row.get(name) or "").strip().casefold() for name in names)
        number = kwargs["row_number"] + 1  # below the header
        first = self.rows_by_key.setdefault(key, number)
        if any(key) and first != number:
            raise ValueError(f"This has the same {' and '.join(names)} as row {first}. Keep one of the two.")

    @classmethod
    def widget_kwargs_for_field(cls, field_name: str, django_field: models.Field) -> dict[str, Any]:
        """The widget's arguments. They make an empty cell None where the column may be null."""
        kwargs: dict[str, Any] = super().widget_kwargs_for_field(field_name, django_field)
        return kwargs | {"allow_blank": False} if "allow_blank" in kwargs and django_field.null else kwargs

    @classmethod
    def widget_from_django_field(cls, f: Any, default: Any = Widget) -> Any:
        """The widget for a column, a strict one for whole numbers, for dates and for yes or no."""
        if isinstance(f, models.BooleanField):
            return YesOrNoWidget
        if isinstance(f, models.DateField):
            return DayWidget
        if isinstance(f, models.IntegerField) and not f.is_relation:
            return WholeNumberWidget
        return super().widget_from_django_field(f, default)

    def get_diff_class(self) -> type[Diff]:
        """The class that compares rows for the dry run."""
        return PlainDiff


class BenchmarkResource(CsvResource):
    """Import and export of editorial pay ranges. `role` and `source` are slugs; a row is identified by its role and
    name.
    """

    role = Field("role", "role", widget=SlugWidget(Role, "slug"))
    source = Field("source", "source", widget=SlugWidget(Source, "slug"))

    class Meta(CsvResource.Meta):
        model = Benchmark
        exclude = ["id"]
        import_id_fields = ["role", "name"]

    def validate_instance(
        self, instance: models.Model, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Check a row as in the admin. Raises ValidationError also for a level that the role doesn't have."""
        errors = dict(import_validation_errors or {})
        if (
            isinstance(instance, Benchmark)
            and instance.role_id
            and (said := find_unknown_level(instance.role, instance.level))
        ):
            errors["level"] = ValidationError(said)
        super().validate_instance(instance, errors, validate_unique)

    def after_save_instance(self, instance: Benchmark, row: Any, **kwargs: Any) -> None:
        """Count a save of the role whose range was imported."""
        instance.role.count_save()


class PayLawRuleResource(CsvResource):
    """Import and export of the rules of pay law by slug. A list is in one cell, one line each."""

    requires = Field("requires", "requires", widget=LinesWidget())
    bans = Field("bans", "bans", widget=LinesWidget())
    meeting_words = Field("meeting_words", "meeting_words", widget=LinesWidget())
    breaking_words = Field("breaking_words", "breaking_words", widget=LinesWidget())
    unconfirmed = Field("unconfirmed", "unconfirmed", widget=LinesWidget())

    class Meta(CsvResource.Meta):
        model = PayLawRule
        import_id_fields = ["slug"]


class TitleMatchResource(CsvResource):
    """Import and export of filed titles; a row is identified by its role and title."""

    class Meta(CsvResource.Meta):
        model = TitleMatch
        import_id_fields = ["role", "title"]
        fields = ["role", "level", "title"]
