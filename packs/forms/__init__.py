"""The form of a job description. What is posted is whole: it needs no memory on the server."""

from packs.forms.job_description import JobDescriptionForm

__all__ = ["JobDescriptionForm"]
