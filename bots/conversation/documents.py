"""Documents: texts, papers and proofs of a decision, and what was known (*Unterlagen*).

Source: chat.md, dialogue D15.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.conversation import knowing
from bots.conversation.talk import Talk
from bots.decisions import sources
from bots.decisions.citing import cited
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Link, Message, Part, Text
from core.catalogue import noun_of
from projections import information, search

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
    if found := _named(talk, matter):
        parts += [speech.text(N_("Named in it, or recorded on it:")), *found]
    printed = N_("Paper to print: on the page of {ref}")
    parts.append(Link(label=speech.words(printed, ref=row.ref), item=row.ref))
    talk.messages.append(Message(parts=tuple(parts), item=row.ref))


def _named(talk: Talk, matter: Matter) -> list[Text]:
    """Cite what its text or reasons name, and what names it; nothing merely alike."""
    row, viewer = matter.row, talk.speaker.viewer
    with talk.office.reading() as db:
        told = (one.ref for one in information.naming(db, viewer, row.ref))
        refs = dict.fromkeys(ref for ref in (*cited(row), *told) if ref != row.ref)
        found = [knowing.item(talk, db, noun_of(ref) or "", ref) for ref in refs]
    return [text for text in found if text is not None]


def known(talk: Talk, day: date, topic: str) -> list[Text]:
    """Cite what had been told or asked on ``topic`` by the end of ``day``."""
    position = talk.office.known_at(day)
    if not position:
        return []
    with talk.office.past(position) as db:
        hits = search.find(db, talk.speaker.viewer, topic, MOST, _KNOWN)
        found = [knowing.item(talk, db, hit.noun, hit.ref) for hit in hits]
    return [text for text in found if text is not None]
