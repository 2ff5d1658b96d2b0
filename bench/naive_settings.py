"""The site's settings with the naive role page among its addresses."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.naive"
