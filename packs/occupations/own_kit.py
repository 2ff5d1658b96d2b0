"""A kit for a job that is compared with no role and no occupation: no lines, and questions that fit most jobs."""

from datetime import date

from interviews.shared.choosing import choose_competencies
from interviews.shared.shipped import read_shipped_bank
from packs.occupations.kit import MOST_COMPETENCIES
from packs.occupations.musts import GENERAL_SKILLS, GENERAL_STYLES
from packs.pages.template_addresses import OWN_SLUG
from roles.kit.choices import AuthorKind
from roles.kit.value import Kit, KitAuthor

SOURCE = "nothing"


def build_own_kit() -> Kit:
    """The kit with which the workbench works on a text without a role. Always the same."""
    general = [rating.element for rating in (*GENERAL_SKILLS, *GENERAL_STYLES)]
    return Kit(
        slug=OWN_SLUG,
        title="Your own",
        short_title="Your own",
        family="Your own",
        summary="A job description of your own.",
        figures_year=date.today().year,
        figures_source=SOURCE,
        overview="A job description of your own.",
        job_description=[],
        responsibilities=[],
        skills=[],
        competencies=choose_competencies(read_shipped_bank(), general, {}, MOST_COMPETENCIES),
        faqs=[],
        author=KitAuthor(slug="you", name="You", kind=AuthorKind.PERSON, bio="You wrote it."),
        credit="You wrote it.",
        sources=[],
    )
