"""A text that costs more than it may: its visitor is told on the page that they know, and keeps what they typed."""

import pytest

from bench.fields import Fields
from packs.description.starting import start_description
from packs.documents.formats import DOCUMENT_FORMATS
from packs.models import Pack
from packs.store.links import new_read_link
from packs.store.saving import create_pack
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted
from tests.web import tasks
from web import child_pool

pytestmark = pytest.mark.django_db
OWN = "/review/"
TEXT = "Baker\n\n- You bake bread every day."
WORKBENCH = "/roles/technical-product-manager/job-description/"
INTERVIEWS = "/roles/technical-product-manager/interview-kit/"
HTMX = {"HX-Request": "true"}
WRONG = {
    tasks.loop_forever: "took too long",
    tasks.eat_memory: "too much memory",
    tasks.exit_at_once: "couldn’t finish this",
    tasks.crash: "couldn’t finish this",
}
goes_wrong = pytest.mark.parametrize(("task", "words"), WRONG.items(), ids=lambda value: getattr(value, "__name__", ""))


@pytest.fixture(autouse=True)
def pool(settings):
    settings.CHILD_PROCESSES, settings.CHILD_SECONDS, settings.CHILD_MEGABYTES = 2, 3, 512
    a_published_kit()
    yield
    child_pool.stop_children()


@pytest.mark.slow
@goes_wrong
def test_a_text_that_cannot_be_read_comes_back_with_the_reason(client, monkeypatch, task, words):
    monkeypatch.setattr("packs.pages.own_text.read_pasted", task)
    answer = client.post(OWN, {"text": TEXT})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert TEXT.splitlines()[-1] in page
    monkeypatch.undo()
    assert "bake bread" in client.post(OWN, {"text": TEXT}).content.decode()


@pytest.mark.slow
@goes_wrong
def test_a_text_that_cannot_be_reviewed_comes_back_with_the_reason(client, monkeypatch, task, words):
    monkeypatch.setattr("packs.pages.own_text.review_own", task)
    answer = client.post(OWN, {"text": TEXT})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert TEXT.splitlines()[-1] in answer.content.decode()


@pytest.mark.slow
@goes_wrong
def test_the_preview_comes_without_a_review_that_was_stopped(client, monkeypatch, task, words):
    monkeypatch.setattr("packs.pages.job_description.preview.review_posting", task)
    answer = client.post(WORKBENCH, posted(company="Acme Bakery"), headers=HTMX)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert "Acme Bakery" in answer.content.decode()
    assert "nothing to change" not in answer.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("address", [WORKBENCH, INTERVIEWS])
@goes_wrong
def test_a_file_that_cannot_be_written_brings_the_page_as_it_was_sent(client, monkeypatch, address, task, words):
    form = posted(company="Acme Bakery") if address == WORKBENCH else {**as_it_is(client, INTERVIEWS)}
    monkeypatch.setattr("packs.pages.downloads.export_format", task)
    answer = client.post(address, {**form, "format": "pdf"})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Everything that you typed is still here" in answer.content.decode()
    if address == WORKBENCH:
        assert "Acme Bakery" in answer.content.decode()


@pytest.mark.slow
def test_a_hiring_pack_that_cannot_be_written_brings_the_page(client, monkeypatch):
    form = as_it_is(client, INTERVIEWS)
    monkeypatch.setattr("packs.pages.interview_kit.files.zip_pack", tasks.exit_at_once)
    answer = client.post(INTERVIEWS, {**form, "pack": "zip"})
    assert answer.status_code == 422
    assert "couldn’t finish this" in answer.content.decode()


def test_a_rewrite_whose_review_is_stopped_says_so(client, monkeypatch):
    monkeypatch.setattr("packs.pages.job_description.preview.review_posting", tasks.exit_at_once)
    answer = client.post(WORKBENCH, {**posted(), "do": "fix:cliche:1:0:4:12"}, headers=HTMX)
    assert answer.status_code == 200
    assert 'id="paper"' in answer.content.decode()
    assert "couldn’t finish this" in answer.content.decode()


def test_the_shared_page_says_that_a_file_could_not_be_written(client, monkeypatch):
    token = create_pack(start_description(a_kit(), 1))
    shared = f"/shared/{new_read_link(Pack.objects.get(), token)}/"
    monkeypatch.setattr("packs.pages.downloads.export_format", tasks.exit_at_once)
    answer = client.get(shared, {"format": "pdf"})
    assert answer.status_code == 422
    assert "couldn’t finish this" in answer.content.decode()
    assert client.get(shared).status_code == 200


@pytest.mark.parametrize("name", DOCUMENT_FORMATS)
def test_every_format_leaves_a_child_as_it_leaves_the_process(client, settings, name):
    form = {**posted(company="Acme Bakery"), "format": name}
    from_a_child = client.post(WORKBENCH, form)
    settings.CHILD_PROCESSES = 0
    here = client.post(WORKBENCH, form)
    assert from_a_child.status_code == 200
    assert len(from_a_child.content) == len(here.content)


@pytest.mark.slow
def test_a_review_in_a_child_says_what_it_says_in_the_process(client, settings):
    form = {"text": TEXT + "\n- You are a rockstar.", "role": "technical-product-manager"}
    from_a_child = client.post(OWN, form)
    settings.CHILD_PROCESSES = 0
    assert from_a_child.content == client.post(OWN, form).content
    assert b"rockstar" in from_a_child.content


def test_any_other_page_says_what_happened(client, monkeypatch):
    monkeypatch.setattr("packs.pages.own_text.respond_with_page", stop)
    answer = client.get(OWN)
    assert answer.status_code == 503
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Come again" in answer.content.decode()


def stop(*_):
    raise child_pool.StoppedError("Come again.", 503)


def as_it_is(client, address):
    """The form of a page as a browser would send it untouched."""
    form = {}
    for name, value in Fields(client.get(address).content.decode()).found:
        form.setdefault(name, []).append(value)
    return form
