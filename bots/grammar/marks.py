"""The words before and after a date that say what it is for.

::

    bis, spätestens, zum, erst, by      DEADLINE
    am, im, on, nothing                 PLAIN
    vom, seit, ab, statt, since         ORIGIN    names a day, sets none
    vor dem, before                     BEFORE    the day before it
    letzten, vergangenen, last          PAST
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from bots.grammar.fold import rx

_WINDOW: Final = 64  # characters looked at before a date


class Mark(Enum):
    """What a date is for."""

    DEADLINE = "deadline"
    PLAIN = "plain"
    ORIGIN = "origin"
    BEFORE = "before"
    PAST = "past"


_DEADLINE: Final = (
    r"(?:(?:aller)?spätestens|spätest|spät\.?|bis|b\.|zum|erst|frühestens|frist(?:ende)?|"
    r"termin|abgabe(?:termin)?|rückmeldung|antwort|fällig(?:keit)?|deadline|due|by|"
    r"until|till|til|no\slater\sthan|not\slater\sthan|at\sthe\slatest|latest|not\sbefore|"
    r"not\suntil|earliest|nicht\svor|ziel)"
)
_FILLER: Final = (
    r"(?:einschließlich|einschl\.?|inklusive|inkl\.?|incl\.?|including|zu[mr]?|am|an|den|"
    r"dem|der|die|das|the|in|im|on|of|ca\.?|circa|etwa|ungefähr|about|around|noch|"
    r"vor|ab|nach|only|um|so|is|ist|auf|gegen|heute|kommenden|¤+)"
)
_ORIGIN: Final = (
    r"(?:vom|von|seit|ab|nach|from|since|after|as\sof|starting|dated|statt|anstatt|"
    r"anstelle|instead\sof|über|of|nicht\smehr)"
)
_GAP: Final = r"[\s,:(]"
_MARKS: Final = tuple(
    (mark, rx(rf"(?:(?<=^)|(?<=[\s,;:.!?(¤])){words}$"))
    for mark, words in (
        (
            Mark.PAST,
            rf"(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?|last|past){_GAP}+",
        ),
        (Mark.DEADLINE, rf"{_DEADLINE}(?:{_GAP}+(?:{_DEADLINE}|{_FILLER}))*{_GAP}+"),
        (Mark.BEFORE, rf"(?:vor|before|prior\sto)(?:\s(?:dem|den|der|the))?{_GAP}+"),
        (
            Mark.ORIGIN,
            rf"{_ORIGIN}(?:\s(?:dem|den|der|die|das|the|am|im|in|zum|bis|by|ende))*{_GAP}+",
        ),
        (
            Mark.PLAIN,
            (
                rf"(?:am|an|im|in|on|at|noch\sim|noch|während|during|for|für)"
                rf"(?:\s(?:den|dem|der|the|laufe?|verlaufe?|course|des|of))*{_GAP}+"
            ),
        ),
    )
)
_AFTER: Final = rx(
    r"(?:,?\s{0,2}(?:(?:um|gegen|bis|ab|at|by)\s)?\d{1,2}(?:[:.]\d{2})?\s?(?:uhr|h|pm|am)\b"
    r"|,?\s{1,2}(?:einschließlich|inklusive|inkl\.?|inclusive|at\sthe\slatest|latest|"
    r"spätestens|mittags?|abends?|vormittags?|nachmittags?|früh|noon|evening|eod)\b"
    r"|\s{0,2}\((?:einschließlich|inkl\.?|incl\.?)\))"
)
_LEADING: Final = re.compile(r"\s*(?:um|bis)?\s*$")


def mark_before(masked: str, start: int) -> tuple[Mark, int]:
    """Return what the date at ``start`` is for, and where its mark begins."""
    offset = max(0, start - _WINDOW)
    window = masked[offset:start]
    for mark, pattern in _MARKS:
        found = pattern.search(window)
        if found is not None:
            return mark, offset + found.start()
    return Mark.PLAIN, start


def is_marked(masked: str, start: int) -> bool:
    """Tell whether words before ``start`` announce a day of any kind."""
    return mark_before(masked, start)[1] < start


def end_after(folded: str, end: int) -> int:
    """Return the end of the date with its hour and "spätestens" behind it."""
    while (found := _AFTER.match(folded, end)) is not None:
        end = found.end()
    return end
