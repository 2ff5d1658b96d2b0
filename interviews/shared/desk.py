"""The shared question bank on the desk: editors change it, and add competencies of it to any role."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from interviews.admin_texts import QUESTION
from interviews.checks import ANCHORS, FEWEST_BEHAVIORS
from interviews.models import BankCompetency, BankQuestion
from interviews.shared.shipped import read_shipped_bank
from interviews.shared.storing import add_to_role, list_shared_competencies, restore_shipped
from roles.admin.inlines import DESK_SCRIPTS, PartForm, RolePartInline
from roles.admin.texts import Helped, Texts
from roles.models.working_copy import Role

SHARED: Texts = {
    "name": "What the interviews measure. For example: Attention to detail.",
    "slug": "A short name for files. For example: attention-to-detail.",
    "definition": "What a person with it does, in one or two sentences. For example: Checks work before passing it on.",
    "elements": "The O*NET skills and work styles that it stands for, an id per line. The importance that O*NET gives "
    "them decides which occupations get it. For example: 1.C.5.b.",
    "is_used": "Clear the box to keep it out of every template made by rule. For example: while you rewrite it.",
}


class BankQuestionForm(PartForm):
    """A question of the bank, with enough behaviors at each anchor to be scored by."""

    def clean(self) -> dict[str, Any] | None:
        """The cleaned data. Adds an error where an anchor has fewer behaviors than the checks of a kit want."""
        cleaned = super().clean()
        for name, score in ANCHORS.items():
            if name in self.cleaned_data and len(self.cleaned_data[name]) < FEWEST_BEHAVIORS:
                self.add_error(name, f"Write at least {FEWEST_BEHAVIORS} behaviors at score {score}, one per line.")
        return cleaned


class BankQuestionInline(RolePartInline):
    """The rows of the questions of a shared competency."""

    model = BankQuestion
    help_texts = QUESTION
    form = BankQuestionForm


class AddForm(forms.Form):
    """The competencies of the bank to add to a role, by their slugs."""

    slugs = forms.MultipleChoiceField(
        label="Competencies",
        widget=forms.CheckboxSelectMultiple,
        help_text="Each comes with its questions, to edit for this role. For example: Attention to detail.",
        error_messages={"required": "Choose at least one."},
    )

    def __init__(self, role: Role, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {*role.competencies.values_list("slug", flat=True)}
        self.fields["slugs"].choices = [  # type: ignore[attr-defined]
            (shared.slug, f"{shared.name}: {shared.definition}")
            for shared in list_shared_competencies()
            if shared.slug not in known
        ]


@admin.register(BankCompetency)
class BankCompetencyAdmin(Helped, admin.ModelAdmin):
    """The desk page of a competency in the shared bank. One that an editor has saved is never
    updated from what ships.
    """

    help_texts = SHARED
    fields = ["name", "slug", "definition", "elements", "is_used", "written_by"]
    readonly_fields = ["written_by"]
    list_display = ["name", "is_used", "written_by"]
    list_filter = ["written_by", "is_used"]
    search_fields = ["name", "definition", "questions__text"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [BankQuestionInline]
    actions = ["take_back_words"]

    class Media:
        js = DESK_SCRIPTS

    def has_delete_permission(self, request: HttpRequest, obj: BankCompetency | None = None) -> bool:
        """Whether the competency may be deleted: not one that ships, which would come back at the next start."""
        ships = obj is not None and obj.slug in {shared.slug for shared in read_shipped_bank()}
        return not ships and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: BankCompetency, form: Any, change: bool) -> None:
        """Save the competency, and note that an editor wrote it, so that updates leave it alone."""
        obj.written_by = BankCompetency.WrittenBy.EDITOR
        obj.changed_at = Now()
        super().save_model(request, obj, form, change)

    @admin.action(description="Restore Rolebook's own words", permissions=["change"])
    def take_back_words(self, request: HttpRequest, rows: QuerySet[BankCompetency]) -> None:
        """Put back the words that ship over what editors wrote in the chosen competencies, and say how many changed."""
        count = restore_shipped({*rows.values_list("slug", flat=True)})
        messages.success(request, f"Rolebook's own words are back: {count} of {rows.count()} ship with it.")

    def get_urls(self) -> list[URLPattern]:
        """URL patterns: the page to add competencies to a role, then Django's own."""
        name = "roles_role_bank"
        own = path("add-to/<int:role>/", self.admin_site.admin_view(self.show_adding), name=name)
        return [own, *super().get_urls()]

    def show_adding(self, request: HttpRequest, role: int) -> HttpResponse:
        """The form to add competencies of the bank to a role. A POST copies them into the role's working copy and
        redirects. Raises PermissionDenied, and Http404 for an unknown role.
        """
        if not request.user.has_perms(["roles.change_role", "interviews.add_competency"]):
            raise PermissionDenied
        row = get_object_or_404(Role, pk=role)
        form = AddForm(row, request.POST or None)
        if request.method == "POST" and form.is_valid():
            count = add_to_role(row, form.cleaned_data["slugs"])
            messages.success(request, f"Added from the shared bank: {count}. Name the skills that each draws on.")
            return redirect("admin:roles_role_part", row.pk, "competencies")
        context = {**self.admin_site.each_context(request), "title": "Add from the shared bank", "role": row}
        return TemplateResponse(request, "admin/interviews/bankcompetency/add_to.html", {**context, "form": form})
