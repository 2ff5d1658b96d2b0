"""Benchmarks, pay-transparency rules and filed titles as CSV. What is exported comes in again without a change."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from import_export.widgets import BooleanWidget, ForeignKeyWidget, IntegerWidget, Widget

from compensation.formulas import as_typed, defuse_formula
from compensation.imports.amounts import read_whole_amount
from compensation.imports.report import RefusedError
from compensation.models.benchmark import Benchmark
from compensation.models.pay_law import PayLawRule
from compensation.models.records import TitleMatch
from roles.models.working_copy import Role, Source
from web.bullets import split_list


class PlainDiff(Diff):
    """The dry run's difference without the inline styles that the site's policy blocks."""

    def as_html(self) -> list[str]:
        """Before and after as text, which the template escapes."""
        pairs = zip(self.left, self.right, strict=True)
        return [str(after) if self.new or before == after else f"{before} → {after}" for before, after in pairs]


class LinesWidget(Widget):
    """A list as lines of one cell."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[str]:
        """The lines of a cell."""
        return split_list(str(value or ""))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """The cell of a list."""
        return "\n".join(value or [])


class WholeNumberWidget(IntegerWidget):
    """A whole number, as people of any country group its digits. What could be read in two ways is refused."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> int | None:
        """The number of a cell. Raises ValueError with what was expected."""
        if self.is_empty(value):
            return None
        try:
            return read_whole_amount(str(value))
        except RefusedError as error:
            raise ValueError(f"“{value}”: write a whole number in digits alone, for example 90000.") from error


class YesOrNoWidget(BooleanWidget):
    """Yes or no in the words that people type. What is neither is refused."""

    YES, NO = ("1", "true", "yes", "y", "on"), ("0", "false", "no", "n", "off")

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> bool:
        """Whether a cell says yes. Raises ValueError where it says neither, as an empty one does."""
        word = str(value if value is not None else "").strip().lower()
        if word not in (*self.YES, *self.NO):
            raise ValueError(f"“{value}”: write 1 for yes or 0 for no.")
        return word in self.YES


class WholeFileError(NamedTuple):
    """A fault of a whole file, as the page of an import shows it."""

    error: str
    traceback: str = ""


class CsvResource(ModelResource):
    """Base: rows are checked like in admin, unchanged ones are left alone, and a fault keeps the whole file out."""

    class Meta:
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True

    def import_data(self, *args: Any, **kwargs: Any) -> Any:
        """What an import did or would do. A fault of the whole file is a sentence, without the places in the code."""
        result = super().import_data(*args, **kwargs)
        result.base_errors = [WholeFileError(str(error.error)) for error in result.base_errors]
        return result

    def export_field(self, field: Field, instance: Any, **kwargs: Any) -> Any:
        """A cell that no spreadsheet runs."""
        return defuse_formula(super().export_field(field, instance, **kwargs))

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Cells as they were typed. An empty one is no value where the column may have none."""
        for name, cell in [*row.items()]:
            row[name] = as_typed(cell)
        for field in self._meta.model._meta.concrete_fields:
            if field.null and row.get(field.name) == "":
                row[field.name] = None

    @classmethod
    def widget_kwargs_for_field(cls, field_name: str, django_field: models.Field) -> dict[str, Any]:
        """Text that may be null is null when its cell is empty."""
        kwargs: dict[str, Any] = super().widget_kwargs_for_field(field_name, django_field)
        return kwargs | {"allow_blank": False} if "allow_blank" in kwargs and django_field.null else kwargs

    @classmethod
    def widget_from_django_field(cls, f: Any, default: Any = Widget) -> Any:
        """The widgets that refuse what they can't read for certain."""
        if isinstance(f, models.BooleanField):
            return YesOrNoWidget
        if isinstance(f, models.IntegerField) and not f.is_relation:
            return WholeNumberWidget
        return super().widget_from_django_field(f, default)

    def get_diff_class(self) -> type[Diff]:
        """The difference that the dry run shows."""
        return PlainDiff


class BenchmarkResource(CsvResource):
    """Editorial pay ranges. `role` and `source` are slugs; role and name tell rows apart."""

    role = Field("role", "role", widget=ForeignKeyWidget(Role, "slug"))
    source = Field("source", "source", widget=ForeignKeyWidget(Source, "slug"))

    class Meta(CsvResource.Meta):
        model = Benchmark
        exclude = ["id"]
        import_id_fields = ["role", "name"]

    def validate_instance(
        self, instance: Benchmark, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Check like in admin, and that the role has the level that the row names."""
        errors = dict(import_validation_errors or {})
        levels = instance.role.levels.values_list("name", flat=True) if instance.role_id else ()
        if instance.level and instance.level not in levels:
            known = ", ".join(levels) or "none"
            errors["level"] = ValidationError(f"No level of the role is named “{instance.level}”. It has: {known}.")
        super().validate_instance(instance, errors, validate_unique)

    def after_save_instance(self, instance: Benchmark, row: Any, **kwargs: Any) -> None:
        """Count the change of the role."""
        instance.role.count_save()


class PayLawRuleResource(CsvResource):
    """Pay-transparency rules by slug. Lists stand in one cell, a line each."""

    requires = Field("requires", "requires", widget=LinesWidget())
    bans = Field("bans", "bans", widget=LinesWidget())
    meeting_words = Field("meeting_words", "meeting_words", widget=LinesWidget())
    breaking_words = Field("breaking_words", "breaking_words", widget=LinesWidget())
    unconfirmed = Field("unconfirmed", "unconfirmed", widget=LinesWidget())

    class Meta(CsvResource.Meta):
        model = PayLawRule
        import_id_fields = ["slug"]


class TitleMatchResource(CsvResource):
    """Filed titles, each known by its role and itself."""

    class Meta(CsvResource.Meta):
        model = TitleMatch
        import_id_fields = ["role", "title"]
        fields = ["role", "level", "title"]
