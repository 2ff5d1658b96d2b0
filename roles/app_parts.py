"""What each app adds to what all of them share: one value for each app, `PARTS` in its module `parts`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule

if TYPE_CHECKING:  # so that whoever composes the parts imports none of them
    from django.contrib.sitemaps import Sitemap

    from company.profile import CompanyProfile
    from roles.admin.board.dashboard import Panel
    from roles.admin.inlines import RolePartTable
    from roles.kit.errors import InvalidField
    from roles.kit.figures import JobPlace, KitPay, PlacePay
    from roles.kit.value import Kit
    from roles.models.edition import Edition
    from roles.publishing.checks import KitProblem
    from roles.search.entries import Entry

MODULE = "parts"


@dataclass(frozen=True, kw_only=True)
class AppParts:
    """What an app adds to search, publishing, the desk and the site map.

    `entries` are what search finds in a kit, `kinds` the names of their kinds, and `index` stores the app's index rows
    of a new edition. `checks` find problems before publishing; `errors` stop it. `pay` gives the pay of many kits,
    `place_pay` that of one in a place. `panels` are for the board, `inlines` edit parts of a role, `sitemaps` have
    names of their own. `state` is SQL for a whole number that changes with what readers see of the app's rows.
    """

    entries: "Callable[[Kit], Iterable[Entry]] | None" = None
    kinds: "Mapping[str, str | Promise]" = field(default_factory=dict)
    index: "Callable[[Edition, Kit], None] | None" = None
    checks: "Sequence[Callable[[Kit], Iterable[KitProblem]]]" = ()
    errors: "Sequence[Callable[[Kit], Iterable[InvalidField]]]" = ()
    pay: "Callable[[Iterable[Kit]], Iterable[KitPay]] | None" = None
    place_pay: "Callable[[Kit | None, JobPlace | None, str, CompanyProfile | None], PlacePay | None] | None" = None
    panels: "Sequence[Callable[[], Panel]]" = ()
    inlines: "Sequence[type[RolePartTable]]" = ()
    sitemaps: "Mapping[str, type[Sitemap]]" = field(default_factory=dict)
    state: str = ""


@cache
def list_parts() -> tuple[AppParts, ...]:
    """The parts of every app that has some, in the order of INSTALLED_APPS. Imported on first use, then kept."""
    return tuple(_find_parts())


def _find_parts() -> Iterator[AppParts]:
    for app in apps.get_app_configs():
        if app.module is not None and module_has_submodule(app.module, MODULE):
            found = getattr(import_module(f"{app.name}.{MODULE}"), "PARTS", None)
            if isinstance(found, AppParts):
                yield found
