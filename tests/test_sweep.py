"""Every address answers, and every page has what every page needs. New addresses are swept by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import engines
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from company.site import read_site_company
from company.store import save_site_company
from tests.company.samples import ACME, LOUD_BRAND
from tests.factories import a_published_kit, store_shipped_occupations
from tests.reading_order import faults

pytestmark = pytest.mark.django_db

# What stands in for each part of an address that varies.
SAMPLES: dict[str, dict[str, str]] = {
    "slug": {
        "author-detail": "aditi-chaturvedi",
        "occupation": "registered-nurses",
        "pay-law-rule": "us-co",
        "skill-detail": "sql",
    },
}
DEFAULT = {
    "slug": "technical-product-manager",
    "area": "texas",
    "faq": "do-technical-pms-code",
    "first": "product-manager",
    "second": "technical-product-manager",
    "number": 1,
    "before": 1,
    "after": 1,
    "soc": "29-1141",
}
UNKNOWN = "(no such name: %s)"  # what a template shows for a name that its context lacks
# Tested by themselves: an address for one reviewer, those that count, one for monitoring, one that leads elsewhere,
# the desk's pages for a new password, and a logo that only a site with a brand has.
NO_PAGES = {
    *("role-preview", "count-copied", "count-chosen", "metrics", "occupation-code", "brand-logo"),
    *("admin_password_reset", "password_reset_done", "password_reset_confirm", "password_reset_complete"),
}


def named(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """The named addresses of the site, those of included lists too, without the admin's and without private links."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                yield from named(pattern.url_patterns)
        elif pattern.name and "token" not in pattern.pattern.converters and pattern.name not in NO_PAGES:
            yield pattern


def addresses() -> dict[str, str]:
    """Every named address with samples in the places that vary."""
    found: dict[str, str] = {}
    for pattern in named(get_resolver().url_patterns):
        kwargs = {key: SAMPLES.get(key, {}).get(str(pattern.name), DEFAULT[key]) for key in pattern.pattern.converters}
        found[str(pattern.name)] = reverse(str(pattern.name), kwargs=kwargs)
    return found


def test_every_address_answers(client, subtests, monkeypatch):
    sweep(client, subtests, monkeypatch, addresses())


@pytest.mark.slow
def test_every_third_address_answers_with_another_name_color_and_logo(client, subtests, monkeypatch):
    save_site_company(ACME, LOUD_BRAND)
    sweep(client, subtests, monkeypatch, dict([*addresses().items()][::3]))
    assert "Acme &amp; Daughters Hydrographic" in client.get("/").content.decode()


def sweep(client, subtests, monkeypatch, swept):
    """Get every address of a site with something on every page."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", UNKNOWN)
    call_command("load_figures", verbosity=0)
    call_command("load_pay_law", verbosity=0)
    a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])
    store_shipped_occupations()
    for name, path in swept.items():
        with subtests.test(name):
            response = client.get(path)
            assert response.status_code == 200
            assert not response.cookies
            if response.headers["Content-Type"].startswith("text/html"):
                check(response.content.decode(), path)


def check(page: str, path: str) -> None:
    """What every page has, and what none has."""
    html = re.sub(r"(?s)<template\b.*?</template>", "", page)
    assert '<html lang="en"' in html
    assert 'class="skip-link" href="#main"' in html
    assert 'id="main"' in html
    assert len(re.findall(r"<title>[^<]{5,}</title>", html)) == 1
    assert re.search(r'<meta name="description"\s+content="[^"]{40,}"', html)
    assert f'<link rel="canonical" href="http://localhost:8000{path}">' in html
    assert [*faults(html)] == []
    assert UNKNOWN.partition("%")[0] not in html
    assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", html)
    inline = html.replace(f"<script>{settings.FIRST_SCRIPT}</script>", "", 1).replace(settings.FIRST_STYLES, "", 1)
    assert not re.findall(r"<script(?![^>]*(?:\ssrc=|application/ld\+json))", inline)
    colors = read_site_company().branding.colors
    assert re.findall(r"<style>[^<]*", inline) == ["<style>", *([f"<style>{colors.sheet}"] if colors else [])]


def test_the_sweep_covers_the_whole_site():
    some = {"home", "role-list", "role-detail", "job-description", "author-detail", "robots", "sitemap"}
    assert some | {"search", "answer", "comparison", "api-edition"} <= set(addresses())


def test_every_template_loads():
    engine = engines["django"].engine
    root = Path(engine.dirs[0])
    templates = [str(path.relative_to(root)) for path in root.rglob("*.html")]
    assert len(templates) > 30
    for name in templates:
        engine.get_template(name)
