"""What search finds in a kit's question bank, and the index behind the questions of every role."""

from collections.abc import Iterator

from interviews.models import QuestionEntry
from roles.kit.prose import plain_text
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.search.entries import Entry


def question_entries(kit: Kit) -> Iterator[Entry]:
    """An entry of the index for each interview question, found by its words and its competency.

    Results describe the competency. Why the question is asked would give an answer away, so only papers say it.
    """
    for competency, question in kit.list_questions():
        yield Entry(
            kind="question",
            title=question.text,
            text=plain_text(competency.definition),
            keywords=f"interview question {competency.name} {kit.title} {kit.short_title}",
            group=competency.name,
            anchor=f"#question-{question.slug}",
        )


def index_questions(edition: Edition, kit: Kit) -> None:
    """Store a row of the index for each question of an edition, in the kit's order."""
    QuestionEntry.objects.bulk_create(
        QuestionEntry(
            edition=edition,
            position=position,
            slug=question.slug,
            text=question.text,
            why=question.why,
            competency=competency.name,
            kind=question.kind,
            level=question.level or "",
            minutes=question.minutes,
        )
        for position, (competency, question) in enumerate(kit.list_questions())
    )
