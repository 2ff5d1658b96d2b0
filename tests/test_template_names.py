"""A template asks for nothing that its view does not say: not one name, and nothing behind a dot that types know."""

from pathlib import Path

import msgspec
import pytest
from django.conf import settings
from django.urls import get_resolver
from django.utils.module_loading import import_string

from tests.template_names import ENGINE, Missing, Walk, all_views, missing_in, missing_names
from web.view import View

get_resolver().url_patterns  # noqa: B018 # most views are imported with the addresses, the others with what is named
assert [import_string(name) for name in settings.MIDDLEWARE]
get_resolver().resolve_error_handler(400)
VIEWS = [*all_views()]
DJANGO_RENDERS = ("400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html")
# What the messages of Django's form for a forgotten password know.
OF_MESSAGES = dict.fromkeys(("email", "domain", "site_name", "uid", "user", "token", "protocol"), object)
# What is rendered by Django's admin and by crispy-forms, or by a widget, with names of theirs.
NOT_OURS = ("admin/", "rolebook/", "company/benefits_widget.html", "components/stopped.html")


class Part(msgspec.Struct, frozen=True):
    """A part of an example."""

    title: str
    children: "list[Part]"

    @property
    def parent(self) -> "Part | None":
        """Another part."""
        return None


SCOPE = {"part": Part, "parts": dict[str, list[Part]], "pairs": list[tuple[str, Part]], "anything": object}


def missing(source: str) -> list[str]:
    """The names that a text asks for in vain."""
    return [name for _template, _line, name in missing_in(ENGINE.from_string(source), SCOPE)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_template_asks_for_nothing_that_its_view_lacks(view):
    assert missing_names(view) == []


@pytest.mark.parametrize("name", DJANGO_RENDERS)
def test_a_page_that_django_renders_asks_for_nothing(name):
    assert missing_in(ENGINE.get_template(name), {}) == []


@pytest.mark.parametrize("name", sorted(path.name for path in Path(str(ENGINE.dirs[0]), "admin").glob("*.txt")))
def test_a_message_asks_for_nothing_that_django_lacks(name):
    assert missing_in(ENGINE.get_template(f"admin/{name}"), OF_MESSAGES) == []


def test_every_text_is_a_message():
    root = Path(str(ENGINE.dirs[0]))
    texts = {path.relative_to(root).as_posix() for path in root.rglob("*.*") if path.suffix not in (".html", ".svg")}
    assert texts == {"admin/password_email.txt", "admin/password_subject.txt"}


@pytest.mark.slow
def test_every_template_is_walked():
    walk = Walk()
    for view in VIEWS:
        walk.template(ENGINE.get_template(view.template), {})
    root = Path(str(ENGINE.dirs[0]))
    written = {str(path.relative_to(root)) for path in root.rglob("*.html")}
    assert len(written) > 30
    left = written - walk.visited - {*DJANGO_RENDERS, "standalone.html"}
    assert [name for name in sorted(left) if not name.startswith(NOT_OURS)] == []


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("{{ prat }}", "prat"),
        ("{{ part.titel }}", "part.titel"),
        ("{{ part.title.upper }}{{ part.title.uper }}", "part.title.uper"),
        ("{{ part.parent.titel }}", "part.parent.titel"),
        ("{{ part.children.0.titel }}", "part.children.0.titel"),
        ("{% if part and not prat %}{% endif %}", "prat"),
        ("{% if part.title == prat.title %}{% endif %}", "prat"),
        ("{{ part.title|default:prat }}", "prat"),
        ("{% for child in part.children %}{{ child.titel }}{% endfor %}", "child.titel"),
        ("{% for child in part.children %}{% endfor %}{{ child }}", "child"),
        (
            "{% for name, found in parts.items %}{% for one in found %}{{ one.titel }}{% endfor %}{% endfor %}",
            "one.titel",
        ),
        ("{% for name, one in pairs %}{{ name }}{{ one.titel }}{% endfor %}", "one.titel"),
        ("{% with found=part.parent %}{{ found.titel }}{% endwith %}", "found.titel"),
        ("{% regroup part.children by titel as groups %}", "groups.titel"),
        (
            "{% regroup part.children by title as groups %}{% for g in groups %}{% for c in g.list %}{{ c.titel }}"
            "{% endfor %}{% endfor %}",
            "c.titel",
        ),
        ("{% blocktranslate %}{{ prat }}{% endblocktranslate %}", "prat"),
        ("{% blocktranslate with title=part.titel %}{{ title }}{% endblocktranslate %}", "part.titel"),
        ("{% blocktranslate count n=prat %}a{% plural %}b{% endblocktranslate %}", "prat"),
        ("{% url 'role-detail' prat %}", "prat"),
        ("{% widthratio prat 1 100 %}", "prat"),
        ("{% partialdef one %}{{ prat }}{% endpartialdef %}{% partial one %}", "prat"),
        ("{% extends 'message.html' %}{% block message %}{{ prat }}{% endblock %}", "prat"),
        ("{% include 'components/role_facts.html' %}", "role"),
        (
            "{% include 'components/breadcrumbs.html' with here='x' heer='y' %}",
            "heer, which components/breadcrumbs.html does not ask for",
        ),
    ],
)
def test_a_wrong_name_is_seen(source, wrong):
    assert wrong in missing(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ part.title }}{{ part.parent.title }}{{ anything.at.all }}",
        "{% url 'home' as home %}{{ home }}",
        "{% for child in part.children %}{{ forloop.counter }}{{ child.title }}{% empty %}{{ part.title }}{% endfor %}",
        "{% partialdef one %}{{ prat }}{% endpartialdef %}",
        "{% optional prat %}{% if prat %}{{ prat }}{% endif %}",
        "{% extends 'message.html' %}{% block message %}{{ block.super }}{% endblock %}",
        "{% include 'components/breadcrumbs.html' with here=part.title only %}",
        "{% blocktranslate asvar said with title=part.title %}{{ title }}{% endblocktranslate %}{{ said }}",
    ],
)
def test_a_right_name_passes(source):
    assert missing(source) == []


def test_it_says_where():
    class Wrong(View, frozen=True, kw_only=True):
        template = "components/role_facts.html"

    assert Missing("components/role_facts.html", 2, "role") in missing_names(Wrong)
