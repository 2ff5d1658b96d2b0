"""Every check finds its own example and passes the other one; the data files hold together."""

import pytest

from packs.review.check import ReviewCheck
from packs.review.checks import ALL_CHECKS, BY_ID
from packs.review.checks.gendered import PRONOUN_SOURCE
from packs.review.phrases import PHRASES
from packs.review.sources import PROFILES, REVIEW_SOURCES


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_it_raises_its_example_and_passes_the_other(check: ReviewCheck):
    assert list(check.run_check(check.raises))
    assert list(check.run_check(check.passes)) == []


def test_every_check_has_an_id_of_its_own():
    assert len(BY_ID) == len(ALL_CHECKS) > 30


def test_every_check_and_profile_names_a_source():
    assert {check.source for check in ALL_CHECKS} | {profile.source for profile in PROFILES.values()} <= set(
        REVIEW_SOURCES
    )


def test_every_source_is_named_somewhere():
    named = {check.source for check in ALL_CHECKS} | {profile.source for profile in PROFILES.values()}
    assert named | {phrase.source for phrase in PHRASES if phrase.source} | {PRONOUN_SOURCE} == set(REVIEW_SOURCES)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.find[:30])
def test_every_phrase_belongs_to_a_check_and_says_what_to_write_instead(phrase):
    assert phrase.check in BY_ID
    assert phrase.instead.endswith((".", "?"))


def test_what_breaks_the_law_is_an_error_and_taste_is_a_notice():
    severities = {check.id: check.severity.value for check in ALL_CHECKS}
    errors = {check for check, severity in severities.items() if severity == "error"}
    assert errors == {
        "blank",
        "title-gendered",
        "age-language",
        "origin-language",
        "ability-language",
        "gendered-words",
        "personal-life",
        "salary-history",
        "unpaid-trial",
    }
    assert severities["gender-coded"] == severities["cliche"] == severities["reading-grade"] == "notice"
    assert severities["too-many-must-haves"] == severities["pay-wide"] == "warning"
