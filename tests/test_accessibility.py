"""Every page without a barrier: what axe-core knows of WCAG 2.2 AA, in both themes and at two widths."""

import pytest
from django.core.management import call_command

from tests.factories import a_spanish_edition
from tests.packs.browsing import open_step, write_fact
from tests.test_sweep import addresses
from tests.whole_site import fill, pages_of_a_pack

pytestmark = pytest.mark.browser
ROLE = "/roles/technical-product-manager/"
STATES = [
    "/roles/?family=None",
    f"{ROLE}salary/?start=computed:us-dol-lca-extract:Senior:US:USD&rate=3",
    f"{ROLE}faq/do-technical-pms-code/#thanks",
    "/interview-questions/?kind=case",
    "/search/?q=technical",
    "/search/?q=zzzzqqq",
    "/compare/?a=product-manager&b=product-manager",
    "/packs/none/",
    "/there-is-no-such-page/",
]
SPANISH = "/es/roles/gerente-de-producto-tecnico/"
PARTS = 4  # of the sweep, so that a fault in one does not hide those of the others
FEWEST = 7  # pages of a part


@pytest.mark.parametrize("part", range(PARTS))
def test_public_pages(audited, no_barrier, part):
    paths = [*addresses().values(), *STATES][part::PARTS]
    kinds = {path: audited.request.get(path).headers["content-type"] for path in paths}
    pages = [path for path, kind in kinds.items() if kind.startswith("text/html")]
    assert len(pages) >= FEWEST
    page = audited.new_page()
    for path in pages:
        page.goto(path)
        no_barrier(page)


@pytest.mark.django_db(transaction=True)
def test_pages_of_a_pack(audited, no_barrier):
    fill()
    page = audited.new_page()
    for path in pages_of_a_pack():
        assert page.goto(path).status == 200, path
        no_barrier(page)


@pytest.mark.django_db(transaction=True)
def test_pages_in_spanish(audited, no_barrier):
    call_command("load_figures", verbosity=0)
    a_spanish_edition()
    page = audited.new_page()
    for path in (SPANISH, f"{SPANISH}job-description/", f"{SPANISH}salary/", "/es/"):
        assert page.goto(path).status == 200, path
        no_barrier(page)


def test_workbench_in_use(audited, no_barrier):
    page = audited.new_page()
    page.goto(f"{ROLE}job-description/")
    page.get_by_label("Job title").fill("Ninja [team] " + "Donaudampfschifffahrtsgesellschaft" * 2)
    write_fact(page, "place", "Country", "United States")
    write_fact(page, "place", "State or region", "California")
    write_fact(page, "pay", "From", "much")
    open_step(page, "job")
    page.locator("#step-job").get_by_text("Skills", exact=True).click()
    page.get_by_label("Production Coding").select_option("high")
    page.locator("#skill-fields", has_text="optional for most").wait_for()
    no_barrier(page)


def test_a_text_that_somebody_brought(audited, no_barrier):
    page = audited.new_page()
    page.goto("/review/")
    page.get_by_label("Paste your job description").fill("Baker\n\nYour tasks\n- Be a rockstar who bakes.\n")
    page.get_by_label("Compare it with a role").select_option("Technical Product Manager")
    page.get_by_role("button", name="Review it").click()
    page.get_by_role("heading", name="As we read it").wait_for()
    no_barrier(page)
