"""Where imported figures come from, in the words that stand beside them."""

from datetime import date

from roles.kit.value import KitSource
from roles.models.working_copy import Source as SourceRow

OEWS = "us-bls-oews"
OFLC = "U.S. Department of Labor, Office of Foreign Labor Certification"
OFLC_PAGE = "https://www.dol.gov/agencies/eta/foreign-labor/performance"
GOVERNMENT_WORK = "US Government work, public domain"
FLOOR = (
    "The wage is the lower end of the range offered on a visa filing, not the middle of the market. "
    "Only some employers sponsor visas. Bonus and equity aren't included."
)
PERCENTILES = (
    "Certified full-time filings whose title counts for the role. The lowest wage offered, converted to yearly pay "
    "(hour × 2,080, week × 52, two weeks × 26, month × 12). Percentiles by linear interpolation, unweighted."
)


def build_lca_source(read_on: date) -> KitSource:
    """The Department of Labor's disclosure files as a source, read on a day."""
    return KitSource(
        slug="us-dol-lca",
        publisher=OFLC,
        title="Labor Condition Application disclosure data (H-1B, H-1B1, E-3)",
        url=OFLC_PAGE,
        period="By fiscal quarter of the decision; each figure names its own",
        method=PERCENTILES + " Each case number counts once.",
        caveat=FLOOR,
        licence=GOVERNMENT_WORK,
        retrieved_on=read_on,
    )


def lca_extract(read_on: date) -> KitSource:
    """An extract of the disclosure files without case numbers, as a source of its own, so that no
    filing counts twice.
    """
    return KitSource(
        slug="us-dol-lca-extract",
        publisher=OFLC,
        title="Labor Condition Application disclosure data, extract of the h1b-explorer project",
        url="https://github.com/MaxGhenis/h1b-explorer",
        period="By fiscal quarter of the decision; each figure names its own",
        method=PERCENTILES + " The extract has no case numbers: each row counts.",
        caveat=FLOOR,
        licence=GOVERNMENT_WORK,
        retrieved_on=read_on,
    )


def build_oews_source(read_on: date) -> KitSource:
    """The survey of the Bureau of Labor Statistics as a source, read on a day."""
    return KitSource(
        slug=OEWS,
        publisher="U.S. Bureau of Labor Statistics",
        title="Occupational Employment and Wage Statistics",
        url="https://www.bls.gov/oes/",
        period="May of the year that each figure names",
        method=(
            "A survey of about 1.1 million establishments. It covers full-time and part-time employees, and yearly "
            "wages are hourly wages times 2,080."
        ),
        caveat=(
            "The survey is by occupation, not by job title: each kit names the occupations that its role is counted "
            "in. Bonuses, stock and overtime aren't included. It pools six panels over three years, so consecutive "
            "years share most of their responses."
        ),
        licence=GOVERNMENT_WORK,
        retrieved_on=read_on,
    )


def wage_levels(read_on: date) -> KitSource:
    """The prevailing wages, with the area factors made from them, as a source read on a day."""
    return KitSource(
        slug="us-dol-wage-levels",
        publisher=OFLC,
        title="Prevailing wage levels by area and occupation",
        url="https://flag.dol.gov/wage-data/wage-data-downloads",
        period="The wage year, July to June, that each figure names",
        method=(
            "Area factor: a third of level I plus two thirds of level IV, over the occupation's national mean wage "
            "(OEWS), averaged over five occupations that employers file product and engineering titles under: "
            "11-2021, 11-3021, 13-1082, 15-1252 and 15-1299."
        ),
        caveat=(
            "A factor compares wages, not prices, and says nothing about any one employer's location-based pay policy."
        ),
        licence=GOVERNMENT_WORK,
        retrieved_on=read_on,
    )


def add_source(source: KitSource) -> None:
    """Store the source's row where there is none with its slug; a stored row stays as it is."""
    fields = {name: getattr(source, name) for name in source.__struct_fields__ if name != "slug"}
    SourceRow.objects.get_or_create(slug=source.slug, defaults=fields)
