"""The two languages of a page, in templates."""

from typing import NamedTuple

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.translation import get_language_bidi, gettext, override

from roles.kit.language import current_language, kit_lang, of_kit
from roles.kit.value import Kit
from roles.pages.kit_language import list_addresses
from web.language import ENGLISH, address_language, folder_of, split_folder, text_language
from web.view import absolute_url

register = template.Library()


register.simple_tag(current_language, name="site_lang")
register.simple_tag(kit_lang)
register.simple_tag(text_language)
register.filter("of_kit", of_kit)


@register.filter
def language_of(source: str, kit: Kit) -> str:
    """The language of what is said of a source, by its slug: that of the kit that cites it, English for any other."""
    return kit.language if any(own.slug == source for own in kit.sources) else ENGLISH


@register.simple_tag
def site_direction() -> str:
    """The direction in which the current language is written: "ltr" or "rtl"."""
    return "rtl" if get_language_bidi() else "ltr"


class LanguageLink(NamedTuple):
    """A page in another language: the code, the language's own name for itself, and the path."""

    code: str
    name: str
    path: str

    @property
    def offer(self) -> str:
        """An offer to read the page in its language, in that language: Ver esta página en español."""
        with override(self.code):
            return gettext("See this page in English")


class PageLanguages(NamedTuple):
    """A page's languages: the full address that search engines keep it under; the addresses of its texts by language,
    where they are in several; a link for each other language; and the links to those that the texts are in too.
    """

    canonical: str
    alternates: dict[str, str]
    others: list[LanguageLink]
    versions: list[LanguageLink]


@register.simple_tag(takes_context=True)
def page_languages(context: Context) -> PageLanguages:
    """The languages in which the rendered page can be read, from its canonical address. A page without one links to the
    home pages.
    """
    canonical = context.get("canonical") or ""
    own = canonical.removeprefix(settings.SITE_URL) or f"{folder_of(address_language())}/"
    paths = list_addresses(own)
    _, bare = split_folder(own)
    others = [
        LanguageLink(code, name, paths.get(code, f"{folder_of(code)}{bare}"))
        for code, name in settings.LANGUAGES
        if code != address_language()
    ]
    alternates = {code: absolute_url(path) for code, path in paths.items()} if canonical else {}
    if alternates:
        alternates["x-default"] = absolute_url(paths.get(settings.LANGUAGE_CODE, own))
    return PageLanguages(
        canonical=canonical if paths or not canonical else absolute_url(bare),
        alternates=alternates,
        others=others,
        versions=[link for link in others if link.code in paths and canonical],
    )
