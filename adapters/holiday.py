"""Holiday: which days are public holidays in the Land of a region (*Feiertage*)."""

from __future__ import annotations

from datetime import date
from functools import cache


@cache
def holidays_of(law: str, year: int) -> frozenset[date]:
    """Return those of the Land that the law profile names, else of the country."""
    import holidays

    country, _, land = law.partition("-")
    years = range(year - 1, year + 3)
    try:
        known = holidays.country_holidays(country, subdiv=land or None, years=years)
    except NotImplementedError:
        known = holidays.country_holidays("DE", years=years)
    return frozenset(known)
