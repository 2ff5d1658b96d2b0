"""The review of a job description: its findings, and what a rewrite changes."""

import msgspec

from packs.description.posting import add_kit, build_posting
from packs.description.value import JobDescription
from packs.description.wording import blank_values
from packs.review.finding import Finding
from packs.review.reviewing import review_posting
from packs.review.showing import find_source
from roles.kit.blanks import fill_blanks, format_runs, split_blanks
from roles.kit.value import Kit
from web.child_pool import run_task


def find_in_description(description: JobDescription, kit: Kit) -> list[Finding]:
    """What the checks find, in reading order. Raises StoppedError where they take more than they may."""
    return run_task(review_posting, add_kit(build_posting(description), description, kit))


def apply_replacement(description: JobDescription, kit: Kit, key: str) -> JobDescription:
    """The job description with a finding's replacement in its text; unchanged where the finding is gone."""
    posting = build_posting(description)
    found = run_task(review_posting, add_kit(posting, description, kit))
    finding = next((finding for finding in found if finding.key == key), None)
    if finding is None or finding.place is None or finding.replacement is None:
        return description
    source, values = find_source(posting, finding), blank_values(description)
    span = (finding.place.start, finding.place.end)

    def rewrite_text(text: str) -> str:
        return replace_span(text, values, span, finding.replacement or "")

    field, _, number = source.partition(":")
    if number:
        lines = getattr(description, field).splitlines()
        lines[int(number)] = rewrite_text(lines[int(number)])
        return msgspec.structs.replace(description, **{field: "\n".join(lines)})
    if field == "title":
        return msgspec.structs.replace(description, title=rewrite_text(description.title))
    return msgspec.structs.replace(
        description,
        lines=tuple(
            msgspec.structs.replace(line, text=rewrite_text(line.text)) if line.id == field else line
            for line in description.lines
        ),
    )


def replace_span(text: str, values: dict[str, str], span: tuple[int, int], new: str) -> str:
    """A text with blanks, in which `span` of what it says when filled is replaced. Blanks outside of it stay blanks."""
    start, end = span
    before, after, offset = "", "", 0
    for run in split_blanks(text):
        shown = format_runs(fill_blanks(str(run), values))
        first, last = max(start - offset, 0), max(end - offset, 0)
        untouched = first >= len(shown) or last <= 0
        before += str(run) if untouched and first >= len(shown) else "" if untouched else shown[:first]
        after += str(run) if untouched and first < len(shown) else "" if untouched else shown[last:]
        offset += len(shown)
    return before + new + after
