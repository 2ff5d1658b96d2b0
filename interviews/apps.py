"""The question bank: competencies and their interview questions."""

from django.apps import AppConfig

from interviews.search import index_questions, question_entries
from roles.search import finds, indexes


class InterviewsConfig(AppConfig):
    """App of the question bank."""

    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name what search finds in this app's parts."""
        finds(question_entries, question="Interview questions")
        indexes(index_questions)
