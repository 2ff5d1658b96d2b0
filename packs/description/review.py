"""The review of a job description: its findings."""

from packs.description.posting import add_kit, build_posting
from packs.description.value import JobDescription
from packs.review.finding import Finding
from packs.review.reviewing import review_posting
from roles.kit.value import Kit
from web.child_pool import run_task


def find_in_description(description: JobDescription, kit: Kit) -> list[Finding]:
    """What the checks find, in reading order. Raises StoppedError where they take more than they may."""
    return run_task(review_posting, add_kit(build_posting(description), description, kit))
