"""A posting beside a kit: skills and sections that only one of them has."""

from packs.posting.value import Kind
from packs.reading import compare_with_kit, read_pasted
from packs.review.from_kit import template_posting
from tests.factories import technical_pm

BROUGHT = """# Technical Product Manager

## What you will do

- Design GraphQL APIs with engineers

## Requirements

- Query our databases in SQL
- A driving license
- Fluent German

## Benefits

- A bicycle
"""


def test_it_says_which_skills_the_posting_lacks():
    comparison = compare_with_kit(read_pasted(BROUGHT), technical_pm())
    assert {skill.name for skill in comparison.shared_skills} == {"APIs & Integrations", "SQL & Data Analysis"}
    assert {"System Design", "Code Reading"} <= {skill.name for skill in comparison.missing_skills}


def test_it_says_what_the_posting_asks_that_the_kit_does_not():
    comparison = compare_with_kit(read_pasted(BROUGHT), technical_pm())
    assert [line.text for line in comparison.own_lines] == ["A driving license", "Fluent German"]


def test_it_compares_sections_both_ways():
    comparison = compare_with_kit(read_pasted(BROUGHT), technical_pm())
    assert comparison.missing_sections == (Kind.ABOUT, Kind.NICE_TO_HAVE, Kind.COMPENSATION)
    assert comparison.own_sections == (Kind.BENEFITS,)


def test_a_kit_lacks_little_of_its_own_template():
    """The comparison is by words: the template says technologies where the skill says tech."""
    comparison = compare_with_kit(template_posting(technical_pm()), technical_pm())
    assert comparison.missing_sections == comparison.own_sections == ()
    assert {skill.name for skill in comparison.missing_skills} <= {
        "Code Reading",
        "Production Coding",
        "Tech Stack Knowledge",
    }


def test_every_skill_is_either_shared_or_missing():
    kit = technical_pm()
    comparison = compare_with_kit(read_pasted(BROUGHT), kit)
    both = [*comparison.shared_skills, *comparison.missing_skills]
    assert sorted(skill.name for skill in both) == sorted(skill.name for skill in kit.skills)
