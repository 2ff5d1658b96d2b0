"""Two editors on one role: the second is told, and nothing is overwritten."""

import pytest

from compensation.models.pay_law import PayLawRule
from compensation.models.records import TitleMatch
from compensation.pay_law.table import add_missing, shipped_rules
from interviews.models import BankCompetency
from roles.models.old_address import OldAddress
from roles.models.working_copy import Role
from roles.publishing.rows import save_kit
from tests.desk import own_data, signed_in
from tests.factories import a_kit, a_published_kit, a_shared_skill

pytestmark = pytest.mark.django_db


OTHER_PAGES = {
    "roles/source": "caveat",
    "roles/author": "headline",
    "roles/vocabularyskill": "definition",
    "roles/oldaddress": "new_path",
    "interviews/bankcompetency": "definition",
    "compensation/paylawrule": "note",
    "compensation/titlematch": "level",
}


@pytest.fixture
def role():
    return a_published_kit().role


def address(role):
    return f"/admin/roles/role/{role.pk}/change/name/"


@pytest.mark.slow
def test_the_second_to_save_is_told_who_was_first_and_loses_nothing(role):
    ada, ben = signed_in("Author", "ada"), signed_in("Author", "ben")
    data = own_data(ben.get(address(role)))
    assert ada.post(address(role), own_data(ada.get(address(role))) | {"title": "Of Ada"}).status_code == 302
    answer = ben.post(address(role), data | {"title": "Of Ben"})
    html = answer.content.decode()
    assert "ada saved this role on" in html
    assert "Nothing was overwritten" in html
    assert "Of Ben</textarea>" in html
    assert Role.objects.get().title == "Of Ada"
    assert ben.post(address(role), data | {"title": "Of Ben"}).status_code == 200, "a second try is no way around it"
    assert Role.objects.get().title == "Of Ada"


@pytest.mark.slow
def test_whoever_opens_the_role_again_can_save(role):
    ada = signed_in("Author", "ada")
    for title in ("First", "Second"):
        assert ada.post(address(role), own_data(ada.get(address(role))) | {"title": title}).status_code == 302
    assert Role.objects.get().title == "Second"


@pytest.mark.slow
def test_an_import_in_between_counts_and_its_new_rows_do_not_break_the_answer(role):
    ben = signed_in("Author", "ben")
    data = own_data(ben.get(address(role)))
    save_kit(a_kit(title="From a file", skills=a_kit().skills[:2]))
    answer = ben.post(address(role), data)
    assert "Someone saved this role" in answer.content.decode()
    assert role.skills.count() == 2


@pytest.mark.slow
def test_a_competency_has_a_lock_of_its_own(role):
    ada, ben = signed_in("Author", "ada"), signed_in("Author", "ben")
    page = f"/admin/interviews/competency/{role.competencies.first().pk}/change/"
    of_role, of_competency = own_data(ben.get(address(role))), own_data(ben.get(page))
    assert ada.post(page, own_data(ada.get(page)) | {"name": "Judgment"}).status_code == 302
    assert ben.post(page, of_competency | {"name": "Other"}).status_code == 200
    assert ben.post(address(role), of_role).status_code == 302, "nobody else has changed this part"
    assert role.competencies.first().name == "Judgment"


@pytest.mark.slow
def test_a_row_that_was_saved_in_between_is_not_overwritten(role):
    ada, ben = signed_in("Author", "ada"), signed_in("Author", "ben")
    page = f"/admin/roles/role/{role.pk}/change/skills/"
    opened = own_data(ben.get(page))
    assert ada.post(page, own_data(ada.get(page)) | {"skills-0-covers": "Of Ada"}).status_code == 302
    answer = ben.post(page, opened | {"skills-1-covers": "Of Ben"})
    assert "Of Ben" in answer.content.decode()
    assert role.skills.first().covers == "Of Ada"


def make_row(name, role):
    """A row that roles share, or that belongs to none."""
    if name in {"roles/source", "roles/author"}:
        return role.author if name == "roles/author" else role.figures_source
    if name == "roles/vocabularyskill":
        return a_shared_skill()
    if name == "roles/oldaddress":
        return OldAddress.objects.create(old_path="/old/", new_path="/roles/")
    if name == "interviews/bankcompetency":
        return BankCompetency.objects.create(slug="own", name="Own", definition="Ours.")
    if name == "compensation/paylawrule":
        add_missing(shipped_rules()[:1])
        return PayLawRule.objects.get()
    return TitleMatch.objects.create(role=role.slug, title="T")


@pytest.mark.parametrize("name", OTHER_PAGES)
def test_the_second_to_save_anything_on_the_desk_is_told(role, name):
    row, field = make_row(name, role), OTHER_PAGES[name]
    page = f"/admin/{name}/{row.pk}/change/"
    ada, ben = signed_in("Publisher", "ada"), signed_in("Publisher", "ben")
    of_ada, of_ben = ("/faq/", "/pay/") if name == "roles/oldaddress" else ("Senior", "Of Ben")
    opened = own_data(ben.get(page))
    saved = ada.post(page, own_data(ada.get(page)) | {field: of_ada})
    assert saved.status_code == 302, saved.context["errors"]
    answer = ben.post(page, opened | {field: of_ben})
    html = answer.content.decode()
    assert f"ada saved this {row._meta.verbose_name} on" in html
    assert of_ben in html
    row.refresh_from_db()
    assert getattr(row, field) == of_ada


@pytest.mark.parametrize("name", ["roles/source", "roles/author"])
def test_the_slug_by_which_roles_name_a_row_cannot_be_changed(role, name):
    row = make_row(name, role)
    page = f"/admin/{name}/{row.pk}/change/"
    ada = signed_in("Editor", "ada")
    assert ada.post(page, own_data(ada.get(page)) | {"slug": "another"}).status_code == 302
    assert not type(row).objects.filter(pk="another").exists()
