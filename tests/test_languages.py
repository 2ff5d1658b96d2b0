"""The site in another language: all of its own words go through gettext, kits say theirs, and Spanish is whole."""

import functools
import re
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.utils import translation
from lxml import html
from lxml.html import HtmlElement

from config import translations
from packs.description.starting import start_description
from packs.forms.job_description import JobDescriptionForm
from tests.factories import a_kit
from tests.test_accessibility import ROLE, STATES
from tests.test_sweep import addresses
from tests.whole_site import fill, pages_of_a_pack

OPEN, SHUT = "⟦⟧"
# Alike in every language, or what Spanish itself puts between the figures of an amount or a date.
NAMES = re.compile(
    r"\b(?:Rolebook|PDF|DOCX|JSON|YAML|CSV|HTML|Markdown|GitHub|OpenAPI|RFC|UTC|LinkedIn|Word|Español|English|Ada|Grace|Spring|mil|de|[A-Z]{2,4})\b"
)
NO_PROSE = {"script", "style", "code", "svg", "template", "kbd", "pre"}
SPOKEN = ("aria-label", "aria-description", "alt", "title", "placeholder")


@pytest.fixture
def library(db):
    fill()


@pytest.fixture
def bracketed(monkeypatch):
    """Spanish, but each message that goes through gettext stands in brackets instead."""
    translation.gettext("")  # so that the functions are there to be replaced

    def one(message: str) -> str:
        return f"{OPEN}{message}{SHUT}" if message else ""

    def many(singular: str, plural: str, number: float) -> str:
        return one(singular if number == 1 else plural)

    for name, said in {
        "gettext": one,
        "ngettext": many,
        "pgettext": lambda _, message: one(message),
        "npgettext": lambda _, singular, plural, number: many(singular, plural, number),
    }.items():
        monkeypatch.setattr(translation._trans, name, said)
    forget_words()
    with translation.override("es"):
        yield
    forget_words()


def forget_words() -> None:
    """Drop what functions of packs remember, which may be words of another language or in brackets."""
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] == "packs":
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


def unmarked(page: str) -> list[str]:
    """What a page says outside of brackets, and outside of elements in the language of kits or in an unknown one."""
    depth = 0

    def outside(text: str) -> str:
        nonlocal depth
        kept = ""
        for letter in text:
            depth += (letter == OPEN) - (letter == SHUT)
            kept += letter if depth == 0 and letter != SHUT else " "
        return kept

    def texts(element: HtmlElement) -> Iterator[str]:
        foreign = element.get("lang") in ("en", "") or element.tag in NO_PROSE or not isinstance(element.tag, str)
        if not foreign:
            yield from (outside(element.get(name, "")) for name in SPOKEN)
            yield outside(element.text or "")
            for child in element:
                yield from texts(child)
                yield outside(child.tail or "")

    found = (" ".join(NAMES.sub(" ", text).split()) for text in texts(html.fromstring(page)))
    return [text for text in found if re.search(r"[^\W\d_]{2}", text)]


def test_words_past_gettext_are_seen():
    said = f"{OPEN}See <a>roles</a>{SHUT} 12 <b lang='en'>Kit</b>"
    page = f"<html><p aria-label='Loose'>{said} Plain</p><i>Rolebook</i></html>"
    assert unmarked(page) == ["Loose", "Plain"]


@pytest.mark.slow
def test_no_page_says_anything_past_gettext(client, library, bracketed, subtests):
    for path in [*addresses().values(), *STATES]:
        with subtests.test(path):
            response = client.get(path)
            if response.headers["Content-Type"].startswith("text/html"):
                assert unmarked(response.content.decode()) == []


@pytest.mark.slow
def test_pages_of_a_pack_say_nothing_past_gettext(client, library, bracketed):
    loose = {path: unmarked(client.get(path).content.decode()) for path in pages_of_a_pack()}
    assert {path: texts for path, texts in loose.items() if texts} == {}


@pytest.mark.slow
def test_what_the_workbench_answers_says_nothing_past_gettext(client, library, bracketed):
    posted = dict(JobDescriptionForm(a_kit(), start_description(a_kit(), 1)).as_posted())
    posted |= {"place-0-country": "United States", "place-0-region": "Colorado", "level": "Senior"}
    faults = {"pay_low": "9", "pay_high": "3", "experience_min": "x", "deadline": "2027-01-01", "ongoing": "on"}
    plan = {"stage-TOTAL_FORMS": "1", "stage-INITIAL_FORMS": "1", "question-TOTAL_FORMS": "0"}
    plan |= {"question-INITIAL_FORMS": "0", "person-1": "Ann", "person-2": "Ann", "stage-0-name": "First"}
    own = "# Rockstar chef\n\n## What you bring\n\n- A young ninja with a degree"
    answers = [
        *(client.post(f"{ROLE}job-description/", posted | {"do": wish}) for wish in ("skill", "level", "up:t1")),
        client.post(f"{ROLE}job-description/", posted | faults),
        client.post(f"{ROLE}job-description/", posted | {"place-0-country": "Narnia", "do": "place"}),
        *(client.post(f"{ROLE}interview-kit/", plan | {"do": wish}) for wish in ("add", "deal", "remove:1")),
        client.post("/review/", {"text": own, "role": "technical-product-manager"}),
        client.post("/review/", {"text": ""}),
    ]
    loose = [unmarked(answer.content.decode()) for answer in answers]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 422, 200, 422, 422, 422, 200, 422]
    assert [texts for texts in loose if texts] == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_site_in_spanish_has_no_barrier(library, settings, audited, no_barrier):
    settings.LANGUAGE_CODE = "es"
    page = audited.new_page()
    for path in ("/", ROLE, f"{ROLE}job-description/", f"{ROLE}salary/"):
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == "es"
        no_barrier(page)


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES[1:]])
def test_a_catalogue_is_complete_and_compiled(language):
    """`manage.py messages` brings it up to date."""
    path = translations.path_of(language)
    catalogue = translations.renew_catalogue(language)
    assert translations.list_catalogue_problems(catalogue) == []
    assert path.read_bytes() == translations.format_catalogue(catalogue)
    assert path.with_suffix(".mo").read_bytes() == translations.compile_catalogue(catalogue)
