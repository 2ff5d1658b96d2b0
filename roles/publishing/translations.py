"""Kits in several languages at publishing: a translation has the figures and codes of the kit that it translates."""

from collections.abc import Iterator

from roles.kit.errors import InvalidField
from roles.kit.following import follow_original, list_gaps
from roles.kit.value import Kit
from roles.models.edition import Edition


def find_translation_errors(kit: Kit) -> Iterator[InvalidField]:
    """What keeps a kit from being a translation: the other kit is not live, in the same language, or a translation
    itself; another kit has that place already; or a list has more or fewer parts than the other kit's.
    """
    if kit.translates is None:
        return
    original = find_live_original(kit)
    if original is None:
        yield InvalidField(("translates",), f"expected the address of a live role, got {kit.translates!r}")
    elif original.language == kit.language or original.translates:
        yield InvalidField(
            ("language",), f"expected another language than that of {kit.translates!r}, which is no translation"
        )
    else:
        same = Edition.objects.live().filter(language=kit.language, translates=kit.translates)
        if other := same.exclude(slug=kit.slug).values_list("slug", flat=True).first():
            yield InvalidField(("translates",), f"{other!r} translates that kit into this language already")
        yield from list_gaps(kit, original.kit)


def find_live_original(kit: Kit) -> Edition | None:
    """The live edition that a kit translates, None where there is none."""
    return Edition.objects.live().filter(slug=kit.translates).first() if kit.translates else None


def take_figures(kit: Kit) -> Kit:
    """A kit as it is published: a translation with the figures and codes of the live kit that it translates."""
    original = find_live_original(kit)
    return follow_original(kit, original.kit) if original else kit


def list_outdated(original: Edition) -> Iterator[tuple[Edition, Kit]]:
    """The editions that translate a role and are live as this edition of it goes live, each with its kit as it has to
    be from then on, where its figures, its codes or the role's address are others.
    """
    slugs = original.role.editions.values("slug")
    live = Edition.objects.live(original.live_from).filter(translates__in=slugs, live_until__isnull=True)
    for edition in live.select_related("role"):
        kit = follow_original(edition.kit, original.kit, translates=original.slug)
        if kit != edition.kit:
            yield edition, kit
