from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from compensation.models.official import AreaFactor, OewsFigure, WageLevel
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import FiledOccupation, PaySummary
from roles.models.working_copy import Source

pytestmark = pytest.mark.django_db
RECORD = {
    "case_number": "1", "title": "T", "employer": "E", "area": "US", "annual_base": 1, "currency": "USD",
    "year": "2024",
}  # fmt: skip
SUMMARY = {
    "role": "r", "area": "US", "year": "2024", "period": "2024", "currency": "USD", "n": 10, "employers": 10,
    "largest_share": 0.1, "p10": 1, "p25": 2, "p50": 3, "p75": 4, "p90": 5,
}  # fmt: skip
OCCUPATION = {"role": "r", "year": "2024", "period": "2024", "soc": "15-1252", "n": 5, "share": 0.5}
OEWS = {"year": 2024, "area": "US", "industry": "000000", "soc": "15-1252", "title": "T"}
LEVEL = {
    "year": "2025-26", "area_code": "1", "area_name": "A", "states": ["CA"], "soc": "15-1252",
    "level1": 1, "level2": 2, "level3": 3, "level4": 4,
}  # fmt: skip
FACTOR = {"area_code": "1", "area_name": "A", "states": ["CA"], "period": "P", "factor": 1, "occupations": 5}
TITLE = {"role": "r", "title": "T"}

BROKEN: list[tuple[str, type[models.Model], dict[str, Any], dict[str, Any]]] = [
    ("pay_record_pays", PayRecord, RECORD, {"annual_base": 0}),
    ("pay_record_quarter", PayRecord, RECORD, {"quarter": 5}),
    ("pay_summary_has_enough_records", PaySummary, SUMMARY, {"n": 4, "p10": None, "p90": None}),
    ("pay_summary_has_enough_records", PaySummary, SUMMARY, {"employers": 4}),
    ("pay_summary_has_enough_for_tails", PaySummary, SUMMARY, {"n": 9}),
    ("pay_summary_runs_upwards", PaySummary, SUMMARY, {"p25": 4}),
    ("filed_occupation_share", FiledOccupation, OCCUPATION, {"share": 1.5}),
    ("oews_top_code_is_known", OewsFigure, OEWS, {"top_coded_from": 90}),
    ("oews_figure_runs_upwards", OewsFigure, OEWS, {"p25": 2, "p75": 1}),
    ("wage_level_runs_upwards", WageLevel, LEVEL, {"level4": 0}),
    ("area_factor_is_positive", AreaFactor, FACTOR, {"factor": 0}),
]
TWICE: list[tuple[str, type[models.Model], dict[str, Any]]] = [
    ("compensation_payrecord_pkey", PayRecord, RECORD),
    ("pay_summary_once", PaySummary, SUMMARY),
    ("filed_occupation_once", FiledOccupation, OCCUPATION),
    ("oews_figure_once", OewsFigure, OEWS),
    ("wage_level_once", WageLevel, LEVEL),
    ("area_factor_once", AreaFactor, FACTOR),
    ("title_once_per_role", TitleMatch, TITLE),
]


def made(model: type[models.Model], values: dict[str, Any]) -> models.Model:
    if any(field.name == "source" for field in model._meta.fields):
        words = {"publisher": "A", "title": "B", "period": "C", "method": "D", "retrieved_on": date(2026, 1, 1)}
        values = {**values, "source": Source.objects.get_or_create(slug="s", defaults=words)[0]}
    return model(**values)


@pytest.mark.parametrize(("name", "model", "values", "changes"), BROKEN)
def test_the_database_and_the_form_refuse(
    name: str, model: type[models.Model], values: dict[str, Any], changes: dict[str, Any]
) -> None:
    row = made(model, {**values, **changes})
    with pytest.raises(ValidationError) as caught:
        row.validate_constraints()
    assert name not in str(caught.value), "the message is for people"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save()
    made(model, values).save()


@pytest.mark.parametrize(("name", "model", "values"), TWICE)
def test_a_row_stands_once(name: str, model: type[models.Model], values: dict[str, Any]) -> None:
    made(model, values).save()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        made(model, values).save(force_insert=True)


def test_a_record_names_a_source_that_exists() -> None:
    with pytest.raises(IntegrityError, match="pay_record_source_exists"), transaction.atomic():
        PayRecord(**RECORD, source_id="nobody").save()
    record = made(PayRecord, RECORD)
    record.save()
    with pytest.raises(IntegrityError, match="pay_record_source_exists"), transaction.atomic():
        PayRecord.objects.update(source_id="nobody")


def test_a_source_with_records_stays() -> None:
    made(PayRecord, RECORD).save()
    for statement in ("DELETE FROM roles_source", "UPDATE roles_source SET slug = 'other'"):
        with pytest.raises(IntegrityError, match="pay_record_source_stays"), transaction.atomic():
            connection.cursor().execute(f"{statement}; SET CONSTRAINTS ALL IMMEDIATE")


def test_every_constraint_is_tested() -> None:
    tested = {name for name, *_ in BROKEN} | {name for name, *_ in TWICE}
    models_ = {model for _, model, *_ in BROKEN} | {model for _, model, *_ in TWICE}
    named = {constraint.name for model in models_ for constraint in model._meta.constraints}
    assert tested == named | {"compensation_payrecord_pkey"}
