"""The workbench's addresses."""

from django.urls import path

from packs.pages import how_we_check, own_text
from packs.pages.interview_kit.views import interview_kit
from packs.pages.job_description.views import job_description
from packs.pages.saved import interviews, views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/job-description/", job_description, name="job-description"),
    path("roles/<slug:slug>/interview-kit/", interview_kit, name="interview-kit"),
    # /how-we-check/
    path("how-we-check/", how_we_check.how_we_check, name="how-we-check"),
    # /review/
    path("review/", own_text.own, name="own"),
    # /packs/<token>/
    path("packs/", views.your_packs, name="packs"),
    path("packs/<str:token>/", views.edit, name="pack"),
    path("packs/<str:token>/interview-kit/", interviews.interviews, name="pack-interviews"),
    path("packs/<str:token>/versions/", views.versions, name="pack-versions"),
    path("packs/<str:token>/versions/<int:wanted>/", views.version, name="pack-version"),
    path("packs/<str:token>/template/", views.template, name="pack-template"),
    path("packs/<str:token>/links/", views.links, name="pack-links"),
    path("packs/<str:token>/keep/", views.keep, name="pack-keep"),
    path("packs/<str:token>/delete/", views.delete, name="pack-delete"),
    # /shared/<token>/
    path("shared/<str:token>/", views.shared, name="pack-shared"),
]
