"""What search finds in a kit's question bank."""

from collections.abc import Iterator

from roles.kit import Kit
from roles.search import Entry


def question_entries(kit: Kit) -> Iterator[Entry]:
    """Each interview question, found by its words, its competency and why it is asked."""
    for competency, question in kit.questions():
        text = f"{competency.name}. {question.why} {kit.title}"
        yield Entry(kind="question", title=question.text, text=text, anchor=f"#question-{question.slug}")
