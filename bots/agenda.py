"""Agenda: in words, what falls on a day (*Termine*)."""

from __future__ import annotations

from typing import Final

from bots.locale import N_
from bots.speech import Speech
from projections.agenda import Day, Standing, What

_TITLES: Final = {
    What.DUE: N_("{ref} due: {what} ({org} for {other})"),
    What.ANSWER: N_("{ref} answer by today: {what}"),
    What.VOTE: N_("{ref} position by today: {what}"),
    What.REVIEW: N_("{ref} review: {what}"),
    What.COUNCIL: N_("{ref} in {body}, {org}: {what}"),
    What.MEETING: N_("Meeting: {forum}"),
}
_DONE: Final = N_("✓ {title}")
_OPEN: Final = N_("{title} – not agreed yet")
_OFF: Final = N_("Called off: {title}")


def title(day: Day, speech: Speech) -> str:
    """Say what it is, in one line."""
    said = speech.words(
        _TITLES[day.what],
        ref=day.ref,
        what=day.title or speech.translate(N_("(text not shown here)")),
        org=speech.org(day.org),
        other=speech.org(day.other),
        forum=speech.forum_called(day.ref),
        body=day.place or speech.translate(N_("the council")),
    )
    if day.standing is Standing.OFF:
        return speech.words(_OFF, title=said)
    if day.done:
        return speech.words(_DONE, title=said)
    return speech.words(_OPEN, title=said) if day.standing is Standing.OPEN else said
