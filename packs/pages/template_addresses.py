"""Where the template of a job description is at home: at its role, at its occupation, or at the review of own texts."""

from django.urls import reverse

from occupations.codes import read_occupation_slug

OWN_SLUG = "job-of-your-own"  # of the kit for a text that is compared with nothing
_OWN_PAGES = {"role-detail": "own", "job-description": "own-job", "interview-kit": "own-interviews"}
_OCCUPATION_PAGES = {
    "role-detail": "occupation-code",
    "job-description": "occupation-job",
    "interview-kit": "occupation-interviews",
}


def home_path(slug: str) -> str:
    """The page of the role, or of the occupation, that a kit's slug names."""
    return _find_page(slug, "role-detail")


def job_path(slug: str) -> str:
    """The path of the workbench for the job description of a role or an occupation, by its kit's slug."""
    return _find_page(slug, "job-description")


def interviews_path(slug: str) -> str:
    """The path of the workbench for the interviews of a role or an occupation, by its kit's slug."""
    return _find_page(slug, "interview-kit")


def count_path(slug: str) -> str:
    """The address that counts its copies; "" where it is no role's, whose copies nobody counts."""
    is_role = slug != OWN_SLUG and not read_occupation_slug(slug)
    return reverse("count-copied", args=[slug]) if is_role else ""


def plan_path(slug: str) -> str:
    """The planner of its pay range; for an occupation the page that says what it earns; "" for a text of one's own."""
    if slug == OWN_SLUG:
        return ""
    soc = read_occupation_slug(slug)
    return reverse("occupation-code", args=[soc]) if soc else reverse("salary", args=[slug]) + "#planner"


def _find_page(slug: str, page: str) -> str:
    if slug == OWN_SLUG:
        return reverse(_OWN_PAGES[page])
    soc = read_occupation_slug(slug)
    return reverse(_OCCUPATION_PAGES[page], args=[soc]) if soc else reverse(page, args=[slug])
