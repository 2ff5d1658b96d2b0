"""The workbench's addresses."""

from django.urls import path

import occupations.addresses  # noqa: F401 # the converter of codes
from packs.pages import candidate, how_we_check, occupation, own_job, own_text
from packs.pages.companies import views as companies
from packs.pages.interview_kit.views import interview_kit
from packs.pages.job_description.views import job_description
from packs.pages.openings import table_page
from packs.pages.openings import views as openings
from packs.pages.saved import form_pages, opening, shared, views
from packs.pages.suggestions import settle, suggest
from packs.pages.use import count_pack_results, count_results

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/job-description/", count_results(job_description), name="job-description"),
    path("roles/<slug:slug>/interview-kit/", count_results(interview_kit), name="interview-kit"),
    # /occupations/<soc>/
    path("occupations/<soc:soc>/job-description/", count_results(occupation.occupation_job), name="occupation-job"),
    path(
        "occupations/<soc:soc>/interview-kit/",
        count_results(occupation.occupation_interviews),
        name="occupation-interviews",
    ),
    # /how-we-check/
    path("how-we-check/", how_we_check.how_we_check, name="how-we-check"),
    # /review/
    path("review/", own_text.check_own_text, name="own"),
    path("review/job-description/", own_job.write_own_job, name="own-job"),
    path("review/interview-kit/", own_job.plan_own_interviews, name="own-interviews"),
    path("review/law/", candidate.check_as_candidate, name="candidate"),
    # /packs/<token>/
    path("packs/", views.your_packs, name="packs"),
    path("packs/<str:token>/", count_pack_results(form_pages.edit_pack), name="pack"),
    path("packs/<str:token>/interview-kit/", count_pack_results(form_pages.edit_interviews), name="pack-interviews"),
    path("packs/<str:token>/versions/", views.show_versions, name="pack-versions"),
    path("packs/<str:token>/versions/<int:wanted>/", count_pack_results(views.show_version), name="pack-version"),
    path("packs/<str:token>/template/", count_pack_results(views.show_template), name="pack-template"),
    path("packs/<str:token>/company/", count_pack_results(views.show_company), name="pack-company"),
    path("packs/<str:token>/links/", views.show_links, name="pack-links"),
    path("packs/<str:token>/keep/", views.extend_pack, name="pack-keep"),
    path("packs/<str:token>/delete/", views.delete_pack, name="pack-delete"),
    path("packs/<str:token>/opening/", opening.show_opening, name="pack-opening"),
    path("packs/<str:token>/suggestions/", count_pack_results(settle.settle_suggestions), name="pack-suggestions"),
    # /packs/<token of a list>/
    path("packs/<str:token>/openings/", openings.show_openings, name="openings"),
    path("packs/<str:token>/openings/table/", table_page.show_table, name="openings-table"),
    path("packs/<str:token>/openings/link/", openings.show_list_link, name="openings-link"),
    # /company/<token>/
    path("company/", companies.show_companies, name="companies"),
    path("company/<str:token>/", companies.edit_company, name="company"),
    path("company/<str:token>/file/", companies.download_company, name="company-file"),
    path("company/<str:token>/replace/", companies.replace_company, name="company-replace"),
    path("company/<str:token>/start/", companies.start_from_company, name="company-start"),
    path("company/<str:token>/renew/", companies.renew_company_link, name="company-renew"),
    path("company/<str:token>/delete/", companies.delete_company, name="company-delete"),
    # /shared/<token>/
    path("shared/<str:token>/", count_pack_results(shared.show_shared), name="pack-shared"),
    path("shared/<str:token>/suggest/", suggest.suggest_changes, name="pack-suggest"),
]
