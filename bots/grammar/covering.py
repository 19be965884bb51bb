"""Covering: that an approval holds for a newer version, too (*gilt auch für*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx

_COVERS: Final = rx(
    r"\b(?:(?:das|es|die\szustimmung|der\sbeschluss|it|the\sapproval)\s)?"
    r"(?:gilt\sauch\sfür|covers|also\sholds\sfor)\s(?:die\s|the\s)?(?:neue\s|new\s)?"
    r"(?:fassung|version)\s(?P<n>\d{1,3})\b"
)


def covering(text: str) -> tuple[str, int]:
    """Return ``text`` as an approval, and the version that it covers, or 0."""
    found = _COVERS.search(fold(text))
    if found is None:
        return text, 0
    said = f"{text[: found.start()]}zugestimmt{text[found.end() :]}"
    return said, int(found["n"])
