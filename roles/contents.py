"""The contents list of a role page: its sections in the order of the page, those without anything left out."""

from roles.kit import Kit


def contents(kit: Kit, *, related: bool = False) -> list[tuple[str, str]]:
    """The (anchor, label) pairs of a kit's page; `related` tells whether the page shows related roles."""
    sections: list[tuple[str, str, object]] = [
        ("overview", "Overview", kit.overview),
        ("job-description", "Job description", kit.job_description),
        ("responsibilities", "Responsibilities", kit.responsibilities),
        ("skills", "Technical skills", kit.skills),
        ("salary", "Salary benchmarks", True),
        ("levels", "Levels", kit.levels),
        ("interview-questions", "Interview questions", kit.competencies),
        ("faq", "Frequently asked questions", kit.faqs),
        ("day", "A typical day", kit.day),
        ("first-90-days", "First 90 days", kit.outcomes),
        ("career-path", "Career path", kit.career_path),
        ("how-to-become", "How to become one", kit.how_to_become),
        ("comparisons", "Compared with other roles", kit.comparisons),
        ("related", "Related roles", related),
        ("author", "Author and sources", kit.author),
        ("changes", "What changed", True),
    ]
    return [(anchor, label) for anchor, label, content in sections if content]
