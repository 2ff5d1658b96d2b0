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
    """The path of the page of a role or an occupation, by its kit's slug."""
    return _find_page(slug, "role-detail")


def job_path(slug: str) -> str:
    """The path of the workbench for the job description of a role or an occupation, by its kit's slug."""
    return _find_page(slug, "job-description")


def interviews_path(slug: str) -> str:
    """The path of the workbench for the interviews of a role or an occupation, by its kit's slug."""
    return _find_page(slug, "interview-kit")


def count_path(slug: str) -> str:
    """The path that counts copies of a role's texts, "" for a kit that is no role's: those copies aren't counted."""
    is_role = slug != OWN_SLUG and not read_occupation_slug(slug)
    return reverse("count-copied", args=[slug]) if is_role else ""


def plan_path(slug: str) -> str:
    """The path of the planner of a role's pay range, or of an occupation's pay; "" for a kit of one's own."""
    if slug == OWN_SLUG:
        return ""
    soc = read_occupation_slug(slug)
    return reverse("occupation-code", args=[soc]) if soc else reverse("salary", args=[slug]) + "#planner"


def _find_page(slug: str, page: str) -> str:
    if slug == OWN_SLUG:
        return reverse(_OWN_PAGES[page])
    soc = read_occupation_slug(slug)
    return reverse(_OCCUPATION_PAGES[page], args=[soc]) if soc else reverse(page, args=[slug])
