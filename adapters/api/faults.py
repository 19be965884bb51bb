"""Faults: in words, what is wrong with one place in a request (*Unstimmigkeit*).

Kinds are those of pydantic's ``type``; one that is not listed has a sentence that fits
them all, and the description of the interface says what may stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from bots.speech import Speech

_OTHER: Final = N_("That does not fit; the description says what may stand here.")
_DATE: Final = N_("That is no day. Please write it like 2027-04-30.")
_LOW: Final = N_("That is too small.")
_HIGH: Final = N_("That is too large.")
_SHORT: Final = N_("That is too short, or too few.")
_LONG: Final = N_("That is too long, or too many.")
_WHOLE: Final = N_("That is no whole number.")
_SENTENCES: Final[Mapping[str, str]] = {
    "missing": N_("This is missing."),
    "extra_forbidden": N_("Faden does not know this here."),
    "string_type": N_("That is no text."),
    "string_pattern_mismatch": N_("That is not written as it must be."),
    "string_too_short": _SHORT,
    "too_short": _SHORT,
    "string_too_long": _LONG,
    "too_long": _LONG,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "greater_than": _LOW,
    "greater_than_equal": _LOW,
    "less_than": _HIGH,
    "less_than_equal": _HIGH,
    "bool_type": N_("That is neither true nor false."),
    "bool_parsing": N_("That is neither true nor false."),
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "list_type": N_("That is no list."),
    "dict_type": N_("That is no object."),
    "model_type": N_("That is no object."),
    "enum": N_("That is none of what can be chosen."),
    "literal_error": N_("That is none of what can be chosen."),
}


def explained(kind: str, speech: Speech) -> str:
    """Return what is wrong."""
    return speech.translate(_SENTENCES.get(kind, _OTHER))
