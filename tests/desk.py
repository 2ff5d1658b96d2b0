"""What tests of the desk share: signing in as a member of a group, and posting a page's own form."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from bench.fields import Fields


def a_member(group: str | None, name: str = "") -> User:
    """A member of the staff, in one group or in none."""
    person = User.objects.create_user(name or f"{group}".lower(), password="correct horse", is_staff=True)
    if group:
        person.groups.add(Group.objects.get(name=group))
    return person


def signed_in(group: str | None, name: str = "") -> Client:
    """A browser in which a member is signed in."""
    client = Client()
    client.force_login(a_member(group, name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def own_data(page: Any) -> dict[str, Any]:
    """What the form of an admin page would send if nobody touched it."""
    data: dict[str, Any] = {}
    for form in [page.context["adminform"].form, *(inline.formset for inline in page.context["inline_admin_formsets"])]:
        fields = [*form] if hasattr(form, "fields") else [*form.management_form, *(f for row in form for f in row)]
        data |= {field.html_name: _post_value(field) for field in fields}
    return {name: value for name, value in data.items() if value is not None and value is not False}


def untouched(page: Any) -> dict[str, list[str]]:
    """What the forms of any page would send if nobody touched them."""
    data: dict[str, list[str]] = {}
    for name, value in Fields(page.content.decode()).found:
        data.setdefault(name, []).append(value)
    return data


def _post_value(field: Any) -> Any:
    """What a browser would send for a bound field: a list where several are picked, lines where they are typed."""
    value = field.value()
    several = getattr(field.field.widget, "allow_multiple_selected", False)
    return "\n".join(value) if isinstance(value, list) and not several else value
