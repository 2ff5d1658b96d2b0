"""Previews: a role's working copy as its page would look, at an address that can be sent to a reviewer."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from roles.kit.errors import InvalidField
from roles.kit.figures import fill_pay_tags
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.pages.roles import RoleView, build_role_view
from roles.publishing.draft import load_draft
from roles.publishing.pay import resolve_pay
from roles.publishing.preview_links import read_preview_token
from web.view import View, render_text


class RolePreviewView(RoleView, frozen=True, kw_only=True):
    """The page of a role's working copy, with the moment until which its address works."""

    template = "roles/role_preview.html"

    expires: datetime


class PreviewFaultsView(View, frozen=True, kw_only=True):
    """The page of what keeps a role's working copy from being a kit."""

    template = "roles/preview_faults.html"

    role: Role
    expires: datetime
    faults: Sequence[InvalidField]


class PreviewOverView(View, frozen=True, kw_only=True):
    """The page for a preview address that no longer works, with the moment at which it stopped."""

    template = "roles/preview_over.html"

    expires: datetime


@never_cache
@require_safe
def role_preview(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a role's working copy at a secret address, never cached: 410 once its time is over, or the list of
    faults where it isn't whole. Raises Http404 for a wrong address.
    """
    try:
        pk, expires = read_preview_token(token)
    except signing.BadSignature as error:
        raise Http404 from error
    role = get_object_or_404(Role, pk=pk)
    if timezone.now() > expires:
        return _respond_privately(PreviewOverView(expires=expires), status=410)
    kit, faults = load_draft(role)
    if kit is None or (faults and "draft" not in request.GET):
        return _respond_privately(PreviewFaultsView(role=role, expires=expires, faults=faults))
    return _respond_privately(_build_preview(kit, expires))


def _build_preview(kit: Kit, expires: datetime) -> RolePreviewView:
    """A kit as its role's page would look, with the moment until which an address of it works."""
    neighbours = [*Edition.objects.live().filter(slug__in=kit.list_mentioned_roles()).cards()]
    (pay,) = resolve_pay([kit])
    view = build_role_view(fill_pay_tags(kit, pay), None, pay=pay, log=[], neighbours=neighbours)
    page = msgspec.structs.asdict(view)
    return RolePreviewView(**page | {"canonical": "", "expires": expires})


def _respond_privately(view: View, *, status: int = 200) -> HttpResponse:
    """Rendered without the request, like every page of the library, and kept out of search engines."""
    return HttpResponse(render_text(view), status=status, headers={"X-Robots-Tag": "noindex"})
