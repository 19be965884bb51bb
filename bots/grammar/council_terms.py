"""By when the councils of all are to resolve: ``Räte bis 30.9.`` (*Gremienfrist*)."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx
from bots.grammar.item import cut

_HEAD: Final = rx(
    r"(?:^|[,;.\n]\s*)(?:(?:die\s|the\s)?(?:räte|gremien|gemeindevertretungen|ratsbeschlüsse|"
    r"gremienbeschlüsse|councils)\s(?:(?:sollen\s|should\s)?(?:entscheiden|beschließen|resolve)"
    r"\s)?(?:bis|by|until)|(?:gremien|rats)-?frist\s?:?(?:\s(?:ist|bis))?)\s"
)
_END: Final = re.compile(r"[,;\n/]")


def taken_out(text: str, today: date) -> tuple[str, date | None]:
    """Return ``text`` without that clause, and its day."""
    head = _HEAD.search(fold(text))
    if head is None:
        return text, None
    behind = _END.split(text[head.end() :])[0]
    found = find_date(f"bis {behind}", today)
    if not isinstance(found, Found) or found.start:
        return text, None
    size = found.end - len("bis ")
    if behind[size:].strip(" ."):
        return text, None
    return cut(text, head.start(), head.end() + size), found.day
