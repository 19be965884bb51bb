"""Day: a calendar day as people write it in figures (*Tag*)."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_GERMAN: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)


def day(text: str) -> date | None:
    """Return the day that ``text`` names: 2027-04-30 or 30.4.2027."""
    iso, german = _ISO.fullmatch(text.strip()), _GERMAN.fullmatch(text.strip())
    if iso:
        year, month, of_month = iso.groups()
    elif german:
        of_month, month, year = german.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        return None
