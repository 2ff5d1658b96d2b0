"""Lists of openings: one token opens several packs, and stores no key of any."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from packs.description.starting import start_description
from packs.models import Access, OpeningList, Pack
from packs.store import lists
from packs.store.links import find_link, hash_token, new_edit_link, new_read_link, new_suggest_link
from packs.store.saving import create_pack, store_pack
from tests.factories import technical_pm

pytestmark = pytest.mark.django_db
START = start_description(technical_pm(), 1)


@pytest.fixture
def listed():
    """A list, its token, and the two packs on it: one that nothing else opens, and one with a link of its own."""
    opening_list, token = lists.create_list("Spring")
    alone, own = store_pack(START), Pack.objects.get(links__token_hash=hash_token(create_pack(START)))
    lists.put_on_list(opening_list, token, [alone, own])
    return opening_list, token, alone, own


def test_the_token_of_a_list_opens_each_of_its_packs(listed):
    opening_list, token, alone, own = listed
    assert lists.find_list(token) == opening_list
    for pack in (alone, own):
        assert find_link(lists.derive_opening_token(token, pack.pk), Access.EDIT).pack == pack


def test_a_renewed_list_opens_by_its_new_token_alone(listed):
    opening_list, token, alone, _own = listed
    renewed = lists.renew_list(opening_list)
    assert lists.find_list(token) is None
    assert find_link(lists.derive_opening_token(token, alone.pk), Access.EDIT) is None
    assert find_link(lists.derive_opening_token(renewed, alone.pk), Access.EDIT).pack == alone


def test_a_pack_that_only_the_list_opens_stays_on_it(listed):
    opening_list, _token, alone, own = listed
    lists.take_off_list(opening_list, [alone.pk, own.pk])
    assert [link.pack for link in opening_list.links.all()] == [alone]


def test_a_deleted_list_takes_the_packs_along_that_only_it_opens(listed):
    opening_list, _token, _alone, own = listed
    lists.delete_list(opening_list)
    assert [*Pack.objects.all()] == [own]
    assert not OpeningList.objects.exists()


def test_a_list_refuses_more_than_it_may_hold_and_adds_none(listed, monkeypatch):
    opening_list, token, *_ = listed
    monkeypatch.setattr(lists, "MOST_OPENINGS", 3)
    with pytest.raises(lists.ListFullError):
        lists.put_on_list(opening_list, token, [store_pack(START), store_pack(START)])
    assert opening_list.links.count() == 2


def test_a_pack_is_on_a_list_once(listed):
    opening_list, token, alone, _own = listed
    lists.put_on_list(opening_list, token, [alone])
    assert opening_list.links.count() == 2


def test_renewing_the_own_link_leaves_the_list_alone_unless_asked(listed):
    opening_list, _token, _alone, own = listed
    new_edit_link(own)
    assert opening_list.links.filter(pack=own).exists()
    new_edit_link(own, unshare=True)
    assert not opening_list.links.filter(pack=own).exists()


def test_a_link_to_suggest_is_no_link_to_read(listed):
    *_, own = listed
    edit = new_edit_link(own)
    suggest = new_suggest_link(own, edit)
    assert suggest != new_read_link(own, edit)
    assert find_link(suggest, Access.SUGGEST).pack == own
    assert find_link(suggest, Access.READ) is find_link(suggest, Access.EDIT) is None


def test_an_empty_list_goes_after_its_time_and_one_with_packs_stays(listed, capsys):
    empty, _ = lists.create_list()
    OpeningList.objects.update(used_at=timezone.now() - timedelta(days=31))
    call_command("expire_packs")
    assert [*OpeningList.objects.all()] == [listed[0]]
    assert empty not in OpeningList.objects.all()
    assert "1 empty list of openings deleted." in capsys.readouterr().out
