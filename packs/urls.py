"""The workbench's addresses."""

from django.urls import path

from packs import interview_views, review_views, views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/job-description/", views.job_description, name="job-description"),
    path("roles/<slug:slug>/interview-kit/", interview_views.interview_kit, name="interview-kit"),
    # /how-we-check/
    path("how-we-check/", review_views.how_we_check, name="how-we-check"),
]
