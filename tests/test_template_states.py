"""Each page's template is rendered in each state that tests/template_states.py lists, and every template is in one."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client
from django.test.signals import template_rendered

from occupations.models import Occupation
from packs.models import Pack
from packs.pages import how_we_check
from roles.models.working_copy import Role
from roles.publishing.preview_links import preview_path
from tests.desk import signed_in
from tests.template_states import STATES
from tests.whole_site import fill, pages_of_a_pack

TEMPLATES = Path(settings.BASE_DIR, "templates")
# Rendered where something fails, where a time has come or with DEBUG, each by a test of its own.
ELSEWHERE = {
    "roles/compare_several.html",
    "400.html",
    "403.html",
    "403_csrf.html",
    "429.html",
    "500.html",
    "503.html",
    "component_list.html",
    "admin/company/sitecompany/change_form.html",
    "admin/company/sitecompany/import.html",
    "components/own_pay.html",
    "admin/compensation/payimport/outcome.html",
    "admin/compensation/payimport/running.html",
    "admin/compensation/payimport/take_back.html",
    "admin/roles/role/delete_confirmation.html",
    "admin/roles/role/deleted.html",
    "admin/roles/role/unschedule.html",
    "roles/preview_faults.html",
    "roles/preview_over.html",
    "standalone.html",
    "stopped.html",
    "too_large.html",
    "too_many.html",
    "admin/send_again.html",
    "admin/sign_in_again.html",
}

OF_THE_ADMIN = {"subtitle", "is_fieldset"}  # asked for by templates of Django's, around and inside of ours


@pytest.fixture
def rendered() -> Iterator[set[str]]:
    """The names of the templates that are rendered during the test."""
    names: set[str] = set()

    def note(template: Template, **_: object) -> None:
        names.add(str(template.name).partition("#")[0])

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


@pytest.fixture
def not_found() -> Iterator[set[tuple[str, str]]]:
    """The names that templates ask for in vain during the test, each behind the page's template."""
    log, handler, found = logging.getLogger("django.template"), logging.Handler(), set[tuple[str, str]]()

    def note(record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple):
            name, template = record.args  # as django.template.base.Variable tells them
            found.add((str(template), str(name)))

    handler.emit = note  # type: ignore[method-assign] # all that it does
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    yield found
    log.propagate = True
    log.setLevel(logging.NOTSET)
    log.removeHandler(handler)


@pytest.fixture
def places(db: None) -> dict[str, Any]:
    """What stands in the addresses of the states."""
    how_we_check.render_page.cache.clear()  # type: ignore[attr-defined] # cachetools' own
    fill()
    pages = pages_of_a_pack()
    role = Role.objects.get(slug="technical-product-manager")
    competency = role.competencies.first()
    assert competency
    return {
        "pack": pages[0].split("/")[2],
        "read": pages[-1].split("/")[2],
        "suggest": pages[-2].split("/")[2],
        "list": next(page for page in pages if page.endswith("/openings/")).split("/")[2],
        "company": next(page for page in pages if page.startswith("/company/")).split("/")[2],
        "role": role.pk,
        "competency": competency.pk,
        "nurses": Occupation.objects.get(code="29-1141.00").pk,
        "preview": preview_path(role),
    }


@pytest.mark.slow
def test_every_state_of_every_template_is_rendered(
    places: dict[str, Any], rendered: set[str], not_found: set[tuple[str, str]], subtests: pytest.Subtests
) -> None:
    visitor, editor = Client(), signed_in("Publisher")
    for state in STATES:
        client = editor if state.path.startswith("/admin/") and state.template != "admin/sign_in.html" else visitor
        with subtests.test(f"{state.template}: {state.name}"):
            path = state.path.format(**places)
            answer = client.get(path) if state.posts is None else client.post(path, state.posts, follow=True)
            assert answer.status_code == state.status
            assert state.template in {template.name for template in answer.templates}
            assert state.says in answer.content.decode()
    assert not Pack.objects.exists()
    written = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    assert {name for name in written if not name.startswith("rolebook/")} - rendered == ELSEWHERE
    of_the_desk = {(template, name) for template, name in not_found if template.startswith("admin/")}
    assert {(template, name) for template, name in of_the_desk if name not in OF_THE_ADMIN} == set()


def test_a_name_that_the_desk_asks_for_in_vain_is_noted(not_found: set[tuple[str, str]]) -> None:
    template = Template("{{ role.titel }}{% if drafted %}{% endif %}{% optional kit %}{{ kit }}", name="admin/x.html")
    template.render(Context({"role": Role()}))
    assert not_found == {("admin/x.html", "titel"), ("admin/x.html", "drafted")}


def test_no_state_is_listed_twice() -> None:
    names = [(state.template, state.name) for state in STATES]
    assert len({*names}) == len(names) > 60
