"""Decided: what a forum decided, with number, day, status and source (*Beschlusslage*).

Nothing is written, and nothing is said that does not stand in an item (rule 12).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bots.conversation import documents, earlier
from bots.conversation.talk import Talk
from bots.decisions import citing
from bots.grammar.item import refs_in
from bots.locale import N_
from bots.message import Choice, Choices, Link, Message, Part
from core.catalogue import noun_of
from projections import commitments, decisions, people, search
from projections.commitments import CommitmentRow
from projections.decisions import DecisionRow, Entry
from projections.viewer import Reader, Viewer

MOST: Final = 6  # decisions of one answer
_OPEN: Final = 4  # open commitments beside them


def what_decided(talk: Talk, topic: str) -> None:
    """Answer ``Was haben wir zu … entschieden?``."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        rows = _found(talk, topic)
        hits = search.find(db, speaker.viewer, topic, MOST, ("commitment",))
        known = commitments.several(db, speaker.viewer, [hit.ref for hit in hits])
    open_ = [row for row in known if row.open][:_OPEN] if topic.strip() else []
    if not rows:
        _nothing(talk, topic, open_)
        return
    parts = cited(talk, rows)
    if open_:
        parts.append(citing.beside(open_, speech))
    for row in rows[:1]:
        papers = Choice(
            id="b_documents",
            label=speech.translate(N_("Documents")),
            twin=speech.words(N_("{ref} documents"), ref=row.ref),
        )
        history = speech.words(N_("History {ref}"), ref=row.ref)
        parts += [Link(label=history, item=row.ref), Choices(options=(papers,))]
    talk.messages.append(Message(parts=tuple(parts)))


def cited(talk: Talk, rows: Sequence[DecisionRow]) -> list[Part]:
    """Cite decisions, each with its number, day and status."""
    matters = [found for row in rows if (found := talk.matter(row.ref)) is not None]
    speech = talk.speaker.speech
    return [citing.decision(n, one, speech) for n, one in enumerate(matters, 1)]


def as_of(talk: Talk, day: date, topic: str) -> bool:
    """Answer ``Stand am …``: what held on a day, as far as it is known today.

    ``False`` if nothing that was decided on ``topic`` did.
    """
    speech, viewer = talk.speaker.speech, talk.speaker.viewer
    with talk.office.reading() as db:
        entries = _holding(db, viewer, day, topic)
    if not entries:
        return False
    then = _known_then(talk, day, topic)
    parts = citing.held(entries, then, day, speech)
    if topic.strip() and (found := documents.known(talk, day, topic)):
        parts += [speech.text(N_("Known then, besides:")), *found]
    talk.messages.append(Message(parts=tuple(parts)))
    return True


def _holding(
    db: Reader, viewer: Viewer, day: date, topic: str
) -> Sequence[decisions.Entry]:
    """Return what held on a day, of what was decided on ``topic`` if one is named."""
    if not topic.strip():
        return decisions.holding(db, viewer, day).entries
    found = decisions.what_decided(db, viewer, topic, day, decisions.HITS)
    return [one for one in found if one.holds]


def _known_then(talk: Talk, day: date, topic: str) -> Sequence[str]:
    """Return what was thought to hold on ``day`` at its end (*damals bekannt*)."""
    position = talk.office.known_at(day)
    if not position:
        return []
    with talk.office.past(position) as db:
        found = _holding(db, talk.speaker.viewer, day, topic)
    return [one.row.ref for one in found]


def what_held(talk: Talk, day: date, topic: str, known: date | None) -> None:
    """Answer ``Was galt am … zu …?``, as known today or at the end of ``known``."""
    speech, office = talk.speaker.speech, talk.office
    nouns = {noun_of(ref) for ref in refs_in(topic)}
    if nouns and "decision" not in nouns:  # it has no validity of its own
        earlier.as_of(talk, known or day, topic)
        return
    entry = office.known_at(known) if known else 0
    if known and not entry:
        nothing = N_("Nothing was recorded by {day}. Name a later day.")
        talk.say(speech.text(nothing, day=known))
        return
    with office.past(entry) if entry else office.reading() as db:
        names = people.names(db)
        entries = _on(talk, db, day, topic)
    then = replace(speech, organisations=names.organisations, forums=names.forums)
    talk.say(*citing.on_both(entries, topic, (day, known, entry), then))


def _on(talk: Talk, db: Reader, day: date, topic: str) -> Sequence[Entry]:
    viewer = talk.speaker.viewer
    if refs := [ref for ref in refs_in(topic) if noun_of(ref) == "decision"]:
        return decisions.on_day(db, viewer, day, refs)
    if topic:
        return _about(talk, db, day, topic)
    return decisions.holding(db, viewer, day, limit=MOST).entries


def _found(talk: Talk, topic: str) -> Sequence[DecisionRow]:
    """Return what was decided on ``topic``, what holds first; all without one."""
    viewer, today = talk.speaker.viewer, talk.speaker.today
    with talk.office.reading() as db:
        if not topic.strip(" ?"):
            return decisions.listing(db, viewer, limit=MOST).rows
        found = _about(talk, db, today, topic)
    return [one.row for one in found]


def _about(talk: Talk, db: Reader, day: date, topic: str) -> Sequence[Entry]:
    """Return what bound the organisation ``topic``, if it is one, and what tells of it.

    What is told stands in the words of a decision, which seldom name whom it binds.
    """
    viewer = talk.speaker.viewer
    found = decisions.what_decided(db, viewer, topic, day, MOST)
    org = talk.speaker.org_named(topic.strip(" ?"))
    if org is None:
        return found
    bound = decisions.binding(db, viewer, day, org, MOST)
    known = {one.row.ref for one in bound}
    return [*bound, *(one for one in found if one.row.ref not in known)][:MOST]


def _nothing(talk: Talk, topic: str, open_: Sequence[CommitmentRow]) -> None:
    speech = talk.speaker.speech
    said = speech.text(
        N_("Nothing found: on “{topic}” no decision is recorded."), topic=topic or "…"
    )
    if not open_:
        talk.say(said)
        return
    talk.messages.append(Message(parts=(said, citing.beside(open_, speech))))
