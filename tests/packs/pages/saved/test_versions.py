"""Versions of a pack: difference, restore, two saves at once, thinning."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from django.db import IntegrityError, transaction
from hypothesis import given

from packs.description.starting import start_description
from packs.description.value import DescriptionLine
from packs.models import Access, Approval, Link, OpeningList, Pack, Suggestion, SuggestionKind, Version
from packs.pages.saved.changes import list_changes, take_changes
from packs.store.links import find_link, new_edit_link
from packs.store.saving import MOST_VERSIONS, NEWEST_VERSIONS_WHOLE, create_pack, save_version, too_many
from roles.kit.choices import Section
from tests.factories import a_published_kit, technical_pm
from tests.packs.samples import descriptions
from tests.properties import at_most

START = start_description(technical_pm(), 1)


def said(description=START, **changed):
    return msgspec.structs.replace(description, **changed)


@pytest.fixture
def pack(db):
    a_published_kit()
    create_pack(said(company="Acme"))
    return Pack.objects.get()


@pytest.fixture
def address(db):
    a_published_kit()
    return f"/packs/{create_pack(said(company='Acme'))}/"


def test_every_change_is_a_numbered_version(pack):
    numbers = [save_version(pack, said(company=name), base=base).number for base, name in ((1, "Beta"), (2, "Gamma"))]
    assert numbers == [2, 3]
    assert [version.description.company for version in pack.versions.all()] == ["Gamma", "Beta", "Acme"]


def test_two_saves_on_one_version_lose_nothing(pack):
    first = save_version(pack, said(company="First"), base=1)
    second = save_version(pack, said(company="Second"), base=1)
    assert (first.beside, second.beside) == (None, 1)
    assert pack.current() == first
    assert {version.description.company for version in pack.versions.all()} == {"Acme", "First", "Second"}


def test_a_page_that_goes_on_writes_over_what_it_set_aside(pack):
    save_version(pack, said(company="First"), base=1)
    aside = save_version(pack, said(company="Second"), base=1)
    again = save_version(pack, said(company="Second and more"), base=1, conflicting=aside.number)
    assert again.number == aside.number
    assert pack.versions.count() == 3
    assert pack.versions.get(number=aside.number).description.company == "Second and more"


def test_nothing_but_what_was_set_aside_is_written_over(pack):
    save_version(pack, said(company="First"), base=1)
    save_version(pack, said(company="Second"), base=1, conflicting=2)
    assert pack.versions.get(number=2).description.company == "First"
    assert pack.versions.count() == 3


def test_the_same_text_twice_is_no_conflict(pack):
    save_version(pack, said(company="Same"), base=1)
    assert save_version(pack, said(company="Same"), base=1).beside is None


def test_the_plan_stays_through_a_save(pack):
    pack.versions.update(plan_json="{}")
    assert save_version(pack, said(company="Beta"), base=1).plan_json == "{}"


def test_a_save_into_a_deleted_pack_fails(pack):
    Pack.objects.all().delete()
    with pytest.raises(Pack.DoesNotExist):
        save_version(pack, said(company="Beta"), base=1)


def test_the_conflict_page_proposes_what_the_second_person_changed(client, address):
    pack = Pack.objects.get()
    save_version(pack, said(company="First", benefits="Pension"), base=1)
    aside = save_version(pack, said(company="Second", how_to_apply="Write"), base=1)
    page = client.get(f"{address}versions/{aside.number}/")
    html = page.content.decode()
    assert "Two saves at once" in html
    offers = {offer.change.key: (offer.is_taken, offer.contested) for offer in page.context["changes"]}
    assert offers == {"company": (True, True), "benefits": (False, False), "how_to_apply": (True, False)}
    client.post(f"{address}versions/{aside.number}/", {"version": 2, "take": ["how_to_apply"]})
    now = pack.current().description
    assert (now.company, now.benefits, now.how_to_apply) == ("First", "Pension", "Write")
    assert pack.versions.count() == 4


def test_a_restore_is_a_new_version(client, address):
    pack = Pack.objects.get()
    save_version(pack, said(company="Beta", lines=START.lines[1:]), base=1)
    page = client.get(f"{address}versions/1/")
    keys = [offer.change.key for offer in page.context["changes"]]
    assert keys == ["company", "line:t0"]
    client.post(f"{address}versions/1/", {"version": 2, "take": keys})
    assert pack.current().number == 3
    assert pack.current().description == said(company="Acme")


def test_a_restore_takes_only_what_is_ticked(client, address):
    pack = Pack.objects.get()
    save_version(pack, said(company="Beta", benefits="Pension"), base=1)
    client.post(f"{address}versions/1/", {"version": 2, "take": ["company"]})
    assert (pack.current().description.company, pack.current().description.benefits) == ("Acme", "Pension")


def test_a_restore_over_a_newer_save_is_asked_again(client, address):
    pack = Pack.objects.get()
    save_version(pack, said(company="Beta"), base=1)
    save_version(pack, said(company="Gamma"), base=2)
    response = client.post(f"{address}versions/1/", {"version": 2, "take": ["company"]})
    assert response.status_code == 409
    assert pack.current().description.company == "Gamma"


def test_two_versions_are_compared(client, address):
    pack = Pack.objects.get()
    save_version(pack, said(company="Beta"), base=1)
    save_version(pack, said(company="Gamma"), base=2)
    html = client.get(f"{address}versions/2/?with=1").content.decode()
    assert "<del>Acme</del>" in html
    assert "<ins>Beta</ins>" in html
    assert "Gamma</" not in html


def test_the_list_says_what_each_save_changed(client, address):
    save_version(Pack.objects.get(), said(company="Beta", benefits="Pension"), base=1)
    html = " ".join(client.get(f"{address}versions/").content.decode().split())
    assert "Changed: Company name, Benefits." in html


def test_what_people_typed_is_escaped(client, address):
    save_version(Pack.objects.get(), said(company="<script>alert(1)</script>"), base=1)
    for page in ("", "versions/", "versions/1/", "links/", "delete/"):
        assert "<script>alert" not in client.get(address + page).content.decode()


@at_most(30)
@given(descriptions(), descriptions())
def test_taking_everything_gives_the_other_and_taking_nothing_changes_nothing(one, other):
    found = [change.key for change in list_changes(one, other)]
    assert list_changes(take_changes(one, other, found), other) == []
    if found:
        assert list_changes(one, take_changes(one, other, [])) == []


@at_most(30)
@given(descriptions(), descriptions())
def test_a_change_that_is_taken_alone_differs_no_more(one, other):
    for change in list_changes(one, other):
        left = {left.key for left in list_changes(take_changes(one, other, [change.key]), other)}
        assert change.key not in left


def test_a_line_is_taken_with_its_place():
    added = DescriptionLine(id="a1", section=Section.REQUIRED, text="Speak Welsh")
    other = said(lines=(*START.lines[:3], added, *START.lines[3:]))
    assert take_changes(said(company="Beta"), other, ["line:a1"]).lines == other.lines


def test_an_order_is_taken():
    first, second, *rest = START.lines
    other = said(lines=(second, first, *rest))
    assert [change.key for change in list_changes(START, other)] == [f"order:{first.section}"]
    assert take_changes(said(company="Beta"), other, [f"order:{first.section}"]).lines == other.lines


NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_versions_are_thinned_to_the_last_of_each_hour_and_to_a_limit():
    minutes = [(number, NOON - timedelta(minutes=5000 - number)) for number in range(5000, 0, -1)]
    dropped = set(too_many(minutes))
    kept = [(number, at) for number, at in minutes if number not in dropped]
    assert [number for number, _ in kept[:NEWEST_VERSIONS_WHOLE]] == [*range(5000, 5000 - NEWEST_VERSIONS_WHOLE, -1)]
    older = kept[NEWEST_VERSIONS_WHOLE:]
    assert len({at.replace(minute=0) for _, at in older}) == len(older)
    assert all(at.minute == 59 for _, at in older[1:])
    every_hour = [(number, NOON - timedelta(hours=5000 - number)) for number in range(5000, 0, -1)]
    assert len(every_hour) - len(too_many(every_hour)) == MOST_VERSIONS


@pytest.mark.slow
def test_thinning_drops_rows_and_never_the_current_one(pack):
    for number in range(1, NEWEST_VERSIONS_WHOLE + 20):
        save_version(pack, said(company=f"Name {number}"), base=number)
    assert NEWEST_VERSIONS_WHOLE <= pack.versions.count() <= NEWEST_VERSIONS_WHOLE + 2
    assert pack.current().number == NEWEST_VERSIONS_WHOLE + 20


HASH = "0" * 64
MODELS = (Pack, Version, Link, OpeningList, Suggestion, Approval)
REFUSED = [
    ("pack_used_after_created", lambda pack: Pack.objects.update(used_at="2001-01-01T00:00Z")),
    ("version_number_once_per_pack", lambda pack: Version.objects.create(pack=pack, number=1, description_json="")),
    ("version_numbers_from_one", lambda pack: Version.objects.update(number=0)),
    ("version_beside_an_earlier_one", lambda pack: Version.objects.update(beside=1)),
    ("link_hash_once", lambda pack: _link(pack, Link.objects.get().token_hash, access="read")),
    ("link_number_once_per_pack_and_access", lambda pack: _link(pack, HASH, revoked_at=NOON)),
    ("link_one_live_per_access", lambda pack: _link(pack, HASH, number=2)),
    ("link_hash_is_sha256", lambda pack: Link.objects.update(token_hash="a token")),
    ("link_access_is_known", lambda pack: Link.objects.update(access="own")),
    ("link_once_per_pack_and_list", lambda pack: [_listed(pack, f"{number}" * 64, number=number) for number in (8, 9)]),
    ("link_of_a_list_edits", lambda pack: _listed(pack, HASH, access="read")),
    ("pack_state_is_known", lambda pack: Pack.objects.update(state="lost")),
    ("list_hash_once", lambda pack: [OpeningList.objects.create(token_hash=HASH) for _ in range(2)]),
    ("list_hash_is_sha256", lambda pack: OpeningList.objects.create(token_hash="a token")),
    ("suggestion_says_something", lambda pack: _suggestion(pack, words="")),
    ("suggestion_kind_is_known", lambda pack: _suggestion(pack, kind="lost", words="", comment="Why?")),
    ("suggestion_words_fit_its_kind", lambda pack: _suggestion(pack, kind=SuggestionKind.DROP)),
    ("suggestion_state_is_known", lambda pack: _suggestion(pack, state="lost", settled_at=NOON)),
    ("suggestion_settled_once", lambda pack: _suggestion(pack, state="accepted")),
    ("approval_once_per_version_and_name", lambda pack: [_approval(pack) for _ in range(2)]),
]


def _link(pack, token_hash, **values):
    return Link.objects.create(**{"pack": pack, "access": "edit", "number": 1, "token_hash": token_hash} | values)


def _listed(pack, token_hash, **values):
    opening_list = OpeningList.objects.get_or_create(token_hash="f" * 64)[0]
    return _link(pack, token_hash, **{"number": 7, "opening_list": opening_list} | values)


def _suggestion(pack, **values):
    return Suggestion.objects.create(**{"pack": pack, "name": "Ada", "key": "title", "words": "PM"} | values)


def _approval(pack):
    return Approval.objects.create(pack=pack, version=1, name="Ada")


@pytest.mark.parametrize(("name", "write"), REFUSED, ids=[name for name, _ in REFUSED])
def test_the_database_refuses(pack, name, write):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write(pack)


def test_every_constraint_is_tried():
    named = {constraint.name for model in MODELS for constraint in model._meta.constraints}
    assert named == {name for name, _ in REFUSED}


def test_a_token_opens_by_its_hash_alone(pack):
    token = new_edit_link(pack)
    assert len(token) == 43
    assert find_link(token, Access.EDIT).pack == pack
    assert find_link(token, Access.READ) is None
    assert find_link(Link.objects.first().token_hash, Access.EDIT) is None
