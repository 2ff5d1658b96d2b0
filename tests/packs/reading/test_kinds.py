"""Kinds of headings, lines and facts that public offices, agencies and small employers write."""

import pytest

from packs.posting.facts import Employment
from packs.posting.value import Kind, Posting
from packs.reading import read_pasted
from packs.reading.cues import find_best, weigh_kinds
from packs.reading.headings import read_heading_words

FACTS_BELOW = """ACCOUNT CLERK

LOCATION
Boise, ID
JOB NUMBER
2026-0114
DEPARTMENT
Finance
CLOSING DATE
12/18/2026 5:00 PM

DUTIES
Post payments.
Answer vendors.
Keep the ledger.
"""


def headed(posting: Posting) -> list[tuple[Kind, str]]:
    return [(section.kind, section.heading) for section in posting.sections if section.heading]


def lines_of(posting: Posting, kind: Kind) -> list[str]:
    return [passage.text for passage in posting.of_kind(kind)]


def test_labels_above_their_facts_are_read_as_facts():
    posting = read_pasted(FACTS_BELOW)
    assert [(place.city, place.country) for place in posting.places] == [("Boise", "United States")]
    assert (posting.reference, str(posting.deadline)) == ("2026-0114", "2026-12-18")
    assert headed(posting) == [(Kind.RESPONSIBILITIES, "DUTIES")]


def test_one_line_under_a_heading_stays_there():
    posting = read_pasted("Clerk\n\nYou keep the files.\n\nLocation\nBoise, ID\n\nDuties\nPost payments.")
    assert "Location" in [section.heading for section in posting.sections]


def test_a_date_under_the_heading_closing_date_is_the_deadline():
    posting = read_pasted("Clerk\n\nDuties\n- File letters\n\nClosing date\nWednesday 9th December 2026 at noon")
    assert str(posting.deadline) == "2026-12-09"


def test_headings_of_an_outline_are_headings():
    text = (
        "Clerk\n\n1. JOB PROFILE\n1.1 Purpose\nKeeps the files.\n1.2 Tasks and responsibilities\nTypes letters.\nCalls."
    )
    assert (Kind.RESPONSIBILITIES, "1.2 Tasks and responsibilities") in headed(read_pasted(text))


def test_points_numbered_like_an_outline_stay_points():
    text = "Clerk\n\nDuties\n2.1 Type letters\n2.2 Answer calls\n2.3 Report every month\n"
    assert headed(read_pasted(text)) == [(Kind.RESPONSIBILITIES, "Duties")]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("THE PARALEGAL WILL:", Kind.RESPONSIBILITIES),
        ("Expected division of time", Kind.RESPONSIBILITIES),
        ("Desired Candidate Profile", Kind.REQUIRED),
        ("Our ideal candidate", Kind.REQUIRED),
        ("The gist", Kind.ABOUT),
        ("Comp", Kind.COMPENSATION),
        ("Plus", Kind.NICE_TO_HAVE),
    ],
)
def test_a_heading_opens_its_kind(heading: str, kind: Kind):
    posting = read_pasted(f"Clerk\n\nAbout the job\n\nFiles and phones.\n\n{heading}\n\n- Fair hearing\n- Good sense\n")
    assert kind in [found for found, words in headed(posting) if words == heading.rstrip(":")]


def test_a_heading_may_go_on_with_the_usual_tail():
    text = "Clerk\n\nDUTIES AND TASKS include the following. Other duties may be assigned.\n\nClose books\nPay bills"
    assert [kind for kind, _ in headed(read_pasted(text))] == [Kind.RESPONSIBILITIES]


def test_a_sentence_about_pay_is_no_heading():
    posting = read_pasted("Clerk\n\nYou keep the files.\n\nSalary is negotiable.\n\nWrite to jobs@mill.example.")
    assert headed(posting) == []


@pytest.mark.parametrize(
    "line", ["Mill Town is an equal opportunity employer.", "EOE/M/F/D/V", "We are an equal opportunities employer."]
)
def test_a_line_on_equal_opportunity_stands_apart(line: str):
    posting = read_pasted(f"Clerk\n\nOther information\nBring boots.\nParking is free.\n{line}")
    assert lines_of(posting, Kind.EQUAL_OPPORTUNITY) == [line]


def test_conditions_of_employment_that_name_the_pay_are_pay():
    text = "Clerk\n\nConditions of employment\n\nThe basic monthly salary at grade 8, step 1 is EUR 3 218.54."
    posting = read_pasted(text)
    (pay,) = posting.pay
    assert headed(posting) == [(Kind.COMPENSATION, "Conditions of employment")]
    assert (pay.low, pay.currency, pay.period.value) == (3218.54, "EUR", "MONTH")


def test_a_scale_of_pay_is_one_range():
    posting = read_pasted("Clerk\n\nSalary\n€30,810, €32,436, €33,511, €35,207, €37,118 per annum")
    assert [(pay.low, pay.high) for pay in posting.pay] == [(30_810, 37_118)]


def test_figures_that_do_not_rise_are_no_scale():
    posting = read_pasted("Clerk\n\nSalary\n€30,810, €29,436, €33,511, €35,207 per annum")
    assert len(posting.pay) == 4


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Plumber\n\nOur client, Penrose Property Services, looks after homes.\n\nCall Rowantree.",
            "Penrose Property Services",
        ),
        ("Analyst\n\nFor 90 years, First Keystone Savings has lent money.", "First Keystone Savings"),
        ("Driver\n\nSandhill Transport hauls freight in nine states.", "Sandhill Transport"),
        ("Nurse\n\nFacility: Front Meadow Hospital, Boise, ID\n\nABOUT FRONT MEADOW\n\nBeds.", "Front Meadow Hospital"),
        ("Clerk\n\nAbout Mill Lane\n\nMill Lane Bakery bakes.\n\nWrite to jobs@milllane.example.", "Mill Lane Bakery"),
        ("Guard\n\nWe are Palisade Guarding Ltd, and we guard film sets.", "Palisade Guarding Ltd"),
        ("LOADER\n\nGRANITE STATE PALLET NEEDS TEN PEOPLE.", "GRANITE STATE PALLET"),
        ("Operator\n\nYou keep the plant of the City of Elkhorn Falls.", "City of Elkhorn Falls"),
        ("Nurse\n\nSite: Lakehead Regional Hospital, Thunder Bay\n\nYou nurse.", "Lakehead Regional Hospital"),
        (
            "Editor\n\nThe Maritime Museum of Vlissingen shows ships.\n\nPension at ABP.",
            "Maritime Museum of Vlissingen",
        ),
        ("Electrician\n\nCopper Ridge Electric in Pueblo, CO needs three hands.", "Copper Ridge Electric"),
        ("Fellow\nDepartment of Soils\nCorlear University, Ithaca, New York\n\nYou dig.", "Corlear University"),
    ],
)
def test_it_finds_the_employer(text: str, company: str):
    assert read_pasted(text).company == company


def test_the_name_of_a_team_is_no_employer():
    posting = read_pasted(
        "Designer\n\nBoston | Full time | Design\n\nLarkspur Labs is a studio. Larkspur Labs has maps."
    )
    assert posting.company == "Larkspur Labs"


def test_a_title_in_capitals_may_end_in_an_exclamation_mark():
    assert read_pasted("LINE COOK - START NOW!\n\nYou will cook at our grill.").title == "LINE COOK - START NOW!"


def test_what_is_said_about_the_mill_is_about_the_company():
    posting = read_pasted(
        "Sawyer\n\nDuties\n- Run the head saw\n\nAbout the mill\n\nThe mill has 185 people. We run two lines."
    )
    assert (Kind.COMPANY, "About the mill") in headed(posting)


def test_bullets_that_alternate_label_and_fact_are_facts():
    posting = read_pasted(
        "Physiotherapist\n\n- Grade\n- Band 6\n- Employer\n- Saltmarsh Trust\n- Town\n- Ipswich\n- Hours\n- Late\n\n"
        "Duties\n- Lead the balance class"
    )
    assert (posting.company, posting.places[0].city) == ("Saltmarsh Trust", "Ipswich")
    assert lines_of(posting, Kind.RESPONSIBILITIES) == ["Lead the balance class"]


def test_a_list_below_the_job_is_work_without_its_bullets():
    posting = read_pasted(
        "Farm hand\n\nThe job\nMilking at five\nShifting stock\nCalving in August\n\nPay\n$27 an hour"
    )
    assert (Kind.RESPONSIBILITIES, "The job") in headed(posting)


def test_a_short_line_that_starts_with_a_number_is_no_heading():
    posting = read_pasted("Technician\n\nSchedule:\n8 hour shift\nMonday to Friday\n\nDuties:\n- Repair heat pumps")
    assert [heading for _, heading in headed(posting)] == ["Schedule", "Duties"]


def test_a_long_line_that_leads_to_a_list_is_its_heading():
    lead = (
        "In order to be considered, your application must clearly explain how you meet the following "
        "(essential qualifications)"
    )
    posting = read_pasted(f"Analyst\n\nTasks\n- Write notes\n\n{lead}\n\nA degree in economics\n\nOne year of briefs")
    assert (Kind.REQUIRED, lead) in headed(posting)


def test_what_comes_before_any_heading_may_be_the_work():
    work = "You will help people to wash and dress, give medicines and write down what you did."
    posting = read_pasted(f"Carer\n\n{work}\n\nWhat you will get\n- A pension\n- Paid travel\n\nApply\nWrite to us.")
    assert lines_of(posting, Kind.RESPONSIBILITIES) == [work]


def test_an_employer_of_several_words_is_known_by_any_verb():
    line = "Harbor Street Glass etches panes for ferries."
    assert lines_of(read_pasted(f"Glazier\n\n{line}\n\nDuties\n- Cut glass"), Kind.COMPANY) == [line]


def test_a_job_below_the_name_of_its_employer_and_department_is_the_title():
    text = (
        "UNIVERSITY OF THE KAROO\n\nFACULTY OF SCIENCE\nDepartment of Chemistry\n\nLECTURER IN CHEMISTRY\n\nYou teach."
    )
    assert read_pasted(text).title == "LECTURER IN CHEMISTRY"


@pytest.mark.parametrize(
    ("where", "city", "country"),
    [
        ("Penland Road Bexhill-on-Sea East Sussex TN40 2JG", "Bexhill-on-Sea", "United Kingdom"),
        ("Slough, Berkshire", "Slough", "United Kingdom"),
        ("Durham, United Kingdom Dene House School", "Durham", "United Kingdom"),
        ("Cork City", "Cork", "Ireland"),
        ("Denver, CO (remote within Colorado)", "Denver", "United States"),
        ("St Gobnait's Unit, Cork. A panel may be formed.", "Cork", "Ireland"),
        ("St. Paul, Minnesota", "St. Paul", "United States"),
    ],
)
def test_it_finds_the_town_of_an_address(where: str, city: str, country: str):
    [place] = read_pasted(f"Clerk\n\nLocation: {where}\n\nYou file.").places
    assert (place.city, place.country) == (city, country)


@pytest.mark.parametrize(
    ("words", "country"), [("An enhanced DBS check follows.", "United Kingdom"), ("You type.", "United States")]
)
def test_a_name_that_two_countries_have_goes_with_the_words_of_the_text(words: str, country: str):
    [place] = read_pasted(f"Teacher\n\nLudlow\n\nYou teach algebra. {words}").places
    assert place.country == country


def test_a_month_is_no_town():
    assert read_pasted("Clerk\n\nYou file letters. Start in March or as agreed.").places == ()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Mō mātou | About us", Kind.COMPANY),
        ("Here's what we hope for:", Kind.REQUIRED),
        ("What do I get?", Kind.BENEFITS),
        ("Terms of employment", Kind.OTHER),
        ("About our process", Kind.OTHER),
        ("Essential duties & responsibilities (other duties may be assigned)", Kind.RESPONSIBILITIES),
        ("MODE OF APPLICATION", Kind.HOW_TO_APPLY),
        ("Apply today!", Kind.HOW_TO_APPLY),
        ("RECOMMENDATIONS", Kind.NICE_TO_HAVE),
    ],
)
def test_a_heading_in_other_words_opens_its_kind(heading: str, kind: Kind):
    posting = read_pasted(
        f"Clerk\n\nTasks\n- File letters\n- Greet visitors\n\n{heading}\n\nWords that say little here."
    )
    assert headed(posting)[1:] == [(kind, heading.rstrip(":"))]


def test_a_few_points_above_the_first_heading_say_what_is_good_about_the_job():
    posting = read_pasted(
        "Clerk\n\n- A tram stop at the gate\n- Leave at Easter\n\nKey duties\n- File letters\n\nApply\nWrite."
    )
    assert lines_of(posting, Kind.BENEFITS) == ["A tram stop at the gate", "Leave at Easter"]


def test_a_vacancy_below_the_name_of_its_employer_is_the_title():
    assert read_pasted("VOLTA SAVINGS\nVACANCY: IT SUPPORT OFFICER\nLOCATION: ACCRA\n\nYou help users.").title == (
        "IT SUPPORT OFFICER"
    )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Send a CV to The Mill, 18 Quarry Road, Nashua, NH 03060 by Friday.", "The Mill, 18 Quarry Road, Nashua, NH"),
        ("Bring a CV to 4 High Street, Ludlow SY8 1AB", "4 High Street, Ludlow"),
        ("Drop in at 355 Main St, Duncan BC V9L 1A1 any day", "355 Main St, Duncan BC"),
    ],
)
def test_an_address_with_its_postal_code_is_the_place_where_nothing_else_says_one(words: str, place: str):
    assert [str(one) for one in read_pasted(f"Cook\n\nYou cook.\n\nApply\n{words}").places] == [place]


def test_an_employer_that_needs_somebody_tells_of_the_job():
    line = "Mill Lane School needs a caretaker from March."
    assert lines_of(read_pasted(f"Caretaker\n\n{line}\n\nDuties\n- Open the gate"), Kind.ABOUT) == [line]


def test_a_label_and_its_fact_in_two_columns_are_one_fact():
    posting = read_pasted(
        "City Name        Milaca\nJob Title          Winter Laborer\nJob Type          PT\n\n"
        "General Duties\n- Plow the lots\n- Sand the walks\n"
    )
    assert posting.title == "Winter Laborer"
    assert posting.employment == (Employment.PART_TIME,)


def test_a_label_needs_no_space_after_its_colon():
    posting = read_pasted("Clerk\n\nREF NO:AH/08/18\nHours:30 hours per week\n\nDuties\n- Answer the phone\n")
    assert posting.reference == "AH/08/18"


def test_numbered_headings_with_a_sentence_under_each_are_no_list():
    posting = read_pasted(
        "Clerk\n\nQualifications\n\n1. Character\nEach candidate must be of good character.\n\n2. Experience\n"
        "Each candidate must have worked in an office for two years.\n"
    )
    assert [section.heading for section in posting.sections] == ["Qualifications", "1. Character", "2. Experience"]


def test_the_button_of_a_page_opens_no_section():
    posting = read_pasted("Clerk\nApply now\nLocation: Leeds\nSalary: £24,000\n\nDuties\n- File letters\n- Sort mail\n")
    assert [section.heading for section in posting.sections if section.heading] == ["Duties"]


def test_the_verb_of_a_point_is_no_employer():
    posting = read_pasted(
        "Curator\n\nThe Aller Museum of Glass invites applications for a curator.\n\nDuties\n"
        "- Plans Installations, dismantling and other preparations is part of it\n- Draft Plans is the first task\n"
    )
    assert posting.company == "Aller Museum of Glass"


def test_an_overview_that_speaks_of_the_employer_is_about_the_employer():
    posting = read_pasted(
        "Chief Curator\n\nOVERVIEW\n\nThe Aller Museum is an independent institution that keeps glass.\n\n"
        "Duties\n- Hang pictures\n- Write labels\n"
    )
    assert posting.sections[0].kind is Kind.COMPANY


def test_a_short_heading_right_below_another_is_one_of_its_own():
    text = "Aide\n\nDuties\n- Lift boxes\n\nWORKING CONDITIONS:\n\nMental Demands:\n\nCalm and care.\n"
    assert (Kind.OTHER, "Mental Demands") in headed(read_pasted(text))


def test_numbered_lines_with_tasks_below_each_are_headings():
    text = (
        "Bookkeeper\n\nDuties\n1. Records\nKeep the ledger.\nFile the letters.\n2. Payroll\nPrepare the checks.\n"
        "Answer staff.\n3. Giving\nThank the donors.\n"
    )
    found = headed(read_pasted(text))
    assert found[1:] == [(Kind.RESPONSIBILITIES, name) for name in ("1. Records", "2. Payroll", "3. Giving")]


def test_a_line_that_repeats_the_title_is_no_heading():
    text = "Ward Clerk\n\nBoise, ID\n\nWARD CLERK\n\nReports to: Director\n\nDuties\n- File letters\n- Answer calls\n"
    assert headed(read_pasted(text)) == [(Kind.RESPONSIBILITIES, "Duties")]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("You'll be well-versed in the following:", Kind.REQUIRED),
        ("Bonus, but not needed (tell us about it in the letter that you send us, if you like)", Kind.NICE_TO_HAVE),
        ("Why should you work with us?", Kind.BENEFITS),
        ("Our church", Kind.COMPANY),
        ("About the Evening Clerk position", Kind.ABOUT),
        ("Purpose and function of post", Kind.ABOUT),
    ],
)
def test_a_heading_says_its_kind(heading, kind):
    text = f"# Clerk\n\n## {heading}\n\nWords and words.\n\n## Duties\n\n- File letters\n"
    assert [found for found, name in headed(read_pasted(text)) if name != "Duties"] == [kind]


def test_the_job_goes_on_after_a_paragraph_about_the_employer():
    text = (
        "Operator\n\nSummary\n\nThe Town of Bluebell is a growing community near a lake.\n\n"
        "The operator will clear the roads and will mend the signs of the town.\n\nDuties\n- Clear snow\n"
    )
    posting = read_pasted(text)
    assert "The operator will clear the roads and will mend the signs of the town." in lines_of(posting, Kind.ABOUT)


def test_a_list_of_what_is_not_needed_is_nice_to_have():
    text = "Clerk\n\nWe keep files.\n\nThe following would help, though they are not essential:\n- Rust\n- Maps\n"
    assert lines_of(read_pasted(text), Kind.NICE_TO_HAVE) == ["Rust", "Maps"]


def test_what_comes_after_a_list_that_a_paragraph_leads_to_goes_on_with_the_job():
    text = (
        "Clerk\n\nWe keep files all day.\n\nBeside skill with letters, knowledge of the following is relevant to the "
        "role, though not essential:\n- Rust\n- Maps\n\nThe crew of six sits in two rooms.\n"
    )
    assert "The crew of six sits in two rooms." not in lines_of(read_pasted(text), Kind.NICE_TO_HAVE)


def test_the_ends_of_a_range_of_pay_on_lines_of_their_own_are_one_range():
    text = (
        "Bus Aide\n\nDuties\n- Help children\n\nHourly pay range:\nMinimum: $12.00\nMidpoint: $14.50\nMaximum: $17.00"
        "\n\nRequirements\n- Patience\n"
    )
    posting = read_pasted(text)
    assert [(pay.low, pay.high) for pay in posting.pay] == [(12.0, 17.0)]
    assert lines_of(posting, Kind.COMPENSATION) == ["Minimum: $12.00, Midpoint: $14.50, Maximum: $17.00"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "An hourly rate of pay of $37.57 based on a week of 40 hours (four long days).",
            Kind.COMPENSATION,
        ),
        ("Remuneration will be determined by the duties of the post.", Kind.COMPENSATION),
        ("Note: the salary range is set by the union, and the starting pay depends on experience.", Kind.COMPENSATION),
        ("There are three ways to apply for it.", Kind.HOW_TO_APPLY),
    ],
)
def test_a_paragraph_under_no_heading_says_its_kind(line, kind):
    assert line in lines_of(read_pasted(f"Clerk\n\nBoise, ID\n\nWe need someone to keep files.\n\n{line}\n"), kind)


def test_roman_numbers_number_headings_too():
    text = (
        "Aide\n\nI. Basic function\n\nKeep the house clean and warm for all who live in it.\n\nII. Relationship\n\n"
        "Reports to the manager of the house.\n\nIII. Responsibilities\n\n- Paint rooms\n- Mend doors\n"
    )
    assert [name for _, name in headed(read_pasted(text))] == [
        "I. Basic function",
        "II. Relationship",
        "III. Responsibilities",
    ]


def test_points_that_stand_apart_below_a_line_that_leads_to_them_are_no_headings():
    text = (
        "Therapist\n\nJob summary\n\nThe posts rotate through the following areas:\n\nAcute medicine\n\n"
        "Respiratory medicine\n\nWomen's health\n\nMain duties\n\nYou will plan treatments for the wards.\n"
    )
    assert [name for _, name in headed(read_pasted(text))] == ["Job summary", "Main duties"]


def test_a_list_under_a_heading_for_the_job_says_its_own_kind():
    text = (
        "Officer\n\nAbout this role\n\nThe team of nine looks after the parks of the district and the paths along "
        "the river Aller.\n\n- Cut the grass\n"
        "- Paint the benches\n- Empty the bins\n\nRequirements\n- Patience\n"
    )
    assert lines_of(read_pasted(text), Kind.RESPONSIBILITIES) == [
        "Cut the grass",
        "Paint the benches",
        "Empty the bins",
    ]


def test_a_heading_with_one_word_of_another_kind_takes_the_kind_of_its_list():
    text = "Technician\n\nDuties\n- Mow lawns\n\nPainting and Safety\n- Paint walls\n- Repair doors\n- Inspect roofs\n"
    assert (Kind.RESPONSIBILITIES, "Painting and Safety") in headed(read_pasted(text))


def test_a_label_with_nothing_after_it_opens_no_section():
    text = "Aide\n\nQualifications\n- Patience\n\nSupervisory responsibilities: None\n\nDuties\n- Help riders\n"
    assert [name for _, name in headed(read_pasted(text))] == ["Qualifications", "Duties"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("At Aller House, our people are at the heart of what we do, and the garden is ten acres large.", Kind.COMPANY),
        ("This advert may close before the date above.", Kind.OTHER),
        ("In return, you will receive a week of lessons.", Kind.BENEFITS),
    ],
)
def test_a_paragraph_before_any_heading_says_its_kind(line, kind):
    assert line in lines_of(read_pasted(f"Clerk\n\nBoise, ID\n\nWe need someone to keep files.\n\n{line}\n"), kind)


@pytest.mark.parametrize(
    "line",
    [
        "The rotation goes through wards for children, elders and people with a disability.",
        "It is a year-long project of six towns.",
        "You can expect a warm welcome in the kitchen.",
    ],
)
def test_a_word_of_another_kind_leaves_a_paragraph_with_the_job(line):
    text = f"Clerk\n\nJob summary\n\nYou join a team of four in the office.\n\n{line}\n\nDuties\n- File letters\n"
    assert line in lines_of(read_pasted(text), Kind.ABOUT)


def test_the_first_of_several_low_headings_is_one_too():
    text = (
        "Nurse Manager\nKey Responsibilities\nLeadership & Management\n- Lead the nurses\n- Plan the rota\n"
        "Clinical Care\n- Keep residents safe\n- Review plans\nAbout You\n- Registered nurse\n"
    )
    assert [name for _, name in headed(read_pasted(text))][:3] == [
        "Key Responsibilities",
        "Leadership & Management",
        "Clinical Care",
    ]


def test_prose_about_the_job_stays_there_where_the_duties_have_a_heading_of_their_own():
    line = "You will plan the day and you will greet each guest; you will close the house at night."
    text = f"Porter\n\nAbout the role\n\nWe run a small house by the sea.\n\n{line}\n\nDuties\n- Carry bags\n"
    assert line in lines_of(read_pasted(text), Kind.ABOUT)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Nature and Scope", Kind.ABOUT), ("How you'll grow", Kind.BENEFITS), ("Job spec", Kind.ABOUT)],
)
def test_a_heading_of_an_office_says_its_kind(heading, kind):
    text = f"Clerk\n\n{heading}\n\nWords and words.\n\nDuties\n\n- File letters\n- Sort mail\n"
    assert (kind, heading) in headed(read_pasted(text))


@pytest.mark.parametrize("pair", ["Type\nFull Time", "Closing date\nFriday 4 December 2026", "DEADLINE\n12/04/2026"])
def test_a_label_right_above_its_plain_fact_is_no_heading(pair):
    text = f"Clerk\n\nDuties\n- File letters\n- Sort mail\n\n{pair}\n\nHow to apply\nWrite to us.\n"
    assert [name for _, name in headed(read_pasted(text))] == ["Duties", "How to apply"]


def test_a_heading_may_name_a_year():
    text = "Clerk\n\nDuties\n- File letters\n\n2026 Salary Range:\n- Clerk I: $24.10 - $27.30 an hour\n"
    assert (Kind.COMPENSATION, "2026 Salary Range") in headed(read_pasted(text))


def test_a_numbered_heading_may_end_with_etc():
    text = (
        "Officer\n\nQUALIFICATIONS\n\n1. Character\nEach candidate must be of good character.\n\n2. Health\n"
        "Each candidate must be in good health.\n\n3. Education, Training etc.\nEach candidate must have a degree.\n"
    )
    assert [name for _, name in headed(read_pasted(text))][1:] == [
        "1. Character",
        "2. Health",
        "3. Education, Training etc.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The Server is the primary provider of good service to the guests of our house by the sea.",
        "Your job will be to look after our customers and to know our products.",
        "You are glad to apply your knowledge of rivers.",
    ],
)
def test_a_sentence_about_the_job_is_not_about_the_employer_or_the_application(line):
    posting = read_pasted(f"Server\n\nSummary\n\n{line}\n\nDuties\n- Greet guests\n- Set tables\n")
    assert line not in [*lines_of(posting, Kind.COMPANY), *lines_of(posting, Kind.HOW_TO_APPLY)]


COLUMN = """Field Officer

Ward of duty:

Kisumu East

Posts open:

3

Age bracket:

Not stated

Tasks
- Visit farms
- Weigh crops
- Write reports
"""


def test_labels_in_a_column_are_no_headings():
    posting = read_pasted(COLUMN)
    assert headed(posting) == [(Kind.RESPONSIBILITIES, "Tasks")]
    assert "Posts open: 3" in lines_of(posting, Kind.ABOUT)


def test_two_lines_with_a_colon_are_no_column():
    posting = read_pasted(
        "Clerk\n\nShort notice:\n\nBring a friend\n\nHouse rules:\n\nNo shoes\n\nDuties\n- File letters\n"
    )
    assert "Short notice: Bring a friend" not in [passage.text for passage in posting.passages]


def test_headings_set_as_the_first_part_of_a_list_keep_its_kind():
    text = (
        "Shop Lead\n\nKey duties\n\nSales floor:\n\n- Set targets\n- Coach sellers\n\n"
        "Guest experience:\n\n- Greet guests\n- Mend mistakes\n\nRequirements\n\n- Two years in a shop\n"
    )
    assert headed(read_pasted(text)) == [
        (Kind.RESPONSIBILITIES, "Key duties"),
        (Kind.RESPONSIBILITIES, "Sales floor"),
        (Kind.RESPONSIBILITIES, "Guest experience"),
        (Kind.REQUIRED, "Requirements"),
    ]


def test_the_first_of_numbered_headings_gives_the_others_no_kind():
    text = (
        "Nurse\n\n1. Qualifications and / or any experience in wards\n\nEach nurse must hold a degree.\n\n"
        "2. Parking\n\nCars stand behind the barn at night.\n\n3. Meals\n\nSoup is cooked each noon.\n"
    )
    kinds = {name: kind for kind, name in headed(read_pasted(text))}
    assert kinds["1. Qualifications and / or any experience in wards"] is Kind.REQUIRED
    assert kinds["2. Parking"] is not Kind.REQUIRED


def test_a_list_without_a_heading_may_follow_another():
    text = (
        "Bookkeeper\n\nPosition summary\n\nThis position keeps the books of the parish.\n\n"
        "- Must have basic knowledge of accounts\n- Must be able to work alone\n- Must hold a degree\n"
        "- Must be familiar with ledgers\n\n- Write all checks\n- Issue monthly statements\n"
        "- Prepare the budget\n- Record gifts\n"
    )
    posting = read_pasted(text)
    assert lines_of(posting, Kind.REQUIRED)[0] == "Must have basic knowledge of accounts"
    assert lines_of(posting, Kind.RESPONSIBILITIES) == [
        "Write all checks",
        "Issue monthly statements",
        "Prepare the budget",
        "Record gifts",
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("About H.K. MILLING, INC.", Kind.COMPANY),
        ("To apply...", Kind.HOW_TO_APPLY),
        ("You would make a great miller if you:", Kind.REQUIRED),
        ("You as a Night Miller will:", Kind.RESPONSIBILITIES),
        ("DUTIES/ROLES", Kind.RESPONSIBILITIES),
    ],
)
def test_a_heading_is_known_by_more_than_its_usual_words(heading, kind):
    text = f"Miller\n\nSummary\n\nThis job is at the wheel.\n\n{heading}\n\n- Grain and water\n- Stones and belts\n"
    assert kind in [found for found, _ in headed(read_pasted(text))]


def test_buttons_above_facts_are_no_headings():
    posting = read_pasted(
        "Clerk\n\nApply for this job\n\nLocation: Boise, ID\n\nDownload the file\n\nStatus: full time\n\n"
        "Duties\n- File letters\n"
    )
    assert headed(posting) == [(Kind.RESPONSIBILITIES, "Duties")]


def test_single_words_tell_a_line_that_no_cue_names():
    posting = read_pasted(
        "Baker\n\nThe role is at our oven from four in the morning.\n\n"
        "Three brothers set the bakery by the canal, and it feeds half of the market town.\n\nDuties\n- Bake bread\n"
    )
    assert [line[:14] for line in lines_of(posting, Kind.COMPANY)] == ["Three brothers"]


@pytest.mark.parametrize(
    "chrome",
    [
        "Share | Save | Apply now",
        "Print · E-mail",
        "SUMMARY\nBENEFITS\nCONTACT",
        "Summary Benefits Contact",
        "Wage Scale T4",
        "Closing 14/02/2027 17:00",
    ],
)
def test_buttons_tabs_and_facts_without_colon_open_no_section(chrome: str):
    posting = read_pasted(f"Clerk\n\n{chrome}\n\nSummary\nYou keep the files.\n\nDuties\n- File letters\n- Sort mail\n")
    assert [section.heading for section in posting.sections if section.heading] == ["Summary", "Duties"]


def test_criteria_right_below_two_headings_are_no_tabs():
    text = "Clerk\n\nPerson specification\nTraining\nEssential criteria\nA diploma\nSkills\nEssential criteria\nTact\n"
    assert [section.heading for section in read_pasted(text).sections][:3] == [
        "Person specification",
        "Training",
        "Essential criteria",
    ]


def test_a_fact_right_after_a_list_is_about_the_job():
    text = "Clerk\n\nDuties\n- File letters\n- Sort mail\n- Greet guests\nSchedule: Tuesday to Saturday\nSite: Boise\n"
    posting = read_pasted(text)
    assert lines_of(posting, Kind.ABOUT) == ["Schedule: Tuesday to Saturday", "Site: Boise"]
    assert lines_of(posting, Kind.RESPONSIBILITIES) == ["File letters", "Sort mail", "Greet guests"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERKS", Kind.BENEFITS), ("WHO WE ARE", Kind.COMPANY), ("INCENTIVES", Kind.BENEFITS)],
)
def test_a_label_in_capitals_opens_the_section_of_its_paragraph(label: str, kind: Kind):
    text = (
        f"Clerk\n\nDuties\n- File letters\n- Sort mail\n\n{label}: The ferry to the island is free on every day off.\n"
    )
    assert headed(read_pasted(text))[1:] == [(kind, label)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("You, hopefully", Kind.REQUIRED),
        ("The colleague we hope for", Kind.REQUIRED),
        ("You'll thrive if", Kind.REQUIRED),
        ("Who we want in our next colleague", Kind.REQUIRED),
        ("What is involved?", Kind.RESPONSIBILITIES),
        ("Money and everything else", Kind.BENEFITS),
        ("Our client provides", Kind.BENEFITS),
        ("What should I attach?", Kind.HOW_TO_APPLY),
        ("Helpful information", Kind.OTHER),
        ("2.1 Particulars of the post", Kind.OTHER),
        ("Staff appraisal", Kind.OTHER),
        ("Everybody's welcome", Kind.EQUAL_OPPORTUNITY),
        ("Role goal", Kind.ABOUT),
        ("The challenge", Kind.ABOUT),
    ],
)
def test_an_informal_heading_opens_its_kind(heading: str, kind: Kind):
    posting = read_pasted(
        f"Clerk\n\nTasks\n- File letters\n- Greet visitors\n\n{heading}\n\nWords that say little here."
    )
    assert headed(posting)[1:] == [(kind, heading)]


def test_scope_above_points_is_work():
    text = (
        "Clerk\n\nAbout us\n\nWe keep letters.\n\nThe scope\n\n- forty boxes of letters\n- a ledger from last year\n"
        "- two shelves, twice a day\n"
    )
    assert (Kind.RESPONSIBILITIES, "The scope") in headed(read_pasted(text))


def test_what_the_new_colleague_will_do_is_work_and_what_they_will_be_is_asked():
    text = "Clerk\n\nThe right person will\n- {}\n- {}\n- {}\n\nApply\nWrite to us.\n"
    work = read_pasted(text.format("lead two tours a day", "answer letters", "sort the mail"))
    asked = read_pasted(text.format("be patient with crowds", "have a driving license", "speak two languages"))
    assert [headed(posting)[0][0] for posting in (work, asked)] == [Kind.RESPONSIBILITIES, Kind.REQUIRED]


def test_parts_of_the_work_with_their_shares_are_headings_of_duties():
    text = (
        "Gardener\n\nABOUT US\n\nWe're a small nursery by the lake.\n\nGREENHOUSE (70%)\nWaters the seedlings.\n"
        "Airs the house.\nSHOP - 30%\nTalks with whoever comes in.\nKeeps the till.\n"
    )
    assert headed(read_pasted(text))[1:] == [
        (Kind.RESPONSIBILITIES, "GREENHOUSE (70%)"),
        (Kind.RESPONSIBILITIES, "SHOP - 30%"),
    ]


def test_a_numbered_background_that_tells_of_the_employer_is_about_the_employer():
    text = (
        "Clerk\n\nVACANCY NOTICE\n\n1.0 Background\n\nThe Aller Trust is a charity that mends old boats.\n\n"
        "2.0 Duties\n\n- File letters\n- Sort mail\n"
    )
    assert (Kind.COMPANY, "1.0 Background") in headed(read_pasted(text))


def test_lines_that_close_a_posting_leave_the_list_above_them():
    apply = "To apply, mail a resume and a letter to jobs@aller.example."
    check = "A background check and a drug screen are made before an offer stands."
    posting = read_pasted(f"Clerk\n\nSkills\n\nA good ear.\nTact at the counter.\n{check}\n{apply}\n")
    assert lines_of(posting, Kind.REQUIRED) == ["A good ear.", "Tact at the counter."]
    assert (lines_of(posting, Kind.OTHER), lines_of(posting, Kind.HOW_TO_APPLY)) == ([check], [apply])


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("This job is a good fit for you if:", Kind.REQUIRED),
        ("You might be a great match if you", Kind.REQUIRED),
        ("We'd love to hear from you if", Kind.REQUIRED),
        ("What you need to succeed in the role", Kind.REQUIRED),
        ("The following are eligible to apply:", Kind.REQUIRED),
        ("Candidates should have:", Kind.REQUIRED),
        ("Added advantage", Kind.NICE_TO_HAVE),
        ("What sets you apart", Kind.NICE_TO_HAVE),
        ("Problems you'll solve", Kind.RESPONSIBILITIES),
        ("KPAs", Kind.RESPONSIBILITIES),
        ("Background to the Harbour Trust", Kind.COMPANY),
        ("Mission statement", Kind.COMPANY),
        ("The fun stuff", Kind.BENEFITS),
        ("General information for candidates", Kind.HOW_TO_APPLY),
        ("Tools and equipment used", Kind.OTHER),
        ("Why this role matters", Kind.ABOUT),
    ],
)
def test_a_heading_of_a_startup_or_a_council_is_a_usual_one(heading: str, kind: Kind):
    said = read_heading_words(heading)
    assert (said.kind, said.is_whole) == (kind, True)


def test_applicants_who_must_send_something_are_told_how_to_apply():
    assert not read_heading_words("Applicants must submit:").is_whole


def test_work_below_a_heading_that_lost_its_link_is_no_application():
    text = """Verger

Send your application to:

The verger opens the church, looks after the bells and will lock up after evensong.

- Ring the bells on Sundays
- Clean the brass
- Lay out the books
"""
    posting = read_pasted(text)
    assert not lines_of(posting, Kind.HOW_TO_APPLY)
    assert lines_of(posting, Kind.RESPONSIBILITIES)[-1] == "Lay out the books"


def test_a_note_in_capitals_that_says_how_to_apply_is_not_apart():
    line = "PLEASE NOTE: Applications must be sent to jobs@mill.example with a cover letter by the closing date."
    posting = read_pasted(f"Clerk\n\nYou keep the files.\n\n{line}\n")
    assert lines_of(posting, Kind.HOW_TO_APPLY) == [line]


def test_safety_among_the_duties_is_a_part_of_them():
    text = (
        "Cook\n\nDuties\n\nKitchen\n- Cook lunch\n- Plan menus\n\nHealth & Safety\n- Record accidents\n- Clean knives\n"
    )
    assert {kind for kind, _ in headed(read_pasted(text))} == {Kind.RESPONSIBILITIES}


def test_what_the_employer_seeks_after_a_word_about_it_is_the_job():
    text = """About Mill Lane

Mill Lane is a bakery of nine people in an old mill.
We are looking for a baker to start before the oven does.
"""
    assert lines_of(read_pasted(text), Kind.ABOUT) == ["We are looking for a baker to start before the oven does."]


def test_work_told_before_the_requirements_is_work_where_no_heading_opens_it():
    text = """Rigger

The rigger will check each crane. The rigger will plan every lift. You will be responsible for the slings.

Requirements
- A card for slingers
- Two years on sites
"""
    assert len(lines_of(read_pasted(text), Kind.RESPONSIBILITIES)) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The ideal candidate is patient with people and has kept a ledger before.", Kind.REQUIRED),
        ("This post requires the skill to calm a full room. You must show tact.", Kind.REQUIRED),
        ("The successful applicant will plan the tours and train the guides.", Kind.RESPONSIBILITIES),
        ("The estate farm manager will plan the fields and s/he will keep the herd.", Kind.RESPONSIBILITIES),
        ("The Consulate of Norland in Porto represents Norland in the north. There are nine staff.", Kind.COMPANY),
        ("You will be a motivated and organized colleague with a good ear.", Kind.REQUIRED),
        (
            "Our farm steward is responsible for leading the apprentices in all the work of the farm.",
            Kind.RESPONSIBILITIES,
        ),
        ("The normal working week is 37 hours, and usual hours are 9 to 5.", Kind.OTHER),
    ],
)
def test_a_sentence_of_a_careful_employer_says_its_kind(line: str, kind: Kind):
    assert find_best(weigh_kinds(line))[0] is kind


def test_the_day_it_was_posted_is_no_part_of_a_long_title():
    title = "Library Aide (Part-Time, Evenings), Elm Valley Free Public Library, Elm Valley, Massachusetts"
    assert read_pasted(f"{title}\nPosted April 27, 2026\n\nYou shelve books.\n").title == title


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ESSENTIAL JOB FUNCTIONS", Kind.RESPONSIBILITIES),
        ("Typical Work Activities and Expectations of Registered Nurses in Schools", Kind.RESPONSIBILITIES),
        ("The Clerk's duties will include, but are not limited to:", Kind.RESPONSIBILITIES),
        ("The clerk is supposed to see to the following tasks:", Kind.RESPONSIBILITIES),
        ("Synopsis", Kind.ABOUT),
        ("A bit more about the role", Kind.ABOUT),
        ("Introduction to the role", Kind.ABOUT),
        ("Internship details", Kind.ABOUT),
        ("Suitability to work with children", Kind.OTHER),
        ("Those appointed as wardens", Kind.REQUIRED),
    ],
)
def test_a_heading_of_offices_and_boards_opens_its_kind(heading: str, kind: Kind):
    text = f"Clerk\n\nWe need a clerk.\n\nAbout us\n\nWe keep boats.\n\n{heading}\n\n- Plans the week\n- Files papers\n"
    assert (kind, heading.rstrip(":")) in headed(read_pasted(text))


def test_a_title_between_two_lists_heads_the_second():
    text = "Clerk\n\nDuties:\n\n- Answers calls\n- Files papers\n\nBuilding Care\n\n- Unlocks doors\n- Waters plants\n"
    assert headed(read_pasted(text)) == [
        (Kind.RESPONSIBILITIES, "Duties"),
        (Kind.RESPONSIBILITIES, "Building Care"),
    ]


def test_a_line_that_its_paragraph_says_again_is_a_heading():
    text = "Tutor\n\nThe Lower School\n\nThe Lower School is a small one, with 80 pupils.\n\nThe role\n\nYou teach art."
    assert (Kind.COMPANY, "The Lower School") in headed(read_pasted(text))


def test_a_short_line_right_above_a_heading_is_none():
    text = (
        "Warden\n\nPart time\n\nStart in May\n\nAbout the trust\n\nThe trust keeps a wood.\n\nDuties\n\n- Mend paths\n"
    )
    assert [name for _, name in headed(read_pasted(text))] == ["About the trust", "Duties"]


@pytest.mark.parametrize(
    ("heading", "below", "kind"),
    [
        ("You will also have:", "- A diploma\n- Two years of experience\n- A driver's license", Kind.REQUIRED),
        ("Working at Elm College", "Elm College is located on a hill and serves 900 students.", Kind.COMPANY),
        ("Your role", "As our clerk, you will report to the warden and join a team of six.", Kind.ABOUT),
    ],
)
def test_what_stands_below_decides_for_a_heading_of_several_kinds(heading, below, kind):
    text = f"Clerk\n\nDuties\n\n- File papers\n- Answer calls\n\n{heading}\n\n{below}\n"
    assert (kind, heading.rstrip(":")) in headed(read_pasted(text))


@pytest.mark.parametrize("line", ["AA/EOE", "EOE/AA", "The Harbor Authority is an EEO Employer."])
def test_short_forms_of_equal_opportunity_stand_apart(line: str):
    text = f"Clerk\n\nBenefits include a pension, sick days and a health plan.\n\nCall 555-0100 to apply.\n\n{line}\n"
    posting = read_pasted(text)
    assert lines_of(posting, Kind.EQUAL_OPPORTUNITY) == [line]
    assert lines_of(posting, Kind.BENEFITS) == ["Benefits include a pension, sick days and a health plan."]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Applications are invited for the post of warden in the hall for two years.", Kind.ABOUT),
        ("The Institute of Ice at Elm has been given a grant, and wishes to recruit a clerk.", Kind.ABOUT),
        ("Our warden plans the year with the lead gardener, and joins the trust's meetings.", Kind.ABOUT),
        ("You will have a diploma and experience with ledgers.", Kind.REQUIRED),
        ("Elm Trust's mission is to keep the old wood alive.", Kind.COMPANY),
    ],
)
def test_a_first_paragraph_says_its_kind(line, kind):
    text = f"Warden\n\n{line}\n\nDuties\n\n- Mend paths\n- Plant trees\n\nRequirements\n\n- Patience\n"
    assert line in lines_of(read_pasted(text), kind)


def test_the_job_goes_on_after_a_word_about_the_employer():
    text = (
        "Aide\n\nJob description\n\nElm Library is a public library that serves 7,000 people.\n\n"
        "As the roof is being mended this year, much of the reading will be held in a tent until the autumn.\n\n"
        "About us\n\nWe lend books.\n\nThe successful candidate will plan the summer with three others.\n"
    )
    assert len(lines_of(read_pasted(text), Kind.ABOUT)) == 2


def test_a_usual_heading_may_run_into_its_paragraph():
    text = (
        "Cook\n\nMain Duties The cook plans the menus and orders the food for a school of 200 pupils.\n\nAsk for Ann."
    )
    assert headed(read_pasted(text))[0] == (Kind.RESPONSIBILITIES, "Main Duties")


def test_what_an_employer_offers_its_staff_is_a_benefit():
    text = "Warden\n\nRequirements\n\n- Patience\n- A license\n\nElm Trust offers staff a pension and paid holidays.\n"
    assert lines_of(read_pasted(text), Kind.BENEFITS) == ["Elm Trust offers staff a pension and paid holidays."]


def test_facts_under_a_title_sell_nothing():
    text = (
        "Clerk\n\n- Tauranga\n- Contract\n- Government & Defence\n\nThe role\n\nYou keep files.\n\nDuties\n\n- Files\n"
    )
    assert not lines_of(read_pasted(text), Kind.BENEFITS)


def test_a_task_is_no_employer():
    text = (
        "Aide\n\nYou work nights.\n\n- Promoting independence is a large part of it\n- Assists the doctor in the ward\n"
    )
    assert read_pasted(text).company == ""


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Prior to appointment, candidates must:", Kind.REQUIRED),
        ("Staff must carry out the tasks assigned, including:", Kind.RESPONSIBILITIES),
        ("General farm description", Kind.COMPANY),
    ],
)
def test_a_lead_of_a_public_office_or_a_farm_is_a_heading(heading: str, kind: Kind):
    said = read_heading_words(heading)
    assert (said.kind, said.is_whole) == (kind, True)


@pytest.mark.parametrize("fact", ["Required for: as soon as possible", "Minimum length of stay: 7 months"])
def test_a_label_of_a_fact_opens_no_requirements(fact: str):
    text = f"Grower\n\n{fact}\n\nDuties\n\n- Prune the pears\n- Mend the fence\n"
    assert Kind.REQUIRED not in [section.kind for section in read_pasted(text).sections]


def test_a_fact_without_a_colon_is_no_heading():
    text = "Grower\n\nReports to the Head Grower\n\nYou prune the pears.\n\nDuties\n\n- Mend the fence\n"
    assert headed(read_pasted(text)) == [(Kind.RESPONSIBILITIES, "Duties")]


def test_what_is_listed_below_a_sentence_is_of_its_kind():
    lines = [
        "Mail: The sexton opens the post, buys stamps, and takes parcels to the depot.",
        "Keys: The sexton keeps the keys of the hall and lends them to groups that ask.",
        "Bells: The sexton winds the clock and greets those who come to see the bells.",
    ]
    text = "\n\n".join(
        ["Sexton", "The sexton works 15 hours.", "The main duties of the sexton are listed below.", *lines]
    )
    assert lines_of(read_pasted(text), Kind.RESPONSIBILITIES)[-3:] == lines


def test_a_line_between_two_lists_may_lead_to_the_second():
    points = ["know the collection well", "have patience with school groups", "hold a first aid certificate"]
    lead = "The right person will need a good memory for faces, will be kind to all who come, and must:-"
    text = "Attendant\n\nDuties\n\n- Sell tickets\n- Guide visitors\n\n" + lead + "\n\n- " + "\n- ".join(points)
    assert lines_of(read_pasted(text), Kind.REQUIRED)[-3:] == points


def test_a_note_among_points_stays_with_them():
    note = "NOTE: Gritting can wait until the morning shift unless the road is closed."
    text = (
        f"Roads Worker\n\nDuties\n\n- sweeping streets\n- gritting roads\n{note}\n- cutting verges\n- mending signs\n"
    )
    assert note in lines_of(read_pasted(text), Kind.RESPONSIBILITIES)


def test_sentences_of_work_under_the_job_are_duties():
    text = (
        "Kitchen Manager\n\nOur company\n\nWe run six kitchens.\n\nThe Job\n"
        "Responsible for training everybody in the kitchen.\n"
        "Ensure that plates leave the pass hot and together, whatever the hour.\n"
        "Comply with the rules for clean kitchens in this state and in this town.\nKeep the order book.\n"
    )
    assert len(lines_of(read_pasted(text), Kind.RESPONSIBILITIES)) == 4


def test_below_a_heading_for_pay_and_more_what_is_no_pay_is_a_benefit():
    text = (
        "Cook\n\nDuties\n\n- Cook\n\nPay and Perks\n$19.50 an hour, every second Friday.\n"
        "Those who stay for two months may join the group plan of the restaurant.\nFree meals on each shift.\n"
        "We love to promote our own people.\n"
    )
    posting = read_pasted(text)
    assert lines_of(posting, Kind.COMPENSATION) == ["$19.50 an hour, every second Friday."]
    assert len(lines_of(posting, Kind.BENEFITS)) == 3


def test_a_title_parts_a_numbered_list_without_ending_it():
    text = "Clerk\n\nDuties\n\n1. Keep files.\n\n2. Order paper.\n\nVisits and Parish Services\n\n3. Greet guests.\n"
    assert "Greet guests." in lines_of(read_pasted(text), Kind.RESPONSIBILITIES)


@pytest.mark.parametrize(
    ("heading", "kind"), [("What we ask of you", Kind.REQUIRED), ("Why people stay", Kind.BENEFITS)]
)
def test_a_heading_may_say_what_is_asked_and_why_people_stay(heading, kind):
    assert read_heading_words(heading).kind is kind


def test_the_job_is_no_label():
    text = "Driver\n\nThe job:\nDrive safely.\nLoad and unload.\nWash your truck.\n"
    assert ("The job", 3) in [(section.heading, len(section.lines)) for section in read_pasted(text).sections]


def test_whoever_is_hired_will_do_the_work_that_bare_lines_name():
    text = "Teacher\n\nThe successful candidate will\nteach Geography\nrun one field trip a year\nbe a form tutor\n"
    assert len(lines_of(read_pasted(text), Kind.RESPONSIBILITIES)) == 3


def test_facts_under_an_overview_are_no_duties():
    facts = "Opening date: May 1\nWork schedule: Full-time\nTravel required: Yes\n"
    text = f"Biologist\n\nOverview\n{facts}Duties\n- Count birds\n"
    assert lines_of(read_pasted(text), Kind.RESPONSIBILITIES) == ["Count birds"]


def test_what_is_said_of_the_pay_above_stays_with_it():
    text = "Lead\n\nNice to haves:\nFrench\n$72,000 - $84,000 a year\nThe range above is for the base salary.\n"
    assert len(lines_of(read_pasted(text), Kind.COMPENSATION)) == 2


def test_benefits_may_stand_under_additional_information():
    text = "Packer\n\nDuties\nPack\n\nAdditional information\n28 days' holiday\nStaff discount\nFree parking\nPension\n"
    assert "Staff discount" in lines_of(read_pasted(text), Kind.BENEFITS)


def test_the_employer_may_be_told_of_under_why_us():
    text = "Engineer\n\nDuties\n- Load data\n\nWhy us?\nElm is a company in Denver that makes software for clinics.\n"
    assert len(lines_of(read_pasted(text), Kind.COMPANY)) == 1


@pytest.mark.parametrize("point", ["Work with human tissue a plus", "Paid training", "Paid travel time"])
def test_a_point_of_a_list_is_no_heading(point):
    assert point not in [
        heading for _, heading in headed(read_pasted(f"Cook\n\nRequirements\nA year at it\n{point}\nTact\n"))
    ]


def test_a_label_in_capitals_does_not_take_the_list_below_it():
    points = "1. To work with the foreman.\n2. To plow and patch the roads.\n3. To load the bins.\n"
    text = f"Helper\n\nREPORTING RELATIONSHIP: Answers to the officer\n\n{points}"
    assert len(lines_of(read_pasted(text), Kind.RESPONSIBILITIES)) == 3


def test_paragraphs_after_a_list_are_of_their_own_kinds():
    text = (
        "Driver\n\nRequirements\n- A license\n- A card\n"
        "Be ready to stay in the village from Monday to Thursday all summer long.\n"
        "Send us a letter that tells what you have driven, with a resume, to jobs@elm.example by Friday.\n"
    )
    assert len(lines_of(read_pasted(text), Kind.HOW_TO_APPLY)) == 1


def test_a_benefit_among_benefits_is_no_heading():
    text = "Tech\n\nDuties\nRepair pumps\n\nBenefits:\nCompany van\nPaid time off\nHealth insurance\nTools\n"
    assert len(lines_of(read_pasted(text), Kind.BENEFITS)) == 4


def test_background_above_a_word_on_the_employer_is_a_heading():
    text = "Engineer\n\nBackground\nElm International has worked in Ghana since 2009.\nDuties\n- Dig wells\n"
    assert headed(read_pasted(text))[0] == (Kind.COMPANY, "Background")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Minimum requirements at time of application", Kind.REQUIRED),
        ("What our drivers do", Kind.RESPONSIBILITIES),
        ("What the work is", Kind.RESPONSIBILITIES),
        ("How to sign up", Kind.HOW_TO_APPLY),
        ("Would help", Kind.NICE_TO_HAVE),
        ("Desired minimum qualifications", Kind.REQUIRED),
        ("Also provided", Kind.BENEFITS),
        ("Why this position is open", Kind.ABOUT),
        ("The internship", Kind.ABOUT),
        ("You must:", Kind.REQUIRED),
    ],
)
def test_headings_of_public_offices_and_nonprofits_are_known(heading, kind):
    assert read_heading_words(heading).kind is kind


def test_a_heading_for_both_is_of_what_stands_below():
    points = "- A diploma\n- Must be 18 or over\n- A clean drug screen\n"
    text = f"Worker\n\nQUALIFICATIONS/REQUIREMENTS/RESPONSIBILITIES:\n{points}"
    assert len(lines_of(read_pasted(text), Kind.REQUIRED)) == 3


def test_a_first_paragraph_that_seeks_somebody_is_about_the_job():
    opening = "Our land trust is looking for an Associate, with health insurance and a pension of 3%."
    text = f"Associate\n\n{opening}\n\nDuties\n- Walk\n"
    assert len(lines_of(read_pasted(text), Kind.ABOUT)) == 1
