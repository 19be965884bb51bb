"""Spellings: by what name a body is recorded, however it was typed (*Gremium*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import rx

_SHORT: Final = {
    "gv": "Gemeindevertretung",
    "gve": "Gemeindevertretung",
    "gr": "Gemeinderat",
    "stvv": "Stadtverordnetenversammlung",
    "svv": "Stadtverordnetenversammlung",
    "stadtverordneten": "Stadtverordnetenversammlung",
    "hfa": "Haupt- und Finanzausschuss",
}
_GENITIVE: Final = rx(
    r"((?:rat|tag|ausschuss|vorstand|magistrat|gremium|parlament))(?:e?s)$"
)
_ENGLISH: Final = frozenset(
    {"assembly", "board", "committee", "council", "magistrate", "parliament"}
)
_SMALL: Final = frozenset({"und", "für", "der", "des"})


def usual(name: str) -> str:
    """Return the usual name: "stvv" and "STADTVERORDNETENVERSAMMLUNG" are one body."""
    typed = " ".join(name.split())
    low = typed.casefold()
    if low in _SHORT:
        return _SHORT[low]
    words = _GENITIVE.sub(r"\1", low if typed.isupper() else typed).split()
    if words and words[-1].casefold() in _ENGLISH:
        return " ".join(words)
    return " ".join(
        one if one in _SMALL else one[:1].upper() + one[1:] for one in words
    )
