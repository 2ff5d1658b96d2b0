"""The workbench opens from an occupation as from a kit."""

import re
import zipfile
from html import unescape
from io import BytesIO

import pytest

from interviews.plan import default_plan
from occupations.models import Occupation
from packs.description.posting import build_posting
from packs.description.starting import start_description
from packs.description.wording import ONET_CREDIT
from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.posting import build_document
from packs.documents.text_writer import write_text
from packs.forms.job_description import JobDescriptionForm
from packs.interviews.hiring_pack import write_kit_document
from packs.occupations.edition import find_occupation_edition
from packs.pages.interview_kit.page import DOCUMENTS
from tests.factories import a_kit, store_shipped_occupations

pytestmark = pytest.mark.django_db
JOB, INTERVIEWS = "/occupations/29-1141/job-description/", "/occupations/29-1141/interview-kit/"


@pytest.fixture
def nurses():
    store_shipped_occupations()


def posted_job():
    edition = find_occupation_edition("29-1141")
    return dict(JobDescriptionForm(edition.kit, start_description(edition.kit, edition.number)).as_posted())


@pytest.mark.parametrize("path", [JOB, INTERVIEWS])
def test_the_workbench_says_that_nobody_edited_the_template(client, nurses, path):
    html = client.get(path).content.decode()
    assert "Registered Nurse" in html
    assert "nobody has edited it" in html
    assert f'<link rel="canonical" href="http://localhost:8000{path}">' in html


@pytest.mark.parametrize("path", ["/occupations/29-9999/job-description/", "/occupations/29-9999/interview-kit/"])
def test_what_is_no_occupation_has_no_workbench(client, nurses, path):
    assert client.get(path).status_code == 404
    assert client.post(path, {}).status_code == 404


def test_a_job_description_of_an_occupation_is_previewed(client, nurses):
    answer = client.post(JOB, posted_job() | {"title": "Night Nurse"})
    assert answer.status_code == 200
    assert "Night Nurse" in answer.content.decode()


def test_it_can_be_taken_as_a_file(client, nurses):
    answer = client.post(JOB, posted_job() | {"format": "markdown"})
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.slow
def test_a_saved_pack_keeps_its_template_whatever_becomes_of_the_occupation(client, nurses):
    saved = client.post(JOB, posted_job() | {"do": "save"})
    assert saved.status_code == 302
    Occupation.objects.all().delete()
    page = client.get(saved.headers["Location"])
    assert page.status_code == 200
    assert "Registered Nurse" in page.content.decode()
    assert client.get(f"{saved.headers['Location']}interview-kit/").status_code == 200


def test_a_saved_interview_plan_keeps_its_questions(client, nurses):
    html = client.get(INTERVIEWS).content.decode()
    posted = dict(re.findall(r'name="([^"]+)"[^>]*?value="([^"]*)"', html))
    saved = client.post(INTERVIEWS, posted | {"do": "save"})
    assert saved.status_code == 302
    assert "nobody has edited it" in client.get(saved.headers["Location"]).content.decode()


@pytest.mark.parametrize("name", DOCUMENT_FORMATS)
def test_every_file_of_an_occupation_names_its_source_and_what_was_changed(client, nurses, name):
    answer = client.post(JOB, posted_job() | {"format": name})
    body = b"".join(read_parts(answer.content)).decode(errors="replace")
    if name != "pdf":  # whose letters are drawn; that it has the words of the others is tested with its writer
        words = " ".join(unescape(re.sub(r"<[^>]+>|\\\\?", "", body)).split())
        assert "information from the O*NET Database" in words
        assert "CC BY 4.0 license" in words
        assert "has not approved, endorsed or tested these changes" in words


def test_every_document_of_interviews_for_an_occupation_names_its_source(nurses):
    kit = find_occupation_edition("29-1141").kit
    plan = default_plan(kit)
    for document in DOCUMENTS:
        assert ONET_CREDIT in write_text(write_kit_document(plan, kit, document))


def test_a_role_of_the_library_owes_no_such_line():
    assert "O*NET" not in write_text(build_document(build_posting(start_description(a_kit(), 1))))


def read_parts(body):
    """A file, or the parts of one that is a zip."""
    if not body.startswith(b"PK"):
        return [body]
    with zipfile.ZipFile(BytesIO(body)) as archive:
        return [archive.read(part) for part in archive.namelist()]
