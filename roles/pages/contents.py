"""The contents list of a role page: its sections in the order of the page, those without anything left out."""

from django.utils.translation import gettext as _

from roles.kit.value import Kit


def list_contents(kit: Kit, *, related: bool = False) -> list[tuple[str, str]]:
    """The (anchor, label) pairs of a kit's page; `related` tells whether the page shows related roles."""
    sections: list[tuple[str, str, object]] = [
        ("overview", _("Overview"), kit.overview),
        ("job-description", _("Job description"), kit.job_description),
        ("responsibilities", _("Responsibilities"), kit.responsibilities),
        ("skills", _("Technical skills") if kit.is_technical else _("Skills"), kit.skills),
        ("salary", _("Salary benchmarks"), True),
        ("levels", _("Levels"), kit.levels),
        ("interview-questions", _("Interview questions"), kit.competencies),
        ("faq", _("Frequently asked questions"), kit.faqs),
        ("day", _("A typical day"), kit.day),
        ("first-90-days", _("First 90 days"), kit.outcomes),
        ("career-path", _("Career path"), kit.career_path),
        ("how-to-become", _("How to become one"), kit.how_to_become),
        ("comparisons", _("Compared with other roles"), kit.comparisons),
        ("related", _("Related roles"), related),
        ("author", _("Author and sources"), kit.author),
        ("changes", _("What changed"), True),
    ]
    return [(anchor, label) for anchor, label, content in sections if content]
