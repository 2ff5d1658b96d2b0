"""The workbench's addresses."""

from django.urls import path

from packs import review_views, views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/job-description/", views.job_description, name="job-description"),
    # /how-we-check/
    path("how-we-check/", review_views.how_we_check, name="how-we-check"),
]
