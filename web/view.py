"""What a page says, as a typed value: its fields are the names that its template sees, and there are no others."""

from collections.abc import Sequence
from typing import Any, ClassVar

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


class View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what pages say. A page is a class of its own, which names its template and adds its fields.

    `template` is a path below templates/, with `#name` for one partial of it. The fields here are those of the frame
    around every page: its full address, its schema.org data, the path of its social card, and whether its title is in
    the language of kits. A name in a template that no field provides fails tests/test_template_names.py.
    """

    template: ClassVar[str]

    canonical: str = ""
    structured_data: Sequence[dict[str, Any]] = ()
    card: str = ""
    title_of_kit: bool = False


def render_text(view: View, request: HttpRequest | None = None, *, part: str = "") -> str:
    """The view's template, or one partial of it, rendered as text. Without a request no context processor runs, so that
    nothing personal can get in.
    """
    names = {name: getattr(view, name) for name in view.__struct_fields__}
    return render_to_string(f"{view.template}#{part}" if part else view.template, names, request)


def render_view(request: HttpRequest, view: View, *, part: str = "", status: int = 200) -> HttpResponse:
    """Answer with a view rendered for one visitor; nothing says that it may be cached. `part` names a partial of its
    template, for htmx.
    """
    return HttpResponse(render_text(view, request, part=part), status=status)


def absolute_url(path: str) -> str:
    """The full address of a path, at SITE_URL."""
    return f"{settings.SITE_URL}{path}"
