"""What a site doesn't show is on no page: hidden roles and occupations, by every address of the site."""

import pytest
from django.core.management import call_command
from django.urls import get_resolver

from company.branding import Branding
from company.store import save_site_company
from occupations.find import find_by_title
from occupations.reading import list_families
from roles.publishing.library_version import read_current_version
from tests.company.samples import ACME
from tests.desk import a_member
from tests.factories import a_published_kit, store_shipped_occupations
from tests.test_sweep import addresses, named

pytestmark = pytest.mark.django_db
HIDDEN_ROLE, HIDDEN_OCCUPATION = "technical-product-manager", "29-1141"
SHOWN_OCCUPATION = "29-1171"
# Whose slug is no role's.
OF_OTHERS = {"author-detail", "skill-detail", "pay-law-rule"}


def show(**shown):
    save_site_company(ACME, Branding(**shown))
    read_current_version()  # as the response cache does before each page


@pytest.fixture(scope="module")
def library(module_db):
    call_command("load_figures", verbosity=0)
    call_command("load_pay_law", verbosity=0)
    hidden = a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])
    store_shipped_occupations("29-1141.00", "29-1171.00")
    return hidden


def list_addresses(*parts):
    """The addresses in which one of the parts varies, and all others."""
    patterns = {str(each.name): each.pattern.converters for each in named(get_resolver().url_patterns)}
    found = addresses()
    of_parts = {name for name in found if patterns[name].keys() & {*parts}} - OF_OTHERS
    return {name: found[name] for name in of_parts}, {name: found[name] for name in found.keys() - of_parts}


@pytest.mark.slow
def test_a_hidden_role_has_no_page_and_is_on_none(client, library, subtests):
    show(roles=("product-manager",))
    own, others = list_addresses("slug", "first")
    own.pop("occupation")
    for name, path in own.items():
        with subtests.test(name):
            assert client.get(path).status_code == 404
    for name, path in others.items():
        with subtests.test(name):
            assert f"roles/{HIDDEN_ROLE}/" not in client.get(path).content.decode(errors="replace")
    assert len(own) > 10


@pytest.mark.slow
def test_a_hidden_occupation_has_no_page_and_is_on_none(client, library, subtests):
    show(occupations=("11", "29-1171"))
    own, others = list_addresses("soc")
    for name, path in own.items():
        with subtests.test(name):
            assert client.get(path).status_code == 404
    for name, path in others.items():
        with subtests.test(name):
            assert f"occupations/{HIDDEN_OCCUPATION}" not in client.get(path).content.decode(errors="replace")
    assert len(own) > 5
    assert SHOWN_OCCUPATION in client.get("/api/occupations/").content.decode()
    assert {family.code for family in list_families()} == {"29"}


@pytest.mark.parametrize("asked", ["registered nurse", "rn", "registred nurse", "registered nurse salary"])
def test_a_search_finds_a_hidden_occupation_for_nobody(client, library, asked):
    path = f"/search/?q={asked}"
    assert f"/occupations/{HIDDEN_OCCUPATION}" in client.get(path).content.decode()
    show(occupations=("11",))
    assert f"/occupations/{HIDDEN_OCCUPATION}" not in client.get(path).content.decode()
    assert not [match for match in find_by_title(asked) if match.short_code == HIDDEN_OCCUPATION]


def test_a_site_may_show_no_occupation_at_all(client, library):
    show(occupations=("none",))
    for path in ("/occupations/", f"/occupations/{SHOWN_OCCUPATION}/"):
        assert client.get(path, follow=True).status_code == 404
    for path in ("/", "/roles/", "/search/", "/sitemap.xml"):
        assert "/occupations/" not in client.get(path).content.decode(), path
    show()
    assert client.get("/occupations/").status_code == 200


def test_the_desk_says_which_are_hidden(client, library):
    show(roles=("product-manager",), occupations=("11",))
    hidden = library
    client.force_login(a_member("Administrator"))
    listed = client.get("/admin/occupations/occupation/?q=Registered+Nurses").content.decode()
    [nurses] = {part.split("/")[0] for part in listed.split("/admin/occupations/occupation/")[1:] if "/change" in part}
    page = client.get(f"/admin/occupations/occupation/{nurses}/change/").content.decode()
    assert "Readers don’t see this occupation" in page
    assert "Readers don’t see this role" in client.get(f"/admin/roles/role/{hidden.role_id}/change/").content.decode()


def test_the_desk_starts_a_role_from_a_hidden_occupation_too(client, library):
    show(occupations=("11",))
    client.force_login(a_member("Administrator"))
    assert "Registered Nurses" in client.get("/admin/new-role/?q=registered+nurse").content.decode()
