"""A process that is killed while it writes: what it acknowledged is there, and nothing else is half done."""

import re
import signal

import pytest
from django.db import connection

from packs.models import Pack
from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.models.working_copy import Role
from roles.publishing.publish import publish_role
from tests.factories import a_published_kit
from tests.packs.browsing import posted
from tests.serving import ask, database_url, run_python, serving

pytestmark = pytest.mark.django_db(transaction=True)
WORKBENCH = "/roles/technical-product-manager/job-description/"

# A process of its own that publishes, and is killed when the given statement has been executed.
PUBLISHES = """
import os, signal, sys
import django
django.setup()
from django.db import connection
from roles.models.working_copy import Role
from roles.publishing.publish import publish_role

def kill_after(execute, sql, params, many, context):
    done = execute(sql, params, many, context)
    if sys.argv[1] in sql:
        os.kill(os.getpid(), signal.SIGKILL)
    return done

with connection.execute_wrapper(kill_after):
    publish_role(Role.objects.get(), note="Killed")
"""

# Migrates, and is killed within the transaction of the given migration, its statements executed.
MIGRATES = """
import os, signal, sys
import django
django.setup()
from django.core.management import call_command
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations.migration import Migration

apply = Migration.apply

def applied(self, state, editor, *args, **kwargs):
    state = apply(self, state, editor, *args, **kwargs)
    if f"{self.app_label}.{self.name}" == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)
    return state

Migration.apply = applied
call_command("migrate", verbosity=0)
"""


@pytest.mark.slow
def test_the_last_acknowledged_save_is_there(outcome):
    a_published_kit()
    with serving(database_url()) as port:
        answer, _ = ask(port, WORKBENCH, posted(do="save", company="Acme"))
        address = answer.headers["Location"]
        for version in range(1, 6):
            answer, _ = ask(port, address, posted(do="save", version=version, company=f"Company {version}"))
            assert answer.status == 200
    pack = Pack.objects.get()
    assert pack.current().number == 6
    assert pack.current().description.company == "Company 5"
    with serving(database_url()) as port:
        assert re.search(rb'value="Company 5"', ask(port, address)[1])
    outcome("save acknowledged, then the server killed", 6, "0 lost")


MOMENTS = ['UPDATE "roles_edition"', 'INSERT INTO "roles_edition"', 'INSERT INTO "roles_searchentry"']


def test_publishing_is_whole_or_not_at_all(outcome):
    live = a_published_kit()
    Role.objects.update(title="A new title")
    before = list(Edition.objects.values_list()), SearchEntry.objects.count()
    for moment in MOMENTS:
        assert run_python(PUBLISHES, database_url(), moment) == -signal.SIGKILL
        assert (list(Edition.objects.values_list()), SearchEntry.objects.count()) == before
    edition = publish_role(Role.objects.get(), note="Now")
    assert (edition.number, edition.kit.title) == (live.number + 1, "A new title")
    outcome("server killed while it publishes", len(MOMENTS), "0 half published, published after")


@pytest.fixture
def empty_database():
    """A database of the test server without a table; gives its address."""
    name = f"{connection.settings_dict['NAME']}_empty"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield database_url().replace(connection.settings_dict["NAME"], name)
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


MIGRATE = 'import django; django.setup(); from django.core.management import call_command; call_command("migrate"'
MIGRATIONS = ["roles.0001_initial", "compensation.0004_pay_record_sources", "packs.0001_saved_packs"]


@pytest.mark.slow
def test_a_migration_goes_on_where_it_was_killed(empty_database, outcome):
    for migration in MIGRATIONS:
        assert run_python(MIGRATES, empty_database, migration) == -signal.SIGKILL
    assert run_python(f"{MIGRATE}, verbosity=0)", empty_database) == 0
    assert run_python(f"{MIGRATE}, check=True, verbosity=0)", empty_database) == 0
    outcome("server killed within a migration", len(MIGRATIONS), "the next run goes on and ends")
