"""What is said with an objection: which goal suffers, what would help (*Einwand*)."""

from __future__ import annotations

from typing import Final, NamedTuple

from bots.grammar.fold import fold, rx, tidy

_SUFFERS: Final = r"(?:(?:betroffenes|the)\s)?(?:ziel|goal)"
_HELPS: Final = (
    r"(?:(?:uns\s|das\s|es\s)?(?:würde\s)?(?:hilft|helfen)(?:\swürde)?|"
    r"(?:would\s)?helps?)"
)
_PART: Final = rx(
    rf"(?:[.,;!\n–-]\s*|\s)(?:(?P<goal>{_SUFFERS})|(?P<help>{_HELPS}))\s*:\s*(?=\S)"
)


class Parts(NamedTuple):
    """An objection in parts; what was not said is empty."""

    reason: str
    goal: str
    proposal: str


def apart(text: str) -> Parts:
    """Part what stands behind ``Ziel:`` and ``hilft:`` from the reason before it."""
    found = [*_PART.finditer(fold(text))]
    if not found or not text[: found[0].start()].strip():
        return Parts(text, "", "")
    ends = [*(one.start() for one in found[1:]), len(text)]
    said = {"goal": "", "help": ""}
    for one, end in zip(found, ends, strict=True):
        part = "goal" if one["goal"] else "help"
        said[part] = said[part] or tidy(text[one.end() : end]).rstrip(" .")
    return Parts(tidy(text[: found[0].start()]), said["goal"], said["help"])
