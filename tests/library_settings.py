"""The tests' settings for a site in a process of its own: static files come from where they are written."""

from tests.settings import *  # noqa: F403

WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
