"""The pages on the vocabulary of skills: every skill by group, one skill with the roles that want it, all as data."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import msgspec
from django.db.models import Count, F
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from company.site import read_site_name
from occupations.attribution import Attribution, read_attributions
from roles.kit.choices import Importance, Proficiency
from roles.models.vocabulary import SkillUse
from roles.pages.api import ApiData, describe_interface, open_to_all
from roles.pages.structured_data import LinkedData, describe_breadcrumbs
from roles.publishing.library_version import cached_per_library_version
from roles.skills.storing import list_skills
from roles.skills.value import SharedSkill
from web.page import Page
from web.response_cache import respond_and_cache
from web.view import View, absolute_url


class Vocabulary(msgspec.Struct, frozen=True):
    """Every shared skill by slug, in the order of groups, and the credit for O*NET or None."""

    skills: Mapping[str, SharedSkill]
    source: Attribution | None


class RoleWanting(msgspec.Struct, frozen=True):
    """A live role that wants a skill: the skill's name there, its importance, and the level wanted."""

    slug: str
    title: str
    name: str
    importance: Importance
    proficiency: Proficiency


class SkillListView(View, frozen=True, kw_only=True):
    """The page of shared skills by group: (name, its skills, each with the number of roles that want it), and what each
    level means.
    """

    template = "roles/skill_list.html"

    groups: Sequence[tuple[str, Sequence[tuple[SharedSkill, int]]]]
    levels: Sequence[tuple[Proficiency, str]]


class SkillView(View, frozen=True, kw_only=True):
    """The page of a skill: each level with what a person at it can do and the roles that want it, and the skill's
    neighbors.
    """

    template = "roles/skill_detail.html"

    skill: SharedSkill
    levels: Sequence[tuple[Proficiency, str, Sequence[RoleWanting]]]
    neighbors: Sequence[SharedSkill]
    source: Attribution | None


@cached_per_library_version
def read_vocabulary() -> Vocabulary:
    """The whole vocabulary with its source. Two queries, then kept until the library changes."""
    return Vocabulary({skill.slug: skill for skill in list_skills()}, read_attributions().get("onet"))


def explain_levels() -> list[tuple[Proficiency, str]]:
    """Each level with what it means for any skill, the lowest first, in the current language."""
    meanings = {
        Proficiency.AWARENESS: _("Knows what the skill is for, and when to ask someone who has it."),
        Proficiency.WORKING: _("Uses it for ordinary tasks, and gets advice on the harder ones."),
        Proficiency.PRACTITIONER: _("Uses it without help, even on hard tasks, and helps others with it."),
        Proficiency.EXPERT: _("Decides how it’s done here, and is the one people turn to when nobody else knows."),
    }
    return [*meanings.items()]


@require_safe
def show_skills(request: HttpRequest) -> HttpResponse:
    """The page of every shared skill by group. One query once the vocabulary is kept; caches may keep it."""
    counts = dict(SkillUse.objects.live().values_list("shared").annotate(count=Count("pk")))
    skills = read_vocabulary().skills.values()
    view = SkillListView(
        groups=[
            (group, [(skill, counts.get(skill.slug, 0)) for skill in members])
            for group, members in groupby(skills, key=attrgetter("group"))
        ],
        levels=explain_levels(),
        canonical=absolute_url(request.path),
        structured_data=[
            describe_breadcrumbs([(read_site_name(), reverse("home")), ("Skills", request.path)]),
            _describe_terms(skills),
        ],
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def show_skill(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a shared skill with the roles that want it at each level. One query once the vocabulary is kept.
    Raises Http404 for an unknown skill.
    """
    vocabulary = read_vocabulary()
    skill = vocabulary.skills.get(slug)
    if skill is None:
        raise Http404
    roles = list_roles_wanting(slug)
    trail = [(read_site_name(), reverse("home")), ("Skills", reverse("skill-list")), (skill.name, request.path)]
    view = SkillView(
        skill=skill,
        levels=[(level, text, [role for role in roles if role.proficiency == level]) for level, text in skill.levels],
        neighbors=[other for other in vocabulary.skills.values() if other.group == skill.group and other != skill],
        source=vocabulary.source,
        title_of_kit=True,
        canonical=absolute_url(request.path),
        structured_data=[describe_breadcrumbs(trail), _describe_term(skill)],
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def show_skill_data(request: HttpRequest) -> HttpResponse:
    """Answer the vocabulary as JSON, each skill with the live roles that want it. Caches may keep it."""
    vocabulary = read_vocabulary()
    uses = {skill: [*roles] for skill, roles in groupby(_read_uses(), key=attrgetter("shared"))}
    data = {
        **describe_interface(),
        "source": vocabulary.source.text if vocabulary.source else None,
        "skills": [_describe_skill(skill, uses.get(skill.slug, [])) for skill in vocabulary.skills.values()],
    }
    return open_to_all(request, Page.from_data(data))


def list_roles_wanting(slug: str) -> list[RoleWanting]:
    """The live roles that want the skill with this slug, by title. One query."""
    rows = SkillUse.objects.live().filter(shared=slug).order_by("edition__title")
    return [
        RoleWanting(role, title, name, Importance(importance), Proficiency(proficiency))
        for role, title, name, importance, proficiency in rows.values_list(
            "edition__slug", "edition__title", "name", "importance", "proficiency"
        )
    ]


def _read_uses() -> Iterable[SkillUse]:
    return SkillUse.objects.live().annotate(role=F("edition__slug")).order_by("shared", "role")


def _describe_skill(skill: SharedSkill, uses: Iterable[SkillUse]) -> ApiData:
    return {
        "slug": skill.slug,
        "name": skill.name,
        "group": skill.group,
        "definition": skill.definition,
        "levels": {str(level): text for level, text in skill.levels},
        "elements": [{"code": link.code, "name": link.name, "url": link.url} for link in skill.links],
        "page": absolute_url(reverse("skill-detail", args=[skill.slug])),
        "roles": [
            {
                "slug": use.role,  # type: ignore[attr-defined] # annotated in _read_uses
                "name": use.name,
                "importance": use.importance,
                "level": use.proficiency,
            }
            for use in uses
        ],
    }


def _describe_terms(skills: Iterable[SharedSkill]) -> LinkedData:
    """https://schema.org/DefinedTermSet of the vocabulary."""
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "Skills",
        "url": absolute_url(reverse("skill-list")),
        "hasDefinedTerm": [absolute_url(reverse("skill-detail", args=[skill.slug])) for skill in skills],
    }


def _describe_term(skill: SharedSkill) -> LinkedData:
    """https://schema.org/DefinedTerm of a skill."""
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": skill.name,
        "description": skill.definition,
        "termCode": skill.slug,
        "url": absolute_url(reverse("skill-detail", args=[skill.slug])),
        "inDefinedTermSet": absolute_url(reverse("skill-list")),
    }
