"""Bring your own: paste or upload, reviewed, compared, kept nowhere."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from packs.description.posting import build_posting
from packs.documents import text_writer
from packs.documents.posting import build_document
from packs.models import Pack
from tests.factories import a_published_kit, store_shipped_occupations
from tests.packs.reading.word_files import paragraph, word_of

pytestmark = pytest.mark.django_db
ROLE = "/roles/technical-product-manager/job-description/"
TEXT = """Technical Product Manager

What you will do
- Be a rockstar who dominates the roadmap.

Requirements
- SQL and data analysis.
- A pilot's license.
"""


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def bring(client, **data):
    return client.post("/review/", data)


def a_word_file():
    document, stream = Document(), BytesIO()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(stream)
    return SimpleUploadedFile("mine.docx", stream.getvalue())


def test_a_pasted_text_is_reviewed_with_its_words_marked(client):
    page = bring(client, text=TEXT)
    assert page.status_code == 200
    assert "rockstar</mark>" in page.content.decode()
    assert page.headers["Cache-Control"].startswith("max-age=0")
    assert not page.cookies
    assert not Pack.objects.exists()


def test_a_file_is_reviewed_and_compared(client):
    page = bring(client, file=a_word_file(), role="technical-product-manager")
    html = page.content.decode()
    assert "Compared with the Technical Product Manager kit" in html
    assert "A pilot&#x27;s license." in html.split("In yours but not in the kit")[1]
    shared = [skill.name for skill in page.context["result"].comparison.shared_skills]
    missing = [skill.name for skill in page.context["result"].comparison.missing_skills]
    assert any("SQL" in name for name in shared)
    assert missing
    assert not set(shared) & set(missing)


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("mine.docx", b"PK\x03\x04 not really"),
        SimpleUploadedFile("mine.pdf", b"%PDF-1.7"),
        SimpleUploadedFile("mine.txt", b"x" * 2_100_000),
    ],
    ids=["damaged", "unknown", "large"],
)
def test_a_file_that_can_not_be_read_is_refused_kindly(client, file):
    file.seek(0)
    page = bring(client, file=file)
    assert page.status_code == 422
    assert "Or choose a file: " in page.content.decode()


def test_nothing_at_all_is_refused_kindly(client):
    assert bring(client, text="  ").status_code == 422


def test_hostile_text_comes_out_as_text(client):
    html = bring(client, text=f'{TEXT}- {{{{ x }}}} & {{% load x %}} "><b onclick=x>bold</b>').content.decode()
    assert "onclick=x" not in html.split("own-sheet")[1].split("own-says")[0]
    assert "{{ x }}" in html


def test_an_unknown_role_is_refused(client):
    assert bring(client, text=TEXT, role="nobody").status_code == 422


def carried(page):
    """What the button that goes on in the workbench sends."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode())
    return {name: unescape(value) for name, value in fields}


def test_it_goes_on_in_the_workbench_without_losing_a_word(client):
    text = f"{TEXT}\nPerks\n- Free lunch.\n\nOur values\n- We say [team] out loud.\n"
    brought = bring(client, text=text, role="technical-product-manager")
    page = client.post(ROLE, carried(brought))
    assert page.status_code == 200
    said = text_writer.write_text(build_document(build_posting(page.context["page"].description)))
    for words in (
        "rockstar who dominates",
        "Requirements",
        "A pilot's license.",
        "Free lunch.",
        "Our values",
        "[team]",
    ):
        assert words in said, words
    assert "Own the roadmap" not in said
    assert said.index("SQL and data") < said.index("pilot")
    assert not Pack.objects.exists()


def test_the_margins_of_a_word_file_are_offered_apart(client):
    body = "".join(map(paragraph, TEXT.splitlines()))
    file = word_of(body, margins={"header": paragraph("Corner Shop Ltd"), "footer": paragraph("Page 1 of 2")})
    brought = bring(client, file=SimpleUploadedFile("mine.docx", file), role="technical-product-manager")
    [added] = re.findall(
        r'name="other"\s+value="([^"]*)">Keep editing with these lines added', brought.content.decode()
    )
    without, with_them = (
        text_writer.write_text(build_document(build_posting(client.post(ROLE, sent).context["page"].description)))
        for sent in (carried(brought), {**carried(brought), "other": [*filter(None, [unescape(added)])]})
    )
    assert "Corner Shop" not in without
    assert "Header, footer and notes" in with_them
    assert "Corner Shop Ltd" in with_them
    assert "Page 1 of 2" not in with_them


def test_a_heading_of_their_own_stays(client):
    brought = bring(
        client, text="Baker\n\nMust-haves\n- Flour.\n\nYour tasks\n- Bake.", role="technical-product-manager"
    )
    page = client.post(ROLE, carried(brought)).context["page"]
    said = text_writer.write_text(build_document(build_posting(page.description)))
    assert said.index("Flour") < said.index("Bake.")


def test_a_text_is_compared_with_an_occupation_by_any_title(client):
    store_shipped_occupations()
    html = client.post(
        "/review/", {"text": "Nurse\n\nYour tasks\n- Care for people.", "occupation": "RN"}
    ).content.decode()
    assert 'action="/occupations/29-1141/job-description/"' in html


def test_a_title_of_no_occupation_is_said_at_its_field(client):
    answer = client.post("/review/", {"text": "Nurse\n\nYour tasks\n- Care.", "occupation": "zzzzqqq"})
    assert answer.status_code == 422
    assert "No occupation goes by that title" in answer.content.decode()


def test_it_goes_on_in_the_workbench_without_a_role_too(client):
    apply = "How to apply\nWrite to jobs@example.com."
    text = f"{TEXT}\nPerks\n- Free lunch.\n\n{apply}\n\nOur values\n- We say it out loud.\n"
    page = client.post("/review/job-description/", carried(bring(client, text=text)))
    assert page.status_code == 200
    description = page.context["page"].description
    assert description.benefits == "## Perks\nFree lunch."
    assert description.apply_to == "jobs@example.com"
    said = text_writer.write_text(build_document(build_posting(description)))
    assert said.index("Perks") < said.index("How to apply") < said.index("Our values")


def test_one_without_a_role_is_saved_opened_and_planned(client):
    fields = carried(bring(client, text=TEXT)) | {"do": "save"}
    answer = client.post("/review/job-description/", fields)
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200
    assert client.get(f"{answer.url}interview-kit/").status_code == 200


@pytest.mark.parametrize("address", ["/review/job-description/", "/review/interview-kit/"])
def test_both_pages_of_the_workbench_open_without_a_text(client, address):
    page = client.get(address)
    assert page.status_code == 200
    assert not page.cookies


def test_the_header_leads_to_the_review(client):
    html = client.get("/roles/").content.decode()
    assert '<a href="/review/"' in html.split("</nav>")[0]
    assert 'rows="12"' in client.get("/review/").content.decode()
