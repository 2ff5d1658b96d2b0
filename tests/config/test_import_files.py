"""Where a CSV file waits between its dry run and its import."""

import os
import stat
import time

import pytest
from django.core.exceptions import BadRequest

from config.import_files import SECONDS, ImportFiles
from tests.desk import signed_in

CONTENT = b"currency\nUSD\n"
CONFIRM = "/admin/compensation/benchmark/process_import/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "imports"


def a_file(**options):
    file = ImportFiles(read_mode="r", encoding="utf-8", **options)
    file.save(CONTENT)
    return file


def test_the_site_names_a_file_and_gives_it_back():
    file = a_file(name="../mine")
    assert ImportFiles(name=file.name, read_mode="r", encoding="utf-8").read() == CONTENT.decode()
    assert ImportFiles(name=file.name, read_mode="rb").read() == CONTENT


def test_only_its_account_may_read_it(folder):
    path = a_file().path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_is_gone_after_its_import():
    file = a_file()
    file.remove()
    with pytest.raises(BadRequest):
        file.read()


def test_it_can_not_be_imported_once_its_time_is_over():
    file = a_file()
    os.utime(file.path, times=(0, time.time() - SECONDS - 1))
    with pytest.raises(BadRequest):
        file.read()


def test_what_nobody_imported_goes_with_the_next_file(folder):
    old = a_file()
    os.utime(old.path, times=(0, time.time() - SECONDS - 1))
    new = a_file()
    assert [path.name for path in folder.iterdir()] == [new.name]


@pytest.mark.parametrize("name", ["../secret-key", "/etc/passwd", "secret-key", "", "a" * 32])
def test_another_name_than_one_of_the_sites_opens_nothing(name):
    with pytest.raises(BadRequest):
        ImportFiles(name=name, read_mode="rb").read()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["secret-key", "0" * 32])
def test_an_editor_who_makes_up_a_name_gets_400(name):
    form = {"import_file_name": name, "original_file_name": "a.csv", "format": "0", "resource": ""}
    assert signed_in("Author").post(CONFIRM, form).status_code == 400
