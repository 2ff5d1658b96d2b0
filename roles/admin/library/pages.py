"""The desk's pages on the whole library: search, find and replace, and renaming."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode

from roles.admin.base import RoleAdminBase, find_user
from roles.admin.library.columns import NAME_KINDS, TextColumn, find_column, list_columns, list_word_columns
from roles.admin.library.hits import MOST_PLACES, HitKey, PhraseHit, find_hits
from roles.admin.library.replacing import ReplacementOutcome, replace_hits, take_back
from roles.models.replacement import Replacement
from roles.models.working_copy import Role

MOST_FOUND = 50  # texts of one column that a search shows
MOST_EARLIER = 20
MARKS = ("\x02", "\x03")  # around the words that are found
TEXTS = "texts"


class ReplaceForm(forms.Form):
    """What to find, what to put in its place, and whether to look in all texts or only in names."""

    find = forms.CharField(
        max_length=500, label="Find", help_text="Whole words, in upper or lower case. For example: stakeholders."
    )
    put = forms.CharField(
        max_length=500,
        required=False,
        label="Replace with",
        help_text="Leave it empty to see where the words are used. For example: partners.",
    )
    kind = forms.ChoiceField(
        choices=[(TEXTS, "Words in any text"), *((name, label) for name, (label, _) in NAME_KINDS.items())],
        required=False,
        label="As",
        help_text="A name changes in all places that refer to it. For example: A skill.",
    )

    @property
    def is_name(self) -> bool:
        """Whether a name is replaced, which must be all of a field. Needs a valid form."""
        return self.cleaned_data["kind"] in NAME_KINDS

    def list_columns(self) -> list[TextColumn]:
        """The columns to search: those of the chosen kind of name, or else every column of words.
        Needs a valid form.
        """
        if not self.is_name:
            return list_word_columns()
        found = (find_column(key) for key in NAME_KINDS[self.cleaned_data["kind"]][1])
        return [column for column in found if column]

    def list_hits(self) -> list[PhraseHit]:
        """Every place where the words stand, found by one query per column. Needs a valid form."""
        return find_hits(self.list_columns(), self.cleaned_data["find"], self.cleaned_data["put"], whole=self.is_name)


class LibraryPages(RoleAdminBase):
    """Pages of the desk that work on the working copies of all roles: search, replace, and take back a replacement."""

    library_pages = {
        "search_texts": "search/",
        "replace": "replace/",
        "take_back": "replace/<int:pk>/take-back/",
    }

    def search_texts(self, request: HttpRequest) -> HttpResponse:
        """The page of working copies whose words match `?q=`, with the matching passages. Raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = request.GET.get("q", "").replace("\0", "").strip()
        found = search_columns(asked) if asked else []
        return self.render_desk_page(request, None, "search", "Search the working copies", asked=asked, found=found)

    def replace(self, request: HttpRequest) -> HttpResponse:
        """The page of every place where some words stand. A POST replaces them where they were ticked, writes down what
        changed, and redirects. Raises PermissionDenied.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = ReplaceForm(request.POST or request.GET or None)
        hits: list[PhraseHit] = []
        if form.is_valid():
            if request.method == "POST":
                columns = {column.key for column in form.list_columns()}
                keys = [key for text in request.POST.getlist("hit") if (key := HitKey.read(text))]
                keys = [key for key in keys if key.column in columns]
                asked = form.cleaned_data
                outcome = replace_hits(keys, asked["find"], asked["put"], find_user(request), whole=form.is_name)
                return self._respond_replaced(request, outcome, f"“{asked['find']}” is now “{asked['put']}.”")
            hits = form.list_hits()
        context = {
            "form": form,
            "hits": hits,
            "is_cut": len(hits) == MOST_PLACES,
            "roles": len({hit.role.pk for hit in hits}),
            "earlier": Replacement.objects.select_related("by")[:MOST_EARLIER],
        }
        return self.render_desk_page(request, None, "replace", "Find and replace", **context)

    def take_back(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undo a replacement by a POST, and answer with what came of it; anything else is redirected to the page of
        replacements. Raises PermissionDenied, and Http404 for one that is unknown or already undone.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return redirect("admin:roles_role_replace")
        replacement = get_object_or_404(Replacement, pk=pk, taken_back_at=None)
        return self._respond_replaced(request, take_back(replacement), f"Undone: {replacement}.")

    def _respond_replaced(self, request: HttpRequest, outcome: ReplacementOutcome, note: str) -> HttpResponse:
        """On to publishing the roles that changed, for whoever may; what stayed is said."""
        for left in outcome.left:
            messages.warning(request, left)
        for role, count in outcome.counts.items():
            self.log_change(request, role, f"{note} Texts: {count}.")
        if outcome.counts:
            texts, roles = sum(outcome.counts.values()), len(outcome.counts)
            messages.success(request, f"{note} Texts changed: {texts}, in roles: {roles}.")
        else:
            messages.warning(request, "Nothing was changed.")
        if not (outcome.counts and self.has_publish_permission(request)):
            return redirect("admin:roles_role_replace")
        query: dict[str, Any] = {"role": [role.pk for role in outcome.counts], "note": note, "back": "replace"}
        return redirect(f"{reverse('admin:roles_role_publish_several')}?{urlencode(query, doseq=True)}")


def search_columns(asked: str) -> list[dict[str, Any]]:
    """The passages of working copies that match a query as people type it: for each role its parts with their texts,
    the found words between MARKS. One query per column, and one for the roles.
    """
    query = SearchQuery(asked, search_type="websearch", config="english")
    found: dict[int, list[tuple[TextColumn, list[str]]]] = {}
    for column in list_columns():
        rows = column.list_rows().annotate(vector=SearchVector("words", config="english")).filter(vector=query)
        headline = SearchHeadline("words", query, config="english", start_sel=MARKS[0], stop_sel=MARKS[1])
        for row in rows.annotate(headline=headline)[:MOST_FOUND]:
            found.setdefault(row.role_key, []).append((column, _split_marked(row.headline)))
    roles = Role.objects.filter(pk__in=found).order_by("title")
    return [
        {
            "role": role,
            "passages": [
                {"label": column.label, "link": column.part.find_address(role), "runs": runs}
                for column, runs in found[role.pk]
            ],
        }
        for role in roles
    ]


def _split_marked(headline: str) -> list[str]:
    """The runs of a passage: every second one is a word that was found."""
    return headline.replace(MARKS[1], MARKS[0]).split(MARKS[0])
