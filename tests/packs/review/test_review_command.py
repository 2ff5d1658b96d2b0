"""manage.py review: one document a line, in a shape that scripts rely on."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from compensation.pay_law.rule import WorkPlace
from compensation.pay_law.table import shipped_rules
from packs.corpus.labelled import list_labelled
from packs.reading import read_pasted
from packs.review_report import report_posting

POSTING = """Florist

You tie the flowers. 17+ only.

Pay
The pay is $60,000-$70,000 a year.

How to apply
Send your resume to jobs@roses.example by March 5, 2027.
"""


SCHEMA = json.loads((Path(settings.BASE_DIR) / "docs" / "review-command.schema.json").read_text(encoding="utf-8"))
CORPUS = Path(settings.BASE_DIR) / "tests" / "packs" / "corpus"


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    path = tmp_path / "florist.txt"
    path.write_text(POSTING, encoding="utf-8")
    return path


def review(*paths: Path, **options: str) -> list[dict[str, Any]]:
    out = StringIO()
    arguments = [f"--{name}={value}" for name, value in options.items()]
    call_command("review", *map(str, paths), *arguments, "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_prints_the_fields_of_the_schema(posting: Path):
    [report] = review(posting, place="US-CO", date="2027-01-31")
    assert list(report) == ["title", "company", "places", "sections", "pay", "findings", "law"]
    assert report["title"] == "Florist"
    assert report["sections"][0] == {"kind": "about", "heading": "", "lines": ["You tie the flowers. 17+ only."]}
    [pay] = report["pay"]
    assert [*pay] == ["low", "high", "currency", "period", "kind"]
    assert (pay["low"], pay["high"], pay["currency"], pay["period"]) == (60000, 70000, "USD", "year")


def test_it_prints_what_the_checks_find(posting: Path):
    [report] = review(posting)
    found = {finding["check"]: finding for finding in report["findings"]}
    assert found["age-language"] == {
        "check": "age-language",
        "severity": "error",
        "quote": "17+ only",
        "message": "Age: “17+ only.”",
    }


def test_it_holds_the_posting_against_the_law_of_a_place_on_a_day(posting: Path):
    [report] = review(posting, place="US-CO", date="2027-01-31")
    statuses = {answer["asks"]: answer["status"] for answer in report["law"]}
    assert {answer["rule"] for answer in report["law"]} == {"us-co"}
    assert (statuses["Benefits"], statuses["How to apply"]) == ("missing", "met")


def test_a_file_that_is_refused_gives_its_reason_and_the_others_are_read(posting: Path, tmp_path: Path):
    refused = tmp_path / "sheet.xyz"
    refused.write_bytes(b"x")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("review", str(refused), str(posting), "--json", stdout=out)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert [*first] == ["refused"]
    assert second["title"] == "Florist"


def test_it_refuses_a_place_that_is_none(posting: Path):
    with pytest.raises(CommandError, match="isn't a place"):
        call_command("review", str(posting), "--place", "Atlantis")


@pytest.mark.slow
def test_what_it_prints_of_labelled_postings_fits_the_published_schema(tmp_path: Path):
    paths = []
    for number, labelled in enumerate(list_labelled(CORPUS)[::8]):
        paths.append(tmp_path / f"{number}.{'md' if labelled.format == 'markdown' else 'txt'}")
        paths[-1].write_text(labelled.text, encoding="utf-8")
    reports = review(*paths, place="US-CO", date="2027-01-31")
    assert len(reports) == 34
    for report in reports:
        jsonschema.validate(report, SCHEMA)
        assert report["sections"]
        assert report["law"]


def test_a_refusal_fits_the_published_schema():
    jsonschema.validate({"refused": "The file is empty."}, SCHEMA)


def test_the_published_schema_refuses_a_report_without_its_findings(posting: Path):
    [report] = review(posting)
    del report["findings"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SCHEMA)


def test_a_file_that_is_not_there_is_refused_in_plain_words(tmp_path: Path):
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("review", str(tmp_path / "none.txt"), "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"refused": "No such file or directory."}


def test_the_place_that_is_given_says_which_dollars_they_are():
    posting = read_pasted("Nurse\n\nPay\n$31.42-$34.18 an hour\n\nYou give care.")
    rules = [rule for rule in shipped_rules() if rule.slug == "ca-on"]
    report = report_posting(posting, rules, [WorkPlace(country="CA", region="ON")], date(2026, 12, 15))
    assert report.law[0].status == "met"  # the width of a range is compared in Canadian dollars
    bare = read_pasted("Nurse\n\nPay\nSalary 52,000 - 58,000\n\nYou give care.")
    report = report_posting(bare, [], [WorkPlace(country="IT")], date(2026, 12, 15))
    assert [(pay.low, pay.currency) for pay in report.pay] == [(52_000, "EUR")]


def test_the_place_that_is_given_is_not_looked_for_in_the_title():
    posting = read_pasted("IT Specialist on Nights\n\nYou keep the servers of a shop running.")
    for place in (WorkPlace(country="IT"), WorkPlace(country="CA", region="ON")):
        found = report_posting(posting, [], [place], date(2026, 12, 15)).findings
        assert "title-place" not in {finding.check for finding in found}
