"""Additions to the names of places: to who lives there, "Heringen (Werra)" is Heringen.

What tells a place apart from others of its name stands in brackets, behind a comma, or
behind a word such as "an der" or "am".
"""

from __future__ import annotations

import re
from typing import Final

_ADDITION: Final = re.compile(
    r"(?<=\w)(?:\s*[(,/].*|\s(?:[aiobv]\.\s?(?:d\.\s?)?|[aov]\.?\s?d\.?\s|a[mn]\s|a[nu]f?\sde[rm]\s|"
    r"im\s|in\s|bei\s|ob\sder\s|vor\sder\s)\S.*)$"
)
_TWIN: Final = re.compile(r"^(Bad \w{3,})-\w{3,}$")  # Bad Sooden-Allendorf


def short(name: str) -> str:
    """Return a place's ``name`` without its addition; as it is if it has none."""
    bare = _ADDITION.sub("", name)
    twin = _TWIN.match(bare)
    return twin[1] if twin else bare
