"""What readers use, over time: roles, their parts and searches, with nothing that says who they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from urllib.parse import urlencode

import msgspec
from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from roles.admin.base import RoleAdminBase
from roles.kit.choices import Counted
from roles.models.count import ANSWER_PARTS, PACKS_PART, QUESTIONS_PART, Count
from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.models.search_count import SearchCount
from roles.search.names import current_names

PERIODS = (7, 30, 90, 365)  # days
USUAL_PERIOD = 30
WEEKS_SHOWN = 12
MOST_ANSWERS = 50
BAR_WIDTH, BAR_HEIGHT = 6, 20  # of a chart of weeks, in its own units

type Sums = Mapping[tuple[str, str], Counter[Counted]]


class WeekBar(msgspec.Struct, frozen=True):
    """A week in a chart: its first day, a count, and the bar's top and height in units of the chart."""

    begins: date
    times: int
    x: int
    y: float
    height: float


class RoleUse(msgspec.Struct, frozen=True, kw_only=True):
    """How a role was used in a period. `before` is how often its page was read in the period before that."""

    slug: str
    title: str
    link: str
    read: int
    before: int
    questions: int
    answers: int
    copied: int
    downloaded: int
    saved: int
    saved_again: int
    helped: int
    not_helped: int
    weeks: list[WeekBar]


class AnswerUse(msgspec.Struct, frozen=True, kw_only=True):
    """How an answer was used in a period: how often its page was read, and how many readers voted that it helped or
    didn't.
    """

    question: str
    role: str
    link: str
    read: int
    helped: int
    not_helped: int


class SearchUse(msgspec.Struct, frozen=True, kw_only=True):
    """A search that led nowhere, and the nearest name in the library, "" without one."""

    words: str
    link: str
    asked: int
    chosen: int
    nearest: str
    nearest_link: str


class LibraryUse(msgspec.Struct, frozen=True, kw_only=True):
    """What readers used in the last `days` days, each list with the most used first."""

    days: int
    roles: list[RoleUse]
    answers: list[AnswerUse]
    missed: list[SearchUse]
    weak: list[SearchUse]


def read_use(days: int) -> LibraryUse:
    """What readers did in the last `days` days: roles and answers with their counts, the most used first, and searches
    that found nothing or little of use. Reads the stored counts with a few queries.
    """
    until = timezone.localdate() + timedelta(days=1)
    since = until - timedelta(days=days)
    sums, before = _sum_counts(since, until), _sum_counts(since - timedelta(days=days), since)
    return LibraryUse(
        days=days,
        roles=_list_roles(sums, before, until),
        answers=_list_answers(sums),
        missed=[_describe_search(words, asked, 0) for words, asked in SearchCount.objects.sum_missed(days)],
        weak=[_describe_search(*row) for row in SearchCount.objects.sum_weak(days)],
    )


def _sum_counts(since: date, until: date) -> Sums:
    sums: dict[tuple[str, str], Counter[Counted]] = defaultdict(Counter)
    for slug, part, what, total in Count.objects.sum_by_part(since, until):
        sums[slug, part][what] += total
        if part:
            sums[slug, part.partition("/")[0]][what] += total if "/" in part else 0
    return sums


def _list_roles(sums: Sums, before: Sums, until: date) -> list[RoleUse]:
    titles = dict(Edition.objects.live().values_list("slug", "title"))
    weeks = _sum_weeks(until)
    answers = ANSWER_PARTS.strip("/")
    used = []
    for slug in {slug for slug, _ in sums} | set(titles):
        whole, of_answers = sums.get((slug, ""), Counter()), sums.get((slug, answers), Counter())
        of_packs = sums.get((slug, PACKS_PART), Counter())
        used.append(
            RoleUse(
                slug=slug,
                title=titles.get(slug, slug),
                link=reverse("role-detail", args=[slug]) if slug in titles else "",
                read=whole[Counted.READ],
                before=before.get((slug, ""), Counter())[Counted.READ],
                questions=sums.get((slug, QUESTIONS_PART), Counter())[Counted.READ],
                answers=of_answers[Counted.READ],
                copied=whole[Counted.COPIED],
                downloaded=whole[Counted.DOWNLOADED] + of_packs[Counted.DOWNLOADED],
                saved=whole[Counted.SAVED],
                saved_again=of_packs[Counted.SAVED],
                helped=of_answers[Counted.HELPED],
                not_helped=of_answers[Counted.NOT_HELPED],
                weeks=_draw_weeks(weeks.get(slug, Counter()), until),
            )
        )
    return sorted(used, key=lambda role: (-role.read, role.title))


def _sum_weeks(until: date) -> Mapping[str, Counter[int]]:
    """How often each role was read in each of the last weeks; the present one is 0, the one before 1."""
    since = until - timedelta(weeks=WEEKS_SHOWN)
    rows = Count.objects.filter(what=Counted.READ, part="", day__gte=since, day__lt=until).values_list("slug", "day")
    weeks: dict[str, Counter[int]] = defaultdict(Counter)
    for slug, day, times in rows.annotate(total=Sum("times")):
        weeks[slug][(until - timedelta(days=1) - day).days // 7] += times
    return weeks


def _draw_weeks(weeks: Counter[int], until: date) -> list[WeekBar]:
    most = max(weeks.values(), default=0) or 1
    bars = []
    for place, ago in enumerate(reversed(range(WEEKS_SHOWN))):
        height = round(BAR_HEIGHT * weeks[ago] / most, 1)
        begins = until - timedelta(weeks=ago + 1)
        bars.append(WeekBar(begins, weeks[ago], place * BAR_WIDTH, BAR_HEIGHT - height, height))
    return bars


def _list_answers(sums: Sums) -> list[AnswerUse]:
    entries = SearchEntry.objects.live().filter(kind="faq").select_related("edition")
    entries = entries.only("title", "anchor", "edition__slug", "edition__title")
    used = []
    for entry in entries:
        part = f"{ANSWER_PARTS}{entry.anchor.strip('/').rpartition('/')[2]}"
        if counted := sums.get((entry.edition.slug, part)):
            used.append(
                AnswerUse(
                    question=entry.title,
                    role=entry.edition.title,
                    link=entry.address,
                    read=counted[Counted.READ],
                    helped=counted[Counted.HELPED],
                    not_helped=counted[Counted.NOT_HELPED],
                )
            )
    return sorted(used, key=lambda answer: (-answer.not_helped, -answer.read, answer.question))[:MOST_ANSWERS]


def _describe_search(words: str, asked: int, chosen: int) -> SearchUse:
    nearest: Iterable[str] = current_names().find_closest(words, 1)
    name = next(iter(nearest), "")
    return SearchUse(
        words=words,
        link=_search_address(words),
        asked=asked,
        chosen=chosen,
        nearest=name,
        nearest_link=_search_address(name) if name else "",
    )


def _search_address(words: str) -> str:
    return f"{reverse('search')}?{urlencode({'q': words})}"


class UsePage(RoleAdminBase):
    """Adds the page of what readers use to the admin of roles."""

    def use(self, request: HttpRequest) -> HttpResponse:
        """The page of what was read, copied, downloaded, saved and searched for in the last `?days=`. Raises
        PermissionDenied.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = request.GET.get("days", "")
        days = int(asked) if asked in map(str, PERIODS) else USUAL_PERIOD
        return self.render_desk_page(
            request, None, "use", "What readers use", use=read_use(days), periods=PERIODS, weeks_shown=WEEKS_SHOWN
        )
