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


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Maldon, Essex", "Maldon, United Kingdom"),
        ("Bath, Somerset", "Bath, United Kingdom"),
        ("Peterlee, Durham, United Kingdom", "Peterlee, United Kingdom"),
        ("Hamilton, Waikato, New Zealand", "Hamilton, New Zealand"),
        ("Munich, Bavaria, Germany", "Munich, Germany"),
    ],
)
def test_a_town_before_its_county_is_the_place(line, place):
    assert read_cities(f"Clerk\n\n{line}") == [place]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Oregon, Salem, 97301", "Salem, Oregon, United States"),
        ("Location of position: Dune State Park- Berlin, MD", "Berlin, Maryland, United States"),
        ("Work location: Calgary - Downtown", "Calgary, Alberta, Canada"),
        ("Location: Paris 9e, France", "Paris, France"),
        ("Remote (Texas residents only)", "Texas, United States"),
        ("Remote, UK-based candidates only", "United Kingdom"),
        ("Headquarters: Springfield, MO", "Springfield, Missouri, United States"),
    ],
)
def test_words_around_a_place_leave_it_readable(line, place):
    assert read_cities(f"Clerk\n\n{line}") == [place]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("You will be based at our Leeds head office.", ["Leeds, United Kingdom"]),
        (
            "You serve the teams in both our Oakland and Los Angeles offices.",
            ["Oakland, California, United States", "Los Angeles, California, United States"],
        ),
        (
            "You'll work either from Chicago or Denver, CO, with six others.",
            ["Chicago, Illinois, United States", "Denver, Colorado, United States"],
        ),
        (
            "Locations: Elm County Park in Lyons, OR & the reservoir, which is in Foster, OR – the crew may "
            "be asked to lend a hand in the other parks of the county in the busy weeks of the summer.",
            ["Lyons, Oregon, United States", "Foster, Oregon, United States"],
        ),
    ],
)
def test_a_sentence_names_the_places_of_work(sentence, places):
    assert read_cities(f"Clerk\n\n{sentence}") == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nether Wick Parish Council\nSalary: £14 an hour", "Nether Wick, United Kingdom"),
        ("The Town of Bluebell hires a clerk. A valid Alberta license is needed.", "Bluebell, Alberta, Canada"),
        ("McAllen ISD\nPay: $14 an hour", "McAllen, Texas, United States"),
        ("Redwater County has two positions. A valid Alberta license is needed.", "Alberta, Canada"),
    ],
)
def test_a_town_or_county_is_where_its_own_people_work(text, place):
    assert read_cities(f"Clerk\n\n{text}") == [place]


@pytest.mark.parametrize(
    "line",
    [
        "Hours of work: 37 (April – September), 35 (October – March)",
        "Mary, Star of the Sea",
        "Martin-Luther House",
        "We are headquartered in Springfield, MO, and the team is fully remote.",
    ],
)
def test_what_only_sounds_like_a_place_is_none(line):
    assert read_cities(f"Clerk\n\n{line}") == []


def test_a_bay_does_not_name_the_state_that_its_name_begins_with():
    assert read_cities("Clerk\n\nTarn Township on Georgian Bay, in Ontario, hires a clerk.") == [
        "Tarn, Ontario, Canada"
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Swansea, Wales", "Swansea, United Kingdom"),
        ("Inverness, Highland", "Inverness, United Kingdom"),
        ("Amsterdam (NL)", "Amsterdam, Netherlands"),
        ("Copenhagen K, Denmark", "Copenhagen, Denmark"),
        ("Canary Wharf, London E14", "London, United Kingdom"),
        ("Quoile, County Derry, BT47, Northern Ireland, UK", "Quoile, United Kingdom"),
        ("Wexford Town", "Wexford, Ireland"),
        ("Leeds and surrounding areas", "Leeds, United Kingdom"),
    ],
)
def test_a_part_of_a_country_or_city_is_not_taken_for_the_town(line, place):
    assert read_cities(f"Clerk\n\n{line}") == [place]


@pytest.mark.parametrize(
    "line", ["Send your letter to the address below", "Trim hedges, mow lawns", "Hope to see you", "Trim:"]
)
def test_a_verb_that_is_a_town_elsewhere_is_no_place(line):
    assert read_cities(f"Clerk\n\n{line}") == []


def test_a_hospital_is_in_the_city_that_it_is_named_for():
    assert read_cities("Nurse\n\nNottingham University Hospitals NHS Trust") == ["Nottingham, United Kingdom"]


def test_the_employer_after_at_in_a_title_is_no_place():
    assert read_cities("Data Engineer at Fernway\n\nFernway helps farms to measure water.") == []


def test_the_town_of_a_public_employer_comes_before_towns_in_sentences():
    assert read_cities("Clerk\n\nCity of Salem\n\nYou may be sent to courses in Portland, Oregon.") == [
        "Salem, Oregon, United States"
    ]


def test_a_title_may_end_with_a_town_that_is_not_known_and_its_state():
    assert read_cities("Welder – Quarry Falls, TX\n\nYou weld gates.") == ["Quarry Falls, Texas, United States"]


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ("Location: Tullow and Carlow, Ireland", ["Tullow, Ireland", "Carlow, Ireland"]),
        (
            "Location: Moab, Vernal or Price, Utah",
            ["Moab, Utah, United States", "Vernal, Utah, United States", "Price, Utah, United States"],
        ),
        ("Location: Bend / Ashland, OR", ["Bend, Oregon, United States", "Ashland, Oregon, United States"]),
        ("Location: Boise, ID\nLocation: Nampa, ID", ["Boise, Idaho, United States", "Nampa, Idaho, United States"]),
        ("Location 1: Leeds\nLocation 2: York, UK", ["Leeds, United Kingdom", "York, United Kingdom"]),
        (
            "Locations:\n- Boise, ID\n- Elko, NV",
            ["Boise, Idaho, United States", "Elko, Nevada, United States"],
        ),
    ],
)
def test_every_place_of_several_is_listed(lines, places):
    assert read_cities(f"Clerk\n\n{lines}") == places


def test_the_places_at_the_end_of_a_title_are_listed():
    places = ["Sligo, Ireland", "Galway, Ireland"]
    assert read_cities("Painters x 3 - Sligo / Galway\n\nWe need three painters.") == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lantern Grill, Bangor, Maine\nPay: $15 an hour\n\nLantern Grill is open all year.", "Bangor, Maine"),
        ("Walt's Diner, Perth NY\nPay: $15 an hour", "Perth, New York"),
        ("Court: Third Judicial District Court, Topeka", "Topeka, Kansas"),
        ("City: Damariscotta\nState: ME", "Damariscotta, Maine"),
        ("City of Sweetwater\n\nA valid Texas driver's license is needed.", "Sweetwater, Texas"),
        ("Location Zanesville, Ohio\nDepartment Parks\nPosition Type Permanent", "Zanesville, Ohio"),
    ],
)
def test_an_american_town_is_found_where_it_stands(text, place):
    assert read_cities(f"Clerk\n\n{text}") == [f"{place}, United States"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Location: Poblacion, Iloilo City", "Iloilo City, Philippines"),
        ("Location: Cork City", "Cork, Ireland"),
        ("Hybrid: Norwich office two days a week, rest from home", "Norwich, United Kingdom"),
        ("Town: Portree\nSalary: £24,000 a year", "Portree, United Kingdom"),
        ("City: Damariscotta", "Damariscotta"),
    ],
)
def test_a_town_after_a_label_is_the_place(line, place):
    assert read_cities(f"Clerk\n\n{line}") == [place]


@pytest.mark.parametrize(
    "line", ["Location: Flexible", "Location: Main Campus", "Location: Head Office", "Location: Production"]
)
def test_words_after_a_label_that_are_no_town_are_no_place(line):
    assert read_cities(f"Clerk\n\n{line}") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Location: 12 Quay Street, Nashua, NH 03060 (near Hillsborough County, New Hampshire)",
            "Nashua, New Hampshire",
        ),
        ("Job in Salem, Marion County, Oregon, 97301, USA", "Salem, Oregon"),
        ("Location: US-OR-Salem", "Salem, Oregon"),
    ],
)
def test_an_american_town_stands_before_its_county_or_after_its_codes(text, place):
    assert read_cities(f"Clerk\n\n{text}") == [f"{place}, United States"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Location: IND-Pune", "Pune, Maharashtra, India"),
        ("Location: Truro, Cornwall", "Truro, United Kingdom"),
        ("Location: Pitlochry, Perthshire", "Pitlochry, United Kingdom"),
        ("Location: Cornwall, Ontario", "Cornwall, Ontario, Canada"),
        ("Location: UX-Design", None),
    ],
)
def test_a_county_or_a_code_of_a_country_tells_where_a_town_is(text, place):
    assert [name.replace("ā", "a") for name in read_cities(f"Clerk\n\n{text}")] == ([place] if place else [])


def test_a_state_in_the_title_tells_which_town_is_meant():
    assert read_cities("Library Aide, Elm Library, Alton, NH\n\nYou shelve books.") == [
        "Alton, New Hampshire, United States"
    ]


def test_an_office_among_the_duties_is_a_place_of_work():
    text = (
        "Coder\n\nWhat you will do\nYou will build our shop. You can work from our office in downtown Paris.\nTest it."
    )
    assert read_cities(text) == ["Paris, France"]


def test_an_address_on_several_lines_is_one():
    text = "Clerk\n\nYou keep the files.\n\nTo apply\nWrite to:\nThe Clerk,\nMill Lane,\nDorchester,\nDorset, DT1 1XA"
    assert read_cities(text) == ["Dorchester, United Kingdom"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Locations: Selma, Alabama, Natchez, Mississippi, Bastrop, Louisiana",
            ["Selma, Alabama", "Natchez, Mississippi", "Bastrop, Louisiana"],
        ),
        ("Forks, WA United States | Sequim, WA United States", ["Forks, Washington", "Sequim, Washington"]),
        ("LOCATIONS\nMoab, UT\n2 vacancies\nEscalante, UT\n1 vacancy", ["Moab, Utah", "Escalante, Utah"]),
        (
            "We keep a garden in the hills.\n\nSeedling Farm\n88 Creek Road\nHustontown, Pennsylvania, 17229",
            ["Hustontown, Pennsylvania"],
        ),
        ("The Town of Salem needs a clerk.\n\nSend a letter to mail@salemct.gov.", ["Salem, Connecticut"]),
        ("Wexley Highway Department\n\nForms are at www.wexley-ma.gov.", ["Wexley, Massachusetts"]),
        ("The Maine Turnpike Authority keeps 109 miles of road.", ["Maine"]),
        ("You hold a license of the State of Nebraska.", ["Nebraska"]),
    ],
)
def test_american_places_stand_in_lists_addresses_and_names(text, places):
    assert read_cities(f"Clerk\n\n{text}") == [f"{place}, United States" for place in places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lancaster University\nUnited Kingdom\n\nWe seek two historians.", "Lancaster, United Kingdom"),
        ("The museum stands in south east London, with a garden.", "London, United Kingdom"),
        ("Based: Kendal, Cumbria", "Kendal, United Kingdom"),
        ("Hanover Public Library\n\nThe post is paid by Young Canada Works.", "Hanover, Ontario, Canada"),
    ],
)
def test_an_employer_or_a_part_of_a_city_tells_the_town(text, place):
    assert read_cities(f"Clerk\n\n{text}") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "We invite historians to the college, University of the Arts.",
        "Job ID 21412",
        "You work remotely.\n\nThe Maine Turnpike Authority keeps 109 miles of road.",
    ],
)
def test_words_that_name_no_place_of_work_are_none(text):
    assert read_cities(f"Clerk\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("School Cook, Waltham Forest\n\nSalary: £13 an hour", "Waltham Forest, United Kingdom"),
        ("Grower\n\nLOCATION: Fossil (Eastern Oregon)", "Fossil, Oregon, United States"),
        (
            "Ranger\n\nLocation: Depot - Elm Street, Turvey Park NSW Wiradjuri Country",
            "Turvey Park, New South Wales, Australia",
        ),
        ("Aide\n\nTuosist, Kerry\nPay: €15 an hour", "Tuosist, Ireland"),
        ("Clerk\n\nPay: $18 an hour\n\nTown of York\n1 Elm Street\nYork, Maine 03909\n", "York, Maine, United States"),
        ("Coder\n\nReno Office\n\nLarch Data counts trees.", "Reno, Nevada, United States"),
        (
            "Stage Hand\n\nThe hall stands in the heart of Finglas in Dublin, Ireland. It has 90 seats.",
            "Dublin, Ireland",
        ),
        (
            "Kitchen Manager\n\nWe run eight restaurants, all located in Texas. A ninth is planned in Frisco.\n\n"
            "How to apply\nCome by. The address is:\n15 S Lamar Blvd.\nSunset Valley, Texas 78745",
            "Sunset Valley, Texas, United States",
        ),
        (
            "Receptionist\n\nAll staff at Tonbridge Medical Group work shifts.\nPay: £12 an hour",
            "Tonbridge, United Kingdom",
        ),
        ("Operator\n\nLocation: Beaufort West, Western Cape\nPay: R9,000 a month", "Beaufort West, South Africa"),
        ("Trainee Cook\n\nOne day a week at TAFE.\n\nLocation: Liverpool", "Liverpool, New South Wales, Australia"),
    ],
)
def test_the_right_one_of_two_towns_is_the_place(text, place):
    assert read_cities(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Aide\n\nPay: €15 an hour\n\nPosts in Killala, Kilkelly, Bonniconlon and Charlestown are open.",
        "Library Aide\n\nThe Somerset County Library is seeking an aide. Pay: $16 an hour",
    ],
)
def test_a_town_of_a_like_name_elsewhere_is_not_the_place(text):
    assert not [place for place in read_cities(text) if place.endswith("United States")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bellhop in Cannon Beach\n\nPay: $16 an hour", "Cannon Beach, Oregon, United States"),
        ("Clerk\n\nLong Sutton Parish Council\n\nPay: £24,000 a year", "Long Sutton, United Kingdom"),
        (
            "Clerk\n\nBundanoon Shire Council\n\nPay: $61,000 a year plus superannuation",
            "Bundanoon, New South Wales, Australia",
        ),
        (
            "Clerk\n\nLocation: Lakeview\n\nWork for the people of Oregon. Pay: $16 an hour",
            "Lakeview, Oregon, United States",
        ),
        ("Clerk\n\nLocation :M&O mill office in Elmira, NY", "Elmira, New York, United States"),
    ],
)
def test_a_small_town_is_found_where_the_text_says_in_which_country_or_state(text, place):
    assert read_cities(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Engineer (Frontend, Mobile)\n\nPay: $160,000 a year",
        "Clerk\n\nLocation: Adrian Hall\n\nPay: £24,000 a year",
    ],
)
def test_a_name_that_may_be_anywhere_is_no_small_town(text):
    assert read_cities(text) == []


def test_north_america_is_not_the_united_states():
    assert read_cities("Director\n\nLocation: Kenya or North America") == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Cook\n\nThe Plank is a small store in Delhi NY. The menu follows the farms.",
            "Delhi, New York, United States",
        ),
        (
            "Cook\n\nElm & Ash is a farm at 1180 Charlton Road, Ballston Spa, NY.",
            "Ballston Spa, New York, United States",
        ),
    ],
)
def test_an_american_town_stands_in_a_sentence_or_an_address_without_a_code(text, place):
    assert read_cities(text) == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Driver\n\nLocation: Timaru, Canterbury\n\nPay: $32 an hour", ["Timaru, New Zealand"]),
        (
            "Engineer\n\nLisbon or Porto, Portugal – remote within Portugal too\n\nJob ID 0047",
            ["Lisbon, Portugal", "Porto, Portugal"],
        ),
        ("Clerk\n\nBranch: Moose Jaw Main, SK", ["Moose Jaw, Saskatchewan, Canada"]),
        (
            "Reporter\n\nOur newsroom in Red Wing has five people. Minnesota is home.",
            ["Red Wing, Minnesota, United States"],
        ),
        ("Nurse\n\nJob locations\nElm Centre\nMill Street\nRotherham\nS60 1AB", ["Rotherham, United Kingdom"]),
        ("Lead\n\nLocation: East Hamilton, NZ, 3216", ["Hamilton, New Zealand"]),
        ("Guide\n\nHarbor Museum, Whitby\n\nA ticket is £8 for everybody else.", ["Whitby, United Kingdom"]),
    ],
)
def test_a_region_a_country_or_a_currency_tells_where_a_town_is(text, places):
    assert read_cities(text) == places
