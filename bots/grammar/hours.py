"""The hour of a day, as people write it: ``um 14 Uhr``, ``14.30 Uhr``, ``2 pm``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.fold import fold, rx
from bots.grammar.item import cut

_HOUR: Final = rx(
    r"(?<![\d.])(?:(?:um|ab|gegen|at|from)\s)?(?:"
    r"(?P<a>\d{1,2})(?:[:.](?P<b>\d{2}))?\s?(?:uhr\b(?:\s(?P<c>\d{2})\b(?!\.))?|h\b)|"
    r"(?P<d>\d{1,2})(?::(?P<e>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?|"
    r"(?P<f>\d{1,2}):(?P<g>\d{2})\b(?:\so'clock)?)"
)
_RANGE: Final = rx(
    r"(?<![\d.])(?:(?:um|von|from|ab)\s)?(?P<a>\d{1,2})(?:[:.](?P<b>\d{2}))?(?:\suhr)?\s?"
    r"(?:-|bis|to)\s?(?=\d{1,2}(?:[:.]\d{2})?\s?(?:uhr|h)\b)"
)
_HALF_DAY: Final = 12  # hours


def hour_in(text: str) -> tuple[str, str]:
    """Return ``text`` without the first hour in it, and that hour like ``14:00``.

    Of "14–16 Uhr" the end stays in the text. What is no hour, such as 25 Uhr, comes as
    it was typed; core says why not.
    """
    if (span := _RANGE.search(fold(text))) is not None:
        rest = f"{text[: span.start()].rstrip()} bis {text[span.end() :]}"
        return rest, f"{int(span['a']):02}:{int(span['b'] or 0):02}"
    found = _HOUR.search(fold(text))
    if found is None:
        return text, ""
    hour = int(found["a"] or found["d"] or found["f"])
    minute = int(found["b"] or found["c"] or found["e"] or found["g"] or 0)
    if found["half"]:
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"] == "p" else 0)
    rest = cut(text, *found.span())
    return re.sub(r"\s+,", ",", rest), f"{hour:02}:{minute:02}"
