"""Paragraphs and lists without a heading of their own, and what a heading above them leaves to others."""

import pytest

from packs.posting.value import Kind, Posting
from packs.reading import read_pasted
from packs.reading.facts import is_dated
from packs.reading.headings import read_heading_words


def kinds_of(posting: Posting) -> dict[str, Kind]:
    """The kind of section in which each line of a posting stands."""
    return {line.text: section.kind for section in posting.sections for line in section.lines}


def headed(posting: Posting) -> list[tuple[Kind, str]]:
    return [(section.kind, section.heading) for section in posting.sections if section.heading]


SUMMARY = (
    "The warden is responsible for opening the gates, leading the walks, repairing the fences and keeping the records"
    " of the reserve."
)


@pytest.mark.parametrize("above", ["Reserve Warden\n\n", "Reserve Warden\n\nJob Description\n\nReports to: Ranger\n\n"])
def test_a_paragraph_that_sums_up_the_points_after_it_is_about_the_job(above: str):
    points = "- Open the gates at dawn.\n- Repair fences and stiles.\n- Lead walks on Sundays.\n"
    kinds = kinds_of(read_pasted(f"{above}{SUMMARY}\n\n{points}"))
    assert kinds[SUMMARY] is Kind.ABOUT
    assert kinds["Repair fences and stiles."] is Kind.RESPONSIBILITIES


def test_lines_that_all_start_with_a_duty_are_duties_where_no_heading_says_so():
    lines = ["Sweeping the quay", "Painting the railings", "Checking mooring ropes", "Assisting with the ferry"]
    text = "Harbor Hand\n\nThe port of Elmsby is hiring a hand for the summer season.\n"
    kinds = kinds_of(read_pasted(text + "\n".join(lines) + "\n\nQualifications:\nA driver's license\nGood swimming\n"))
    assert {kinds[line] for line in lines} == {Kind.RESPONSIBILITIES}


def test_a_weak_line_between_duties_stays_with_them():
    odd = "Frequency of sweeping to be set by the codes of procedure."
    text = f"Porter\n\nDuties\n\nTo sweep the halls.\n\n{odd}\n\nTo lock the doors.\n\nTo polish the brass plates.\n"
    assert kinds_of(read_pasted(text))[odd] is Kind.RESPONSIBILITIES


def test_a_description_in_a_labeled_paragraph_is_duties_where_it_lists_nothing_else():
    work = (
        "Workers will plant, prune and water shrubs; pack, label and load pots; sweep aisles; repair frames and"
        " tables; clean tanks; mix soil and feed; carry trays and stack them on carts for the morning trucks."
    )
    assert kinds_of(read_pasted(f"Nursery Hand\n\nJOB DESCRIPTION: {work}\n"))[work] is Kind.RESPONSIBILITIES


def test_a_general_description_in_a_labeled_paragraph_stays_about_the_job():
    text = (
        "Nursery Hand\n\nGENERAL DESCRIPTION: Look after young plants and the customers who come for them every day.\n"
    )
    assert kinds_of(read_pasted(text)).popitem()[1] is Kind.ABOUT


def test_labels_of_points_open_no_section_among_other_labels():
    text = (
        "Pot Washer\n\nKey Responsibilities\nWashing: Run the machine and rinse pans.\n"
        "Health & Safety: Follow the rules on knives.\nTeamwork: Help the cooks at lunch.\n"
    )
    assert {section.kind for section in read_pasted(text).sections if section.lines} == {Kind.RESPONSIBILITIES}


def test_a_label_that_opens_a_section_does_so_among_facts():
    text = "Clerk\n\nDuties: File the letters and answer the phone.\n\nPrivacy: Letters are kept for one year.\n"
    assert kinds_of(read_pasted(text))["Privacy: Letters are kept for one year."] is Kind.OTHER


def test_a_label_in_capitals_with_commas_opens_its_section():
    text = "Dispatcher\n\nKNOWLEDGE, SKILLS AND ABILITIES: Reads maps and keeps calm when callers do not.\n"
    posting = read_pasted(text)
    assert headed(posting) == [(Kind.REQUIRED, "KNOWLEDGE, SKILLS AND ABILITIES")]


def test_a_paragraph_leaves_the_label_above_it_in_a_text_without_room():
    ask = (
        "Are you looking for a job where no two days are the same? This is an exciting opportunity to work behind the"
        " scenes of a busy theater, and in this role you will be part of a small team."
    )
    text = f"Stage Clerk\nHours: 20\nQualifications: A diploma in stagecraft or the like.\n{ask}\nYou need a license.\n"
    assert kinds_of(read_pasted(text))[ask] is Kind.ABOUT


def test_rows_of_a_timetable_stay_together():
    rows = ["Mar 2 - Posting closes", "Mar 9 - Calls with the board", "Mar 23 - Day at the farm", "Apr 4 - First day!"]
    text = "Grower\n\nHiring Timeline: The dates below may move.\n\n" + "\n\n".join(rows) + "\n\nDuties\n- Sow beans\n"
    kinds = kinds_of(read_pasted(text))
    assert len({kinds[row] for row in rows}) == 1


@pytest.mark.parametrize(
    ("text", "is_row"),
    [("Jan 10 - Interviews", True), ("3 March: talks", True), ("10th of May", False), ("Page 4 of the plan", False)],
)
def test_rows_start_with_a_day_of_a_month(text: str, is_row: bool):
    assert is_dated(text) is is_row


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Equivalent Training", Kind.REQUIRED),
        ("Personal Qualities", Kind.REQUIRED),
        ("Technical specifics", Kind.REQUIRED),
        ("Verger Job Summary", Kind.ABOUT),
        ("Context and purpose of the job", Kind.ABOUT),
        ("MACHINES, TOOLS AND EQUIPMENT", Kind.OTHER),
        ("Special measures", Kind.EQUAL_OPPORTUNITY),
    ],
)
def test_more_headings_are_known(heading: str, kind: Kind):
    line = "The chapel stands on a hill above the river and is open to all."
    text = f"Verger\n\n{heading}\n\n{line}\n\nDuties\n- Ring bells\n"
    assert (kind, heading.rstrip(":")) in headed(read_pasted(text))


def test_more_information_is_how_to_apply_where_it_says_who_to_call():
    line = "For questions, call Ann Moor, the rector, at (555) 010-2030."
    posting = read_pasted(f"Verger\n\nDuties\n- Ring bells\n\nMore Information\n{line}\n")
    assert (Kind.HOW_TO_APPLY, "More Information") in headed(posting)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("You're a curious problem-solver with experience of hard puzzles.", Kind.REQUIRED),
        ("Applicants need a willingness to learn and an eagerness to get dirty in all weathers.", Kind.REQUIRED),
        ("Moderate physical effort is needed, with standing, walking and bending on most days.", Kind.OTHER),
        (
            "Applicants must self-identify as members of a designated group under the employment equity act.",
            Kind.EQUAL_OPPORTUNITY,
        ),
    ],
)
def test_paragraphs_show_what_they_are_about(line: str, kind: Kind):
    text = f"Verger\n\nThe chapel of Elmsby is hiring a verger.\n\n{line}\n\nDuties\n- Ring bells\n- Sweep the nave\n"
    assert kinds_of(read_pasted(text))[line] is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("He mahi: The opportunity", Kind.ABOUT),
        ("He kōrero mōu: About you", Kind.REQUIRED),
        ("Über uns: About us", Kind.COMPANY),
    ],
)
def test_a_heading_in_two_languages_says_what_its_english_half_does(heading: str, kind: Kind):
    said = read_heading_words(heading)
    assert (said.kind if said.is_whole else None) is (kind if not heading.isascii() else None)


def test_names_of_sections_in_a_row_are_tabs_and_the_last_heads_what_is_below():
    text = "Baker\nRole details\nJob location\nTech stack\nJob description\n- Weigh flour\n- Bake bread\n- Clean tins\n"
    assert headed(read_pasted(text)) == [(Kind.RESPONSIBILITIES, "Job description")]


@pytest.mark.parametrize("line", ["Apply here", "Read more about the duties here"])
def test_buttons_and_links_head_nothing(line: str):
    text = (
        f"Baker\n\nDuties\n- Bake bread\n\n{line}\n\nThe Mill is an equal opportunity employer and hires regardless of"
        " race, religion or age.\n"
    )
    assert headed(read_pasted(text)) == [(Kind.RESPONSIBILITIES, "Duties")]


def test_a_button_above_how_to_apply_is_its_heading():
    text = "Baker\n\nDuties\n- Bake bread\n\nApply Now\n\nSend your resume and a letter to the shop by May 3.\n"
    assert (Kind.HOW_TO_APPLY, "Apply Now") in headed(read_pasted(text))


def test_a_line_that_ends_with_a_dash_leads_to_its_points():
    text = (
        "Aide\n\nThe following beliefs are essential -\n- Everyone can learn\n- A gentle way of working\n- Fairness\n"
    )
    assert kinds_of(read_pasted(text))["A gentle way of working"] is Kind.REQUIRED


def test_work_that_a_line_leads_to_needs_no_points():
    lines = ["Guidance of other hands", "Collecting litter", "Emptying bins"]
    text = "Beach Hand\n\nAs a hand with the town you will play a key role in:\n" + "\n".join(lines)
    kinds = kinds_of(read_pasted(f"{text}\n\nQualifications:\n- A license\n- Good swimming\n"))
    assert {kinds[line] for line in lines} == {Kind.RESPONSIBILITIES}


def test_somebody_who_is_looked_for_is_a_requirement():
    line = (
        "We are looking for someone who has experience of newspapers, and you need to have the ability to write fast."
    )
    text = f"Editor\n\nThe Elmsby Post is hiring an editor.\n\n{line}\n\nWhat we offer\n- A desk\n"
    assert kinds_of(read_pasted(text))[line] is Kind.REQUIRED


def test_a_label_whose_fact_was_lost_heads_nothing():
    text = "Page\n\nJob Type\n\nThe page shelves books, tidies toys and helps the people who come to the library.\n"
    assert headed(read_pasted(text)) == []


def test_a_paragraph_that_tells_whoever_is_hired_what_to_do_is_not_about_the_employer():
    pitch = (
        "Want to sell boats to people who own two? You'll take over our brand and the mailing list we began in 1974."
    )
    text = f"Boat Seller\n\n{pitch}\n\nWhat you bring\n- Two years in a boatyard\n- A license\n"
    assert kinds_of(read_pasted(text))[pitch] is Kind.ABOUT


def test_numbered_duties_without_a_sign_after_the_number_are_duties():
    lines = [
        "1 Assigns berths to boats in the order of their calls",
        "2 Receives and logs all calls",
        "3 Prepares lists",
    ]
    text = "Harbor Clerk\nThe harbor of Elmsby is hiring a clerk for its office on the quay.\n" + "\n".join(lines)
    assert {kinds_of(read_pasted(text))[line] for line in lines} == {Kind.RESPONSIBILITIES}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        (
            "What are the responsibilities and job description for the Clerk position at Elmsby Harbor?",
            "responsibilities",
        ),
        ("To be successful in this position you will need the following skill and or experience:", "required"),
        ("Essential and desirable qualifications, skills and experience include:", "required"),
        ("CLASS CHARACTERISTICS", "about"),
    ],
)
def test_long_headings_are_known(heading: str, kind: str):
    text = f"Clerk\n\n{heading}\n- Patience with boats\n- A clear voice\n- Neat writing\n"
    assert [(one.value, words) for one, words in headed(read_pasted(text))] == [(kind, heading.rstrip(":"))]


def test_a_duty_that_leads_to_points_is_no_heading_of_requirements():
    duty = "Maintaining the roads within the requirements of the budget through:"
    text = f"Hand\n\nRESPONSIBILITIES:\n{duty}\n- Patching and grading.\n- Clearing brush.\n- Painting lines.\n"
    assert {section.kind for section in read_pasted(text).sections} == {Kind.RESPONSIBILITIES}


def test_a_number_after_a_label_is_a_fact():
    text = (
        "Clerk\n\nFLSA: Exempt\nEEO: 5\n\nThe clerk keeps the books of the county and answers letters from everyone.\n"
    )
    assert Kind.EQUAL_OPPORTUNITY not in {section.kind for section in read_pasted(text).sections}


def test_a_sentence_that_says_what_a_position_pays_is_pay():
    line = "This part-time position pays $19.40 per hour, up to 30 hours per week."
    text = f"Clerk\n\nThe harbor is hiring a clerk.\n\n{line}\n\nDuties\n- Log calls\n- Assign berths\n"
    assert kinds_of(read_pasted(text))[line] is Kind.COMPENSATION


@pytest.mark.parametrize(
    "line",
    [
        "The Harbor Hand floods and edges the ice of the rink, sets out nets and boards, and cleans the rooms.",
        "Tasks include flushing mains, exercising valves, sampling, and answering residents without water.",
        "The person at this desk answers callers, enters berths, scans papers, and trains two aides.",
    ],
)
def test_a_sentence_that_lists_what_somebody_does_is_about_the_work(line: str):
    opening = "The harbor of Elmsby has an opening for one more hand."
    text = f"Harbor Hand\n\nDescription\n{opening}\n\n{line}\n\nPay\n$20 an hour\n"
    assert kinds_of(read_pasted(text))[line] is Kind.RESPONSIBILITIES


def test_what_an_employer_does_is_about_the_employer():
    line = "Elmsby Harbor Mills grinds flour, bakes bread, ships it to shops, and sells it from the quay."
    text = f"Baker\n\n{line}\n\nDuties\n- Bake bread\n- Clean the ovens\n"
    assert kinds_of(read_pasted(text))[line] is Kind.COMPANY


def test_a_list_of_doings_is_the_work_and_so_is_what_leads_to_it():
    lines = ["The cook's part includes:", "lighting the oven at three", "stretching the dough", "guarding the embers"]
    text = f"Cook\n\nThe Plank is hiring a cook for two nights.\n\n{lines[0]}\n" + "\n".join(
        f"- {x}" for x in lines[1:]
    )
    assert {kinds_of(read_pasted(text))[line] for line in lines} == {Kind.RESPONSIBILITIES}


def test_a_line_that_leads_to_a_clear_list_belongs_to_it():
    lead = "Anyone who applies should bring at least these:"
    text = (
        f"Driver\n\nThe town has one opening.\n\n{lead}\n\n- A license of Class B\n- A year of experience on roads\n"
        "- Ability to lift 50 pounds\n"
    )
    assert kinds_of(read_pasted(text))[lead] is Kind.REQUIRED


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Town wishes to fill one opening in its harbor, a crew of seven that looks after the quay.", Kind.ABOUT),
        ("One full-time, overtime-eligible hand is to be hired for the north quay of the harbor.", Kind.ABOUT),
        ("The right person has raised money before, can hold six deadlines in mind, and writes well.", Kind.REQUIRED),
        ("We hope for somebody who is glad to talk with strangers about boats.", Kind.REQUIRED),
    ],
)
def test_a_paragraph_without_a_heading_says_what_it_is_about(line: str, kind: Kind):
    text = f"Harbor Hand\n\n{line}\n\nDuties\n- Log calls\n- Assign berths\n"
    assert kinds_of(read_pasted(text))[line] is kind
