"""The desk's page for a new role: empty with three fields, from an occupation, as a copy, or from a file."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html

from config.desk.from_posting import list_left_out, list_template_lines
from occupations.find import TitleMatch, find_by_title
from packs.posting.value import Posting
from packs.reading.errors import ReadingError
from packs.reading.files import read_file
from roles.admin.files import list_refused_changes
from roles.admin.starting import NobodyToCreditError, copy_role, make_role_slug, start_role
from roles.kit.errors import KitError
from roles.kit.files import LARGEST_KIT_FILE, KitFileError, parse_kit
from roles.kit.value import Kit
from roles.models.working_copy import Role
from roles.publishing.rows import save_kit
from web.child_pool import StoppedError, run_task

KIT_FILES = (".yaml", ".yml", ".json")
MOST_MATCHES = 5
NOBODY = "Add an author and a source first: every role names one of each."


class TitleForm(forms.Form):
    """The title of a role to be created. Refuses one whose address a role has already."""

    title = forms.CharField(max_length=500, label="Title", help_text="For example: Customer Success Manager.")

    def clean_title(self) -> str:
        """The title. Raises ValidationError where a role has the slug that it makes. One query."""
        title: str = self.cleaned_data["title"]
        if not make_role_slug(title):
            raise forms.ValidationError("Enter a title with letters or digits: the page’s address is made from it.")
        refuse_known(make_role_slug(title))
        return title


class EmptyForm(TitleForm):
    """The title, family and summary with which an empty role starts."""

    family = forms.CharField(
        max_length=500,
        label="Family",
        help_text="The group that it is listed under. For example: Customer success.",
        widget=forms.TextInput(attrs={"list": "families"}),
    )
    summary = forms.CharField(
        max_length=500, label="Summary", help_text="One sentence for lists. For example: Earns the renewal."
    )

    def make_role(self, request: HttpRequest) -> Role:
        """Create the role with these texts alone, and return it. Raises NobodyToCreditError."""
        return start_role(**self.cleaned_data)


class CopyForm(TitleForm):
    """The role to copy, and the title of the copy."""

    copied = forms.ModelChoiceField(
        Role.objects.order_by("title"),
        label="Copy of",
        empty_label="Choose a role",
        help_text="All of it is copied except its other names. For example: Account Executive.",
    )
    field_order = ["copied", "title"]

    def make_role(self, request: HttpRequest) -> Role:
        """Store a copy of the chosen role under the new title, and return it. Raises KitError where that role isn't a
        whole kit.
        """
        return copy_role(self.cleaned_data["copied"], self.cleaned_data["title"])


class FileForm(forms.Form):
    """An uploaded job description or kit file, from which a role is made."""

    file = forms.FileField(
        label="File",
        help_text="A job description (.docx, .odt, .pdf, .rtf, .html, .md, .txt) becomes the lines of a template; "
        "a kit file (.yaml, .json) becomes the whole role. For example: support-engineer.docx.",
    )

    def clean_file(self) -> Posting | Kit:
        """The kit or the job description in the file. Raises ValidationError with everything that is wrong with it."""
        file = self.cleaned_data["file"]
        try:
            if file.name.lower().endswith(KIT_FILES):
                kit = parse_kit(file.read(LARGEST_KIT_FILE + 1), name=file.name)
                refuse_known(kit.slug)
                return kit
            posting: Posting = run_task(read_file, file.name, file.read())
        except (KitFileError, ReadingError, StoppedError) as error:
            raise forms.ValidationError([*str(error).splitlines()]) from error
        if not make_role_slug(posting.title):
            raise forms.ValidationError("No title was found in the file. Put it on the first line.")
        refuse_known(make_role_slug(posting.title))
        return posting

    def make_role(self, request: HttpRequest) -> Role:
        """Store a role made of the file, and return it. Raises NobodyToCreditError."""
        read: Posting | Kit = self.cleaned_data["file"]
        if isinstance(read, Kit):
            return save_kit(read)
        if left_out := list_left_out(read):
            messages.warning(request, f"A template has no place for these sections: {', '.join(left_out)}.")
        return start_role(read.title, lines=list_template_lines(read))


FORMS: dict[str, type[EmptyForm | CopyForm | FileForm]] = {"empty": EmptyForm, "copy": CopyForm, "file": FileForm}


def refuse_known(slug: str) -> None:
    """Raise ValidationError, with a link to the role, where a role with this slug exists. One query."""
    if role := Role.objects.filter(slug=slug).first():
        link = f"/{settings.ADMIN_PATH}/roles/role/{role.pk}/change/"
        message = format_html('There is already a role with this name: <a href="{}">{}</a>.', link, role)
        raise forms.ValidationError(message)


@permission_required("roles.add_role", raise_exception=True)
def show_new_role(request: HttpRequest) -> HttpResponse:
    """The page of the ways to start a role: empty, as a copy, or from a file. A valid POST creates the role and
    redirects to it. Raises PermissionDenied.
    """
    begun = {name: form(prefix=name) for name, form in FORMS.items()}
    way = request.POST.get("way", "")
    if way in FORMS:
        form = begun[way] = FORMS[way](request.POST, request.FILES, prefix=way)
        if form.is_valid() and not _refuse_shared(request, form) and (role := _make_role(request, form)):
            return redirect("admin:roles_role_change", role.pk)
    asked = request.GET.get("q", "").replace("\0", "").strip()
    found: list[TitleMatch] = find_by_title(asked, MOST_MATCHES, hidden=True) if asked else []
    context = {
        **admin.site.each_context(request),
        "title": "New role",
        "asked": asked,
        "found": found,
        "families": Role.objects.order_by("family").values_list("family", flat=True).distinct(),
        **begun,
    }
    return render(request, "admin/new_role.html", context)


def _refuse_shared(request: HttpRequest, form: forms.Form) -> bool:
    """Whether a kit file changes what roles share and the visitor may not touch; its form then says so."""
    read = form.cleaned_data.get("file")
    refused = list_refused_changes(request, read) if isinstance(read, Kit) else []
    if refused:
        form.add_error("file", refused)
    return bool(refused)


def _make_role(request: HttpRequest, form: EmptyForm | CopyForm | FileForm) -> Role | None:
    try:
        role = form.make_role(request)
    except NobodyToCreditError:
        form.add_error(None, NOBODY)
    except KitError as error:
        form.add_error(None, [f"That role isn’t complete yet. {fault}." for fault in error.errors])
    else:
        messages.success(request, f"{role} is on the desk. Nothing is on the site until it is published.")
        return role
    return None
