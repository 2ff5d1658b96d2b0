"""Plain functions that make rows and kits for tests."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django.contrib.auth.models import User

from compensation.models.summaries import PaySummary
from compensation.models.survey import SurveyFigure
from occupations.extract import ONET_FILE, PROJECTIONS_FILE, read_extract
from occupations.facts import OnetRelease, Outlook
from occupations.own_words import OccupationText, read_texts
from occupations.storing import store_projections, store_release, store_words
from roles.kit.choices import Proficiency
from roles.kit.files import read_kit
from roles.kit.value import Kit
from roles.models.edition import Edition, note_translations
from roles.models.vocabulary import VocabularySkill
from roles.models.working_copy import Role
from roles.publishing.library_files import STARTER_LIBRARY
from roles.publishing.pay import refresh_pay
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.snapshots import Snapshot, taken

_published: dict[tuple[str, bytes, bool], Snapshot] = {}


@cache
def technical_pm() -> Kit:
    """The fullest kit of the library."""
    return read_kit(Path(STARTER_LIBRARY) / "technical-product-manager.yaml")


@cache
def spanish_pm() -> Kit:
    """The same kit in Spanish."""
    return read_kit(Path(STARTER_LIBRARY) / "es" / "gerente-de-producto-tecnico.yaml")


def a_kit(**changes: Any) -> Kit:
    """A whole kit, with some fields changed."""
    return msgspec.structs.replace(technical_pm(), **changes)


def a_published_kit(*, note: str = "First edition", **changes: Any) -> Edition:
    """A kit in the working copy, published at once."""
    kit = a_kit(**changes)
    if Role.objects.filter(slug=kit.slug).exists():
        return publish_role(save_kit(kit), note=note)
    has_figures = SurveyFigure.objects.exists() or PaySummary.objects.exists()
    key = (note, msgspec.json.encode(kit), has_figures)
    if key in _published:
        edition = Edition.objects.get(pk=_published[key].write())
        if has_figures:
            refresh_pay()  # by those that this test has
            edition.refresh_from_db()
        return edition
    edition, _published[key] = taken(lambda: publish_role(save_kit(kit), note=note))
    return edition


def a_spanish_edition(**changes: Any) -> Edition:
    """The Spanish kit of the Technical Product Manager, published after the English one, as pages know it."""
    a_published_kit()
    edition = a_published_kit(**{**msgspec.structs.asdict(spanish_pm()), **changes})
    note_translations(f"{edition.slug} es {edition.translates}")
    return edition


def a_shared_skill(**changes: Any) -> VocabularySkill:
    """A skill of the vocabulary that doesn't ship, as a row."""
    texts = {name: f"Juggles with {name}" for name in ("definition", *Proficiency)}
    return VocabularySkill.objects.create(
        **{"slug": "juggling", "name": "Juggling", "group": "Circus"} | texts | changes
    )


@cache
def shipped_onet() -> OnetRelease:
    """The release of O*NET that ships."""
    return msgspec.json.decode(read_extract(ONET_FILE), type=OnetRelease)


@cache
def shipped_outlooks() -> list[Outlook]:
    """The projections that ship."""
    return msgspec.json.decode(read_extract(PROJECTIONS_FILE), type=list[Outlook])


@cache
def shipped_texts() -> dict[str, OccupationText]:
    """Our own words that ship."""
    return read_texts()


def store_shipped_occupations(*codes: str) -> None:
    """Some of the occupations that ship, by O*NET-SOC code, as a start loads them; two of nurses without a code."""
    wanted = codes or ("29-1141.00", "29-1171.00")
    records = tuple(record for record in shipped_onet().occupations if record.code in wanted)
    store_release(msgspec.structs.replace(shipped_onet(), occupations=records), f"only {wanted}"[:64], is_shipped=True)
    store_projections(shipped_outlooks(), "shipped", is_shipped=True)
    store_words(shipped_texts(), "shipped", "shipped")


def an_administrator() -> User:
    """Someone who may do everything."""
    return User.objects.create_superuser("ada", "ada@example.org", "correct horse battery staple")
