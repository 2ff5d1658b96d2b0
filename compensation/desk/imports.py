"""Imports of pay on the desk: a file with its preview, what each import did, and the button that takes one back."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.module_loading import import_string

from compensation.desk.import_forms import PayFileForm, PayFileKindForm, WaitingPayFileForm
from compensation.desk.importing import PayImportOutcome, preview_import, run_import
from compensation.desk.progress import GAP, Work, respond_with_progress
from compensation.imports.generic import GENERIC_COLUMNS
from compensation.imports.history import TakeBackError, take_back_import
from compensation.imports.reader import ImportFileError
from compensation.models.history import PayImport

PAGES = "admin/compensation/payimport"


@admin.register(PayImport)
class PayImportAdmin(admin.ModelAdmin):
    """The imports, newest first. One is made on a page with a preview or by a command, and can be taken back."""

    list_display = ["pk", "imported_at", "files", "added", "changed", "withdrawn", "taken_back_at", "offer_take_back"]
    actions = ["take_back"]

    def get_urls(self) -> list[URLPattern]:
        """URL patterns: the pages to import and to take back, then Django's own."""
        own = [
            path("import/", self.admin_site.admin_view(self.import_pay), name="compensation_payimport_import"),
            path(
                "<int:pk>/take-back/",
                self.admin_site.admin_view(self.take_back_one),
                name="compensation_payimport_take_back_one",
            ),
        ]
        return [*own, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Always False: an import is made from a file."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: PayImport | None = None) -> bool:
        """Always False: the record of an import can't be edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: PayImport | None = None) -> bool:
        """Always False: an import is taken back instead."""
        return False

    def has_take_back_permission(self, request: HttpRequest) -> bool:
        """Whether the visitor may make and take back imports: those who may change them."""
        return request.user.has_perm("compensation.change_payimport")

    @admin.display(description="Undo")
    def offer_take_back(self, done: PayImport) -> str:
        """A link to the page that takes an import back; "" where that has been done."""
        if done.taken_back_at:
            return ""
        address = reverse("admin:compensation_payimport_take_back_one", args=[done.pk])
        return format_html('<a href="{}" aria-label="Undo {}">Undo</a>', address, done)

    def import_pay(self, request: HttpRequest) -> HttpResponseBase:
        """The form for a file of pay. A POST stores the file for a while and streams what importing it would do; a
        second POST imports it, or says why it was refused. Raises PermissionDenied.
        """
        if not self.has_take_back_permission(request):
            raise PermissionDenied
        if "waiting" in request.POST:
            return self._go_on(request)
        form = PayFileForm(request.POST or None, request.FILES or None)
        if request.method != "POST" or not form.is_valid():
            return self._show_page(request, "import", "Import pay", form=form, columns=GENERIC_COLUMNS)
        file = form.cleaned_data["file"]
        waiting = _open_waiting()
        waiting.save(content := file.read())
        return self._stream_preview(request, form, (waiting.name, file.name), content)

    def take_back_one(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page that asks before an import is taken back. A POST takes it back, logs it and redirects. Raises
        PermissionDenied, and Http404 for an import that doesn't exist or was taken back already.
        """
        if not self.has_take_back_permission(request):
            raise PermissionDenied
        done = get_object_or_404(PayImport, pk=pk, taken_back_at=None)
        if request.method == "POST":
            self._take_back(request, done.pk)
            return redirect("admin:compensation_payimport_changelist")
        return self._show_page(request, "take_back", f"Undo {done}", done=done)

    @admin.action(description="Undo the selected imports", permissions=["take_back"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[PayImport]) -> None:
        """Take back the selected imports, the newest first, with a message and a log entry for each. One that can't be
        taken back gets a message, and the others go on.
        """
        for number in queryset.order_by("-pk").values_list("pk", flat=True):
            self._take_back(request, number)

    def _take_back(self, request: HttpRequest, number: int) -> None:
        try:
            done = take_back_import(number)
        except TakeBackError as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, done, "Undone.")
            messages.success(request, f"Import {number} has been undone, and the pay figures are up to date.")

    def _go_on(self, request: HttpRequest) -> HttpResponseBase:
        """Import the file that waits, or show its preview again with another order of day and month."""
        form = WaitingPayFileForm(request.POST)
        if not form.is_valid():
            raise BadRequest("no import of this form is waiting")
        waiting = _open_waiting(form.cleaned_data["waiting"])
        try:
            content = waiting.read()
        except BadRequest:
            messages.error(request, "A file is kept for an hour, and this one has been deleted. Choose it again.")
            return redirect("admin:compensation_payimport_import")
        names = (waiting.name, form.cleaned_data["name"])
        if "again" in request.POST:
            return self._stream_preview(request, form, names, content)

        def import_waiting(tell: Any) -> str:
            try:
                outcome = run_import(form.build_layout(), names[1], content, tell, seen=form.cleaned_data["seen"])
            except ImportFileError as error:
                return self._render_outcome(request, error=error)
            waiting.remove()
            done = PayImport.objects.filter(pk=outcome.number or 0).first()
            if done is None:
                return self._render_outcome(request, error="These records are already there.")
            self.log_addition(request, done, f"Imported {names[1]} on the desk.")
            return self._render_outcome(request, outcome=outcome, done=done)

        return self._stream(request, f"Importing {names[1]}", import_waiting)

    def _stream_preview(
        self, request: HttpRequest, form: PayFileKindForm, names: tuple[str, str], content: bytes
    ) -> HttpResponseBase:
        def show_preview(tell: Any) -> str:
            try:
                outcome = preview_import(form.build_layout(), names[1], content, tell)
            except ImportFileError as error:
                return self._render_outcome(request, error=error)
            return self._render_outcome(request, outcome=outcome, confirm=_list_hidden(form, names, outcome))

        return self._stream(request, f"Preview of {names[1]}", show_preview)

    def _stream(self, request: HttpRequest, title: str, work: Work) -> HttpResponseBase:
        page = self._show_page(request, "running", title, gap=GAP).render().content.decode()
        return respond_with_progress(page, work)

    def _render_outcome(self, request: HttpRequest, **context: Any) -> str:
        return render_to_string(f"{PAGES}/outcome.html", context, request)

    def _show_page(self, request: HttpRequest, name: str, title: str, /, **context: Any) -> TemplateResponse:
        whole = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, **context}
        return TemplateResponse(request, f"{PAGES}/{name}.html", whole)


def _open_waiting(name: str | None = None) -> Any:
    """A file that waits between its preview and its import, new or by the name that the site gave it."""
    storage = import_string(settings.IMPORT_EXPORT_TMP_STORAGE_CLASS)
    return storage(name=name, read_mode="rb")


def _list_hidden(form: PayFileKindForm, names: tuple[str, str], outcome: PayImportOutcome) -> list[tuple[str, str]]:
    """The fields that a preview's form carries to the import."""
    chosen = [(name, form.data.get(name, "")) for name in PayFileKindForm.base_fields]
    return [*chosen, ("waiting", names[0]), ("name", names[1]), ("seen", outcome.counts)]
