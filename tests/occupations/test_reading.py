"""What pages read of occupations."""

import pytest

from occupations import reading
from occupations.attribution import read_attributions
from occupations.models import Occupation
from occupations.storing import store_projections, store_release
from tests.occupations.samples import NURSES, a_record, a_release, an_outlook, some_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored():
    records = [a_record(text=some_text()), a_record("51-3011.01", "Cake Bakers"), a_record(NURSES, "Registered Nurses")]
    store_release(a_release(*records), "one", is_shipped=False)
    store_projections([an_outlook(), an_outlook("29-1141", employment=759.5, projected=800.0)], "one", is_shipped=True)


@pytest.mark.parametrize("code", ["51-3011", "51-3011.00"])
def test_an_occupation_is_found_by_either_code(code, stored):
    profile = reading.find_occupation(code)
    assert (profile.title, profile.short_code, profile.slug) == ("Bakers", "51-3011", "bakers")


def test_a_part_of_an_occupation_has_its_own_code(stored):
    assert reading.find_occupation("51-3011.01").short_code == "51-3011.01"


@pytest.mark.parametrize("code", ["51-3012", "51-3011.02", "bakers", "", "51-3011\n", "51-3011.0", "\u0665\u0661-3011"])
def test_what_is_no_occupation_is_none(code, stored):
    assert reading.find_occupation(code) is None


def test_a_profile_has_everything_for_its_page(stored):
    profile = reading.find_occupation("51-3011")
    assert profile.family == reading.OccupationFamily("51", "Production")
    assert profile.facts == a_record().facts
    assert profile.outlook == an_outlook()
    assert profile.onet_text == some_text()
    assert profile.written_by == ""


def test_a_profile_takes_one_query(stored, django_assert_num_queries):
    with django_assert_num_queries(1):
        profile = reading.find_occupation("51-3011")
        assert profile.facts.skills
        assert profile.onet_text


def test_an_occupation_without_sentences_of_onet_has_none(stored):
    assert reading.find_occupation("51-3011.01").onet_text is None


def test_families_are_counted(stored, django_assert_num_queries):
    with django_assert_num_queries(1):
        families = reading.list_families()
    assert families == [
        reading.OccupationFamily("29", "Healthcare Practitioners and Technical", 1),
        reading.OccupationFamily("51", "Production", 2),
    ]


def test_a_family_lists_its_occupations(stored, django_assert_num_queries):
    with django_assert_num_queries(1):
        lines = reading.list_occupations("51")
    assert [(line.short_code, line.title, line.employment) for line in lines] == [
        ("51-3011", "Bakers", 240.5),
        ("51-3011.01", "Cake Bakers", 240.5),
    ]


def test_all_occupations_are_listed_without_a_family(stored):
    assert len(reading.list_occupations()) == 3


def test_reported_titles_come_first(stored):
    assert reading.find_occupation("51-3011").titles == ("Pastry Chef", "Certified Master Baker")


def test_the_average_change_weighs_occupations_by_their_jobs(stored):
    assert reading.measure_average_change() == pytest.approx(5.2)


def test_without_projections_there_is_no_average_change():
    assert reading.measure_average_change() is None


def test_the_state_changes_with_a_release(stored):
    before = reading.read_state()
    store_release(a_release(), "two", is_shipped=True)
    assert reading.read_state() != before


def test_the_state_changes_with_an_editors_words(stored, admin_client):
    before = reading.read_state()
    row = Occupation.objects.get(code=NURSES)
    admin_client.post(f"/admin/occupations/occupation/{row.pk}/change/", {"summary": "Nurses nurse.", "duties": ""})
    assert reading.read_state() != before


def test_attributions_name_release_date_and_licence(stored):
    attributions = read_attributions()
    onet = attributions["onet"]
    assert "O*NET 29.0 Database (August 2024)" in onet.text
    assert "(USDOL/ETA)" in onet.text
    assert onet.licence_url.startswith("https://creativecommons.org/licenses/by/4.0")
    assert "2024-34" in attributions["projections"].text


def test_attributions_say_whether_sentences_are_onets(stored):
    assert "summaries and duties are not O*NET’s" not in read_attributions()["onet"].text
    store_release(a_release(), "two", is_shipped=True)
    assert "summaries and duties are not O*NET’s" in read_attributions()["onet"].text


def test_nothing_is_attributed_while_nothing_is_loaded():
    assert read_attributions() == {}
