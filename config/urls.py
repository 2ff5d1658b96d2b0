"""The addresses of the site, each app's own list under its prefix."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("config.health")),
    path("admin/", admin.site.urls),
]
