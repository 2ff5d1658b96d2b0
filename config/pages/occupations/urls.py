"""The addresses of occupations."""

from django.urls import path, register_converter

from config.pages.occupations import data, views


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

urlpatterns = [
    # /occupations/
    path("occupations/", views.list_all_occupations, name="occupation-list"),
    path("occupations/<soc:soc>/", views.show_occupation, name="occupation-code"),
    path("occupations/<soc:soc>/<slug:slug>/", views.show_occupation, name="occupation"),
    path("occupations/<soc:soc>.json", data.show_json, name="occupation-json"),
    path("occupations/<soc:soc>.csv", data.show_csv, name="occupation-csv"),
    # /api/
    path("api/occupations/", data.api_occupations, name="api-occupations"),
]
