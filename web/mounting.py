"""The whole site once more below the folder of each language that has one (web/language.py)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import get_script_prefix, set_script_prefix
from django.utils.translation import override

from web.language import at_address_in, folder_of, list_folders, split_folder


@contextmanager
def below_folder(language: str) -> Iterator[None]:
    """A context in which the site's words are in a language, and paths are in its folder."""
    before = get_script_prefix()
    set_script_prefix(f"{before.removesuffix('/')}{folder_of(language)}/")
    try:
        with at_address_in(language), override(language):
            yield
    finally:
        set_script_prefix(before)


def mount_languages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that answers addresses in a language's folder in that language. The desk is in no folder."""
    without = (f"/{settings.ADMIN_PATH}/", "/passwords/", "/metrics", "/healthz", "/readyz")

    def answer_in_language(request: HttpRequest) -> HttpResponse:
        if request.path_info.removeprefix("/") in list_folders():
            return HttpResponsePermanentRedirect(f"{request.path}/")
        language, path = split_folder(request.path_info)
        if path == request.path_info or path.startswith(without):
            return get_response(request)
        request.path_info = path
        with below_folder(language):
            return get_response(request)

    return answer_in_language
