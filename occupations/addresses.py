"""How the code of an occupation stands in an address, and the addresses of the pages.

Importing this makes the path converter "soc" known.
"""

from django.urls import register_converter, reverse


class SocConverter:
    """A path converter for a SOC code, or for the O*NET-SOC code of a part of that occupation."""

    regex = r"[0-9]{2}-[0-9]{4}(?:\.(?!00)[0-9]{2})?"

    def to_python(self, value: str) -> str:
        """The code from an address, as it stands there."""
        return value

    def to_url(self, value: str) -> str:
        """The code for an address, as it is."""
        return value


register_converter(SocConverter, "soc")


def occupation_path(short_code: str, slug: str) -> str:
    """The path of an occupation's page, from its short code and slug."""
    return reverse("occupation", args=[short_code, slug])
