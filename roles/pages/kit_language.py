"""Each page of a role at the address of its language, and in the language of its kit."""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from roles.models.edition import find_kit_language, list_versions
from web.language import (
    ENGLISH,
    about_texts_in,
    address_language,
    folder_of,
    list_languages,
    set_text_language,
    split_folder,
)

PAGES = ("roles/", "compare/")
ROLE_PATH = re.compile(r"/roles/([\w-]+)/(.*)")
PAIR_PATH = re.compile(r"/compare/([\w-]+)/([\w-]+)/")
FILES = ("kit-json", "kit-yaml", "role-card", "comparison-card")  # anyone may ask for them at any address
SLUGS = ("slug", "first", "second")  # the parts of an address that name a role


class KitLanguage:
    """Middleware that redirects readers to the kit in the language of the address, or from a translation to the address
    of its language. Texts are then in the kit's language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        with about_texts_in(ENGLISH):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, named: dict[str, Any]
    ) -> HttpResponse | None:
        """A redirect to the right path, or None where this is it."""
        found = request.resolver_match
        slugs = {name: named[name] for name in SLUGS if name in named}
        if not slugs or not found or not found.route.startswith(PAGES):
            return None
        languages = {find_kit_language(slug) for slug in slugs.values()}
        set_text_language(languages.pop() if len(languages) == 1 else ENGLISH)
        if request.method not in ("GET", "HEAD") or found.url_name in FILES:
            return None
        path = find_right_path(str(found.url_name), named, slugs)
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"{path}?{query}" if query else path) if path != request.path else None


def find_right_path(name: str, named: dict[str, Any], slugs: dict[str, str]) -> str:
    """The path of a page for readers of this address: with the kits of its language, or at the address of the only
    language they have.
    """
    language = address_language()
    wanted = {
        part: list_versions(slug).get(language, slug) if find_kit_language(slug) == ENGLISH else slug
        for part, slug in slugs.items()
    }
    path = reverse(name, kwargs={**named, **wanted})
    own = {find_kit_language(slug) for slug in wanted.values()}
    if own <= {language, ENGLISH}:
        return path
    _, bare = split_folder(path)
    return f"{folder_of(next(iter(own - {ENGLISH})))}{bare}"


def list_addresses(path: str) -> dict[str, str]:
    """The paths of a page's texts by language, at most one for each; {} for texts in one language. Pages of the library
    as a whole are in every language.
    """
    _, bare = split_folder(path)
    if bare in ("/", "/roles/"):
        return {language: f"{folder_of(language)}{bare}" for language in list_languages()}
    found = {}
    if of_role := ROLE_PATH.fullmatch(bare):
        slug, rest = of_role.groups()
        found = {language: f"/roles/{other}/{rest}" for language, other in list_versions(slug).items()}
    elif of_two := PAIR_PATH.fullmatch(bare):
        one, other = map(list_versions, of_two.groups())
        pairs = {language: sorted((one[language], other[language])) for language in one if language in other}
        found = {language: f"/compare/{first}/{second}/" for language, (first, second) in pairs.items()}
    return {language: f"{folder_of(language)}{found[language]}" for language in found} if len(found) > 1 else {}
