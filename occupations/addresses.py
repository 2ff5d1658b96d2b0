"""How the code of an occupation stands in an address. Importing this makes the path converter "soc" known."""

from django.urls import register_converter


class SocConverter:
    """A SOC code, or the O*NET-SOC code of a part of such an occupation."""

    regex = r"[0-9]{2}-[0-9]{4}(?:\.(?!00)[0-9]{2})?"

    def to_python(self, value: str) -> str:
        """The code."""
        return value

    def to_url(self, value: str) -> str:
        """The code."""
        return value


register_converter(SocConverter, "soc")
