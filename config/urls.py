"""The addresses of the site, each app's own list under its prefix."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
