"""Documents: texts, papers and proofs of a decision, and what was known (*Unterlagen*).

Source: chat.md, dialogue D15.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.conversation import knowing
from bots.conversation.talk import Talk
from bots.decisions import sources
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Link, Message, Part, Text
from projections import search

MOST: Final = 4  # lines of what was known
_KNOWN: Final = ("information", "ask")


def show(talk: Talk, matter: Matter) -> None:
    """Answer ``B7 Unterlagen``."""
    speech, row = talk.speaker.speech, matter.row
    parts: list[Part] = [
        speech.text(
            N_("On what **{ref}** (“{title}”) rests:"), ref=row.ref, title=row.title
        ),
        *sources.texts(matter, speech),
        *sources.proofs(matter, speech),
    ]
    day = row.closed_on or row.opened_on or row.drafted_at.date()
    if found := known(talk, day, row.title):
        parts.append(
            speech.text(N_("Known on the matter on {day}:"), day=speech.figures(day))
        )
        parts += found
    printed = N_("Paper to print: on the page of {ref}")
    parts.append(Link(label=speech.words(printed, ref=row.ref), item=row.ref))
    talk.messages.append(Message(parts=tuple(parts), item=row.ref))


def known(talk: Talk, day: date, topic: str) -> list[Text]:
    """Cite what had been told or asked on ``topic`` by the end of ``day``."""
    position = talk.office.known_at(day)
    if not position:
        return []
    with talk.office.past(position) as db:
        hits = search.find(db, talk.speaker.viewer, topic, MOST, _KNOWN)
        cited = [knowing.cited(talk, db, hit) for hit in hits]
    return [text for text in cited if text is not None]
