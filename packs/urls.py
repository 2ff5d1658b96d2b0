"""The workbench's addresses."""

from django.urls import path

from packs import views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/job-description/", views.job_description, name="job-description"),
]
