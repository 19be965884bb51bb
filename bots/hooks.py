"""Hooks: in words, that other software takes nothing any more (*Meldestellen*)."""

from __future__ import annotations

from datetime import date

from bots.locale import N_
from bots.message import Message
from bots.ports import Office, Post
from bots.reached import coordination


def given_up(
    office: Office, number: int, host: str, reason: str, today: date
) -> tuple[Post, ...]:
    """Tell coordination that a receiver is called no more; ``reason`` is a code."""
    with office.reading() as db:
        persons = coordination(db, today)
    posts = []
    for person in persons:
        speech = office.speech(person)
        said = speech.text(
            N_(
                "{host} has not taken what Faden tells it for days ({reason}), so it "
                "is called no more. When it works again, press “Go on” on the page "
                "“Other software”; it then gets everything that it missed."
            ),
            host=host,
            reason=reason,
        )
        posts.append(
            Post(
                key=f"hook/{number}/{today.isoformat()}/{person}",
                person=person,
                message=Message(parts=(said,)),
            )
        )
    return tuple(posts)
