"""The question bank: competencies and their interview questions."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """App of the question bank. What it adds to the others is in its module `parts`."""

    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"
