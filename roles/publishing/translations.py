"""Kits in several languages at publishing: a translation has the figures and codes of the kit that it translates."""

from collections.abc import Iterator

from roles.kit.errors import InvalidField
from roles.kit.following import follow_original, list_gaps
from roles.kit.value import Kit
from roles.models.edition import Edition


def find_translation_errors(kit: Kit) -> Iterator[InvalidField]:
    """The errors that keep a kit from being a translation of the kit that it names, such as the same language or lists
    of another length. One or two queries; no error for a kit that names none.
    """
    if kit.translates is None:
        return
    original = find_live_original(kit)
    if original is None:
        yield InvalidField(("translates",), f"expected the address of a live role, got {kit.translates!r}")
    elif original.language == kit.language or original.translates:
        yield InvalidField(
            ("language",), f"expected a language other than that of {kit.translates!r}, which isn’t a translation"
        )
    else:
        same = Edition.objects.live().filter(language=kit.language, translates=kit.translates)
        if other := same.exclude(slug=kit.slug).values_list("slug", flat=True).first():
            yield InvalidField(("translates",), f"{other!r} already translates that kit into this language")
        yield from list_gaps(kit, original.kit)


def find_live_original(kit: Kit) -> Edition | None:
    """The live edition that a kit translates, or None. One query where the kit names one."""
    return Edition.objects.live().filter(slug=kit.translates).first() if kit.translates else None


def take_figures(kit: Kit) -> Kit:
    """The kit as it is published: a translation gets the figures and codes of the live kit that it translates. One
    query for a translation.
    """
    original = find_live_original(kit)
    return follow_original(kit, original.kit) if original else kit


def list_outdated(original: Edition) -> Iterator[tuple[Edition, Kit]]:
    """The live translations that must follow a new edition, each with its kit changed to match: its figures, its codes,
    and the role's address. One query; changes nothing.
    """
    slugs = original.role.editions.values("slug")
    live = Edition.objects.live(original.live_from).filter(translates__in=slugs, live_until__isnull=True)
    for edition in live.select_related("role"):
        kit = follow_original(edition.kit, original.kit, translates=original.slug)
        if kit != edition.kit:
            yield edition, kit
