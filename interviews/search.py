"""What search finds in a kit's question bank, and the index behind the questions of every role."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roles.kit.prose import plain_text
from roles.kit.value import Kit
from roles.search.entries import Entry

if TYPE_CHECKING:  # this module is read before the models are there
    from roles.models import Edition


def question_entries(kit: Kit) -> Iterator[Entry]:
    """Each interview question, found by its words, its competency and why it is asked."""
    for competency, question in kit.list_questions():
        yield Entry(
            kind="question",
            title=question.text,
            text=plain_text(question.why),
            keywords=f"interview question {competency.name} {kit.title} {kit.short_title}",
            group=competency.name,
            anchor=f"#question-{question.slug}",
        )


def index_questions(edition: "Edition", kit: Kit) -> None:
    """Write a row for each question of an edition, in the order of its kit."""
    from interviews.models import QuestionEntry  # noqa: PLC0415 as above

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
