"""The search page, and what it suggests as someone types."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from config.pages.occupations.common import read_index
from config.pages.search.asking import EXTRAS, MOST_WORDS, is_empty, read_question
from config.pages.search.leads import is_title_as_written, link_role, list_leads
from config.pages.search.question import Intent, Question
from occupations.attribution import Attribution
from roles.kit.lists import join_with_or
from roles.pages.counting import LONGEST_QUERY, count_search
from roles.publishing.library_version import cached_per_library_version
from roles.search.entries import list_kinds
from roles.search.find import MOST_HITS, SearchResult, drop_repeats, search_kits, search_library
from roles.search.hits import Hit
from roles.search.names import content_words, current_names
from roles.search.occupations import OCCUPATION
from roles.search.words import list_found_words, split_words, stem_word
from roles.skills.finding import find_skills
from roles.skills.value import SharedSkill
from web.page import Page, respond_with_page
from web.view import View, absolute_url

SUGGESTIONS = 8
WORDS_OF_KITS = {
    Intent.SALARY: "pay", Intent.QUESTIONS: "interview", Intent.KIT: "interview", Intent.SKILLS: "skill",
    Intent.BECOMING: "become", Intent.CAREER: "career",
}  # fmt: skip

# The kind of things that a search for an intent wants where it names a topic instead of a role; "" for all kinds.
KINDS_OF_TOPICS = {Intent.QUESTIONS: "question", Intent.KIT: "question", Intent.SKILLS: "skill", Intent.DUTIES: ""}


class SearchView(View, frozen=True, kw_only=True):
    """The page of a search: what was asked, what was found, and links to searches for the closest names.

    `skills` are shared skills with these words. `kind` is the kind asked for, "" for all, and `kinds` are all kinds
    with their names. `source` credits the titles by which occupations were found, None without one.
    """

    template = "search.html"

    asked: str
    found: SearchResult
    skills: Sequence[SharedSkill]
    closest: SafeString
    kind: str
    kinds: Mapping[str, str]
    source: Attribution | None


@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """Answer the results of `?q=`, kept until the library changes. A search of all kinds is counted by its words,
    without anything about the visitor.
    """
    asked = _read_query(request)
    kind = request.GET.get("kind", "")
    kind = kind if kind in list_kinds() else ""
    page, has_hits = render_results(asked, kind)
    if asked and not kind:
        count_search(asked, found=has_hits)
    return respond_with_page(request, page)


@cached_per_library_version
def render_results(asked: str, kind: str) -> tuple[Page, bool]:
    """The page of a search, and whether anything was found. Kept until the library changes."""
    found = answer_search(asked, kind) if asked else SearchResult(hits=[])
    view = SearchView(
        asked=asked,
        found=found,
        skills=find_skills(asked) if kind in ("", "skill") else [],
        closest=_link_closest(found.closest),
        kind=kind,
        kinds=list_kinds(),
        source=read_index().attributions.get("onet") if any(hit.kind == OCCUPATION for hit in found.hits) else None,
        canonical=absolute_url(reverse("search")),
    )
    return Page.render(view), bool(found.hits)


@require_safe
def list_suggestions(request: HttpRequest) -> HttpResponse:
    """Answer a JSON list of at most SUGGESTIONS names that start with what was typed in `?q=`. Caches may keep it."""
    return respond_with_page(
        request, Page.from_data(current_names().list_suggestions(_read_query(request), SUGGESTIONS))
    )


def answer_search(asked: str, kind: str) -> SearchResult:
    """The results of a search for one kind of things, or for all, each once. A few queries."""
    if kind:
        return search_library(asked, kind=kind)
    question = read_question(asked, current_names())
    if question.roles and question.is_plain:
        return _link_first(search_library(asked), question)
    if on_topic := _search_topic(question):
        return SearchResult(hits=on_topic[:MOST_HITS])
    leads = list_leads(question)
    if not leads and not question.roles:
        return _search_words(asked, question)
    found = _search_subject(question)
    hits = drop_repeats([*leads, *found.hits]).values()
    return msgspec.structs.replace(found, hits=[*hits][:MOST_HITS], closest=[], is_loose=False)


def _list_topic_words(question: Question) -> list[str]:
    """The words of a topic, where a search asks for the questions, the skills or the duties of one and not of a role:
    roadmap interview questions. None where there is no such topic.
    """
    words = [word for word in content_words(" ".join(question.subject)) if word not in EXTRAS]
    is_topic = question.intent in KINDS_OF_TOPICS and not question.roles and not is_empty(words)
    return words if is_topic else []


def _search_topic(question: Question) -> list[Hit]:
    """What the kits have under a topic, of the kind that is asked for, and what else the library has on it. Nothing
    where the topic is the title of an occupation, or where no kit has it as it is spelled.
    """
    words = _list_topic_words(question)
    topic = " ".join(words)
    if not words or question.intent is None or is_title_as_written(words):
        return []
    found = search_kits(topic, kind=KINDS_OF_TOPICS[question.intent])
    if found.is_loose or found.corrected or not found.hits:
        return []
    return [*drop_repeats([*found.hits, *search_library(topic).hits]).values()]


def _search_words(asked: str, question: Question) -> SearchResult:
    """What the library has for a search that leads nowhere by itself. The words that ask for questions, skills or
    duties are not looked for; where the topic is hardly known, the page of all questions comes first.
    """
    if words := _list_topic_words(question):
        found = search_library(" ".join(words))
        hubs = list_leads(msgspec.structs.replace(question, subject=()))
        hits = [*hubs, *found.hits] if found.is_loose else [*found.hits, *hubs]
        if hits:
            return msgspec.structs.replace(found, hits=hits[:MOST_HITS])
    is_shortened = question.is_plain and len(question.subject) < len(split_words(asked)[:MOST_WORDS])
    return search_library(" ".join(question.subject) if is_shortened else asked)


def _search_subject(question: Question) -> SearchResult:
    """What the kits have on the subject of a search and what it asks for of that."""
    if not question.roles:
        return SearchResult(hits=[])
    word = WORDS_OF_KITS.get(question.intent, "") if question.intent else ""
    found = search_kits(" ".join([*question.subject, word]))
    stems, slugs = frozenset([stem_word(word)]), {role.slug for role in question.roles}
    hits = found.hits
    if word:
        hits = sorted(hits, key=lambda hit: (hit.slug not in slugs, not list_found_words(hit.title, stems)))
    return msgspec.structs.replace(found, hits=hits)


def _link_first(found: SearchResult, question: Question) -> SearchResult:
    """The same with the ways on from the roles that the search names."""
    named = {role.slug for role in question.roles}
    hits = [
        msgspec.structs.replace(hit, links=link_role(slug))
        if hit.kind == "role" and (slug := hit.path.strip("/").rpartition("/")[2]) in named
        else hit
        for hit in found.hits
    ]
    return msgspec.structs.replace(found, hits=hits)


def _link_closest(names: list[str]) -> SafeString:
    """Links to a search for each name."""
    links = [format_html('<a href="?q={}">{}</a>', quote(name), name) for name in names]
    return mark_safe(join_with_or(links))  # noqa: S308 each is escaped


def _read_query(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_QUERY]


urlpatterns = [
    # /search/
    path("search/", show_search, name="search"),
    path("search/suggestions/", list_suggestions, name="search-suggestions"),
]
