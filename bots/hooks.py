"""Hooks: in words, that other software takes nothing any more (*Meldestellen*)."""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.locale import N_
from bots.message import Message
from bots.ports import Office, Post
from bots.reached import coordination
from bots.speech import Speech

GONE: Final = "410"  # what a receiver answers that wants nothing any more
FORBIDDEN: Final = "forbidden"
TIMEOUT: Final = "timeout"
UNSAFE: Final = "unsafe"
AWAY: Final = "away"

_DAYS: Final = N_(
    "{host} has not taken what Faden tells it for days ({cause}), so it is called no "
    "more. When it works again, press “Go on” on the page “Other software”; it then "
    "gets everything that it missed."
)
_GONE: Final = N_(
    "{host} has answered that it wants nothing more from Faden, so it is called no "
    "more. If that was a mistake, press “Go on” on the page “Other software”; it then "
    "gets everything that it missed."
)
_CAUSES: Final = {
    GONE: N_("the receiver wants nothing any more"),
    FORBIDDEN: N_("the address leads to where Faden may not call"),
    TIMEOUT: N_("the receiver does not answer in time"),
    UNSAFE: N_("the line to the receiver cannot be made safe"),
    AWAY: N_("the receiver cannot be reached"),
}


def cause(reason: str, speech: Speech) -> str:
    """Return in words why a receiver has not taken something; ``reason`` is a code."""
    if reason.isdecimal() and reason != GONE:
        return speech.words(N_("the receiver answers {status}"), status=reason)
    return speech.translate(_CAUSES.get(reason, _CAUSES[AWAY]))


def given_up(
    office: Office, number: int, host: str, reason: str, today: date
) -> tuple[Post, ...]:
    """Tell coordination that a receiver is called no more; ``reason`` is a code."""
    with office.reading() as db:
        persons = coordination(db, today)
    posts = []
    for person in persons:
        speech = office.speech(person)
        sentence = _GONE if reason == GONE else _DAYS
        said = speech.text(sentence, host=host, cause=cause(reason, speech))
        posts.append(
            Post(
                key=f"hook/{number}/{today.isoformat()}/{person}",
                person=person,
                message=Message(parts=(said,)),
            )
        )
    return tuple(posts)
