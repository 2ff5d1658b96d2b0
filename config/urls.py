"""The addresses of the site, each app's own list under its prefix."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from config.pages.components import show_components
from config.pages.home import show_home
from roles.app_parts import list_parts

SITEMAPS = {name: sitemap for parts in list_parts() for name, sitemap in parts.sitemaps.items()}

handler400 = "config.pages.refused.show_bad_request"
urlpatterns = [
    path("", show_home, name="home"),
    path("", include("config.pages.health")),
    path("", include("config.pages.well_known")),
    path("", include("config.pages.search.views")),
    path("", include("config.pages.openapi.document")),
    path("", include("roles.urls")),
    path("", include("interviews.urls")),
    path("", include("compensation.urls")),
    path("", include("packs.urls")),
    path("", include("company.urls")),
    path("", include("config.pages.occupations.urls")),
    path("passwords/", include("config.password_reset")),
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
if settings.METRICS_TOKEN:
    from web.metrics import show_metrics

    urlpatterns.append(path("metrics", show_metrics, name="metrics"))
if settings.DEBUG:
    urlpatterns.append(path("components/", show_components, name="components"))
