"""The question bank: competencies and their interview questions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from interviews.search import index_questions, question_entries
from roles.search.entries import register_finder, register_indexer


class InterviewsConfig(AppConfig):
    """App of the question bank."""

    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name what search finds in this app's parts, and what they are checked for."""
        from interviews.checks import questions_without_anchors  # noqa: PLC0415 # imports models
        from roles.publishing.checks import register_check  # noqa: PLC0415 # imports models

        register_finder(question_entries, question=_("Interview questions"))
        register_indexer(index_questions)
        register_check(questions_without_anchors)
