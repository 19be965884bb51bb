"""Commitments as lines of a digest."""

from __future__ import annotations

from typing import Final

from bots import cards
from bots.lines import clipped, line
from bots.locale import N_
from bots.message import Text
from bots.speech import Fact, Speech
from projections.commitments import CommitmentRow


def thanks(row: CommitmentRow, speech: Speech) -> Text:
    """Say what was kept, and that it was in time if it was."""
    done = row.reported_on or row.settled_on
    timely = done is not None and done <= row.due
    sentence = N_("{what} – done on time.") if timely else N_("{what} – done.")
    return line(row.ref, speech.text(sentence, **_facts(row, speech)))


def confirm(row: CommitmentRow, speech: Speech) -> Text:
    """Say what waits for the listener's own word."""
    act = cards.prepared(row, speech)
    return line(row.ref, speech.text(N_("waits for your word: {act}."), act=act))


def todo(row: CommitmentRow, speech: Speech) -> Text:
    """Say what the listener's organisation has to move."""
    late = row.due < speech.today and row.state == "promised"
    sentence = _LATE if late else _TODO.get(row.state, _TODO_ELSE)
    return line(row.ref, speech.text(sentence, **_facts(row, speech)))


def owed(row: CommitmentRow, speech: Speech) -> Text:
    """Say what the listener's organisation waits for."""
    facts = _facts(row, speech)
    if row.state in {"promised", "handing_over"}:
        return line(row.ref, speech.text(N_("{what} – {holder}, {when}."), **facts))
    sentence = _OWED.get(row.state, _OWED_ELSE)
    return line(row.ref, speech.text(sentence, **facts))


def late(row: CommitmentRow, speech: Speech) -> Text:
    """Say what is late between others; coordination alone reads it."""
    sentence = N_("{what} – {holder} for {asker}, {when}.")
    return line(row.ref, speech.text(sentence, **_facts(row, speech)))


def promised(row: CommitmentRow, speech: Speech) -> Text:
    """Say what was promised, whoever listens: nothing about lateness."""
    sentence = N_("{what} – {holder} for {asker} by {due}.")
    return line(row.ref, speech.text(sentence, **_facts(row, speech)))


def kept(row: CommitmentRow, speech: Speech) -> Text:
    """Say who kept what, whoever listens."""
    sentence = N_("{what} – {holder} for {asker}. Thank you!")
    return line(row.ref, speech.text(sentence, **_facts(row, speech)))


def _facts(row: CommitmentRow, speech: Speech) -> dict[str, Fact]:
    what = row.what or speech.translate(N_("(text erased)"))
    return {
        "what": clipped(what),
        "asker": speech.org(row.asker),
        "holder": speech.org(row.holder),
        "due": speech.near(row.due),
        "proposed": speech.near(row.proposed_due or row.due),
        "body": row.body,
        "deadline": speech.near(row.deadline or row.due),
        "when": _when(row, speech),
    }


def _when(row: CommitmentRow, speech: Speech) -> str:
    days = (row.due - speech.today).days
    match days:
        case 0:
            return speech.translate(N_("due today"))
        case 1:
            return speech.translate(N_("due tomorrow"))
        case _ if days < 0:
            return speech.words(N_("was due on {due}"), due=speech.near(row.due))
        case _:
            return speech.words(N_("by {due}"), due=speech.near(row.due))


_LATE: Final = N_("{what} – promised to {asker}, {when}. Done, or rather later?")
_TODO_ELSE: Final = N_("{what} – it is your turn.")
_TODO: Final = {
    "requested": N_("{what} – {asker} asks you for it by {due}."),
    "offered": N_("{what} – {holder} offers it by {due}. Do you accept?"),
    "countered": N_("{what} – {holder} proposes {proposed}. Do you agree?"),
    "reserved": N_("{what} – {body} decides, by {deadline}."),
    "promised": N_("{what} – promised to {asker}, {when}."),
    "handing_over": N_("{what} – {holder} asks you to take it over, by {due}."),
    "renegotiating": N_("{what} – {proposed} is proposed. Do you agree?"),
    "reported": N_("{what} – {holder} reports it done. Is it fine?"),
}
_OWED_ELSE: Final = N_("{what} – {holder}, by {due}.")
_OWED: Final = {
    "requested": N_("{what} – {holder} has not answered yet, {when}."),
    "reserved": N_("{what} – at {holder} {body} decides, by {deadline}."),
}
