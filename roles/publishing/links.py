"""The links and images in a kit's Markdown, and which of them lead nowhere on this site."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from markdown_it import MarkdownIt
from markdown_it.token import Token

from occupations.reading import find_occupation
from roles.kit.value import Kit, as_plain
from roles.models.edition import Edition
from roles.models.vocabulary import VocabularySkill
from roles.publishing.checks import KitProblem, KitSeverity
from roles.publishing.live import live_edition
from web.language import split_folder

WEB = ("http", "https")
# What a text with a link or an image has; the others aren't parsed, which would take its time.
MARKED = re.compile(r"\]\(|\]:|<[a-z]+:", re.IGNORECASE)
IMAGE_TAG = re.compile(r"<(?:img|image|picture|svg)\b[^>]*>?", re.IGNORECASE)
# The first folders of pages that are for one person, or for those who sign in.
PRIVATE = {settings.ADMIN_PATH, "packs", "shared", "previews", "counts", "passwords"}
_markdown = MarkdownIt("commonmark", {"html": False})


class KitLink(NamedTuple):
    """A link in a kit: its place in words, its address, and whether it is an image."""

    where: str
    address: str
    is_image: bool = False


def list_links(kit: Kit) -> Iterator[KitLink]:
    """The links and images in the kit's texts, in their order."""
    for where, text in _list_texts(as_plain(kit), ()):
        for tag in IMAGE_TAG.findall(text):
            yield KitLink(where, tag, is_image=True)
        if MARKED.search(text):
            for token in _walk_tokens(_markdown.parse(text)):
                if token.type == "link_open":
                    yield KitLink(where, str(token.attrGet("href")))
                elif token.type == "image":
                    yield KitLink(where, str(token.attrGet("src")), is_image=True)


def find_dead_links(kit: Kit) -> Iterator[KitProblem]:
    """An error for each link to a page of this site that readers can't open, and for each image, which no page shows.
    Runs queries.
    """
    for link in list_links(kit):
        if link.is_image:
            message = (
                f"The image {link.address} won’t be shown: texts can hold only words and links. Say it in words, or "
                "link to it."
            )
            yield KitProblem(KitSeverity.ERROR, link.where, message)
        elif path := find_own_path(link.address):
            if split_folder(path)[1].removeprefix("/").partition("/")[0] in PRIVATE:
                yield KitProblem(KitSeverity.ERROR, link.where, f"Readers can’t open {path}.")
            elif not leads_somewhere(path, kit):
                yield KitProblem(KitSeverity.ERROR, link.where, f"The site has no page at {path}.")


def find_own_path(address: str) -> str:
    """The path of an address of this site, "" for another site's."""
    parts = urlsplit(address)
    own = urlsplit(settings.SITE_URL)
    is_own = not parts.netloc or (parts.scheme in {*WEB, ""} and parts.netloc.lower() == own.netloc.lower())
    return parts.path if is_own and not (parts.scheme and parts.scheme not in WEB) else ""


def leads_somewhere(path: str, kit: Kit | None = None) -> bool:
    """Whether a path leads to a page once the kit is live: of a live role or of two, of an answer in its kit, of an
    author, a shared skill or an occupation. A few queries at most.
    """
    try:
        found = resolve(unquote(split_folder(path)[1]))
    except Resolver404:
        return False
    names = found.kwargs
    match found.url_name:
        case "skill-detail":
            return VocabularySkill.objects.filter(slug=names["slug"]).exists()
        case "author-detail":
            credited = kit is not None and kit.author.slug == names["slug"]
            return credited or Edition.objects.live().filter(author_slug=names["slug"]).exists()
    if soc := names.get("soc"):
        return find_occupation(soc) is not None
    roles = [names[name] for name in ("first", "second") if name in names]
    if found.route.startswith("roles/") and "slug" in names:
        roles.append(names["slug"])
    kits = [_find_kit(slug, kit) for slug in roles]
    if "faq" in names:
        return any(known and names["faq"] in {faq.slug for faq in known.faqs} for known in kits)
    return None not in kits


def _find_kit(slug: str, kit: Kit | None) -> Kit | None:
    """The kit itself, or the live one with another slug."""
    if kit is not None and slug == kit.slug:
        return kit
    edition = live_edition(slug)
    return edition.kit if edition else None


def _list_texts(part: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield " › ".join(path), part
    elif isinstance(part, dict):
        for name, value in part.items():
            yield from _list_texts(value, (*path, name.replace("_", " ")))
    elif isinstance(part, list):
        for number, value in enumerate(part, 1):
            yield from _list_texts(value, (*path, str(number)))


def _walk_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk_tokens(token.children or [])
