"""Job descriptions as people could have typed them, for properties."""

from datetime import date

import msgspec
from hypothesis import strategies as st

from packs.description.starting import start_description
from packs.description.value import DescriptionLine, JobDescription, Need, OfferedPay, Screening, SectionOf, Vacancy
from packs.posting.facts import Employment, OfferedPlace, Workplace
from roles.kit.choices import PayKind, Section
from tests.factories import technical_pm
from web.bullets import drop_marks

HOSTILE = ["<script>alert(1)</script>", "**x**", "{{ x }}", "[team]", "# x", "&amp;", "'\"", "{% load x %}", "=1+1"]

KIT = technical_pm()
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=20) | st.sampled_from(HOSTILE)
words = words.filter(lambda text: drop_marks(text) == text)  # forms drop the marks of lists
paragraphs = st.lists(words.filter(bool), max_size=3).map("\n".join)
figures = st.none() | st.decimals(0, 999_999, places=2, allow_nan=False, allow_infinity=False)
places = st.builds(OfferedPlace, country=words, city=words, remote=st.booleans()).filter(
    lambda place: place != OfferedPlace()
)
years = st.none() | st.integers(0, 50)


def ordered(pair):
    """Two ends of a range in their order."""
    return pair if None in pair else tuple(sorted(pair))


def outline(drawn):
    """Sections in any order; as the usual ones when they are."""
    parts = tuple(
        SectionOf(section=part, heading="" if words == part.label else words, keep=keep) for part, words, keep in drawn
    )
    return () if parts == tuple(SectionOf(section=part) for part in Section) else parts


outlines = st.permutations([*Section]).flatmap(
    lambda order: st.tuples(*(st.tuples(st.just(part), words, st.booleans()) for part in order)).map(outline)
)


@st.composite
def descriptions(draw):
    """A job description of the Technical PM, every field drawn."""
    low, high = ordered((draw(figures), draw(figures)))
    least, most = ordered((draw(years), draw(years)))
    deadline = draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)))
    sections = draw(st.lists(st.tuples(st.sampled_from(Section), words, st.booleans()), max_size=8))
    count = len(KIT.job_description)
    return JobDescription(
        slug=KIT.slug,
        edition=1,
        title=draw(words.filter(bool)),
        level=draw(st.sampled_from(["", *(level.name for level in KIT.levels)])),
        experience_min=least,
        experience_max=most,
        company=draw(words),
        about_company=draw(paragraphs),
        places=tuple(
            draw(
                st.lists(
                    st.builds(OfferedPlace, country=words, city=words).filter(lambda x: x != OfferedPlace()), max_size=3
                )
            )
        ),
        workplace=draw(st.none() | st.sampled_from(Workplace)),
        employment=tuple(draw(st.lists(st.sampled_from(Employment), unique=True))),
        pay=OfferedPay(low=low, high=high, kind=draw(st.sampled_from(PayKind)), bonus=draw(words), equity=draw(words)),
        benefits=draw(paragraphs),
        equal_opportunity=draw(paragraphs),
        deadline=deadline,
        ongoing=deadline is None and draw(st.booleans()),
        how_to_apply=draw(paragraphs),
        vacancy=draw(st.none() | st.sampled_from(Vacancy)),
        screening=draw(st.none() | st.sampled_from(Screening)),
        needs={skill.name: draw(st.sampled_from(Need)) for skill in KIT.skills},
        sections=draw(outlines),
        lines=tuple(
            DescriptionLine(
                id=f"t{number}", section=section, text=text, keep=keep, origin=number if number < count else None
            )
            for number, (section, text, keep) in enumerate(sections)
        ),
        values={"team": draw(words.filter(bool))} if any("[team]" in text for _, text, _ in sections) else {},
    )


# As much as a page has to bear: 100 lines, and names of 40 characters.
LONG = msgspec.structs.replace(
    start_description(KIT, 1),
    title="Leading Technical Product Manager, Plus+",
    company="Donaudampfschifffahrtsgesellschaft m.b.H.",
    lines=tuple(
        DescriptionLine(
            id=f"a{number}", section=[*Section][number % 5], text=f"Line {number} of the [team] in question. " * 2
        )
        for number in range(1, 101)
    ),
)
