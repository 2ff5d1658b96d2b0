"""The desk's button that starts a role from an occupation."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_POST

import occupations.addresses  # noqa: F401 # the converter of codes

LONGEST_TITLE = 80  # letters


@require_POST
@permission_required("roles.add_role", raise_exception=True)
def start_kit(request: HttpRequest, soc: str) -> HttpResponse:
    """Store a working copy made from an occupation, under the posted title, and redirect to it; one that exists is
    opened as it is. Raises PermissionDenied, and Http404 for an unknown code.
    """
    from occupations.reading import find_occupation  # noqa: PLC0415 # the desk's site is made before there are models
    from packs.occupations.working_copy import start_working_copy  # noqa: PLC0415

    profile = find_occupation(soc, hidden=True)
    if profile is None:
        raise Http404
    title = " ".join(request.POST.get("title", "").split())[:LONGEST_TITLE]
    title = title if slugify(title) else ""
    role, is_new = start_working_copy(profile, title.title() if title.islower() else title)
    if is_new:
        messages.success(
            request, "The working copy was filled in by rules. Read and edit every part before you publish it."
        )
    else:
        messages.warning(request, "A role with this name already exists. Nothing was changed.")
    return redirect("admin:roles_role_change", role.pk)
