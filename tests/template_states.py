"""Every page's template in each of its states: how to come there, and words that this state alone has.

In an address `{role}` is a role's key in admin, `{competency}` a competency's, `{nurses}` an occupation's, `{pack}` the
token of a pack's edit link, `{read}` that of its read-only link, `{suggest}` of the one to suggest, `{list}` that of a
list with it, `{company}` that of a company profile and `{preview}` the path of a role's preview. Rows are visited in
this order: what ends something comes last.
"""

from typing import NamedTuple

KIT = "/roles/technical-product-manager/"
GATHERED = "/interview-questions/kit/"
TITLES = "/admin/compensation/titlematch/"
IMPORTS = "/admin/compensation/payimport/"
NURSES = "/occupations/29-1141/"
DESK = "/admin/roles/role/{role}/"
SEVERAL = "/admin/roles/role/publish-several/"
OWN = "# Rockstar chef\n\n## What you bring\n\n- A young ninja with a degree"


class State(NamedTuple):
    """A template, its state, the address, what its page says, and who posts what there, if anybody does."""

    template: str
    name: str
    path: str
    says: str
    posts: dict[str, str] | None = None
    status: int = 200


STATES = (
    State("home.html", "usual", "/", "Open hiring kits"),
    State("search.html", "nothing asked", "/search/", "Search the roles and their other names"),
    State("search.html", "found", "/search/?q=technical", "Results for “technical”"),
    State("search.html", "spelling corrected", "/search/?q=techincal", "Nothing matches all of “techincal.”"),
    State("search.html", "close names", "/search/?q=technicalproductmanager", "Did you mean"),
    State("search.html", "nothing found", "/search/?q=zzzzqqq", "Nothing found for “zzzzqqq”"),
    State("search.html", "none of a kind", "/search/?q=zzzzqqq&kind=faq", "Search everything"),
    State("roles/role_list.html", "all", "/roles/", "Technical Product Manager"),
    State("roles/role_list.html", "none fits", "/roles/?demand=low&experience=10-50", "No roles match these choices"),
    State("roles/role_detail.html", "usual", KIT, "Technical Product Manager"),
    State("roles/role_faq.html", "usual", f"{KIT}faq/", "Technical Product Manager"),
    State("roles/answer.html", "usual", f"{KIT}faq/do-technical-pms-code/", "Yes"),
    State("roles/faq.html", "all", "/faq/", "code"),
    State("roles/faq.html", "a choice at fault", "/faq/?topic=zzzzqqq", 'class="error-summary'),
    State("roles/ladder.html", "usual", "/levels/", "Senior"),
    State("roles/skill_list.html", "usual", "/skills/", "Four levels"),
    State("roles/skill_detail.html", "usual", "/skills/sql/", "Roles that call for this level"),
    State("roles/author_list.html", "usual", "/authors/", "Aditi Chaturvedi"),
    State("roles/author_detail.html", "usual", "/authors/aditi-chaturvedi/", "Aditi Chaturvedi"),
    State("roles/compare.html", "usual", "/compare/", "Compare two roles"),
    State(
        "roles/compare.html",
        "a role with itself",
        "/compare/?a=product-manager&b=product-manager",
        'class="error-summary',
    ),
    State("roles/comparison.html", "usual", "/compare/product-manager/technical-product-manager/", "or Technical"),
    State("roles/api.html", "usual", "/api/", "JSON"),
    State("roles/role_preview.html", "usual", "{preview}", "noindex"),
    State("occupations/occupation_list.html", "usual", "/occupations/", "Registered Nurses"),
    State("occupations/occupation.html", "usual", f"{NURSES}registered-nurses/", "What they do"),
    State("occupations/pay.html", "usual", f"{NURSES}pay/", "pay by place"),
    State("occupations/pay.html", "unknown place", f"{NURSES}pay/?place=zzqx", "Try a larger city nearby"),
    State("occupations/place_pay.html", "usual", f"{NURSES}pay/colorado/", "pay in Colorado"),
    State("interviews/question_list.html", "all", "/interview-questions/", "question"),
    State(
        "interviews/gathered.html",
        "some",
        "/interview-questions/kit/?q=technical-product-manager.design-an-api",
        "1 question, about",
    ),
    State("interviews/gathered.html", "one that is gone", f"{GATHERED}?q=x.y", "no longer in the library"),
    State("interviews/gathered.html", "none", GATHERED, "You haven’t added any questions yet"),
    State("interviews/question_list.html", "none fits", "/interview-questions/?q=zzzzqqq", "No questions match"),
    State("interviews/role_questions.html", "usual", f"{KIT}interview-questions/", "question"),
    State("compensation/salaries.html", "usual", "/salaries/", "Technical Product Manager"),
    State("compensation/salary.html", "usual", f"{KIT}salary/", "Suggest a range"),
    State(
        "compensation/salary.html",
        "a planned range",
        f"{KIT}salary/?start=computed:us-dol-lca-extract:Senior:US:USD&rate=3",
        "planned-steps",
    ),
    State("admin/compensation/titlematch/change_list.html", "usual", TITLES, "count for any role"),
    State("admin/compensation/payimport/change_list.html", "usual", IMPORTS, "Import pay"),
    State("admin/compensation/payimport/import.html", "usual", f"{IMPORTS}import/", "Or paste rows"),
    State("admin/compensation/table_import.html", "usual", "/admin/compensation/benchmark/import/", "Or paste rows"),
    State("admin/compensation/titlematch/unmatched.html", "none", f"{TITLES}unmatched/", "No record has"),
    State("compensation/places.html", "usual", f"{KIT}salary/places/", "How far apart the places are"),
    State("compensation/salary.html", "a rate at fault", f"{KIT}salary/?start=x&rate=99", 'class="error-summary'),
    State("compensation/how_we_measure_pay.html", "usual", "/how-we-measure-pay/", "employers"),
    State("packs/job_description.html", "new", f"{KIT}job-description/", "Save and get a link"),
    State("packs/job_description.html", "of an occupation", f"{NURSES}job-description/", "generated by rules"),
    State("packs/job_description.html", "a pack", "/packs/{pack}/", "data-saves"),
    State(
        "packs/job_description.html", "at fault", f"{KIT}job-description/", "Check:", {"title": "", "pay_low": "x"}, 422
    ),
    State("packs/interview_kit.html", "new", f"{KIT}interview-kit/", "interview"),
    State("packs/job_description.html", "pay of a place", f"{NURSES}job-description/?place=denver", "How this range"),
    State("packs/interview_kit.html", "of an occupation", f"{NURSES}interview-kit/", "generated by rules"),
    State("packs/interview_kit.html", "a pack", "/packs/{pack}/interview-kit/", "data-saves"),
    State("compensation/pay_law.html", "usual", "/pay-law/", "Colorado"),
    State("compensation/pay_law_rule.html", "usual", "/pay-law/us-co/", "7 CCR 1103-18"),
    State("packs/candidate.html", "nothing brought", "/review/law/", "Paste the posting"),
    State("packs/candidate.html", "read", "/review/law/", "a link to this result", {"text": OWN, "country": "Canada"}),
    State("packs/candidate.html", "at fault", "/review/law/", "Check what you entered", {"text": ""}, 422),
    State("packs/own.html", "nothing brought", "/review/", "Paste your job description"),
    State("packs/own.html", "read", "/review/", "As we read it", {"text": OWN, "role": "technical-product-manager"}),
    State("packs/own.html", "beside an occupation", "/review/", "Registered Nurse", {"text": OWN, "occupation": "RN"}),
    State("packs/own.html", "at fault", "/review/", "Check what you entered", {"text": ""}, 422),
    State("packs/how_we_check.html", "usual", "/how-we-check/", "check"),
    State("packs/your_packs.html", "usual", "/packs/", "No openings on this device yet"),
    State("packs/pack_versions.html", "usual", "/packs/{pack}/versions/", "Compare with the current version"),
    State("packs/pack_version.html", "an older one and now", "/packs/{pack}/versions/2/?with=1", "What version 2"),
    State("packs/pack_version.html", "set aside", "/packs/{pack}/versions/3/", "Two saves at once"),
    State("packs/pack_template.html", "a newer edition", "/packs/{pack}/template/", "dition"),
    State("packs/pack_company.html", "a newer profile", "/packs/{pack}/company/", "profile has changed"),
    State("packs/pack_links.html", "shared", "/packs/{pack}/links/", "Turn it off"),
    State("packs/pack_opening.html", "approved", "/packs/{pack}/opening/", "Approved by Grace at version"),
    State("packs/pack_opening.html", "at fault", "/packs/{pack}/opening/", "required", {"do": "approve"}, 422),
    State("packs/pack_suggestions.html", "some wait", "/packs/{pack}/suggestions/", "Use these words"),
    State("packs/suggest.html", "usual", "/shared/{suggest}/suggest/", "Shared for suggestions"),
    State("packs/suggest.html", "on a part", "/shared/{suggest}/suggest/?on=title", "Send the suggestion"),
    State(
        "packs/suggest.html", "at fault", "/shared/{suggest}/suggest/", "required", {"on": "title", "words": "PM"}, 422
    ),
    State("packs/openings.html", "usual", "/packs/{list}/openings/", "With the selected openings"),
    State("packs/openings.html", "none archived", "/packs/{list}/openings/?show=archived", "Nothing is archived"),
    State(
        "packs/openings.html",
        "not done",
        "/packs/{list}/openings/",
        "We couldn’t do this",
        {"do": "add", "links": "x"},
        422,
    ),
    State("packs/openings_table.html", "empty", "/packs/{list}/openings/table/", "Preview the openings"),
    State(
        "packs/openings_table.html", "shown", "/packs/{list}/openings/table/", "Make 1 opening", {"rows": "Title\nCook"}
    ),
    State(
        "packs/openings_table.html",
        "at fault",
        "/packs/{list}/openings/table/",
        "Row 2,",
        {"rows": "Title,Pay\n,1"},
        422,
    ),
    State("packs/openings_link.html", "usual", "/packs/{list}/openings/link/", "The list’s link"),
    State("packs/pack_gone.html", "no such list", "/packs/none/openings/", "There’s no list at this link", None, 404),
    State(
        "packs/pack_deleted.html",
        "a list",
        "/packs/{list}/openings/link/",
        "The list has been deleted",
        {"do": "delete"},
    ),
    State("packs/pack_delete.html", "usual", "/packs/{pack}/delete/", "Delete the pack"),
    State("packs/pack_shared.html", "usual", "/shared/{read}/", "Shared read-only"),
    State("packs/pack_links.html", "not shared", "/packs/{pack}/links/", "Make a read-only link", {"do": "unshare"}),
    State("packs/pack_gone.html", "a link turned off", "/shared/{read}/", "This link was turned off", None, 410),
    State("packs/pack_gone.html", "no such pack", "/packs/none/", "There’s no pack at this link", None, 404),
    State("packs/pack_gone.html", "no such version", "/packs/{pack}/versions/99/", "no such version", None, 404),
    State("company/companies.html", "usual", "/company/", "Make a profile"),
    State("company/companies.html", "a file at fault", "/company/", "Check what you entered", {"do": "file"}, 422),
    State("company/profile.html", "usual", "/company/{company}/", "Start from this profile"),
    State("company/profile.html", "at fault", "/company/{company}/", "Check what you", {"employees": "few"}, 422),
    State("company/delete.html", "usual", "/company/{company}/delete/", "Keep it"),
    State("company/gone.html", "no such profile", "/company/none/", "There’s no profile at this link", None, 404),
    State("company/deleted.html", "usual", "/company/{company}/delete/", "The profile has been deleted", {}),
    State("packs/pack_deleted.html", "usual", "/packs/{pack}/delete/", "The pack has been deleted", {}),
    State("404.html", "usual", "/there-is-no-such-page/", "This page doesn’t exist", None, 404),
    State("admin/roles/role/change_list.html", "usual", "/admin/roles/role/", "Technical Product Manager"),
    State("admin/roles/role/outline.html", "usual", f"{DESK}change/", "parts are complete"),
    State("admin/roles/role/part.html", "usual", f"{DESK}change/skills/", "Save, then Levels"),
    State("admin/roles/role/board.html", "usual", "/admin/roles/role/board/", "desk-panel"),
    State("admin/roles/role/upload.html", "no file yet", "/admin/roles/role/import/", "file"),
    State("admin/roles/role/preview.html", "usual", f"{DESK}preview/", "Open the preview"),
    State("admin/roles/role/compare.html", "the same", f"{DESK}compare/", "The desk matches edition"),
    State("admin/roles/role/publish.html", "nothing changed", f"{DESK}publish/", "Nothing has changed since"),
    State("admin/roles/role/editions.html", "usual", f"{DESK}editions/", "Live until"),
    State("admin/roles/role/edition.html", "the first", f"{DESK}editions/1/", "This is the first edition."),
    State("admin/roles/role/edition.html", "a later one", f"{DESK}editions/2/", "Compare with edition"),
    State("admin/roles/role/restore.html", "the newest", f"{DESK}editions/2/restore/", "the newest?"),
    State("admin/roles/role/restore.html", "an older one", f"{DESK}editions/1/restore/", "Restore into the desk"),
    State(
        "admin/roles/role/several.html", "nothing changed", "/admin/roles/role/publish-several/?role={role}", "Left out"
    ),
    State("admin/roles/role/reviewed.html", "usual", f"{DESK}reviewed/", "Mark as reviewed"),
    State("admin/roles/role/use.html", "nothing counted yet", "/admin/roles/role/use/", "What readers use"),
    State("admin/roles/role/expire.html", "usual", f"{DESK}expire/", "Save the expiry"),
    State("admin/roles/role/review.html", "no review", f"{DESK}review/", "Ask for a review"),
    State("admin/roles/role/unpublish.html", "usual", f"{DESK}unpublish/", "Take it off the site"),
    State("admin/interviews/competency/rows.html", "usual", f"{DESK}change/competencies/", "Add from the shared bank"),
    State("admin/roles/role/pick_by_title.html", "usual", f"{DESK}change/occupations/", "datalist"),
    State(
        "admin/roles/role/part.html",
        "a competency",
        "/admin/interviews/competency/{competency}/change/",
        "desk",
    ),
    State(
        "admin/interviews/bankcompetency/add_to.html",
        "usual",
        "/admin/interviews/bankcompetency/add-to/{role}/",
        "Add to the role",
    ),
    State(
        "admin/occupations/occupation/change_form.html",
        "usual",
        "/admin/occupations/occupation/{nurses}/change/",
        "Start a kit",
    ),
    State("admin/new_role.html", "usual", "/admin/new-role/", "Choose how it begins"),
    State(
        "admin/roles/role/search.html", "nothing asked", "/admin/roles/role/search/", "In every part of every working"
    ),
    State("admin/roles/role/search.html", "found", "/admin/roles/role/search/?q=roadmap", "<mark>"),
    State("admin/roles/role/replace.html", "nothing asked", "/admin/roles/role/replace/", "Whole words"),
    State("admin/roles/role/replace.html", "found", "/admin/roles/role/replace/?find=roadmap&put=plan", "<del>"),
    State(
        "admin/roles/role/unpublish_several.html",
        "usual",
        "/admin/roles/role/unpublish-several/?role={role}",
        "Take these roles off",
    ),
    State("admin/second_factor.html", "usual", "/admin/second-factor/", "code"),
    State("admin/sign_in.html", "usual", "/admin/login/", "Password"),
)
