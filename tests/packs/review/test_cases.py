"""Small texts, each for one kind of fault, and variants of the kind: what is found, passed and asked by law."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from compensation.pay_law.table import shipped_rules
from packs.pay_law.places import work_place
from packs.reading import read_pasted
from packs.review_report import ReviewReport, report_posting

HERE = Path(__file__).parent
RULES = shipped_rules()
DAY = date(2026, 11, 29)


class Case(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A text; the checks that it raises and passes, each with words; a place, what it asks, a status."""

    text: str
    why: str
    raises: list[tuple[str, str]] = []
    passes: list[tuple[str, str]] = []
    law: tuple[str, str, str] | None = None


class Variants(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Lines under the requirements of a job, with a fault and without."""

    title: str
    finds: list[str]
    passes: list[str]


CASES = msgspec.yaml.decode((HERE / "cases.yaml").read_bytes(), type=list[Case])
VARIANTS = msgspec.yaml.decode((HERE / "variants.yaml").read_bytes(), type=dict[str, Variants])


def review(text: str, place: str = "US-CO") -> ReviewReport:
    country, _, region = place.partition("-")
    known = work_place(country=country, region=region)
    assert known
    return report_posting(read_pasted(text), RULES, [known], DAY)


def raised_in(line: str, title: str) -> set[str]:
    text = f"{title}\n\nRequirements\n- {line}\n- SQL\n"
    return {finding.check for finding in review(text).findings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_a_case_is_read_as_a_careful_reader_does(case: Case):
    report = review(case.text, case.law[0] if case.law else "US-CO")
    for check, quote in case.raises:
        assert [finding for finding in report.findings if finding.check == check and quote in finding.quote]
    for check, quote in case.passes:
        assert not [finding for finding in report.findings if finding.check == check and quote in finding.quote]
    if case.law:
        _, asks, status = case.law
        assert {answer.status for answer in report.law if asks in answer.asks} == {status}


@pytest.mark.parametrize(
    ("check", "line"), [(check, line) for check, these in VARIANTS.items() for line in these.finds]
)
def test_a_line_with_the_fault_is_found(check: str, line: str):
    assert check in raised_in(line, VARIANTS[check].title)


@pytest.mark.parametrize(
    ("check", "line"), [(check, line) for check, these in VARIANTS.items() for line in these.passes]
)
def test_a_line_without_the_fault_passes(check: str, line: str):
    assert check not in raised_in(line, VARIANTS[check].title)


def test_every_check_with_variants_has_at_least_four_of_both():
    assert len(VARIANTS) >= 14
    assert min(min(len(these.finds), len(these.passes)) for these in VARIANTS.values()) >= 4
