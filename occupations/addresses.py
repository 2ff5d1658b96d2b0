"""How the code of an occupation stands in an address, and the addresses of the pages.

Importing this makes the path converter "soc" known.
"""

from django.urls import register_converter, reverse


class SocConverter:
    """A SOC code, or the O*NET-SOC code of a part of such an occupation."""

    regex = r"[0-9]{2}-[0-9]{4}(?:\.(?!00)[0-9]{2})?"

    def to_python(self, value: str) -> str:
        """The code as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it goes into the address."""
        return value


register_converter(SocConverter, "soc")


def occupation_path(short_code: str, slug: str) -> str:
    """The path of an occupation's page."""
    return reverse("occupation", args=[short_code, slug])
