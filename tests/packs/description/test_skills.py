"""Lines follow the skill that is needed most, and none is lost."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from packs.description.arranging import follow_needs, list_warnings
from packs.description.starting import start_description
from packs.description.value import Need, kit_needs
from roles.kit.choices import Section
from tests.factories import technical_pm

KIT = technical_pm()
LINES = start_description(KIT, 1).lines
EDITORS = kit_needs(KIT)
needs = st.fixed_dictionaries(dict.fromkeys(EDITORS, st.sampled_from(Need)))
lines = st.tuples(
    *(
        st.builds(
            lambda line, section, keep: msgspec.structs.replace(line, section=section, keep=keep),
            st.just(line),
            st.sampled_from(Section),
            st.booleans(),
        )
        for line in LINES
    )
)


def asked(lines, skill, section=None):
    return [
        line
        for line in lines
        if line.keep
        and line.section in ((section,) if section else (Section.REQUIRED, Section.NICE_TO_HAVE))
        and skill in KIT.job_description[line.origin].skills
    ]


def changed(**changes):
    after = EDITORS | {name.replace("_", " "): need for name, need in changes.items()}
    return follow_needs(LINES, KIT, EDITORS, after)


@given(lines, needs, needs)
def test_no_line_is_lost_and_the_order_and_texts_are_kept(lines, before, after):
    followed = follow_needs(lines, KIT, before, after)
    assert [(line.id, line.text, line.origin) for line in followed] == [
        (line.id, line.text, line.origin) for line in lines
    ]


@given(lines, needs, needs)
def test_following_twice_changes_nothing_more(lines, before, after):
    once = follow_needs(lines, KIT, before, after)
    assert follow_needs(once, KIT, before, after) == once
    assert follow_needs(once, KIT, after, after) == once


@given(lines, needs, needs)
def test_only_what_a_candidate_brings_moves(lines, before, after):
    for old, new in zip(lines, follow_needs(lines, KIT, before, after), strict=True):
        if old.section not in (Section.REQUIRED, Section.NICE_TO_HAVE):
            assert new == old
        else:
            assert new.section in (Section.REQUIRED, Section.NICE_TO_HAVE)


@given(needs)
def test_the_kits_own_needs_bring_back_the_template(after):
    assert follow_needs(follow_needs(LINES, KIT, EDITORS, after), KIT, after, EDITORS) == LINES


def test_a_skill_made_a_must_moves_to_what_you_bring():
    followed = changed(Production_Coding=Need.HIGH)
    assert asked(followed, "Production Coding", Section.REQUIRED)
    assert not asked(followed, "Production Coding", Section.NICE_TO_HAVE)


def test_a_skill_made_optional_takes_along_the_lines_that_ask_for_nothing_more_important():
    followed = {
        line.id: line for line in follow_needs(LINES, KIT, EDITORS, EDITORS | {"SQL & Data Analysis": Need.OPTIONAL})
    }
    for line in LINES:
        skills = KIT.job_description[line.origin].skills
        if line.section is Section.REQUIRED:
            goes = skills == ["SQL & Data Analysis"]
            assert followed[line.id].section is (Section.NICE_TO_HAVE if goes else Section.REQUIRED)


def test_a_skill_that_is_not_needed_drops_the_lines_that_ask_only_for_it():
    followed = changed(Production_Coding=Need.NOT_NEEDED)
    assert not asked(followed, "Production Coding")
    assert len(asked(changed(System_Design=Need.NOT_NEEDED), "System Design")) == 2  # these ask for another skill too


def test_a_line_dropped_by_hand_stays_dropped():
    dropped = tuple(msgspec.structs.replace(line, keep=False) for line in LINES)
    followed = follow_needs(dropped, KIT, EDITORS, EDITORS | {"Production Coding": Need.HIGH})
    assert not any(line.keep for line in followed)


def test_asking_for_production_coding_as_a_must_is_warned_about():
    assert list_warnings(KIT, EDITORS) == []
    for need in (Need.HIGH, Need.MEDIUM):
        (warning,) = list_warnings(KIT, EDITORS | {"Production Coding": need})
        assert "Production Coding" in warning
