"""The page of the desk that lists unmatched titles, each with one button that counts it for a role."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from import_export.admin import ImportExportModelAdmin

from compensation.desk.unmatched import MOST_TITLES, list_unmatched
from compensation.models.records import TitleMatch
from compensation.percentiles import refresh_summaries
from roles.models.working_copy import Role

LONGEST_WORDS = 100


class UnmatchedTitlePage(ImportExportModelAdmin):
    """Adds a page of titles that count for no role to the admin of titles."""

    import_export_change_list_template = "admin/compensation/titlematch/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        """URL patterns: the page of unmatched titles, then Django's own."""
        own = path(
            "unmatched/", self.admin_site.admin_view(self.show_unmatched), name="compensation_titlematch_unmatched"
        )
        urls: list[URLPattern] = super().get_urls()
        return [own, *urls]

    def show_unmatched(self, request: HttpRequest) -> HttpResponse:
        """The page of filed titles that count for no role. A POST counts one for a role, or works out the pay figures
        again. Raises PermissionDenied.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._work_out(request) if "work_out" in request.POST else self._match_title(request)
        words, chosen = request.GET.get("q", "").replace("\0", "")[:LONGEST_WORDS], request.GET.get("role", "")
        roles = [*Role.objects.order_by("title")]
        context = {
            **self.admin_site.each_context(request),
            "title": "Titles that don’t count for any role",
            "opts": self.opts,
            "words": words,
            "roles": roles,
            "chosen": next((role for role in roles if role.slug == chosen), None),
            "titles": list_unmatched(words, roles),
            "most": MOST_TITLES,
        }
        return TemplateResponse(request, "admin/compensation/titlematch/unmatched.html", context)

    def _work_out(self, request: HttpRequest) -> HttpResponse:
        messages.success(request, f"{refresh_summaries():,} pay figures are up to date with the titles.")
        return self._go_back(request)

    def _go_back(self, request: HttpRequest) -> HttpResponse:
        query = request.GET.urlencode()
        return HttpResponseRedirect(reverse("admin:compensation_titlematch_unmatched") + (f"?{query}" if query else ""))

    def _match_title(self, request: HttpRequest) -> HttpResponse:
        slug, _, title = request.POST.get("match", "").partition(":")
        match = TitleMatch(role=slug, title=title)
        try:
            if not Role.objects.filter(slug=slug).exists():
                raise ValidationError("There is no such role.")
            match.full_clean()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            match.save()
            self.log_addition(request, match, "Matched in the list of titles that don’t count for any role.")
            messages.success(request, f"{match.title} counts for {slug}. Recalculate the pay figures when you’re done.")
        return self._go_back(request)
