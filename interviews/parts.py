"""What the question bank adds to search, publishing, the desk and the site map."""

from django.utils.translation import gettext_lazy as _

from interviews.admin import CompetencyInline
from interviews.checks import questions_without_anchors
from interviews.search import index_questions, question_entries
from interviews.shared.storing import BANK_STATE
from interviews.sitemaps import QuestionListSitemap, RoleQuestionsSitemap
from roles.app_parts import AppParts

PARTS = AppParts(
    entries=question_entries,
    kinds={"question": _("Interview questions")},
    index=index_questions,
    checks=(questions_without_anchors,),
    inlines=(CompetencyInline,),
    state=BANK_STATE,
    sitemaps={"role-questions": RoleQuestionsSitemap, "questions": QuestionListSitemap},
)
