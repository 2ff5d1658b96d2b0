"""Where the figures come from, in the words that their licences ask for. Every page and file with them shows these."""

from datetime import date, datetime

import msgspec
from django.utils.translation import gettext as _

from occupations.models import DataRelease

ONET_PAGE = "https://www.onetcenter.org/database.html"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
PROJECTIONS_PAGE = "https://www.bls.gov/emp/"


class Attribution(msgspec.Struct, frozen=True):
    """A source to name: the credit line, the address of its page, and its license, if it has one,
    by name and address. `name` is short, for a link to the credit.
    """

    name: str
    text: str
    url: str
    release: str  # "29.0" or "2024-34"
    released: str  # "August 2024", "" where the release has no date
    loaded_at: datetime | date | None
    licence: str = ""
    licence_url: str = ""


def attribute_onet(release: DataRelease, *, with_sentences: bool = False) -> Attribution:
    """The credit for the O*NET database. `with_sentences` is for pages with its descriptions or task statements."""
    changes = (
        _("Rolebook selected some of its tables and combined them by occupation, without changing any values.")
        if with_sentences
        else _(
            "Rolebook selected some of its tables and combined them by occupation, without changing any values; "
            "summaries and duties are not O*NET’s."
        )
    )
    source = _(
        "This includes information from the O*NET %(release)s Database (%(date)s) by the U.S. Department of Labor, "
        "Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET® is a trademark "
        "of USDOL/ETA. USDOL/ETA has not approved, endorsed or tested these changes."
    ) % {"release": release.name, "date": release.date}
    return Attribution(
        name="O*NET",
        text=f"{source} {changes}",
        url=ONET_PAGE,
        release=release.name,
        released=release.date,
        loaded_at=release.loaded_at,
        licence="CC BY 4.0",
        licence_url=CC_BY,
    )


def attribute_projections(release: DataRelease) -> Attribution:
    """The credit for the employment projections, which are a work of the US Government and free to use."""
    name = _("Employment Projections")
    text = _("Employment Projections %(years)s, U.S. Bureau of Labor Statistics.") % {"years": release.name}
    return Attribution(name, text, PROJECTIONS_PAGE, release.name, release.date, release.loaded_at)


def read_attributions() -> dict[str, Attribution]:
    """The credits for the data that are loaded, by the names "onet" and "projections". One query."""
    releases = {release.data_set: release for release in DataRelease.objects.all()}
    found = {}
    if onet := releases.get(DataRelease.DataSet.ONET):
        found["onet"] = attribute_onet(onet, with_sentences=not onet.is_shipped)
    if projections := releases.get(DataRelease.DataSet.PROJECTIONS):
        found["projections"] = attribute_projections(projections)
    return found
