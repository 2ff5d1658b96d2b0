"""Numbers in Spanish, as amounts of money are written."""

THOUSAND_SEPARATOR = "."
