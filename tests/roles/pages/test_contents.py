from datetime import date
from pathlib import Path

from django.conf import settings

from roles.kit.choices import AuthorKind, Importance, PayKind, Section
from roles.kit.value import (
    Kit,
    KitAuthor,
    KitBenchmark,
    KitComparison,
    KitCompetency,
    KitDayItem,
    KitFaq,
    KitLevel,
    KitOutcome,
    KitResponsibility,
    KitSkill,
    KitSource,
    KitTemplateLine,
)
from roles.pages.contents import list_contents

SPARE = {
    "slug": "analyst",
    "title": "Analyst",
    "short_title": "Analyst",
    "family": "Data",
    "summary": "Answers questions with data.",
    "figures_year": 2026,
    "figures_source": "survey",
    "overview": "Text.",
    "job_description": [],
    "responsibilities": [],
    "skills": [],
    "competencies": [],
    "faqs": [],
    "author": KitAuthor(slug="board", name="Board", kind=AuthorKind.ORGANIZATION, bio="Text."),
    "credit": "Text.",
    "sources": [
        KitSource(slug="survey", publisher="P", title="T", period="2026", method="M", retrieved_on=date(2026, 1, 1))
    ],
}
FULL = {
    "job_description": [KitTemplateLine(section=Section.ABOUT, text="Line.")],
    "responsibilities": [KitResponsibility(name="Answer", text="Text.")],
    "skills": [KitSkill(name="SQL", importance=Importance.HIGH, covers="Queries")],
    "levels": [KitLevel(name="Mid")],
    "benchmarks": [
        KitBenchmark(
            name="Mid", low=1, high=2, kind=PayKind.BASE, currency="USD", area="Ohio", year=2026, source="survey"
        )
    ],
    "competencies": [KitCompetency(slug="data", name="Data", definition="Text.")],
    "faqs": [KitFaq(slug="why", question="Why?", answer="Text.", topic="Role")],
    "day": [KitDayItem(time="9:00 AM", activity="Reads.")],
    "outcomes": [KitOutcome(day=30, text="Reads.")],
    "career_path": "Text.",
    "how_to_become": ["Read."],
    "comparisons": [KitComparison(other="clerk", difference="D", choose_this="A", choose_other="B")],
}


def test_sections_without_anything_are_left_out():
    assert [anchor for anchor, _ in list_contents(Kit(**SPARE))] == ["overview", "salary", "author", "changes"]


def test_related_roles_are_listed_when_the_page_shows_them():
    assert ("related", "Related roles") in list_contents(Kit(**SPARE), related=True)


def test_every_section_of_the_contents_has_its_address_on_the_page_in_the_same_order():
    page = Path(settings.BASE_DIR, "templates/roles/role_detail.html").read_text()
    anchors = [anchor for anchor, _ in list_contents(Kit(**{**SPARE, **FULL}), related=True)]
    places = [page.index(f'id="{anchor}"') for anchor in anchors]
    assert len(anchors) == 16
    assert places == sorted(places)
