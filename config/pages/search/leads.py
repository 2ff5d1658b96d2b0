"""The pages that a search asks for in so many words: a role's pay in a place, its interview, a template at a level.

A search leads to a page only where every word of it is understood; else its words find what they find.
"""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

import msgspec
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from compensation.models.pay_law import PayLawRule
from compensation.models.survey import NATION, SurveyFigure
from config.pages.search.asking import is_empty
from config.pages.search.question import Intent, Question, name_intent, name_page
from occupations.codes import SOC_LENGTH, list_counted_codes
from occupations.find import TitleMatch, find_by_title
from roles.kit.lists import join_with_and
from roles.models.edition import Edition
from roles.search.entries import list_kinds
from roles.search.hits import Hit, describe_role
from roles.search.names import NamedRole
from roles.search.occupations import OCCUPATION, occupation_path
from roles.search.words import split_words, stem_word

ADDRESS_NAMES = {
    Intent.SALARY: "salary",
    Intent.QUESTIONS: "role-questions",
    Intent.KIT: "interview-kit",
    Intent.DESCRIPTION: "job-description",
}
CHAPTERS = {
    Intent.SKILLS: "skills",
    Intent.DUTIES: "responsibilities",
    Intent.CAREER: "career-path",
    Intent.FIRST_DAYS: "first-90-days",
    Intent.DAY: "day",
}
HUBS = {
    Intent.LAW: "pay-law",
    Intent.REVIEW: "own",
    Intent.KIT: "question-list",
    Intent.QUESTIONS: "question-list",
    Intent.DESCRIPTION: "role-list",
    Intent.SALARY: "salaries",
    Intent.COMPARISON: "compare",
    Intent.CAREER: "ladder",
    Intent.ROLE: "role-list",
    Intent.OPENINGS: "packs",
    Intent.COMPANY: "companies",
}
AT_LEVEL = (Intent.SALARY, Intent.DESCRIPTION)  # the pages that open at a level
OCCUPATION_ADDRESSES = {
    Intent.DESCRIPTION: "occupation-job",
    Intent.KIT: "occupation-interviews",
    Intent.QUESTIONS: "occupation-interviews",
    Intent.SALARY: "occupation-pay",
}
OCCUPATION_CHAPTERS = {Intent.SKILLS: "#skills", Intent.DUTIES: "#duties"}


class _Level(msgspec.Struct):
    name: str


class _Levels(msgspec.Struct):
    """What is read of a kit here: the rest is passed over."""

    levels: list[_Level] = []


def list_leads(question: Question) -> list[Hit]:
    """The pages that a search asks for, best first; none where not all of it is understood, or where it is only a
    title.
    """
    if question.roles:
        return [] if question.intent is Intent.BECOMING else [*_list_role_leads(question)]
    if is_empty(question.subject):
        return [*_lead_to_hub(question)]
    return [*_lead_to_occupation(question)]


def link_role(slug: str, level: str = "") -> tuple[tuple[str, str], ...]:
    """(label, path) links from a role: to its template and its pay, at a level where one is given, and to its
    questions.
    """
    query = f"?{urlencode({'level': level})}" if level else ""
    return (
        (_("Write it at the %(level)s level") % {"level": level} if level else _("Job description"),
         reverse("job-description", args=[slug]) + query),
        (_("Pay at the %(level)s level") % {"level": level} if level else _("Pay"),
         reverse("salary", args=[slug]) + query),
        (_("Interview questions"), reverse("role-questions", args=[slug])),
    )  # fmt: skip


def is_title_as_written(words: Sequence[str]) -> bool:
    """Whether some words are the title of an occupation as it is written, in the singular or the plural. Another form
    of its words, or a misspelled one, is rather a topic: forecasting is no forecaster, and a roadmap no roadman.
    """
    match = next(iter(find_by_title(" ".join(words), 1)), None)
    if match is None or not match.is_exact:
        return False
    return {word.removesuffix("s") for word in words} == {word.removesuffix("s") for word in split_words(match.title)}


def _list_role_leads(question: Question) -> Iterator[Hit]:
    levels = _find_levels(question)
    intent = Intent.SALARY if question.place and question.intent in (None, Intent.ROLE) else question.intent
    if intent in ADDRESS_NAMES or intent in CHAPTERS:
        for role in question.roles:
            yield _lead_to_page(question, role, intent, levels.get(role.slug, ""))
    stems = frozenset(stem_word(word) for word in question.subject)
    for role in question.roles:
        hit, level = describe_role(role, stems), levels.get(role.slug, "")
        why = _("“%(level)s” is a level of this role.") % {"level": level} if level else hit.why
        yield msgspec.structs.replace(hit, links=link_role(role.slug, level), why=why)


def _lead_to_page(question: Question, role: NamedRole, intent: Intent, level: str) -> Hit:
    reasons = [name_intent(intent)]
    title = name_page(intent, role.title)
    if intent in CHAPTERS:
        path = f"{reverse('role-detail', args=[role.slug])}#{CHAPTERS[intent]}"
    elif intent is Intent.SALARY and question.place:
        path = reverse("salary-in-area", args=[role.slug, question.place.slug])
        title = _("%(role)s: pay in %(place)s") % {"role": role.title, "place": question.place.name}
        reasons.append(_("the place “%(place)s”") % {"place": question.place.name})
    else:
        path = reverse(ADDRESS_NAMES[intent], args=[role.slug])
    if level and intent in AT_LEVEL:
        path += f"?{urlencode({'level': level})}"
        reasons.append(_("the level “%(level)s”") % {"level": level})
    return _make_hit(intent, title, role.summary, path, reasons)


def _find_levels(question: Question) -> Mapping[str, str]:
    """The level that is meant of each role, by its slug, by one query; none where no level is asked for."""
    if not question.rank:
        return {}
    kits = Edition.objects.filter(pk__in=[role.edition for role in question.roles]).values_list("slug", "kit_json")
    found = {
        slug: next((level.name for level in msgspec.json.decode(kit, type=_Levels).levels
                    if question.rank in level.name.casefold().split()), "")
        for slug, kit in kits
    }  # fmt: skip
    return {slug: level for slug, level in found.items() if level}


def _lead_to_hub(question: Question) -> Iterator[Hit]:
    if question.intent is None or question.intent not in HUBS:
        return
    intent, reasons = question.intent, [name_intent(question.intent)]
    path, title = reverse(HUBS[intent]), name_page(intent)
    if intent is Intent.LAW and question.place:
        slug = f"us-{question.place.states[0].lower()}"
        if PayLawRule.objects.filter(slug=slug).exists():
            path, title = reverse("pay-law-rule", args=[slug]), f"{title}: {question.place.name}"
            reasons.append(_("the place “%(place)s”") % {"place": question.place.name})
    elif question.question_kind:
        path += f"?kind={question.question_kind}"
    yield _make_hit(intent, title, "", path, reasons)


def _lead_to_occupation(question: Question) -> Iterator[Hit]:
    """An occupation's page that a search asks for, and the occupation's own. A place without an intent asks for pay."""
    intent = Intent.SALARY if question.place and question.intent in (None, Intent.ROLE) else question.intent
    if intent not in OCCUPATION_ADDRESSES and intent not in OCCUPATION_CHAPTERS:
        return
    match = next(iter(find_by_title(" ".join(question.subject), 1)), None)
    if match is None or not match.is_exact:
        return
    if lead := _lead_to_occupation_page(question, match, intent):
        yield lead
    kind = list_kinds()[OCCUPATION]
    yield Hit(kind=OCCUPATION, label=kind, path=occupation_path(match), title=_mark_plain(match.occupation),
              text=_mark_plain(match.summary), why=_("Your search matches this occupation."))  # fmt: skip


def _lead_to_occupation_page(question: Question, match: TitleMatch, intent: Intent) -> Hit | None:
    """The page of an occupation that answers an intent; None where the survey has no figure of its pay."""
    title, reasons = name_page(intent, match.occupation), [name_intent(intent)]
    path, place = _find_occupation_path(match, intent), question.place
    if path and place and intent is Intent.SALARY:
        path = reverse("occupation-pay-in-area", args=[match.short_code, place.slug])
        title = _("%(role)s: pay in %(place)s") % {"role": match.occupation, "place": place.name}
        reasons.append(_("the place “%(place)s”") % {"place": place.name})
    return _make_hit(intent, title, match.summary, path, reasons) if path else None


def _find_occupation_path(match: TitleMatch, intent: Intent) -> str:
    """The address of an occupation's page; "" where the survey has no figure of its pay."""
    if intent in OCCUPATION_CHAPTERS:
        return occupation_path(match) + OCCUPATION_CHAPTERS[intent]
    codes = list_counted_codes(match.short_code[:SOC_LENGTH])
    if intent is Intent.SALARY and not SurveyFigure.objects.filter(area=NATION, occupation__in=codes).exists():
        return ""
    return reverse(OCCUPATION_ADDRESSES[intent], args=[match.short_code])


def _make_hit(intent: Intent, title: str, text: str, path: str, reasons: list[str]) -> Hit:
    why = _("You searched for %(things)s.") % {"things": join_with_and(reasons)}
    return Hit(kind=intent, label=_("Page"), path=path, title=_mark_plain(title), text=_mark_plain(text), why=why)


def _mark_plain(text: str) -> SafeString:
    return mark_safe(escape(text))  # noqa: S308 escaped
