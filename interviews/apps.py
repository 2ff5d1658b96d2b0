"""The question bank: competencies and their interview questions."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """The Django app of interview questions. The module `parts` says what it adds to other apps."""

    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"
