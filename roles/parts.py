"""What the role kits add to search, publishing, the desk and the site map."""

from django.utils.translation import gettext_lazy as _

from roles.admin.board import dashboard
from roles.admin.parts import ROLE_INLINES
from roles.app_parts import AppParts
from roles.pages import sitemaps
from roles.publishing import checks, links, translations
from roles.search.entries import role_entries
from roles.skills.storing import SKILLS_STATE, find_unknown_skills, index_skills

PARTS = AppParts(
    entries=role_entries,
    kinds={"role": _("Roles"), "occupation": _("Occupations"), "faq": _("Answers"), "skill": _("Skills")},
    checks=(
        checks.missing_parts,
        checks.broken_links,
        links.find_dead_links,
        checks.misspelt_blanks,
        checks.colliding_blanks,
        checks.old_figures,
    ),
    errors=(find_unknown_skills, translations.find_translation_errors),
    index=index_skills,
    state=SKILLS_STATE,
    panels=(
        dashboard.roles_to_review,
        dashboard.sources_to_review,
        dashboard.reviews_to_answer,
        dashboard.build_drafts_panel,
        dashboard.build_scheduled_panel,
    ),
    inlines=ROLE_INLINES,
    sitemaps={
        "pages": sitemaps.PagesSitemap,
        "roles": sitemaps.RoleSitemap,
        "role-faqs": sitemaps.RoleFaqSitemap,
        "answers": sitemaps.AnswerSitemap,
        "comparisons": sitemaps.ComparisonSitemap,
        "authors": sitemaps.AuthorSitemap,
        "skills": sitemaps.SkillSitemap,
    },
)
