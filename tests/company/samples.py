"""A company for tests, with something in every field of its profile."""

import msgspec

from company.branding import Branding
from company.logo import draw_logo
from company.profile import CompanyBenefit, CompanyProfile, HouseWord, Office, PayBand

ACME = CompanyProfile(
    name="Acme Charts",
    url="https://acme.example",
    about_short="Acme maps the sea floor.",
    about_long="Acme maps the sea floor for ports and cable ships.",
    values=("We say what we don’t know.",),
    benefits=(CompanyBenefit(name="Health insurance", note="for the whole family"), CompanyBenefit(name="A boat")),
    equal_opportunity="Everyone who can do this job is welcome to apply.",
    accommodation="Tell us what you need and we will arrange it.",
    fair_chance="We consider applicants with records.",
    how_to_apply="Send us a page about your work.",
    apply_to="jobs@acme.example",
    offices=(Office(city="Denver", region="Colorado", country="United States"), Office(country="Spain", remote=True)),
    workplace="hybrid",
    workplace_rules="We meet on Tuesdays.",
    employees=120,
    home="Delaware, United States",
    currency="USD",
    paper="us-letter",
    bonus="10 percent of base salary",
    equity="options over four years",
    pay_bands=(
        PayBand(level="Senior", base_low=150_000, base_high=180_000, equity="more options"),
        PayBand(level="L7", total_low=300_000, total_high=400_000),
    ),
    house_words=(HouseWord(avoid="clients", prefer="customers", why="We serve people."),),
)

LOGO = draw_logo(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#c00"/></svg>'
)
COLORED_ACME = msgspec.structs.replace(ACME, logo=LOGO, accent="#116644")

# A long name, and a color that can't be read on a light ground as it is.
LOUD_BRAND = Branding(
    name="Acme & Daughters Hydrographic <Careers>",
    accent="#ffcc00",
    logo=LOGO,
    footer_lines=("Acme Ltd, 1 Pier Street", "Registered in Delaware"),
    contact="hiring@acme.example",
    shows_credit=False,
)
