"""Pay in sentences: what people earn, who says so, and why the figures of different sources differ."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from compensation.figures import ComputedFigure
from compensation.models.survey import SurveyArea
from compensation.periods import spell_period, word_survey_month
from compensation.role_survey import RoleSurvey
from compensation.survey import SurveyAmount
from roles.kit.choices import HeadlineKind
from roles.kit.figures import PayHeadline, format_money, format_number, pay_range

WHOLE_ROLE = 100  # percent


def write_pay_text(
    editorial: Sequence[PayHeadline], survey: RoleSurvey | None, filings: Sequence[ComputedFigure]
) -> str:
    """One paragraph with every figure, its source, and why figures differ, in the current language; "" without a
    figure.
    """
    sentences = [write_survey_sentence(survey), write_mixture(survey)] if survey else []
    sentences += [write_editorial_sentence(headline) for headline in _pick_first(editorial)]
    sentences += [write_filings_sentence(figure) for figure in filings]
    sentences += [reconcile_figures(survey, editorial)]
    return "\n".join(sentence for sentence in sentences if sentence)


def write_survey_sentence(survey: RoleSurvey) -> str:
    """A sentence with the middle half and the median of a survey's pay, in dollars a year."""
    named = {
        "place": word_place(survey),
        "low": word_amount(survey.p25),
        "median": word_amount(survey.p50),
        "high": word_amount(survey.p75),
        "publisher": survey.provenance.publisher,
        "period": survey.provenance.period,
    }
    if survey.p25 and survey.p50 and survey.p75 and not survey.p50.at_least:
        return (
            gettext(
                "Half of the people who do this work in %(place)s earn between %(low)s and %(high)s a year in base "
                "pay, and %(median)s is the median (%(publisher)s, %(period)s)."
            )
            % named
        )
    return gettext("In %(place)s, median base pay is %(median)s a year (%(publisher)s, %(period)s).") % named


def write_change(survey: RoleSurvey) -> str:
    """A sentence on how the median has changed since an earlier year, with the bureau's warning; "" where no earlier
    year is loaded.
    """
    change = survey.change
    if change is None:
        return ""
    named = {
        "before": format_money(change.before),
        "period": word_survey_month(change.year),
        "percent": format_number(abs(change.percent)),
        "place": word_place(survey),
    }
    if change.percent > 0:
        told = gettext(
            "In %(place)s, the median was %(before)s in %(period)s and has risen by %(percent)s%% since then."
        )
    elif change.percent < 0:
        told = gettext(
            "In %(place)s, the median was %(before)s in %(period)s and has fallen by %(percent)s%% since then."
        )
    else:
        told = gettext("In %(place)s, the median was also %(before)s in %(period)s.")
    warning = gettext(
        "The bureau says its survey is less useful for comparisons over time: each year’s figures pool three years of "
        "responses, and the occupations, areas and survey methods change. The figures aren’t adjusted for inflation."
    )
    return f"{told % named} {warning}"


def write_filings_change(figures: Sequence[ComputedFigure]) -> str:
    """A sentence on how the median of all the role's filings has changed since the period before; "" where only one is
    loaded.
    """
    whole = (figure for figure in figures if not figure.level and not figure.title and figure.before and figure.p50)
    figure = next(whole, None)
    if figure is None or figure.before is None or figure.p50 is None:
        return ""
    percent = round((figure.p50 / figure.before.p50 - 1) * 100, 1)
    named = {
        "place": figure.area_name,
        "before": format_money(figure.before.p50, figure.currency),
        "count": format_number(figure.before.n),
        "period": spell_period(figure.before.period),
        "now": format_money(figure.p50, figure.currency),
        "period_now": figure.provenance.period,
        "percent": format_number(percent) if percent < 0 else f"+{format_number(percent)}",
    }
    told = gettext(
        "%(place)s: the median filing was %(before)s in %(period)s (%(count)s records) and %(now)s in %(period_now)s, "
        "a change of %(percent)s%%."
    )
    warning = gettext(
        "Each period’s filings cover different employers and jobs, and the figures aren’t adjusted for inflation."
    )
    return f"{told % named} {warning}"


def write_editorial_sentence(headline: PayHeadline) -> str:
    """A sentence with an editorial range a year, its publisher, area and period."""
    named = {
        "publisher": headline.publisher,
        "kind": word_kind(headline.kind),
        "range": pay_range(headline.low, headline.high, headline.currency),
        "area": headline.area,
        "period": headline.period,
    }
    return gettext("%(publisher)s estimates %(range)s a year, %(kind)s (%(area)s, %(period)s).") % named


def write_filings_sentence(figure: ComputedFigure) -> str:
    """A sentence with the median of the least that visa filings offered, a year, with its source and a warning where
    one employer weighs too much.
    """
    sentence = ngettext(
        "%(count)s visa filing offered a base of %(median)s a year or more (%(publisher)s, %(period)s).",
        "Half of %(count)s visa filings offered a base of %(median)s a year or more (%(publisher)s, %(period)s).",
        figure.n,
    ) % {
        "count": format_number(figure.n),
        "period": figure.provenance.period,
        "median": format_money(figure.p50 or 0, figure.currency),
        "publisher": figure.provenance.publisher,
    }
    if figure.flagged:
        sentence += " " + gettext("One employer filed more than a quarter of them.")
    return sentence


def reconcile_figures(survey: RoleSurvey | None, editorial: Sequence[PayHeadline]) -> str:
    """A sentence on why an editorial range is above or below the survey's middle half; "" where it isn't."""
    if survey is None or survey.p25 is None or survey.p75 is None or not editorial:
        return ""
    highest = max(editorial, key=lambda headline: headline.high)
    reasons = []
    if highest.kind is HeadlineKind.TOTAL:
        reasons.append(gettext("it includes bonus and equity, which the survey leaves out"))
    elif highest.kind is HeadlineKind.UNSTATED:
        reasons.append(gettext("its source doesn’t say whether it includes bonus and equity"))
    if highest.area != survey.area_name:
        named = {"area": highest.area, "place": word_place(survey)}
        reasons.append(gettext("it covers “%(area)s,” while the survey covers every employer in %(place)s") % named)
    if survey.is_estimate:
        reasons.append(gettext("the survey covers whole occupations, not this role alone"))
    if highest.high > survey.p75.amount:
        start = gettext("The estimate is higher than the survey’s figure because")
    else:
        start = gettext("The two differ because")
    return f"{start} {_join_reasons(reasons)}." if reasons else ""


def word_kind(kind: HeadlineKind) -> str:
    """What a range covers, as part of a sentence in the current language."""
    words = {
        HeadlineKind.BASE: gettext("base pay alone"),
        HeadlineKind.TOTAL: gettext("with bonus and equity"),
        HeadlineKind.UNSTATED: gettext("a salary range that doesn’t say what it includes"),
    }
    return words[kind]


def word_place(survey: RoleSurvey) -> str:
    """The name of a place for the middle of a sentence, such as "the Denver-Aurora-Centennial, CO area"."""
    if survey.area_kind == SurveyArea.Kind.NATION:
        return gettext("the United States")
    if survey.area_kind == SurveyArea.Kind.STATE or survey.area_name.endswith("area"):
        return survey.area_name
    return gettext("the %(place)s area") % {"place": survey.area_name}


def word_amount(amount: SurveyAmount | None) -> str:
    """An amount in dollars in words, or "not published" for None, in the current language."""
    return amount.in_words if amount else gettext("not published")


def write_mixture(survey: RoleSurvey) -> str:
    """A sentence that names the occupations of which the figure is a mean, and one on the share of the role that the
    survey has no figure for in the place; "" for the figure of one occupation that is the whole role.
    """
    told = []
    if survey.is_estimate:
        titles = ", ".join(f"{part.pay.title} ({part.weight}%)" for part in survey.parts)
        mixed = gettext(
            "No single occupation in the survey matches this role, so the figure is our weighted mean of %(titles)s."
        )
        told.append(mixed % {"titles": titles})
    if survey.weight < WHOLE_ROLE:
        missing = gettext("The survey has no figure here for the role’s other occupations (%(percent)s%%).")
        told.append(missing % {"percent": WHOLE_ROLE - survey.weight})
    return " ".join(told)


def _pick_first(editorial: Sequence[PayHeadline]) -> list[PayHeadline]:
    """One range of each kind: the first."""
    by_kind: dict[HeadlineKind, PayHeadline] = {}
    for headline in editorial:
        by_kind.setdefault(headline.kind, headline)
    return [*by_kind.values()]


def _join_reasons(reasons: Sequence[str]) -> str:
    if len(reasons) == 1:
        return reasons[0]
    named = {"first": "; ".join(reasons[:-1]), "last": reasons[-1]}
    return gettext("%(first)s; and %(last)s") % named
