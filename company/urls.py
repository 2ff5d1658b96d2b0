"""The address of the brand's logo."""

from django.urls import path

from company.views import show_logo

urlpatterns = [
    path("brand/logo.png", show_logo, name="brand-logo"),
]
