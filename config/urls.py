"""The addresses of the site, each app's own list under its prefix."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from compensation.pages.sitemaps import SALARY_SITEMAPS
from config.pages.components import show_components
from config.pages.home import show_home
from interviews.sitemaps import INTERVIEW_SITEMAPS
from roles.pages.sitemaps import ROLE_SITEMAPS

SITEMAPS = ROLE_SITEMAPS | SALARY_SITEMAPS | INTERVIEW_SITEMAPS

urlpatterns = [
    path("", show_home, name="home"),
    path("", include("config.pages.health")),
    path("", include("config.pages.well_known")),
    path("", include("config.pages.search")),
    path("", include("roles.urls")),
    path("", include("interviews.urls")),
    path("", include("compensation.urls")),
    path("", include("packs.urls")),
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
if settings.METRICS_TOKEN:
    from web.metrics import show_metrics

    urlpatterns.append(path("metrics", show_metrics, name="metrics"))
if settings.DEBUG:
    urlpatterns.append(path("components/", show_components, name="components"))
