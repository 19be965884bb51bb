"""Overview: how things stand now, for the speaker or for a forum (*Überblick*).

Shown because somebody asked; nothing is recorded.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bots import digests
from bots.conversation.talk import Talk
from bots.locale import N_
from core.errors import Code, Refusal
from projections import digest as views
from projections import people

LATELY: Final = timedelta(days=30)  # calendar days of a forum that are looked back on


def overview(talk: Talk, forum: str) -> None:
    """Show the digest of the speaker, or what happened in ``forum``."""
    if forum:
        _forum(talk, forum)
        return
    speaker, speech = talk.speaker, talk.speaker.speech
    since = views.since_a_week(speaker.now)
    with talk.office.reading() as db:
        found = views.digest(db, speaker.viewer, speaker.today, speaker.now, since)
    message = digests.person(found, speech)
    if message is None:
        talk.say(
            speech.text(
                N_(
                    "Nothing waits for you, nothing is owed to you, and nothing is "
                    "new this week."
                )
            )
        )
        return
    talk.messages.append(message)


def _forum(talk: Talk, name: str) -> None:
    speaker = talk.speaker
    with talk.office.reading() as db:
        seen = people.forums(db, speaker.viewer)
        place = next((row for row in seen if row.name == name), None)
        if place is None:
            talk.refuse(Refusal(Code.UNKNOWN_FORUM, forum=name))
            return
        days = (speaker.today - LATELY, speaker.today)
        zone = talk.office.zone()
        found = views.summary(db, speaker.viewer, place.forum, *days, zone)
    talk.messages.append(digests.forum(found, speaker.speech))
