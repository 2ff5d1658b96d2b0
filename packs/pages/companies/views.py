"""Private company profiles: make one, edit it, take it away as a file, start from it, renew its link, delete it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from company.forms import ProfileFileForm, ProfileForm, show_profile
from company.profile import CompanyProfile
from company.profile_file import write_profile
from company.store import create_profile, renew_link, save_profile, use_profile
from packs.description.company import fill_from_company
from packs.description.starting import start_description
from packs.pages.companies.opened import OpenProfile, opened_profile
from packs.pages.companies.shown import CompaniesView, DeletedProfileView, DeleteProfileView, ProfilePageView
from packs.pages.form_page import save_new_pack
from packs.pages.private import allow_save
from packs.pages.saved.answers import read_posted_int, redirect_303
from roles.kit.language import kit_attributes
from roles.models.edition import Edition
from web.child_pool import StoppedError
from web.page import Page, respond_with_page
from web.view import absolute_url, render_view

UNPROCESSABLE, CONFLICT = 422, 409
UNWRITTEN = ("benefits", "workplace", "paper", "logo", "accent")  # what no words are typed in
WRITTEN = [name for name in CompanyProfile.__struct_fields__ if name not in UNWRITTEN]


@csrf_exempt  # a post changes nothing on the server but to save a new profile, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def show_companies(request: HttpRequest) -> HttpResponse:
    """The page of the profiles that this browser remembers, which a script fills in. A POST stores a new profile, empty
    or from a file, and redirects to it: 422 for a faulty file, 429 beyond a day's share.
    """
    if request.method != "POST":
        return respond_with_page(request, Page.render(_view_companies(ProfileFileForm())))
    form = ProfileFileForm(request.POST, request.FILES)
    is_file = request.POST.get("do") == "file"
    if is_file and not form.is_valid():
        return render_view(request, _view_companies(form), status=UNPROCESSABLE)
    try:
        allow_save(request, is_new=True)
    except StoppedError as error:
        return render_view(request, _view_companies(ProfileFileForm(), stopped=str(error)), status=error.status)
    token = create_profile(form.cleaned_data["file"] if is_file else CompanyProfile())
    return redirect_303(reverse("company", args=[token]))


@opened_profile
@require_http_methods(["GET", "HEAD", "POST"])
def edit_company(request: HttpRequest, opened: OpenProfile) -> HttpResponse:
    """The form of the profile. A POST stores a version and redirects; otherwise the page comes back as sent: 422 for
    errors, 409 where another save came first, 429 beyond a day's share.
    """
    if request.method != "POST":
        return render_view(request, _view_profile(request, opened, ProfileForm(initial=_list_initial(opened))))
    form, stopped = ProfileForm(request.POST, request.FILES, initial=_list_initial(opened)), ""
    status = UNPROCESSABLE
    if form.is_valid():
        try:
            allow_save(request)
            if save_profile(opened.profile, form.read_profile(), base=read_posted_int(request, "version")):
                return redirect_303(f"{opened.build_address()}#saved")
            stopped, status = (
                _("Somebody else saved this profile while you were editing it. Open it again in another tab."),
                CONFLICT,
            )
        except StoppedError as error:
            stopped, status = str(error), error.status
    return render_view(request, _view_profile(request, opened, form, stopped=stopped), status=status)


@opened_profile
@require_safe
def download_company(request: HttpRequest, opened: OpenProfile) -> HttpResponse:
    """Answer the profile as a JSON file to download."""
    name = f"{slugify(opened.name) or 'company'}.json"
    headers = {"Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name))}
    return HttpResponse(write_profile(opened.current.value), content_type="application/json", headers=headers)


@opened_profile
@require_POST
def replace_company(request: HttpRequest, opened: OpenProfile) -> HttpResponse:
    """Store the profile in an uploaded file as the next version, and redirect; 422 where the file has errors. Raises
    StoppedError beyond a day's share.
    """
    form = ProfileFileForm(request.POST, request.FILES)
    if not form.is_valid():
        shown = _view_profile(request, opened, ProfileForm(initial=_list_initial(opened)), file_form=form)
        return render_view(request, shown, status=UNPROCESSABLE)
    allow_save(request)
    save_profile(opened.profile, form.cleaned_data["file"])
    return redirect_303(f"{opened.build_address()}#saved")


@opened_profile
@require_POST
def start_from_company(request: HttpRequest, opened: OpenProfile) -> HttpResponse:
    """Store a new pack for the chosen role, filled from the profile, and redirect to it; this restarts the profile's
    time. 429 beyond a day's share. Raises Http404 for a role that isn't live.
    """
    edition = get_object_or_404(Edition.objects.shown(), slug=request.POST.get("role", ""))
    company = opened.current.in_use(token=opened.token)
    description = fill_from_company(start_description(edition.kit, edition.number), company, edition.kit)
    use_profile(opened.profile)
    try:
        return save_new_pack(request, description, company=company)
    except StoppedError as error:
        form = ProfileForm(initial=_list_initial(opened))
        return render_view(request, _view_profile(request, opened, form, stopped=str(error)), status=error.status)


@opened_profile
@require_POST
def renew_company_link(request: HttpRequest, opened: OpenProfile) -> HttpResponse:
    """Store a new link, which replaces the old one, and redirect to its page."""
    return redirect_303(reverse("company", args=[renew_link(opened.profile)]))


@opened_profile
@require_http_methods(["GET", "HEAD", "POST"])
def delete_company(request: HttpRequest, opened: OpenProfile) -> HttpResponse:
    """The page that asks before the profile is deleted. A POST deletes it with all versions; packs that started from it
    keep their text.
    """
    if request.method != "POST":
        return render_view(request, DeleteProfileView(opened=opened))
    profile_id = opened.profile.pk
    opened.profile.delete()
    return render_view(request, DeletedProfileView(profile_id=profile_id))


def _view_companies(form: ProfileFileForm, *, stopped: str = "") -> CompaniesView:
    faults = [(form["file"], str(message)) for message in form.errors.get("file", ())]
    return CompaniesView(file_form=form, faults=faults, stopped=stopped, canonical=absolute_url(reverse("companies")))


def _view_profile(
    request: HttpRequest,
    opened: OpenProfile,
    form: ProfileForm,
    *,
    file_form: ProfileFileForm | None = None,
    stopped: str = "",
) -> ProfilePageView:
    file_form = file_form or ProfileFileForm()
    for name in WRITTEN:  # what goes into a document is in the language of kits
        form.fields[name].widget.attrs |= kit_attributes()
    shown = [(form[name], str(message)) for name, messages in form.errors.items() for message in messages]
    return ProfilePageView(
        opened=opened,
        form=form,
        file_form=file_form,
        faults=[*shown, *((file_form["file"], str(message)) for message in file_form.errors.get("file", ()))],
        version=read_posted_int(request, "version") or opened.current.number,
        address=request.build_absolute_uri(opened.build_address()),
        roles=[*Edition.objects.shown().order_by("title").values_list("slug", "title")],
        stopped=stopped,
    )


def _list_initial(opened: OpenProfile) -> dict[str, object]:
    return show_profile(opened.current.value)
