"""One constant page, about as long as a role page."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = "<!doctype html><title>Constant</title>" + "<p>Always the same.</p>" * 1500


def constant(request: HttpRequest) -> HttpResponse:
    """The same bytes for everyone."""
    return HttpResponse(PAGE)


urlpatterns = [path("", constant)]
