"""Editors write about occupations on the desk."""

import pytest
from django.contrib.admin.models import LogEntry

from occupations.models import Occupation
from tests.desk import signed_in
from tests.occupations.samples import an_occupation

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return f"/admin/occupations/occupation/{an_occupation().pk}/change/"


def write(client, address, summary="Bakers bake.", duties="Bake bread.\r\n\r\n Clean the ovens. \r\n"):
    return client.post(address, {"summary": summary, "duties": duties})


def test_an_author_writes_a_summary_and_duties(address):
    assert write(signed_in("Author"), address).status_code == 302
    row = Occupation.objects.get()
    assert (row.summary, row.duties) == ("Bakers bake.", ["Bake bread.", "Clean the ovens."])
    assert row.written_by == "editor"
    assert LogEntry.objects.count() == 1


def test_saving_without_a_change_leaves_our_words_ours(address):
    Occupation.objects.update(summary="Bakers bake.", duties=["Bake bread."], written_by="rolebook")
    write(signed_in("Author"), address, duties="Bake bread.")
    assert Occupation.objects.get().written_by == "rolebook"


def test_words_that_are_taken_out_are_nobodys(address):
    Occupation.objects.update(summary="Mine.", written_by="editor")
    write(signed_in("Author"), address, summary="", duties="")
    assert Occupation.objects.get().written_by == ""


@pytest.mark.parametrize("duties", ["Bake.\n" * 13, "B" * 301, "Bake\0 bread."])
def test_duties_that_can_not_be_stored_are_refused_with_a_message(duties, address):
    page = write(signed_in("Author"), address, duties=duties)
    assert page.status_code == 200
    assert page.context["adminform"].form.errors.keys() == {"duties"}
    assert Occupation.objects.get().duties == []


def test_an_occupation_is_found_by_a_title_that_people_use(address):
    assert "Bakers" in signed_in("Author").get("/admin/occupations/occupation/?q=pastry").content.decode()
