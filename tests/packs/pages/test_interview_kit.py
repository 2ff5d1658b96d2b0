"""The interview kit page without a browser: the plan in the form, its buttons, its downloads."""

import io
import re
import zipfile
from html import unescape

import pytest
from lxml.html import fromstring

from interviews.plan import default_plan
from packs.documents.formats import DOCUMENT_FORMATS
from packs.forms.interview_kit import InterviewForm
from packs.interviews.hiring_pack import write_kit_document
from packs.pages.interview_kit.page import DOCUMENTS, describe_shape
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
ADDRESS = "/roles/technical-product-manager/interview-kit/"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def posted(plan=None, /, **changes):
    """What a browser sends for the untouched page, of the usual plan or another, with some fields changed; None leaves
    one out.
    """
    form = InterviewForm(a_kit(), plan or default_plan(a_kit()))
    data = {"edition": "1", "document": "kit"}
    for part in (form.stages.management_form, form.questions.management_form, form.choices, *form.stages):
        data |= {field.html_name: field.value() or "" for field in part}
    for row in form.questions:
        data |= {field.html_name: field.value() for field in row}
    return {name: value for name, value in (data | changes).items() if value is not None}


def plan_of(response):
    return response.context["plan"]


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_sound_plan_stands_there(client):
    html = client.get(ADDRESS).content.decode()
    assert "The plan looks good." in html
    assert "Design an API for" in html
    assert "Scorecard: Hiring manager" in html


def test_the_untouched_form_says_the_default_plan(client):
    assert plan_of(client.post(ADDRESS, posted())) == default_plan(a_kit())


def test_a_swap_asks_an_alternate(client):
    slug = default_plan(a_kit()).questions[0].slug
    response = client.post(ADDRESS, posted(do=f"swap:{slug}"))
    asked = [planned.slug for planned in plan_of(response).questions]
    assert slug not in asked
    assert len(asked) == 8
    assert "Swapped for" in response.content.decode()


def test_a_question_is_moved_left_out_and_added(client):
    first, second = (planned.slug for planned in default_plan(a_kit()).questions[:2])
    change = {"question-0-stage": "2", "question-1-stage": "", "stage-0-add": "debug-a-slow-endpoint"}
    change["stage-0-add"] = next(q.slug for _, q in a_kit().list_questions() if q.alternate)
    stages = plan_of(client.post(ADDRESS, posted(**change))).stages
    slugs = [[planned.slug for planned in stage.questions] for stage in stages]
    assert first in slugs[1]
    assert second not in slugs[0] + slugs[1]
    assert slugs[0][-1] == change["stage-0-add"]


def test_interviews_are_added_removed_and_planned_again(client):
    assert len(plan_of(client.post(ADDRESS, posted(do="add"))).stages) == 3
    assert len(plan_of(client.post(ADDRESS, posted(do="remove:1"))).stages) == 1
    dealt = plan_of(client.post(ADDRESS, posted(do="deal", **{"person-1": "Ada", "person-4": "Grace"})))
    assert [stage.interviewers for stage in dealt.stages] == [
        ("Ada", "Teammate"),
        ("Partner from another team", "Grace"),
    ]


@pytest.mark.parametrize(
    ("kind", "name", "minutes", "number"),
    [
        ("screen", "Recruiter screen", 30, 0),
        ("work-sample", "Work sample", 60, 2),
        ("take-home", "Take-home exercise", 120, 2),
    ],
)
def test_a_stage_without_questions_is_added_kept_and_written_into_the_guide(client, kind, name, minutes, number):
    response = client.post(ADDRESS, posted(do=f"add:{kind}"))
    plan = plan_of(response)
    stage = plan.stages[number]
    assert (stage.name, stage.minutes, stage.kind, stage.questions) == (name, minutes, kind, ())
    assert "has no questions" not in response.content.decode()
    html = response.content.decode()
    assert f"{minutes} minutes with" in html
    assert html.count("What the candidate does, and what you score") >= 2  # in the guide, and on a sheet
    again = plan_of(client.post(ADDRESS, posted(plan, do="deal")))
    assert [kept.kind for kept in again.stages] == [kept.kind for kept in plan.stages]
    assert len({planned.slug for planned in again.questions}) == len(again.questions)


def test_what_is_wrong_is_said(client):
    html = client.post(ADDRESS, posted(**{"question-0-minutes": "40"})).content.decode()
    assert "runs 22 minutes over its 60" in html
    assert "The plan looks good." not in html


def test_a_blank_is_filled_once_for_all(client):
    form = InterviewForm(a_kit(), default_plan(a_kit()))
    values = dict.fromkeys(form.blanks.blanks, "Öl & <b>Gas</b>")
    text = client.post(ADDRESS, posted(format="text", **values)).content.decode()
    assert "[" not in text
    assert text.count("Öl & <b>Gas</b>") > 4
    assert "Öl &amp; &lt;b&gt;Gas" in client.post(ADDRESS, posted(**values)).content.decode()


@pytest.mark.parametrize("name", [*DOCUMENT_FORMATS])
def test_the_kit_leaves_in_every_format(client, name):
    response = client.post(ADDRESS, posted(format=name))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == DOCUMENT_FORMATS[name].media_type
    assert response.headers["X-Blanks-Left"] == "3"
    assert len(response.content) > 5000


@pytest.mark.parametrize("name", [*DOCUMENTS])
def test_each_document_can_be_chosen(client, name):
    text = client.post(ADDRESS, posted(document=name, format="text")).content.decode()
    assert text.startswith(write_kit_document(default_plan(a_kit()), a_kit(), name).title)


@pytest.mark.slow
def test_the_whole_hiring_pack_is_one_pdf_or_a_zip(client):
    pdf = client.post(ADDRESS, posted(pack="pdf"))
    assert pdf.content.startswith(b"%PDF")
    response = client.post(ADDRESS, posted(pack="zip"))
    assert response.headers["Content-Type"] == "application/zip"
    names = zipfile.ZipFile(io.BytesIO(response.content)).namelist()
    assert names[0].endswith(".pdf")
    said = " ".join(names)
    for part in ("Technical Product Manager", "Pay", "Interview guide", "Scorecard Teammate", "Debrief", "not to ask"):
        assert part in said


def test_a_fault_is_named_at_its_field_and_nothing_is_lost(client):
    response = client.post(ADDRESS, posted(**{"stage-0-minutes": "soon", "stage-0-name": "Mine", "format": "pdf"}))
    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_stage-0-minutes"' in html
    assert 'value="Mine"' in html


def test_htmx_gets_the_parts_that_change(client):
    headers = {"HX-Request": "true"}
    data = posted(shape=describe_shape(default_plan(a_kit())))
    html = client.post(ADDRESS, data, headers=headers).content.decode()
    assert "<html" not in html
    assert 'id="preview-paper"' in html
    assert 'id="stages"' not in html
    moved = data | {"question-0-stage": "2"}
    assert 'id="stages"' in client.post(ADDRESS, moved, headers=headers).content.decode()
    earlier = data | {"do": "restore", "stage-0-minutes": "999"}
    html = client.post(ADDRESS, earlier, headers=headers).content.decode()
    assert 'id="stages"' in html
    assert 'id="blank-fields"' in html
    assert 'value="999"' in html


@pytest.mark.slow
def test_a_damaged_form_gets_an_answer(client):
    for data in (
        {},
        {"stage-TOTAL_FORMS": "x"},
        {"stage-TOTAL_FORMS": "1", "stage-INITIAL_FORMS": "0", "question-TOTAL_FORMS": "9999999"},
        posted(**{"question-0-slug": "gone", "question-1-stage": "77", "stage-0-interviewers": "9"}),
        posted(**{"question-0-slug": "", "do": "swap:", "edition": "x"}),
    ):
        assert client.post(ADDRESS, data).status_code in (200, 422)


def test_reading_is_public_and_posting_is_private_and_stores_nothing(client, django_assert_num_queries):
    page = client.get(ADDRESS)
    assert not page.cookies
    assert page.headers["ETag"]
    with django_assert_num_queries(2):  # the state of the library and of the site's company, and the edition
        answer = client.post(ADDRESS, posted())
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_coverage_points_both_ways(client):
    data = posted(**{f"question-{at}-stage": "" for at in range(7)})
    html = words(client.post(ADDRESS, data).content.decode())
    assert "Nothing in the plan tests these" in html
    assert "No planned question asks about" in html


OWN = {"own-text": "  Tell me about\u200b a launch that failed. ", "own-competency": "Candor", "own-stage": "1"}


def resent(response, **changes):
    """What a browser sends for the page of an answer, with some fields changed."""
    page = fromstring(response.content.decode())
    (form,) = [form for form in page.forms if form.get("id") == "interview-kit-form"]
    data = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    return data | changes


def test_a_question_of_ones_own_measures_a_competency_of_ones_own(client):
    answer = client.post(ADDRESS, posted(do="write", **OWN))
    plan = plan_of(answer)
    added = plan.stages[0].questions[-1]
    assert (added.text, added.competency) == ("Tell me about a launch that failed.", "Candor")
    assert len(plan.competencies) == len(default_plan(a_kit()).competencies) + 1
    page = words(answer.content.decode())
    assert "Question added." in page
    assert "no longer in the kit" not in page
    again = client.post(ADDRESS, resent(answer, do=["save"]), follow=True)
    assert plan_of(again).stages[0].questions[-1] == added


@pytest.mark.slow
def test_a_question_of_ones_own_is_in_every_document_and_keeps_room_for_its_answers(client):
    answer = client.post(ADDRESS, posted(do="write", **OWN))
    text = client.post(ADDRESS, resent(answer, document=["kit"], format=["text"])).content.decode()
    assert text.count("Tell me about a launch that failed.") > 3
    assert "What a 5, a 3 and a 1 sound like" in text
    packed = client.post(ADDRESS, resent(answer, pack=["zip"]))
    assert packed.headers["Content-Type"] == "application/zip"


@pytest.mark.slow
def test_a_question_of_ones_own_can_be_reworded_moved_and_emptied(client):
    answer = client.post(ADDRESS, posted(do="write", **OWN))
    number = len(default_plan(a_kit()).stages[0].questions)
    reworded = client.post(ADDRESS, resent(answer, **{f"question-{number}-text": ["Why us?"]}))
    assert plan_of(reworded).stages[0].questions[-1].text == "Why us?"
    emptied = client.post(ADDRESS, resent(answer, **{f"question-{number}-text": [""]}))
    assert plan_of(emptied) == default_plan(a_kit())


def test_a_question_of_ones_own_may_measure_a_competency_of_the_kit(client):
    name = a_kit().competencies[0].name
    plan = plan_of(client.post(ADDRESS, posted(do="write", **OWN | {"own-competency": name.upper()})))
    assert plan.competencies == default_plan(a_kit()).competencies


def test_planning_again_keeps_what_somebody_wrote(client):
    answer = client.post(ADDRESS, posted(do="write", **OWN))
    dealt = plan_of(client.post(ADDRESS, resent(answer, do=["deal"])))
    assert dealt.stages[-1].questions[-1].text == "Tell me about a launch that failed."


def test_a_question_that_is_being_typed_is_saved_with_the_plan_and_no_preview_takes_it(client):
    assert plan_of(client.post(ADDRESS, posted(**OWN))) == default_plan(a_kit())
    saved = client.post(ADDRESS, posted(do="save", **OWN), follow=True)
    assert "Tell me about a launch that failed." in saved.content.decode()


@pytest.mark.parametrize("changes", [{"shape": "another"}, {"do": "restore"}])
def test_a_question_that_is_being_typed_stays_while_the_fields_are_made_again(client, changes):
    answer = client.post(ADDRESS, posted(**OWN | changes), headers={"hx-request": "true"})
    assert "Tell me about" in answer.context["form"].own["text"].value()
    assert plan_of(answer) == default_plan(a_kit())


def test_an_empty_question_is_not_added(client):
    answer = client.post(ADDRESS, posted(do="write", **{"own-text": "\u200b", "own-stage": "1"}))
    assert plan_of(answer) == default_plan(a_kit())
    assert "Write your question first." in answer.content.decode()
