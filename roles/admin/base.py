"""What the pages of the desk share: the role, its permission, its state and how a page is answered."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from roles.models.edition import Edition, is_shown
from roles.models.working_copy import Role

LONGEST_KEY = 18  # digits: the most that fit into a column of keys


class RoleAdminBase(admin.ModelAdmin):
    """Base of the role's admin. The methods named in `role_pages` and `list_pages` are pages of their own."""

    role_pages: ClassVar[dict[str, str]] = {}  # name of the method: address under the role's
    list_pages: ClassVar[dict[str, str]] = {}  # name of the method: address under the list's

    def get_urls(self) -> list[URLPattern]:
        """URL patterns: the methods named in `list_pages` and `role_pages`, then Django's own."""
        routes = [(name, route) for name, route in self.list_pages.items()]
        routes += [(name, f"<int:pk>/{route}") for name, route in self.role_pages.items()]
        own = [
            path(route, self.admin_site.admin_view(getattr(self, name)), name=f"roles_role_{name}")
            for name, route in routes
        ]
        return [*own, *super().get_urls()]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the visitor may publish and unpublish."""
        return request.user.has_perm("roles.publish_role")

    def open_role(self, request: HttpRequest, pk: int, allowed: bool) -> Role:
        """The role with this key. Raises PermissionDenied where the visitor may not do this, and Http404 where there is
        no such role.
        """
        if not (allowed and self.has_view_permission(request)):
            raise PermissionDenied
        return get_object_or_404(Role, pk=pk)

    def render_desk_page(
        self, request: HttpRequest, role: Role | None, template: str, title: str, /, **context: Any
    ) -> HttpResponse:
        """Render `admin/roles/role/<template>.html` inside the admin's frame, with what every page of the desk shows
        and `context`. Two to three queries where a role is given, for its state.
        """
        whole = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": role,
            "role": role,
            "title": f"{role}: {title}" if role else title,
            "here": title,
            "part": None,
            "may_publish": self.has_publish_permission(request),
            "may_change": self.has_change_permission(request),
            **(describe_state(role) if role else {}),
            **context,
        }
        return render(request, f"admin/roles/role/{template}.html", whole)

    def build_back_address(self, role: Role) -> str:
        """The path of the role's outline on the desk, to which an action returns."""
        return reverse("admin:roles_role_change", args=[role.pk])


def read_row_key(text: str) -> int:
    """The key of a row as an address or a form carries it; 0, which no row has, for anything else."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_KEY else 0


def find_user(request: HttpRequest) -> User:
    """The user who is signed in to the desk. Raises TypeError for a request without one."""
    if not isinstance(user := request.user, User):
        raise TypeError("expected a signed-in user")
    return user


def describe_state(role: Role) -> dict[str, Edition | bool | None]:
    """How a role stands, by name: its `live`, `newest` and `scheduled` edition without their kits (None where there is
    none), whether it is `hidden` from readers, and whether it was `drafted` (saved since the newest edition). One or
    two queries.
    """
    now = timezone.now()
    newest = role.editions.cards().order_by("-number").first()
    is_live = newest and newest.live_from <= now and (newest.live_until is None or newest.live_until > now)
    return {
        "live": newest if is_live else role.editions.cards().live(now).first(),
        "newest": newest,
        "scheduled": newest if newest and newest.live_from > now else None,
        "hidden": not is_shown(role.slug),
        "drafted": newest is None or newest.version != role.version,
    }
