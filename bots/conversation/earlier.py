"""Earlier: how something stood on a day, as known at its end (*Stand am …*)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bots import citing
from bots.conversation import knowing
from bots.conversation.talk import Talk
from bots.grammar.item import refs_in
from bots.locale import N_
from bots.message import Message, Text
from core.catalogue import noun_of
from projections import commitments, people, search
from projections.commitments import Filter
from projections.search import Hit
from projections.viewer import Reader


def as_of(talk: Talk, day: date, topic: str) -> None:
    """Answer ``Stand am 1.10.2026: Klärschlamm``, from the views of that day."""
    now = talk.speaker.speech
    position = talk.office.known_at(day)
    if not position:
        talk.say(
            now.text(N_("Nothing was recorded by {day}. Name a later day."), day=day)
        )
        return
    with talk.office.past(position) as db:
        found = _about(talk, db, topic) if topic.strip() else _open(talk, db)
    if not found:
        talk.say(
            now.text(
                N_("As of {day} (entry {entry}) I find nothing on “{topic}”."),
                day=day,
                entry=position,
                topic=topic.strip() or "–",
            )
        )
        return
    head = now.text(
        N_("**As of {day}** (entry {entry}), as known then:"), day=day, entry=position
    )
    talk.messages.append(Message(parts=(head, *found)))


def _about(talk: Talk, db: Reader, topic: str) -> list[Text]:
    """Cite what is named, or in what the words stood."""
    viewer = talk.speaker.viewer
    nouns = {ref: noun_of(ref) for ref in refs_in(topic)}
    named = [
        Hit(ref=ref, noun=noun, title=None, forum=None, score=0)
        for ref, noun in nouns.items()
        if noun in knowing.ITEMS
    ]
    hits = named or search.find(db, viewer, topic, knowing.MOST, knowing.ITEMS)
    cited = (knowing.item(talk, db, hit.noun, hit.ref) for hit in hits)
    return [text for text in cited if text is not None]


def _open(talk: Talk, db: Reader) -> list[Text]:
    """Cite what was open."""
    page = commitments.listing(
        db, talk.speaker.viewer, Filter(open_only=True), knowing.MOST
    )
    known = people.names(db)
    speech = replace(talk.speaker.speech, organisations=known.organisations)
    zone = talk.office.zone()
    return [citing.commitment(row, speech, zone) for row in page.rows]
