"""What pay adds to search, the desk and the site map."""

from django.utils.translation import gettext_lazy as _

from compensation.admin import BenchmarkInline
from compensation.dashboard import rules_to_read_again
from compensation.desk.occupations import find_unknown_occupations
from compensation.pages.place_pay import describe_place_pay
from compensation.pages.sitemaps import PaySitemap, SalarySitemap
from compensation.resolver import resolve_kits
from compensation.search import salary_entries
from roles.app_parts import AppParts

PARTS = AppParts(
    entries=salary_entries,
    kinds={"salary": _("Pay")},
    pay=resolve_kits,
    place_pay=describe_place_pay,
    errors=(find_unknown_occupations,),
    panels=(rules_to_read_again,),
    inlines=(BenchmarkInline,),
    sitemaps={"salaries": SalarySitemap, "pay": PaySitemap},
)
