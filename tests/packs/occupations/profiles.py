"""Profiles of occupations as they ship, without a database."""

from occupations.codes import MAJOR_GROUPS
from occupations.reading import OccupationFamily, OccupationProfile
from tests.factories import shipped_onet, shipped_outlooks, shipped_texts


def shipped_profile(code: str) -> OccupationProfile:
    """The profile of an O*NET-SOC code; without a summary and duties where none ship."""
    record = next(record for record in shipped_onet().occupations if record.code == code)
    text = shipped_texts().get(code)
    outlook = next((outlook for outlook in shipped_outlooks() if outlook.soc == code[:7]), None)
    return OccupationProfile(
        code=code,
        soc=code[:7],
        slug="x",
        title=record.title,
        family=OccupationFamily(code[:2], MAJOR_GROUPS[code[:2]]),
        has_data=True,
        summary=text.summary if text else "",
        duties=tuple(text.duties) if text else (),
        written_by="rolebook" if text else "",
        facts=record.facts,
        titles=tuple(title.title for title in record.titles),
        outlook=outlook,
    )
