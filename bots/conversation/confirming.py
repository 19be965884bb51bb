"""Confirming: what was prepared or entered and waits for somebody (*Bestätigung*).

A plain yes settles what was said back, never this: items are named (rule 6).
"""

from __future__ import annotations

from collections.abc import Sequence

from bots import cards, choices
from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Link, Message, Part, Span, Text
from core.catalogue import noun_of
from projections import entries, mylist
from projections.commitments import CommitmentRow


def point_out(talk: Talk) -> None:
    """Answer a yes or no to nothing: say what can be confirmed, and by which words."""
    speech = talk.speaker.speech
    with talk.office.reading() as db:
        mine = mylist.mine(db, talk.speaker.viewer, talk.speaker.today)
    own, _ = parted(talk, mine.waiting_confirmation.rows)
    if not own:
        talk.say(
            speech.text(N_("Nothing is waiting for your answer; all is as it was."))
        )
        return
    unclear = speech.text(
        N_(
            "I cannot tell what your answer belongs to; nothing was written. Waiting "
            "for your confirmation:"
        )
    )
    if len(own) > 1:
        talk.messages.append(Message(parts=(unclear, *lines(talk, own))))
        return
    answer = Text(
        spans=(
            *unclear.spans,
            Span(text=f" {own[0].ref}."),
            *_twins(talk, own[0]).spans,
        )
    )
    talk.say(answer)
    talk.show(own[0].ref)


def prepared(talk: Talk) -> str:
    """Return the commitment that the speaker prepared last and that still waits."""
    with talk.office.reading() as db:
        newest = entries.newest_of(db, talk.speaker.person)
    ref = newest[0].partition(":")[2] if newest else ""
    row = talk.row(ref) if noun_of(ref) == "commitment" else None
    own = row is not None and row.pending_org in talk.speaker.orgs
    return ref if row is not None and own and row.pending == "draft" else ""


def parted(
    talk: Talk, rows: Sequence[CommitmentRow]
) -> tuple[list[CommitmentRow], list[CommitmentRow]]:
    """Part what the speaker may confirm from what others have to."""
    own: list[CommitmentRow] = []
    others: list[CommitmentRow] = []
    for row in rows:
        decides = talk.speaker.person in talk.onlooker(row).deciding
        (own if decides else others).append(row)
    return own, others


def lines(talk: Talk, rows: Sequence[CommitmentRow]) -> list[Part]:
    """Say of each what it would mean, and how it is settled or by whom."""
    speech = talk.speaker.speech
    found: list[Part] = []
    for row in rows:
        onlooker = talk.onlooker(row)
        said = cards.pending(row, onlooker, speech)
        head = (Span(text=row.ref, strong=True), Span(text=" – "))
        found.append(Text(spans=(*head, *said.spans, *_twins(talk, row).spans)))
        found.append(Link(label=speech.translate(N_("Open")), item=row.ref))
    return found


def _twins(talk: Talk, row: CommitmentRow) -> Text:
    """Say what can be typed, if the speaker may settle it."""
    onlooker, speech = talk.onlooker(row), talk.speaker.speech
    if onlooker.person not in onlooker.deciding:
        return Text(spans=())
    yes, no = (option.twin for option in choices.of(row, onlooker, speech)[:2])
    return speech.text(N_(" Please answer “{yes}” or “{no}”."), yes=yes, no=no)
