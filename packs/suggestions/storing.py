"""Suggestions: made by whoever has the link, and accepted or declined one by one by whoever edits the pack."""

from collections.abc import Callable, Iterator

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from packs.description.value import JobDescription
from packs.forms.job_description import Totals
from packs.models import Pack, Suggestion, SuggestionKind, SuggestionState, Version
from packs.store.approvals import ChangedSinceError
from packs.store.saving import save_version
from packs.suggestions.parts import (
    LONGEST_JOB_TITLE,
    TITLE,
    DescriptionText,
    find_text,
    list_texts,
    with_line_after,
    with_words,
    without_line,
)

MOST_OPEN = 100  # of one pack
MOST_SUGGESTIONS = 300  # with those that are settled, of which the oldest go first


class SuggestionError(Exception):
    """A suggestion that can't be stored or accepted; the message says why."""


class ShownSuggestion(msgspec.Struct, frozen=True):
    """A suggestion, and its part as that is now, or None where the part is gone."""

    suggestion: Suggestion
    part: DescriptionText | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be accepted or declined."""
        return self.suggestion.state == SuggestionState.OPEN

    @property
    def is_added(self) -> bool:
        """Whether it suggests a new line after its part."""
        return self.suggestion.kind == SuggestionKind.ADD

    @property
    def has_changed(self) -> bool:
        """Whether the part says something else now than when the suggestion was made."""
        return self.part is None or (self.part.text != self.suggestion.was and not self.is_added)

    @property
    def state(self) -> SuggestionState:
        """How it was settled; OPEN until then."""
        return SuggestionState(self.suggestion.state)


def list_suggestions(version: Version) -> list[ShownSuggestion]:
    """The suggestions on the pack of this current version, the oldest first, each with its part where that still
    exists. One query.
    """
    parts = {part.key: part for part in list_texts(version.description)}
    suggestions = Suggestion.objects.filter(pack=version.pack_id)
    return [ShownSuggestion(suggestion, parts.get(suggestion.key)) for suggestion in suggestions]


@transaction.atomic
def make_suggestion(
    pack: Pack,
    part: DescriptionText,
    *,
    name: str,
    words: str,
    comment: str,
    kind: SuggestionKind = SuggestionKind.WORDS,
) -> Suggestion:
    """Store a suggestion on a part, and return it. Raises SuggestionError where MOST_OPEN wait already."""
    Pack.objects.select_for_update().get(pk=pack.pk)  # two at once would both find room
    if pack.suggestions.filter(state=SuggestionState.OPEN).count() >= MOST_OPEN:
        message = _(
            "%(most)s suggestions are already waiting. An editor of the text has to settle some "
            "before you can add another."
        )
        raise SuggestionError(message % {"most": MOST_OPEN})
    settled = pack.suggestions.exclude(state=SuggestionState.OPEN).order_by("-pk").values_list("pk", flat=True)
    pack.suggestions.filter(pk__in=[*settled[MOST_SUGGESTIONS - MOST_OPEN - 1 :]]).delete()
    return pack.suggestions.create(key=part.key, was=part.text, name=name, words=words, comment=comment, kind=kind)


@transaction.atomic
def accept_suggestion(
    pack: Pack,
    suggestion_id: int,
    *,
    seen: int,
    lock: Callable[[JobDescription], JobDescription] = lambda description: description,
) -> None:
    """Store an open suggestion as a new version; a comment is only marked as settled. Does nothing where it is settled
    already.

    `seen` is the version shown with it, and `lock` puts back what the company locks. Raises ChangedSinceError where its
    part has changed since, and SuggestionError where the part is gone, locked, or would be too long.
    """
    Pack.objects.select_for_update().get(pk=pack.pk)
    suggestion = pack.suggestions.filter(pk=suggestion_id, state=SuggestionState.OPEN).first()
    if suggestion is None:
        return
    if not suggestion.is_change:
        _settle(suggestion, SuggestionState.ACCEPTED)
        return
    current = pack.current()
    part = find_text(current.description, suggestion.key)
    if part is None:
        raise SuggestionError(
            _("The line that this suggestion is about is gone. Decline the suggestion, or add the line back first.")
        )
    version = pack.versions.filter(number=seen).first()
    shown = find_text(version.description, suggestion.key) if version else None
    if shown is None or shown.text != part.text:
        raise ChangedSinceError
    suggested = _apply_suggestion(current.description, suggestion)
    if suggested == current.description:
        raise SuggestionError(_("The text already has as many lines as it can hold. Remove one first."))
    changed = lock(suggested)
    if find_text(changed, suggestion.key) != find_text(suggested, suggestion.key):
        raise SuggestionError(_("The company has locked this text: it can’t be changed here."))
    if not _is_within_limits(changed):
        raise SuggestionError(_("These words would make the text too long. Shorten the text first."))
    saved = save_version(pack, changed, base=current.number, credited_to=suggestion.name)
    _settle(suggestion, SuggestionState.ACCEPTED, saved.number)


def _apply_suggestion(description: JobDescription, suggestion: Suggestion) -> JobDescription:
    match SuggestionKind(suggestion.kind):
        case SuggestionKind.ADD:
            return with_line_after(description, suggestion.key, suggestion.words)
        case SuggestionKind.DROP:
            return without_line(description, suggestion.key)
    return with_words(description, suggestion.key, suggestion.words)


def decline_suggestion(pack: Pack, suggestion_id: int) -> None:
    """Mark an open suggestion as declined. Does nothing where it is settled already."""
    if suggestion := pack.suggestions.filter(pk=suggestion_id, state=SuggestionState.OPEN).first():
        _settle(suggestion, SuggestionState.DECLINED)


def _settle(suggestion: Suggestion, state: SuggestionState, version: int | None = None) -> None:
    suggestion.state, suggestion.settled_at, suggestion.settled_in = state, timezone.now(), version
    suggestion.save(update_fields=["state", "settled_at", "settled_in"])


def _is_within_limits(description: JobDescription) -> bool:
    texts = dict(_list_limited(description))
    return len(texts[TITLE]) <= LONGEST_JOB_TITLE and Totals().is_taking(texts.values())


def _list_limited(description: JobDescription) -> Iterator[tuple[str, str]]:
    for part in list_texts(description):
        yield part.key, part.text
