"""Where the template of a job description is at home: at its role, or at its occupation."""

from django.urls import reverse

from occupations.codes import read_occupation_slug


def home_path(slug: str) -> str:
    """The page of the role, or of the occupation, that a kit's slug names."""
    soc = read_occupation_slug(slug)
    return reverse("occupation-code", args=[soc]) if soc else reverse("role-detail", args=[slug])


def job_path(slug: str) -> str:
    """The page on which its job description is written."""
    soc = read_occupation_slug(slug)
    return reverse("occupation-job", args=[soc]) if soc else reverse("job-description", args=[slug])


def interviews_path(slug: str) -> str:
    """The page on which its interviews are planned."""
    soc = read_occupation_slug(slug)
    return reverse("occupation-interviews", args=[soc]) if soc else reverse("interview-kit", args=[slug])


def count_path(slug: str) -> str:
    """The address that counts its copies; "" for an occupation, whose copies nobody counts."""
    return "" if read_occupation_slug(slug) else reverse("count-copied", args=[slug])


def plan_path(slug: str) -> str:
    """The planner of its pay range; for an occupation the page that says what it earns."""
    soc = read_occupation_slug(slug)
    return reverse("occupation-code", args=[soc]) if soc else reverse("salary", args=[slug]) + "#planner"
