"""Every address answers, and every page has what every page needs. New addresses are swept by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import engines
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db

# What stands in for each part of an address that varies.
SAMPLES = {"slug": {"role-detail": "technical-product-manager", "author-detail": "aditi-chaturvedi"}}
DEFAULT_SLUG = "technical-product-manager"
SET_COOKIES: set[str] = set()
# Tested by themselves: an address that is made for one reviewer, and one that only counts.
NO_PAGES = {"role-preview", "count-copied"}


def named(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """The named addresses of the site, those of included lists too, without the admin's."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                yield from named(pattern.url_patterns)
        elif pattern.name and pattern.name not in NO_PAGES:
            yield pattern


def addresses() -> dict[str, str]:
    """Every named address with samples in the places that vary."""
    found: dict[str, str] = {}
    for pattern in named(get_resolver().url_patterns):
        kwargs = {key: SAMPLES.get(key, {}).get(str(pattern.name), DEFAULT_SLUG) for key in pattern.pattern.converters}
        found[str(pattern.name)] = reverse(str(pattern.name), kwargs=kwargs)
    return found


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.mark.parametrize("name", sorted(addresses()))
def test_an_address_answers(client, name):
    response = client.get(addresses()[name])
    assert response.status_code == 200
    assert not response.cookies
    if not response.headers["Content-Type"].startswith("text/html"):
        return
    html = re.sub(r"(?s)<template\b.*?</template>", "", response.content.decode())
    assert re.search(r"<html lang=\"en\"", html)
    assert len(re.findall(r"<h1\b", html)) == 1
    assert 'class="skip-link" href="#main"' in html
    assert 'id="main"' in html
    assert len(re.findall(r"<title>[^<]{5,}</title>", html)) == 1
    assert len(re.search(r'<meta name="description"\s+content="([^"]+)"', html)[1]) > 40
    assert f'<link rel="canonical" href="http://localhost:8000{addresses()[name]}">' in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'aria-(?:labelledby|describedby|controls)="([^" ]+)"', html)) <= set(ids)
    assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", html)
    assert not re.findall(r"<script(?![^>]*(?:\ssrc=|application/ld\+json))", html)


def test_the_sweep_covers_the_whole_site():
    assert {"home", "role-list", "role-detail", "job-description", "author-detail", "robots", "sitemap"} <= set(
        addresses()
    )


def test_every_template_loads():
    engine = engines["django"].engine
    root = Path(engine.dirs[0])
    templates = [str(path.relative_to(root)) for path in root.rglob("*.html")]
    assert len(templates) > 30
    for name in templates:
        engine.get_template(name)
