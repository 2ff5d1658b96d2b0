"""How pay and experience are written, the same in every page and document."""

from collections.abc import Callable

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
THOUSAND = 1_000
MILLION = 1_000_000


def money(amount: int, currency: str = "USD") -> str:
    """A full amount: $160,000, or CHF 160,000 with a space that does not break."""
    return _sign(currency) + f"{amount:,}"


def short_money(amount: int, currency: str = "USD") -> str:
    """An amount in thousands or millions: $160K, $162.5K, $1.2M. No digit is lost."""
    if amount >= MILLION:
        return _sign(currency) + f"{amount / MILLION:.6f}".rstrip("0").rstrip(".") + "M"
    if amount >= THOUSAND:
        return _sign(currency) + f"{amount / THOUSAND:.3f}".rstrip("0").rstrip(".") + "K"
    return money(amount, currency)


def pay_range(low: int | None, high: int | None, currency: str = "USD") -> str:
    """A range in full amounts: $160,000–$280,000; one end alone reads From or Up to; none gives no text."""
    return _range(low, high, currency, money)


def short_pay_range(low: int | None, high: int | None, currency: str = "USD") -> str:
    """A range in short amounts: $160K–$220K."""
    return _range(low, high, currency, short_money)


def years(low: int | None, high: int | None) -> str:
    """Years of experience: 4–7 years, 5+ years, Up to 1 year; none gives no text."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"Up to {high} {_year_word(high)}"
    if high is None:
        return f"{low}+ years"
    if low == high:
        return f"{low} {_year_word(low)}"
    return f"{low}–{high} years"


def _year_word(count: int | None) -> str:
    return "year" if count == 1 else "years"


def _sign(currency: str) -> str:
    return SYMBOLS.get(currency, f"{currency}\N{NO-BREAK SPACE}")


def _range(low: int | None, high: int | None, currency: str, write: Callable[[int, str], str]) -> str:
    if low is not None and high is not None:
        return write(low, currency) if low == high else f"{write(low, currency)}–{write(high, currency)}"
    if low is not None:
        return f"From {write(low, currency)}"
    return "" if high is None else f"Up to {write(high, currency)}"
