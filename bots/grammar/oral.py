"""Oral: that a result is known by word of mouth only (*mündlich*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx

_ORAL: Final = rx(
    r"\b(?:bisher\s)?(?:nur\s)?(?:mündlich|orally|by\sword\sof\smouth)\b|"
    r"\b(?:die\s|das\s|der\s|the\s)?(?:niederschrift|protokoll|protokollauszug|auszug|beleg|"
    r"nachweis|minutes)\s(?:(?:kommt|folgt|fehlt)(?:\s(?:noch|später|nach))?|"
    r"liegt\snoch\snicht\svor|wird\snachgereicht|will\sfollow|to\sfollow)\b"
)


def without_oral(said: str) -> str:
    """Return ``said`` without the words that there is no evidence yet."""
    for found in reversed([*_ORAL.finditer(fold(said))]):
        said = f"{said[: found.start()]} {said[found.end() :]}"
    return said
