"""The addresses of the brand: a style sheet for its color, and its logo."""

from django.urls import path

from company.views import show_brand_sheet, show_logo

urlpatterns = [
    path("brand/brand.css", show_brand_sheet, name="brand-sheet"),
    path("brand/logo.png", show_logo, name="brand-logo"),
]
