"""A backup comes back on another PostgreSQL and from an older version of the site, whatever is there already."""

import pytest

from config.postgres.embedded import server
from tests.config.sites import Server, everything, last_numbers, manage
from tests.programs import folder_for_all, postgres, postgres_server
from tests.serving import url

OLDER = [("compensation", "0003"), ("roles", "0003")]  # an app, and the last migration of its older version
EMBEDDED, OF_SYSTEM = "embedded", "of_system"  # PostgreSQL 18; Debian's, which may be 15


@pytest.fixture(scope="module")
def embedded():
    with folder_for_all() as folder:
        data = folder / "postgres"
        yield Server(url(str(server.start_server(data, {"fsync": "off"})), "postgres", user="postgres"))
        server.stop_server(data)


@pytest.fixture(scope="module")
def of_system():
    with postgres_server(postgres()) as address:
        yield Server(address)


@pytest.fixture
def source(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def target(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def site(source):
    return source.copy()


@pytest.fixture
def older_site(site):
    for app, migration in OLDER:
        manage(site, "migrate", app, migration).check_returncode()
    return site


def move(site, target, path):
    """Back a site up and restore it in another database."""
    for done in (manage(site, "backup", path), manage(target, "restore", path, "--yes")):
        assert done.returncode == 0, done.stderr.decode()


def kept(address):
    """What a backup of a site has to keep: all but the sessions."""
    return {table: rows for table, rows in everything(address).items() if table != "django_session"}


def without_times(rows):
    """The rows without those of migrations, which have the time at which each was done."""
    return {table: each for table, each in rows.items() if table not in {"django_migrations", "objects"}}


SERVERS = [(EMBEDDED, OF_SYSTEM), (EMBEDDED, EMBEDDED), (OF_SYSTEM, EMBEDDED)]
across = pytest.mark.parametrize(("source", "target"), SERVERS, indirect=True)
# The newest version of PostgreSQL onto the oldest, with the rest in the slow tests.
first_of_across = pytest.mark.parametrize(
    ("source", "target"),
    [SERVERS[0], *(pytest.param(*pair, marks=pytest.mark.slow) for pair in SERVERS[1:])],
    indirect=True,
)
into = pytest.mark.parametrize("there", [Server.empty, Server.used])


@pytest.mark.slow
@across
@into
def test_a_site_comes_back_to_the_row(site, target, there, tmp_path):
    restored = there(target)
    move(site, restored, tmp_path / "dump")
    assert kept(restored) == kept(site)


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), [(EMBEDDED, EMBEDDED)], indirect=True)
def test_numbers_go_on_where_they_were(site, target, tmp_path):
    restored = target.empty()
    move(site, restored, tmp_path / "dump")
    before, after = last_numbers(site), last_numbers(restored)
    assert set(after) >= set(before) - {"django_session_id_seq"}
    assert all(after[name] >= number for name, number in before.items())


@pytest.mark.slow
@first_of_across
def test_a_site_of_an_older_version_is_brought_up_to_date(source, older_site, target, tmp_path):
    restored = target.used()
    move(older_site, restored, tmp_path / "dump")
    assert manage(restored, "migrate", "--check").returncode == 0
    manage(older_site, "migrate").check_returncode()
    assert without_times(kept(restored)) == without_times(kept(older_site))


@pytest.mark.slow
@pytest.mark.parametrize("source", [EMBEDDED], indirect=True)
def test_a_site_restored_from_an_older_version_can_be_backed_up_and_restored(source, older_site, tmp_path):
    restored, again = source.empty(), source.used()
    move(older_site, restored, tmp_path / "dump")
    move(restored, again, tmp_path / "again")
    assert kept(again) == kept(restored)


@pytest.mark.slow
@pytest.mark.parametrize("source", [EMBEDDED], indirect=True)
def test_it_goes_through_standard_streams(source, site):
    restored = source.empty()
    backup = manage(site, "backup", "-")
    assert backup.stdout.startswith(b"PGDMP"), backup.stderr
    manage(restored, "restore", "-", "--yes", input=backup.stdout).check_returncode()
    assert kept(restored) == kept(site)


@pytest.mark.slow
@pytest.mark.parametrize("source", [EMBEDDED], indirect=True)
def test_half_a_stream_changes_nothing(source, site):
    backup = manage(site, "backup", "-").stdout
    restored = source.used()
    before = everything(restored)
    done = manage(restored, "restore", "-", "--yes", input=backup[: len(backup) // 2])
    assert done.returncode == 1
    assert b"Nothing was changed. could not read from input file" in done.stderr
    assert everything(restored) == before


@pytest.mark.slow
@pytest.mark.parametrize("source", [EMBEDDED], indirect=True)
def test_an_account_without_the_right_changes_nothing(source, site, tmp_path):
    manage(site, "backup", tmp_path / "dump").check_returncode()
    restored = source.used()
    source.take_from_owner(restored)
    before = everything(restored)
    done = manage(restored, "restore", tmp_path / "dump", "--yes")
    assert done.returncode == 1
    assert b"Nothing was changed. must be owner of schema public" in done.stderr
    assert everything(restored) == before
