"""What search finds in a kit's question bank."""

from collections.abc import Iterator

from roles.kit import Kit
from roles.prose import plain_text
from roles.search import Entry


def question_entries(kit: Kit) -> Iterator[Entry]:
    """Each interview question, found by its words, its competency and why it is asked."""
    for competency, question in kit.questions():
        yield Entry(
            kind="question",
            title=question.text,
            text=plain_text(question.why),
            keywords=f"interview question {competency.name} {kit.title} {kit.short_title}",
            group=competency.name,
            anchor=f"#question-{question.slug}",
        )
