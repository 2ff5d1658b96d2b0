"""A page of every component in its states, for whoever changes the look. It is there only where DEBUG is on.

A specimen is cut out of a page of the site, so it is what readers see and never a copy of it. What has to be written
for that, such as a saved pack, is written in a transaction that is taken back.
"""

import itertools
from collections.abc import Mapping, Sequence
from datetime import timedelta

import msgspec
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.test import Client
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe
from lxml import etree, html

from company.profile import CompanyProfile
from company.store import create_profile
from config.pages.specimens import COMPONENTS, PAGES, SLUG, PageOf, Specimen
from packs.description.starting import start_description
from packs.description.value import JobDescription, OfferedPay
from packs.models import OpeningState, Pack
from packs.posting.facts import OfferedPlace
from packs.store.approvals import approve_version
from packs.store.links import hash_token, new_read_link, new_suggest_link
from packs.store.lists import create_list, put_on_list
from packs.store.saving import create_pack, save_version, store_pack
from packs.suggestions.parts import list_texts
from packs.suggestions.storing import make_suggestion
from roles.models.working_copy import Role
from roles.publishing.live import live_edition_or_404
from roles.publishing.preview_links import preview_path
from web.view import View, render_view

REFERS = {"id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "list"}


class Shown(msgspec.Struct, frozen=True):
    """A specimen with its markup, "" where the page doesn't have it."""

    state: str
    markup: SafeString


class ComponentsView(View, frozen=True, kw_only=True):
    """The specimens of each component, by the component's name."""

    template = "component_list.html"

    components: Mapping[str, Sequence[Shown]]


@require_safe
def show_components(request: HttpRequest) -> HttpResponse:
    """The page of every component of static/css/components in the states in which the site shows it. Renders a dozen
    pages of the site in a transaction that is rolled back.
    """
    with transaction.atomic():
        tokens = _find_addresses()
        pages = {name: _fetch_page(page, tokens) for name, page in PAGES.items()}
        transaction.set_rollback(True)
    numbers = itertools.count(1)
    shown = {
        component: [Shown(cut.state, _cut_specimen(pages[cut.page], cut, next(numbers))) for cut in specimens]
        for component, specimens in COMPONENTS.items()
    }
    return render_view(request, ComponentsView(components=shown))


def _find_addresses() -> dict[str, str]:
    """The address of a preview, and the tokens of a company profile and of a pack with two versions that nobody has
    saved for long.
    """
    edition = live_edition_or_404(SLUG)
    description = start_description(edition.kit, edition.number)
    token = create_pack(description)
    pack = get_object_or_404(Pack, links__token_hash=hash_token(token))
    changed = msgspec.structs.replace(
        description,
        company="Northwind",
        about_company="We need a rockstar.",
        pay=OfferedPay(),
        places=(OfferedPlace(country="United States", region="California"),),
    )
    save_version(pack, changed, base=1)
    _suggest_on(pack, changed)
    unused = timezone.now() - timedelta(days=settings.PACK_DAYS - 1)
    Pack.objects.filter(pk=pack.pk).update(created_at=unused, used_at=unused, opened_again=True)
    preview = preview_path(Role.objects.get(slug=SLUG))
    company = create_profile(CompanyProfile(name="Northwind"))
    return {
        "edit": token,
        "read": new_read_link(pack, token),
        "suggest": new_suggest_link(pack, token),
        "list": _list_with(pack, description),
        "preview": preview,
        "company": company,
    }


def _suggest_on(pack: Pack, description: JobDescription) -> None:
    """A comment, and words for a line that was changed since, as the text was after it was approved."""
    title, first = itertools.islice(list_texts(description), 2)
    make_suggestion(pack, title, name="Ada", words="Product Lead", comment="")
    make_suggestion(pack, first, name="Grace", words="", comment="Who is this for?")
    approve_version(pack, pack.current().number, "Grace")
    save_version(pack, msgspec.structs.replace(description, title="Product Manager"), base=pack.current().number)


def _list_with(pack: Pack, description: JobDescription) -> str:
    """The token of a list with a pack and others in every state, one of them archived."""
    opening_list, token = create_list("Spring")
    others = [store_pack(description) for _ in (*OpeningState, "archived")]
    put_on_list(opening_list, token, [pack, *others])
    for other, state in zip(others, OpeningState, strict=False):
        Pack.objects.filter(pk=other.pk).update(state=state, holder="Grace")
    Pack.objects.filter(pk=others[-1].pk).update(archived_at=timezone.now())
    return token


def _fetch_page(page: PageOf, tokens: dict[str, str]) -> html.HtmlElement:
    """A page of the site as a tree of elements."""
    client, path = Client(headers={"host": "localhost"}), page.path.format_map(tokens)
    response = client.get(path) if page.post is None else client.post(path, page.post)
    return html.fromstring(response.content.decode())


def _cut_specimen(page: html.HtmlElement, specimen: Specimen, number: int) -> SafeString:
    """The first element of a page that a specimen names, with ids that no other specimen has."""
    found = page.xpath(f"descendant::{specimen.xpath}")
    if not found:
        return SafeString()
    for element in found[0].iter(etree.Element):
        for name in REFERS.intersection(element.keys()):
            element.set(name, " ".join(f"{word}-{number}" for word in element.get(name).split()))
        if specimen.opened and element.tag == "details":
            element.set("open", "")
        element.attrib.pop("autofocus", None)
        element.attrib.pop("hidden", None)
    markup = html.tostring(found[0], encoding="unicode", with_tail=False)
    return mark_safe(markup)  # noqa: S308 it comes from a page of the site
