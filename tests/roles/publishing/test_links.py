"""Links in a kit's texts: those to pages of this site have to lead somewhere, and images aren't shown."""

import io
from email.message import Message
from urllib.error import HTTPError, URLError

import msgspec
import pytest
from django.core.management import CommandError, call_command

from roles.management.commands import check_links
from roles.publishing.links import find_dead_links, find_own_path, list_links
from tests.factories import a_kit, a_published_kit, a_shared_skill

pytestmark = pytest.mark.django_db
SLUG = "technical-product-manager"


def a_kit_saying(text):
    return a_kit(overview=text)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("See [the role](/roles/technical-product-manager/).", False),
        ("See [the role](/roles/product-wizard/).", True),
        ("See [the role](https://rolebook.example/roles/product-wizard/).", True),
        ("See [elsewhere](https://example.com/roles/product-wizard/).", False),
        ("Write to [us](mailto:jobs@example.com).", False),
        ("See [the skills](#skills).", False),
        ("See [pay](/salaries/?q=1).", False),
        ("See [nothing](/no/such/page/).", True),
        ("See [it][1].\n\n[1]: /no/such/page/", True),
        ("See </no/such/page/>, which is no link.", False),
        ("[team] builds.", False),
        ("See <HTTPS://rolebook.example/no/such/page/>.", True),
        ("See [it](//ROLEBOOK.example/no/such/page/).", True),
        ("See [it](//rolebook.example/roles/).", False),
        ("See [it](/es/roles/technical-product-manager/).", False),
        ("See [it](/es/roles/product-wizard/).", True),
        ("See [it](/roles/%74echnical-product-manager/).", False),
        ("See [it](/skills/juggling/).", False),
        ("See [it](/skills/nothing/).", True),
        ("See [him](/authors/aditi-chaturvedi/).", False),
        ("See [him](/authors/nobody/).", True),
        ("See [both](/compare/technical-product-manager/product-wizard/).", True),
        ("See [it](/occupations/99-9999/).", True),
        ("See [the desk](/admin/roles/).", True),
        ("See [my draft](/packs/abc/).", True),
    ],
)
def test_a_link_to_a_page_of_this_site_has_to_lead_somewhere(text, dead, settings):
    a_shared_skill()
    settings.SITE_URL = "https://rolebook.example"
    assert len([*find_dead_links(a_kit_saying(text))]) == int(dead)


def test_an_answer_has_to_be_among_those_of_its_role():
    own = a_kit().faqs[0].slug
    path = f"/roles/{SLUG}/faq/{{}}/"
    assert [*find_dead_links(a_kit_saying(f"See [it]({path.format(own)})."))] == []
    assert len([*find_dead_links(a_kit_saying(f"See [it]({path.format('gone')})."))]) == 1


def test_another_role_has_to_be_live():
    text = "See [the other](/roles/other/)."
    assert len([*find_dead_links(a_kit_saying(text))]) == 1
    a_published_kit(slug="other", title="Other", related=[], comparisons=[])
    assert [*find_dead_links(a_kit_saying(text))] == []


@pytest.mark.parametrize("tag", ['<img src="a.png">', "<IMG SRC=a.svg", "<svg onload=x>", "<picture>"])
def test_an_image_in_html_is_refused_with_a_word(tag):
    [problem] = find_dead_links(a_kit_saying(f"See {tag}"))
    assert "won’t be shown" in problem.message


def test_an_image_is_refused_with_a_word():
    [problem] = find_dead_links(a_kit_saying("![A chart](/chart.png)"))
    assert (problem.severity, problem.where) == ("error", "overview")
    assert "The image /chart.png won’t be shown" in problem.message


def test_every_text_is_looked_through_and_says_where_it_is():
    kit = a_kit()
    faqs = [msgspec.structs.replace(kit.faqs[0], answer="See [a](https://a.example) and [b](https://b.example).")]
    links = [*list_links(msgspec.structs.replace(kit, faqs=faqs))]
    assert [link.address for link in links if link.where.startswith("faqs")] == [
        "https://a.example",
        "https://b.example",
    ]


@pytest.mark.parametrize("address", ["mailto:a@example.com", "https://example.com/a", "tel:1"])
def test_other_addresses_are_not_of_this_site(address):
    assert find_own_path(address) == ""


def check_addresses(monkeypatch, answers):
    asked = []

    def open_address(request, timeout):
        asked.append(request.full_url)
        answer = answers.get(request.full_url)
        if isinstance(answer, Exception):
            raise answer
        return io.BytesIO(b"")

    monkeypatch.setattr(check_links, "urlopen", open_address)
    out = io.StringIO()
    return asked, out, lambda: call_command("check_links", pause=0, stdout=out)


def test_outside_addresses_of_live_kits_are_asked_once_each(monkeypatch):
    a_published_kit(overview="See [a](https://a.example/x) and [again](https://a.example/x#part).")
    asked, out, run = check_addresses(monkeypatch, {})
    run()
    assert asked.count("https://a.example/x") == 1
    assert "0 dead." in out.getvalue()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (HTTPError("https://a.example/x", 404, "Not Found", Message(), None), "answers 404"),
        (URLError("no such host"), "can't be reached: no such host"),
        (TimeoutError("timed out"), "can't be reached: timed out"),
    ],
)
def test_an_address_that_does_not_answer_is_named_with_its_roles(monkeypatch, answer, said):
    a_published_kit(overview="See [a](https://a.example/x).")
    _, out, run = check_addresses(monkeypatch, {"https://a.example/x": answer})
    with pytest.raises(CommandError):
        run()
    assert f"https://a.example/x: {said} ({SLUG})" in out.getvalue()


def test_an_address_that_only_programs_are_kept_from_is_not_dead(monkeypatch):
    a_published_kit(overview="See [a](https://a.example/x).")
    refused = HTTPError("https://a.example/x", 403, "Forbidden", Message(), None)
    _, out, run = check_addresses(monkeypatch, {"https://a.example/x": refused})
    run()
    assert "0 dead." in out.getvalue()
