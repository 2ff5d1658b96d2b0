"""Where a job is, in the ways in which postings of many countries say it."""

import pytest

from packs.reading import read_pasted

BELOW = "\n\nWhat you will do\n- Answer calls\n- Keep records\n\nRequirements\n- Two years of office work\n"


def read_cities(text):
    places = read_pasted(text + BELOW).places
    return [", ".join(filter(None, (place.city, place.region, place.country))) for place in places]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Standort: München", "München, Germany"),
        ("Lieu : Lyon (69)", "Lyon, France"),
        ("Ubicación: Madrid", "Madrid, Spain"),
        ("Standplaats: Rotterdam", "Rotterdam, Netherlands"),
        ("Sede di lavoro: Milano", "Milano, Italy"),
        ("Arbeitsort: 8005 Zürich", "Zürich, Switzerland"),
        ("1012 AB Amsterdam", "Amsterdam, Netherlands"),
        ("SE-111 22 Stockholm", "Stockholm, Sweden"),
        ("📍 Boston, MA", "Boston, Massachusetts, United States"),
        ("**Location** Boston, MA", "Boston, Massachusetts, United States"),
        ("Portland, Me.", "Portland, Maine, United States"),
        ("Truro, N.S.", "Truro, Nova Scotia, Canada"),
        ("East Nashville", "Nashville, Tennessee, United States"),
        ("North Pole, AK", "North Pole, Alaska, United States"),
        ("Rathmines, Dublin 6", "Dublin, Ireland"),
        ("Brisbane CBD", "Brisbane, Queensland, Australia"),
        ("City of London", "London, United Kingdom"),
        ("Sutton Courtenay, Oxfordshire", "Sutton Courtenay, United Kingdom"),
        ("Cushendall, Co. Antrim", "Cushendall, United Kingdom"),
        ("Main Street, Kilgarvan, Co. Kerry", "Kilgarvan, Ireland"),
        ("Where: our Boise store", "Boise, Idaho, United States"),
        ("The post is at our school in Oslo, Norway.", "Oslo, Norway"),
        ("Remote (US only)", "United States"),
        ("**Berlin-Wedding · hybrid · permanent**", "Berlin, Germany"),
    ],
)
def test_a_line_of_facts_names_a_place(line, place):
    assert read_cities(f"Clerk\n\n{line}") == [place]


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Location: Dublin, London or Berlin", ["Dublin, Ireland", "London, United Kingdom", "Berlin, Germany"]),
        ("Remote (Spain or Portugal)", ["Spain", "Portugal"]),
        (
            "Location: San Francisco / New York City",
            ["San Francisco, California, United States", "New York, New York, United States"],
        ),
    ],
)
def test_a_list_names_each_of_its_places(line, places):
    assert read_cities(f"Clerk\n\n{line}") == places


@pytest.mark.parametrize("line", ["Location: Remote - Europe\nPay: $90,000", "Location: Remote (EMEA)\nPay: $90,000"])
def test_remote_work_across_a_part_of_the_world_is_in_no_country(line):
    assert read_cities(f"Clerk\n\n{line}") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Welder Needed in Tulsa", "Tulsa, Oklahoma, United States"),
        ("Line Cook • Salem, OR, US", "Salem, Oregon, United States"),
        ("Plumber\n\nJoin our Vancouver-based team of twelve.", "Vancouver, British Columbia, Canada"),
        ("Plumber\n\nThis full-time job, paid weekly, is at our Austin, Texas office.", "Austin, Texas, United States"),
        ("Clerk\n\nCity: Springfield\nState: IL\nPay: $20 an hour", "Springfield, Illinois, United States"),
        (
            "Clerk\n\nCity of Rogers\n\nYou hold a valid Minnesota driver's license, as you drive to the wells.",
            "Rogers, Minnesota, United States",
        ),
        (
            "Clerk\n\nCity of Bayport\n\nYou answer calls.\n\nApply\nWrite to City Hall, Mill Road, Bayport, MN 55003",
            "Bayport, Minnesota, United States",
        ),
        (
            "Mechanic\n\nSalary\n$34 an hour\nLocation\n1 vacancy in the following location:\nNorth Pole, AK\n"
            "Work schedule\nFull-time\nAppointment type\nPermanent",
            "North Pole, Alaska, United States",
        ),
    ],
)
def test_the_rest_of_a_text_says_which_place_is_meant(text, place):
    assert read_cities(text) == [place]
