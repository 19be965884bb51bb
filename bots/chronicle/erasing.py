"""What went for good, and why, in a sentence (*Löschungen*)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from core import person, text
from core.event import Event
from core.grounds import SECTIONS, Ground

SENTENCES: Final[Mapping[type[Event], str]] = {
    text.Offered: N_("The archive was offered the text {field} of entry {leaf}."),
    text.Erased: N_("The text {field} of entry {leaf} was erased: {ground}."),
    text.Replaced: N_(
        "The text {field} of entry {leaf} was erased: {ground}. It now says: {text}."
    ),
    person.Forgotten: N_("The person was forgotten: {ground}."),
}
_GROUNDS: Final[Mapping[Ground, str]] = MappingProxyType(
    {
        Ground.NOT_NEEDED: N_("no longer needed"),
        Ground.WITHDRAWN: N_("consent withdrawn"),
        Ground.OBJECTION: N_("objection of the person"),
        Ground.UNLAWFUL: N_("should not have been stored"),
        Ground.DUTY: N_("a law demands it"),
        Ground.CORRECTION: N_("it was wrong"),
        Ground.PERIOD_OVER: N_("its period is over"),
    }
)


def ground(one: Ground, speech: Speech) -> str:
    """Return why, with the section it stands on."""
    return f"{speech.translate(_GROUNDS[one])} ({SECTIONS[one]})"
