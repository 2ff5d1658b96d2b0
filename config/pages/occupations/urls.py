"""The addresses of occupations."""

from django.urls import path

import occupations.addresses  # noqa: F401 # the converter of codes
from config.pages.occupations import data, views

urlpatterns = [
    # /occupations/
    path("occupations/", views.list_all_occupations, name="occupation-list"),
    path("occupations/<soc:soc>/", views.show_occupation, name="occupation-code"),
    path("occupations/<soc:soc>/pay/", views.show_occupation_pay, name="occupation-pay"),
    path("occupations/<soc:soc>/pay/<slug:area>/", views.show_occupation_place, name="occupation-pay-in-area"),
    path("occupations/<soc:soc>/<slug:slug>/", views.show_occupation, name="occupation"),
    path("occupations/<soc:soc>.json", data.show_json, name="occupation-json"),
    path("occupations/<soc:soc>.csv", data.show_csv, name="occupation-csv"),
    # /api/
    path("api/occupations/", data.api_occupations, name="api-occupations"),
]
