"""Holding: what holds now, for somebody, on something, or at all (*Was gilt?*)."""

from __future__ import annotations

from typing import Final

from bots.conversation import decided
from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Message
from projections import decisions, people
from projections.decisions import DecisionRow
from projections.viewer import Reader

_MATRIX: Final = 200  # decisions in the councils that are looked through


def what_holds(talk: Talk, topic: str) -> None:
    """Answer ``Was gilt?``: for an organisation what binds it, and nothing else.

    Without anybody or anything named: what holds in the forums of the asker.
    """
    named = topic.strip(" ?")
    org = talk.speaker.org_named(named) if named else None
    if named and org is None:
        decided.what_decided(talk, topic)
        return
    with talk.office.reading() as db:
        rows, waits = _of(talk, db, org) if org else _own(talk, db)
    parts = decided.cited(talk, rows)
    speech = talk.speaker.speech
    if not rows:
        sentence = N_("Nothing found: in your forums no decision holds yet.")
        if org:
            sentence = N_("Nothing found: no decision holds for {org} at present.")
        parts.append(speech.text(sentence, org=speech.org(org)))
    if waits:
        refs = ", ".join(f"{row.ref} (“{row.title}”)" for row in waits)
        parts.append(speech.text(N_("Still in the councils: {refs}."), refs=refs))
    talk.messages.append(Message(parts=tuple(parts)))


def _of(
    talk: Talk, db: Reader, org: str
) -> tuple[list[DecisionRow], list[DecisionRow]]:
    """Return what binds ``org``, and for what its council is awaited."""
    viewer, today = talk.speaker.viewer, talk.speaker.today
    bound = decisions.binding(db, viewer, today, org, decided.MOST)
    lines = decisions.matrix(db, viewer, today, limit=_MATRIX).lines
    waits = [
        line.row
        for line in lines
        if org not in line.row.bound
        and any(one.org == org and one.body for one in line.cells)
    ]
    return [one.row for one in bound], waits


def _own(talk: Talk, db: Reader) -> tuple[list[DecisionRow], list[DecisionRow]]:
    """Return what holds in the forums in which the asker has a seat."""
    viewer, today = talk.speaker.viewer, talk.speaker.today
    own = {seat.forum for seat in people.every_seat(db) if seat.org in viewer.orgs}
    found = decisions.holding(db, viewer, today, sorted(own), decided.MOST)
    return [one.row for one in found.entries], []
