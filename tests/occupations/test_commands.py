"""The commands that load and import occupations."""

import io

import msgspec
import pytest
from django.core.management import CommandError, call_command

from occupations import shipped
from occupations.extract import ONET_FILE, PROJECTIONS_FILE
from occupations.models import DataRelease, Occupation, OccupationTitle, OnetWords
from occupations.own_words import OwnWordsError
from tests.factories import shipped_onet, shipped_outlooks
from tests.occupations.imports.test_projections import BAKERS, HEADER
from tests.occupations.samples import an_occupation, tables, write_text, write_zip

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(tmp_path):
    return write_zip(tmp_path / "db_29_0_text.zip", write_text(tmp_path / "db", tables()))


@pytest.fixture
def few(monkeypatch):
    """Let three occupations ship: all of them take seconds to load, which one test does."""
    release = msgspec.structs.replace(shipped_onet(), occupations=shipped_onet().occupations[:3])
    files = {ONET_FILE: msgspec.json.encode(release), PROJECTIONS_FILE: msgspec.json.encode(shipped_outlooks()[:3])}
    monkeypatch.setattr(shipped, "read_extract", lambda name, folder: files[name])


def run(*arguments, **options):
    """What a command said, and what it told of its progress."""
    said, told = io.StringIO(), io.StringIO()
    call_command(*map(str, arguments), stdout=said, stderr=told, **options)
    return said.getvalue(), told.getvalue()


def test_a_release_is_imported_with_its_sentences(release):
    said, told = run("import_onet", release)
    assert "2 occupations, 2 titles" in said
    assert "Reading Skills." in told
    assert OnetWords.objects.count() == 2


def test_importing_it_twice_changes_nothing(release):
    run("import_onet", release)
    before = DataRelease.objects.get().loaded_at
    said, _ = run("import_onet", release)
    assert "already loaded" in said
    assert DataRelease.objects.get().loaded_at == before


def test_a_refused_release_changes_nothing(release, tmp_path):
    run("import_onet", release)
    before = [*Occupation.objects.values(), *OccupationTitle.objects.values()]
    content = tables()
    content["Task Statements"][1][0] = "99-9999.00"
    with pytest.raises(CommandError, match=r"Nothing was imported\. Task Statements\.txt, line 2"):
        run("import_onet", write_text(tmp_path / "wrong", content))
    assert [*Occupation.objects.values(), *OccupationTitle.objects.values()] == before


def test_a_quiet_import_tells_no_progress(release):
    assert run("import_onet", release, verbosity=0)[1] == ""


def test_a_release_can_be_named_by_hand(tmp_path):
    folder = write_text(tmp_path / "db", tables(), read_me="")
    run("import_onet", folder, release=["30.2", "February 2026"])
    assert DataRelease.objects.get().name == "30.2"


def test_a_name_that_is_no_release_is_refused(release):
    with pytest.raises(CommandError, match=r"Write it as 29\.0"):
        run("import_onet", release, release=["newest", ""])


def test_an_unknown_release_is_told(tmp_path):
    folder = write_text(tmp_path / "db", tables(), read_me="O*NET 40.0 Database\nAugust 2036 Release\n")
    assert "isn't one of the releases 25 to 31" in run("import_onet", folder)[1]


def test_projections_are_imported(tmp_path):
    path = tmp_path / "projections.csv"
    path.write_text(f"{HEADER}\n{BAKERS}\n")
    an_occupation()
    assert "1 occupations" in run("import_projections", path)[0]
    assert Occupation.objects.get().projection.title == "Bakers"


def test_refused_projections_change_nothing(tmp_path):
    path = tmp_path / "projections.csv"
    path.write_text("a,b\n")
    with pytest.raises(CommandError, match="Nothing was imported"):
        run("import_projections", path)


@pytest.mark.slow
def test_what_ships_is_loaded_once():
    said, _ = run("load_occupations")
    assert "1,016 occupations" in said
    loaded = [*DataRelease.objects.order_by("pk").values()]
    assert [release["is_shipped"] for release in loaded] == [True, True, True]
    said, _ = run("load_occupations")
    assert said.count("already loaded") == 2
    assert "duties: 0 changed" in said
    assert [*DataRelease.objects.order_by("pk").values()] == loaded


@pytest.mark.usefixtures("few")
def test_a_wrong_file_of_our_words_loads_nothing_at_all(monkeypatch):
    def refuse():
        raise OwnWordsError("51-production.yaml: wrong")

    monkeypatch.setattr(shipped, "read_texts", refuse)
    with pytest.raises(CommandError, match=r"51-production\.yaml"):
        run("load_occupations")
    assert not Occupation.objects.exists()


@pytest.mark.usefixtures("few")
def test_what_the_site_imported_stays_until_it_is_given_up(release):
    run("import_onet", release)
    assert "the release that this site imported stays" in run("load_occupations")[0]
    assert Occupation.objects.count() == 2
    run("load_occupations", replace=True)
    assert Occupation.objects.count() == 3
    assert not OnetWords.objects.exists()


def test_our_words_reach_what_the_site_imported(release):
    run("import_onet", release)
    run("load_occupations")
    assert Occupation.objects.get(soc="29-1141").written_by == "rolebook"


def test_the_extract_of_a_release_has_no_sentence(tmp_path, release):
    (tmp_path / "projections.csv").write_text(f"{HEADER}\n{BAKERS}\n")
    run("make_occupation_extract", release, tmp_path / "projections.csv", output=tmp_path / "made")
    assert {path.name for path in (tmp_path / "made").iterdir()} == {"onet.json.xz", "projections.json.xz"}


def test_no_extract_is_made_of_a_wrong_release(tmp_path):
    with pytest.raises(CommandError, match="Nothing was written"):
        run("make_occupation_extract", tmp_path / "none", tmp_path / "none")
