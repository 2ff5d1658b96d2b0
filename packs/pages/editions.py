"""The edition that a posted form was made from."""

import re

from django.db.models import Q
from django.db.models.functions import Now
from django.http import Http404

from roles.models.edition import Edition, live_at


def find_posted_edition(slug: str, number: str) -> Edition:
    """The edition that a posted form was made from, if it has been live; otherwise the one that is. Raises Http404."""
    made_from = int(number) if re.fullmatch("[0-9]{1,9}", number) else 0
    been_live = Q(number=made_from, live_from__lte=Now())
    found = {edition.number: edition for edition in Edition.objects.filter(live_at(Now()) | been_live, slug=slug)}
    if not found:
        raise Http404("no edition of this role has been live")
    return found.get(made_from) or found[max(found)]
