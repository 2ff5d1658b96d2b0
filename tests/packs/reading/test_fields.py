"""Deadlines, references, titles and employers, in the ways in which postings write them."""

from datetime import date

import pytest

from packs.reading import read_pasted

BELOW = "\n\nWhat you will do\n- Answer calls\n- Keep records\n\nRequirements\n- Two years of office work\n"


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Location: Boise, ID\nClosing Date: 3/4/2027 5:00 PM", date(2027, 3, 4)),
        ("Job Posting End Date: 4 May 2027", date(2027, 5, 4)),
        ("Posted June 3, 2026\n\nSend a letter to jobs@mill.example by July 10.", date(2026, 7, 10)),
        ("Start: March 1, 2027\n\nSend a letter to jobs@mill.example by December 20.", date(2026, 12, 20)),
        ("Posting ends: July 11, 2026", date(2026, 7, 11)),
        ("Apply until\n\n19 April 2026\n\nStarts\n\nIn May\n\nType\n\nFull time", date(2026, 4, 19)),
        ("Send a letter to jobs@mill.example by July 10.", None),
        ("Posted June 3, 2026\n\nSend a letter to jobs@mill.example by February 30.", None),
    ],
)
def test_the_last_day_to_apply_is_read(text, deadline):
    assert read_pasted(f"Clerk\n\n{text}{BELOW}").deadline == deadline


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Clerk\n\nID: 4471", "4471"),
        ("Clerk\n\nPosition #: 20817", "20817"),
        ("Clerk\n\nPosting Number S0112\nDepartment Parks\nPosition Type Permanent", "S0112"),
        ("Clerk (27-204)", "27-204"),
        ("Clerk (Accounts) - KRB04412", "KRB04412"),
        ("Clerk\n\nID: required", ""),
    ],
)
def test_the_reference_is_read(text, reference):
    assert read_pasted(text + BELOW).reference == reference


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ref: AB/12/2026\nBaker\n\nYou bake.", "Baker"),
        ("Vacancy VN-12\nHarbor Board\nDeck Officer\n\nYou sail.", "Deck Officer"),
        ("Copperline | Data Engineer | Utrecht, NL | Hybrid\n\nWe count trains.", "Data Engineer"),
        ("Baker | Full-time | Leeds\n\nYou bake.", "Baker | Full-time | Leeds"),
    ],
)
def test_the_title_is_the_name_of_the_job(text, title):
    assert read_pasted(text + BELOW).title == title


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Miller\n\nCompany: Karoo Mills (Pty) Ltd", "Karoo Mills"),
        ("Copperline | Data Engineer | Utrecht, NL | Hybrid\n\nWe count trains.", "Copperline"),
        ("Nurse\n\nHandover is at eight.", ""),
        ("Nurse\n\nDebriefing is at eight. You take part in the debriefing.", ""),
    ],
)
def test_the_employer_is_no_other_word(text, company):
    assert read_pasted(text + BELOW).company == company


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Open Position: Parish Clerk\n\nYou keep the files.", "Parish Clerk"),
        ("Parish Clerk Job Posting\n\nYou keep the files.", "Parish Clerk"),
        ("Deckhand Position Available\n\nYou scrub.", "Deckhand"),
        ("Line Cook needed\n\nYou cook.", "Line Cook"),
        ("CPE1.21 - Museum Clerk\n\nYou keep the files.", "Museum Clerk"),
        ("Logo\n\n13 days remaining to apply\n\nMuseum Clerk\n\nYou keep the files.", "Museum Clerk"),
        ("Location: Leeds\nSalary: £24,000 a year\nHours: 37\n\nYou keep the files for us all.", ""),
    ],
)
def test_a_title_is_the_name_of_the_job_alone(text, title):
    assert read_pasted(text).title == title


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Library Aide\n\nThe Elm Free Library Board of Trustees is hiring an aide.", "Elm Free Library"),
        ("Aide\n\nElm Aide Job Description\n\nYou shelve books.", ""),
    ],
)
def test_a_board_and_a_document_are_no_employer(text, company):
    assert read_pasted(text).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Roads Laborer\n\nSearch Jobs\n\nThe Village of Elmsford Falls is seeking a laborer.",
            "Village of Elmsford Falls",
        ),
        (
            "Gardener\n\nApply now\n\nTarn Rivers City Council's Parks & Trees team are seeking a gardener.",
            "Tarn Rivers City Council",
        ),
        ("Clerk\n\nHome > Council > Vacancies\n\nThe Agency's values are ours.", ""),
        ("Grower\n\nON-FARM HOUSING OFFERED\nVAN PROVIDED\n\nYou weed.", ""),
        ("Driver\n\nAsk at the Town Clerk's office. The Town Clerk is in on Mondays.", ""),
        ("Librarian\n\nLibrary Headquarters is in Main Street.", ""),
        ("Assistant\n\nChecks and develops the films.", ""),
    ],
)
def test_what_a_page_or_a_list_says_is_no_employer(text, company):
    assert read_pasted(text + BELOW).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Cook\n\nWe cook for Larch Lane.\nLarch Lane has 90 pupils. Larch Lane Primary School cares for its staff.",
            "Larch Lane Primary School",
        ),
        ("Fellow\n\nThe pay follows the rules of Oudeveen University, which are set out below.", "Oudeveen University"),
        ("Breakfast Cook wanted at The Blue Heron\n\nYou cook.", "The Blue Heron"),
        ("Dishwasher\n\nThe Company - Forno Blu\n\nWe fire pies and sell ice at Tipsy Cow.", "Forno Blu"),
        ("Shop Supervisor, Gull Row Books, Ely\n\nGull Row Books has sold novels since 1980.", "Gull Row Books"),
        ("Nurse\n\nThe Poplars is a home for 30 people.", "The Poplars"),
        ("Florist\n\nMoss & Magnolia, Savannah - part time\n\nYou tie.", "Moss & Magnolia"),
        (
            "Cook\n\nCome and work at Forno Blu Austin with us.\n\nJoin Forno Blu.",
            "Forno Blu",
        ),
    ],
)
def test_the_employer_is_named_in_full_where_the_text_has_it(text, company):
    assert read_pasted(text + BELOW).company == company


def test_facts_that_stand_one_right_after_the_other_are_read_apart():
    posting = read_pasted("Library Aide\n\nCarrow County CouncilCarlow€35,000 - €54,000 per yearFull-time" + BELOW)
    assert (posting.company, posting.places[0].city) == ("Carrow County Council", "Carlow")
    assert [kind.value for kind in posting.employment] == ["FULL_TIME"]


def test_pay_said_again_is_stated_once():
    text = "Fellow\n\nSalary: £21,000 to £24,000 a year\n\nPay\nWe pay £24,000 a year, or £21,000 a year with a room."
    assert [(pay.low, pay.high) for pay in read_pasted(text).pay] == [(21_000, 24_000)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Village is seeking candidates for the position of Roads Laborer This is outdoor work.\n\nYou sweep.",
            "Roads Laborer",
        ),
        (
            "Elm Town is seeking a skilled and dependable Equipment Operator to join the roads crew, who look after the"
            " streets and the drains of the town.\n\nYou plow.",
            "Equipment Operator",
        ),
        (
            "We lend books to all who ask, and have done so since the mill closed and left us a hall.\n\nYou lend.",
            "",
        ),
    ],
)
def test_a_job_that_no_line_names_is_that_of_the_first_sentence_that_seeks_somebody(text, title):
    assert read_pasted(text).title == title


def test_a_department_is_an_employer_where_nothing_else_is():
    text = "Officer\n\nThe role\n\nYou plan meetings and support partners of the Department of Homes, Water and Roads."
    assert read_pasted(text).company == "Department of Homes, Water and Roads"


def test_a_phone_number_is_no_reference():
    assert read_pasted("Grower\n\nNumber: 555-014-3904\n\nYou prune the pears.").reference == ""


def test_a_film_is_no_address_to_apply_to():
    text = "Cook\n\nSee our kitchen: https://youtu.be/abc123XYZ\n\nTo apply\n\nWrite to cook@elm.example."
    assert read_pasted(text).contact == "cook@elm.example"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("FT/PT day and night shifts are available.", ["FULL_TIME", "PART_TIME"]),
        ("Full-time equivalent salary: £24,000 a year", []),
        ("Job type: Temporary\n\nThis is a full-time post in a team of six.", ["FULL_TIME", "TEMPORARY"]),
        ("Full/Part Time: Part-Time", ["PART_TIME"]),
        ("0.6 FTE", ["PART_TIME"]),
        ("Position 1 – Part Time\nPosition 2 – Full Time", ["FULL_TIME", "PART_TIME"]),
        ("This is a full-time role. We also employ a part time gardener as well as freelance cooks.", ["FULL_TIME"]),
        ("Salary: £24,000, pro rata if part-time", []),
        ("Contract Permanent", []),
        ("We are seeking a part time Cook for the hall.", ["PART_TIME"]),
    ],
)
def test_hours_are_those_of_the_job(line, kinds):
    assert [kind.value for kind in read_pasted(f"Cook\n\n{line}\n\nYou cook.").employment] == kinds


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("Work arrangement: On-site", "on-site"),
        ("Reno, NV, in the office five days", "on-site"),
        ("Reno, NV - 15 hours a week, two days here and one at home", "hybrid"),
        ("You read plans. Two days a week may be worked from home.", "hybrid"),
        ("You may work from home for up to three days a week.", "hybrid"),
        ("Our client needs a tester from May. Hybrid, one day a week in Leeds.", "hybrid"),
        ("You clean the office.", None),
    ],
)
def test_where_people_work_is_said_in_many_ways(line, workplace):
    assert read_pasted(f"Clerk\n\n{line}{BELOW}").workplace == workplace


def test_a_license_names_the_state():
    text = "Roads Laborer\n\nYou sweep streets.\n\nRequirements\n\n- A valid Michigan driver's license\n"
    assert [place.region for place in read_pasted(text).places] == ["Michigan"]


@pytest.mark.parametrize(
    "line",
    [
        "For more about us look at our website: https://www.elm.example",
        "Unsubscribe: https://lists.elm.example/u",
        "Tell us at people@elm.example if you need an accommodation.",
    ],
)
def test_an_address_for_something_else_is_not_where_to_apply(line):
    assert read_pasted(f"Clerk\n\nYou keep the files for us all.\n\n{line}").contact == ""


def test_an_address_to_apply_at_may_lack_its_scheme():
    text = "Clerk\n\nYou keep files.\n\nHow to apply\nApply at jobs.elm.example/clerk-12. We work with Next.js/React."
    assert read_pasted(text).contact == "https://jobs.elm.example/clerk-12"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Educator - Elm West Community Association\n\nYou teach.", "Elm West Community Association"),
        ("Librarian - Main Library\n\nYou lend.", ""),
        (
            "Clerk\n\nSutton Elmsford is a village in Kent. The Parish Council meets on Mondays.",
            "Sutton Elmsford Parish Council",
        ),
        ("Associate\n\nWebsite M&O Canal Trust\n\nYou walk.", "M&O Canal Trust"),
        ("Plower\n\nThe Highway Worker II is an operator of plows.", ""),
        ("Cook\n\nOur chef is good at French and at Spanish.", ""),
        (
            "Operator\n\nAttached is a copy of the form. Ask at the Elmer County Public Works Department.",
            "Elmer County",
        ),
    ],
)
def test_the_employer_is_named_after_the_job_or_for_its_town(text, company):
    assert read_pasted(text).company == company


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("How to apply\nThe Board takes applications through Friday May 22, 2026.", date(2026, 5, 22)),
        ("Closing date: 11/6/2026 at 5:00 p.m. PST", date(2026, 11, 6)),
        ("Closing date: 11/6/2026 at 5:00 p.m.", None),
    ],
)
def test_a_last_day_may_be_named_as_americans_do(text, deadline):
    assert read_pasted(f"Clerk\n\nYou file.\n\n{text}").deadline == deadline


@pytest.mark.parametrize(
    "line",
    [
        "Search jobs",
        "Job search",
        "Salary guide",
        "← All open roles",
        "Current Postings",
        "Current Job Openings",
        "Open positions",
    ],
)
def test_what_a_page_has_above_a_posting_is_no_title_and_no_employer(line):
    posting = read_pasted(f"{line}\n\nMuseum Clerk\n\nElm Valley Museum\n\nYou keep the files.")
    assert (posting.title, posting.company) == ("Museum Clerk", "Elm Valley Museum")


def test_a_trade_union_tells_the_country_of_the_pay():
    posting = read_pasted("Operator\n\nThis C.U.P.E. Local 12 position pays $43.17 per hour.")
    assert [stated.currency for stated in posting.pay] == ["CAD"]


@pytest.mark.parametrize(
    "heading",
    [
        "Similar jobs near you",
        "Related vacancies",
        "People also viewed",
        "Not quite right? Similar jobs",
        "More jobs at Elm",
    ],
)
def test_other_jobs_that_a_page_lists_are_kept_and_tell_nothing_of_this_one(heading):
    others = ["Loader - Lockport, IL - $18 an hour", "Location: Joliet, IL"]
    text = "\n".join(["Order Picker", "", "Pay: $21 an hour", *BELOW.splitlines(), "", heading, *others])
    posting = read_pasted(text)
    assert [line.text for line in posting.sections[-1].lines] == others
    assert [pay.low for pay in posting.pay] == [21]
    assert posting.places == ()


def test_an_employer_is_named_in_full():
    posting = read_pasted("Clerk\n\nAbout Elm Span\n\nElm Span Credit Union has grown. Elm Span is at your side.")
    assert posting.company == "Elm Span Credit Union"


def test_the_fuller_of_an_employers_names_is_the_one_under_the_title():
    text = "Clerk\n\nElm Fund Services DAC | Galway\n\nElm looks after funds. Write to jobs@elmfunds.example."
    assert read_pasted(text).company == "Elm Fund Services DAC"


LINKS = "Elm Health\nShare\nShow more options\nOperations Manager\nNashville, TN\nFull-time\nApply\nSave\n"


def test_links_between_the_employer_and_the_job_are_neither():
    posting = read_pasted(f"{LINKS}\nAbout the job\n\nElm Health brings care home.{BELOW}")
    assert (posting.title, posting.company) == ("Operations Manager", "Elm Health")


def test_a_label_above_the_title_is_no_title():
    posting = read_pasted(
        f"Job Locations\nUS-TX-Waco\nJob ID\n2026-8812\nWelcome page\nRegistered Nurse\n\nOverview\nCare.{BELOW}"
    )
    assert posting.title == "Registered Nurse"


@pytest.mark.parametrize(
    "line", ["Organisation/Company: Elm Institute", "Support – Support Ops / Full-time\n\nElm Institute runs courses."]
)
def test_an_employer_is_no_team_and_may_have_two_words_for_a_label(line):
    assert read_pasted(f"Postdoc\n\n{line}{BELOW}").company == "Elm Institute"


def test_the_last_day_may_stand_beside_how_long_it_is_till_then():
    posting = read_pasted("Clerk\n\nEnd Date: December 12, 2026 (11 days left to apply)" + BELOW)
    assert posting.deadline == date(2026, 12, 12)
    assert read_pasted("Clerk\n\nEnd Date: December 12, 2026" + BELOW).deadline is None


def test_a_label_is_not_joined_to_the_heading_below_it():
    posting = read_pasted(f"Adviser\n\nLocation\nAbout the job\n{BELOW}")
    assert "About the job" in [section.heading for section in posting.sections]


def test_the_employer_may_stand_in_the_title_after_to():
    told = "Elm Energi helps homes share power. We're 45 people at Slussen, and growing."
    text = f"Designer to Elm Energi\n\nAbout us\n{told}"
    assert read_pasted(text + BELOW).company == "Elm Energi"


def test_a_trail_of_links_is_no_title_and_brackets_stay_whole():
    text = f"All jobs / Customer / Success Manager\nHVAC Apprentice (No Experience Needed)\n\nElm Air{BELOW}"
    assert read_pasted(text).title == "HVAC Apprentice (No Experience Needed)"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Elm Water District No. 2\nHELP WANTED: Water Plant Operator (Class III or IV)",
            "Water Plant Operator (Class III or IV)",
        ),
        ("ELM FIRST NATION\nBand Office\nJOB POSTING (Internal)\nFamily Support Worker", "Family Support Worker"),
        ("PATIENT PORTAL  PAY MY BILL\nHome\nElm Memorial\nBeds for 90\nNurse", "Nurse"),
    ],
)
def test_the_job_may_stand_some_lines_below_the_employer(text, title):
    assert read_pasted(text + BELOW).title == title


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Elm Water District No. 2\n\nWe need a clerk.", "Elm Water District No. 2"),
        ("Elm County NC\n\nWe need a clerk.", "Elm County"),
        ("Company: dockwerk", "dockwerk"),
        (
            "The Town of West Elm is looking for a clerk. West Elm is small. Write to clerk@westelm.example.",
            "Town of West Elm",
        ),
        ("Elm Stage is a house for plays. Elm Stage Company has five shows.", "Elm Stage Company"),
        ("Exactness is a must. Elm Hospital is a house of 90 beds.", "Elm Hospital"),
    ],
)
def test_the_employer_is_named_as_it_is_called(text, company):
    assert read_pasted(f"Clerk\n\n{text}{BELOW}").company == company


def test_a_label_may_stand_before_a_bar():
    posting = read_pasted(f"Clerk\n\nLocation | Bismarck, ND\nClosing date | December 12, 2026{BELOW}")
    assert posting.places[0].city == "Bismarck"
    assert posting.deadline == date(2026, 12, 12)


def test_facts_side_by_side_are_each_read():
    posting = read_pasted(
        f"TITLE:  Accounting Clerk          GRADE:  108\nLOCATION:  Boise, ID        DATE:  07/2026{BELOW}"
    )
    assert posting.title == "Accounting Clerk"
    assert [line.text for line in posting.sections[0].lines] == ["GRADE: 108", "LOCATION: Boise, ID", "DATE: 07/2026"]


def test_the_day_of_a_page_is_no_title():
    text = "Posted on October 30, 2026 by office\nPosition Open: Parish Music Director\n\nElm Parish seeks a director."
    assert read_pasted(text + BELOW).title == "Parish Music Director"
