"""The workbench's addresses."""

from django.urls import path

from packs import pack_interviews, pack_views
from packs.pages import how_we_check, own_text
from packs.pages.interview_kit.views import interview_kit
from packs.pages.job_description.views import job_description

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/job-description/", job_description, name="job-description"),
    path("roles/<slug:slug>/interview-kit/", interview_kit, name="interview-kit"),
    # /how-we-check/
    path("how-we-check/", how_we_check.how_we_check, name="how-we-check"),
    # /review/
    path("review/", own_text.own, name="own"),
    # /packs/<token>/
    path("packs/", pack_views.your_packs, name="packs"),
    path("packs/<str:token>/", pack_views.edit, name="pack"),
    path("packs/<str:token>/interview-kit/", pack_interviews.interviews, name="pack-interviews"),
    path("packs/<str:token>/versions/", pack_views.versions, name="pack-versions"),
    path("packs/<str:token>/versions/<int:wanted>/", pack_views.version, name="pack-version"),
    path("packs/<str:token>/template/", pack_views.template, name="pack-template"),
    path("packs/<str:token>/links/", pack_views.links, name="pack-links"),
    path("packs/<str:token>/keep/", pack_views.keep, name="pack-keep"),
    path("packs/<str:token>/delete/", pack_views.delete, name="pack-delete"),
    # /shared/<token>/
    path("shared/<str:token>/", pack_views.shared, name="pack-shared"),
]
