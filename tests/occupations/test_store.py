"""A release is stored whole, once, and never over what an editor wrote."""

import msgspec
import pytest
from django.db import IntegrityError

from occupations.facts import TitleRecord
from occupations.models import DataRelease, EmploymentProjection, Occupation, OccupationTitle, OnetWords
from occupations.own_words import OccupationText
from occupations.storing import store_projections, store_release, store_words
from tests.occupations.samples import NURSES, a_record, a_release, an_occupation, an_outlook, some_text

pytestmark = pytest.mark.django_db

OURS = OccupationText("51-3011", "Bakers", "Bakers bake.", ["Bake bread."])


def store(release, digest="one", *, is_shipped=True):
    return store_release(release, digest, is_shipped=is_shipped)


def test_an_occupation_is_one_row_with_its_facts():
    record = a_record()
    store(a_release(record))
    row = Occupation.objects.get()
    assert (row.code, row.soc, row.family, row.slug, row.has_data) == ("51-3011.00", "51-3011", "51", "bakers", True)
    assert row.facts == record.facts


def test_every_title_is_a_row():
    result = store(a_release())
    assert result.titles == 2
    rows = OccupationTitle.objects.values_list("title", "short", "is_reported")
    assert {*rows} == {("Pastry Chef", "", True), ("Certified Master Baker", "CMB", False)}


def test_a_title_keeps_tabs_and_backslashes():
    odd = msgspec.structs.replace(a_record(), titles=(TitleRecord("Baker\\\tII\n"),))
    store(a_release(odd))
    assert OccupationTitle.objects.get().title == "Baker\\\tII\n"


def test_the_same_release_changes_nothing():
    store(a_release())
    before = [*Occupation.objects.values(), *OccupationTitle.objects.values(), *DataRelease.objects.values()]
    assert store(a_release()) is None
    assert [*Occupation.objects.values(), *OccupationTitle.objects.values(), *DataRelease.objects.values()] == before


def test_another_release_takes_its_place_row_by_row():
    store(a_release())
    key = Occupation.objects.get().pk
    store(a_release(a_record(title="Bakers and Pastry Cooks"), name="30.0"), "two", is_shipped=False)
    assert Occupation.objects.get().pk == key
    assert Occupation.objects.get().title == "Bakers and Pastry Cooks"
    assert OccupationTitle.objects.count() == 2
    assert (DataRelease.objects.get().name, DataRelease.objects.get().is_shipped) == ("30.0", False)


def test_an_occupation_that_the_next_release_lacks_goes():
    store(a_release())
    assert store(a_release(a_record(NURSES, "Registered Nurses")), "two").stale == 0
    assert Occupation.objects.get().code == NURSES


def test_an_occupation_with_an_editors_words_stays_all_the_same():
    store(a_release())
    Occupation.objects.update(summary="Ours.", written_by="editor")
    assert store(a_release(a_record(NURSES, "Registered Nurses")), "two").stale == 1
    assert Occupation.objects.count() == 2


def test_a_release_that_fails_leaves_everything_as_it_was():
    store(a_release(a_record(text=some_text())))
    before = [*Occupation.objects.values(), *OccupationTitle.objects.values(), *OnetWords.objects.values()]
    twice = msgspec.structs.replace(a_record(title="New"), titles=(TitleRecord("Same"), TitleRecord("Same")))
    with pytest.raises(IntegrityError):
        store(a_release(twice), "two")
    assert [*Occupation.objects.values(), *OccupationTitle.objects.values(), *OnetWords.objects.values()] == before


def test_sentences_of_onet_stand_apart_and_go_with_a_release_that_has_none():
    store(a_release(a_record(text=some_text())))
    assert OnetWords.objects.get().tasks == some_text().tasks
    store(a_release(), "two")
    assert not OnetWords.objects.exists()


def test_an_occupation_is_linked_to_its_projection():
    store(a_release())
    store_projections([an_outlook()], "one", is_shipped=True)
    assert Occupation.objects.get().projection.openings == 36.4


@pytest.mark.parametrize(("code", "group"), [("13-1021.00", "13-1020"), ("25-2055.00", "25-2052")])
def test_an_occupation_is_linked_to_the_group_that_it_is_counted_in(code, group):
    store_projections([an_outlook(group)], "one", is_shipped=True)
    store(a_release(a_record(code, "Part of a group")))
    assert Occupation.objects.get().projection.soc == group


def test_projections_that_are_there_already_change_nothing():
    store_projections([an_outlook()], "one", is_shipped=True)
    assert store_projections([an_outlook()], "one", is_shipped=True) is None


def test_newer_projections_take_the_place_of_those_before():
    store(a_release())
    store_projections([an_outlook(), an_outlook("29-1141")], "one", is_shipped=True)
    store_projections([an_outlook(target_year=2035, openings=40.0)], "two", is_shipped=False)
    assert EmploymentProjection.objects.count() == 1
    assert Occupation.objects.get().projection.openings == 40.0
    assert DataRelease.objects.get(data_set="projections").name == "2024-35"


def test_our_words_fill_an_occupation_that_nobody_wrote_about():
    an_occupation()
    assert store_words({"51-3011.00": OURS}, "1", "one") == 1
    row = Occupation.objects.get()
    assert (row.summary, row.duties, row.written_by) == ("Bakers bake.", ["Bake bread."], "rolebook")


def test_our_words_never_take_the_place_of_an_editors():
    an_occupation()
    Occupation.objects.update(summary="Mine.", duties=["Mine too."], written_by="editor")
    assert store_words({"51-3011.00": OURS}, "1", "one") == 0
    assert Occupation.objects.get().summary == "Mine."


def test_our_words_are_renewed_and_taken_back():
    an_occupation()
    store_words({"51-3011.00": OURS}, "1", "one")
    store_words({"51-3011.00": msgspec.structs.replace(OURS, summary="Bakers bake bread.")}, "1", "two")
    assert Occupation.objects.get().summary == "Bakers bake bread."
    store_words({}, "0", "three")
    assert (Occupation.objects.get().summary, Occupation.objects.get().written_by) == ("", "")


def test_a_new_release_keeps_our_words():
    an_occupation()
    store_words({"51-3011.00": OURS}, "1", "one")
    store(a_release(a_record(title="Bakers of bread")), "two")
    assert Occupation.objects.get().summary == "Bakers bake."


def test_codes_of_a_row_agree():
    with pytest.raises(IntegrityError, match="occupation_codes_agree"):
        Occupation.objects.create(code="11-1011.00", soc="11-1021", family="11", title="T", slug="t", facts_json="{}")


def test_words_have_an_author():
    an_occupation()
    with pytest.raises(IntegrityError, match="occupation_words_have_an_author"):
        Occupation.objects.update(summary="Whose?")


def test_a_title_stands_once_with_an_occupation():
    with pytest.raises(IntegrityError, match="occupation_title_once"):
        OccupationTitle.objects.create(occupation=an_occupation(), title="Pastry Chef", is_reported=False)


def test_a_projection_looks_ahead():
    with pytest.raises(IntegrityError, match="projection_looks_ahead"):
        EmploymentProjection.objects.create(**msgspec.structs.asdict(an_outlook(target_year=2024)))
