"""Citing: a decision in one line, with number, day, count and status (*Beleg*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bots.chronicle import names
from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.lines import line
from bots.locale import N_
from bots.message import Part, Span, Text
from bots.speech import Fact, Speech
from projections.commitments import CommitmentRow
from projections.decisions import DecisionRow, Entry, FollowUp


def decision(n: int, matter: Matter, speech: Speech) -> Text:
    """Cite the ``n``-th decision of an answer."""
    row = matter.row
    facts: dict[str, Fact] = wording.facts_of(matter, speech)
    facts["opened"] = speech.figures(row.opened_on) if row.opened_on else "–"
    everybody = len(row.bound) == len(matter.members)
    sentence = _LINES.get(row.state, _OTHER)
    if row.state == "decision_in_force" and everybody:
        sentence = _HOLDS
    said = speech.text(sentence, **facts)
    spans = [Span(text=f"{n}) "), Span(text=row.ref, strong=True, item=row.ref)]
    spans += [Span(text=" "), *said.spans]
    if row.review_on is not None and row.holds:
        again = speech.text(N_(" Review {review}."), **facts)
        spans += again.spans
    return Text(spans=tuple(spans))


def deciding(row: DecisionRow, speech: Speech) -> Text:
    """Say that a position is wanted, and until when."""
    said = speech.text(
        N_("“{title}” – your position is wanted until **{until}**."),
        title=row.title,
        until=speech.near(row.until) if row.until else None,
    )
    return line(row.ref, said)


def in_council(one: FollowUp, speech: Speech) -> Text:
    """Say what a body of one's own organisation still owes, and until when."""
    sentence = N_("“{title}” – {body}: **{state}**.")
    if one.on is not None:
        sentence = N_("“{title}” – {body}: **{state}**, by {on}.")
    said = speech.text(
        sentence,
        title=one.title,
        body=speech.body(one.mover, one.body),
        state=names.state(f"council_{one.step.value}", speech),
        on=speech.near(one.on) if one.on else None,
    )
    return line(one.ref, said)


def doubted(row: CommitmentRow, speech: Speech) -> Text:
    """Say that the decision behind a commitment has ended, and ask how it stands."""
    said = speech.text(
        N_("“{what}” – {cites} holds no more: does it stand? “{ref} stands”"),
        what=row.what or speech.translate(N_("(text erased)")),
        cites=row.cites,
        ref=row.ref,
    )
    return line(row.ref, said)


def beside(rows: Sequence[CommitmentRow], speech: Speech) -> Text:
    """Say which commitments are open on the same matter."""
    spans: list[Span] = [Span(text=speech.translate(N_("Open on this: ")))]
    for n, row in enumerate(rows):
        spans.append(Span(text=", " if n else ""))
        spans.append(Span(text=row.ref, strong=True, item=row.ref))
        who = f" ({speech.org(row.holder)}, {speech.short(row.due)})"
        spans.append(Span(text=who))
    return Text(spans=(*(span for span in spans if span.text), Span(text=".")))


def held(entries: Sequence[Entry], day: date, speech: Speech) -> list[Part]:
    """Say what held on ``day``."""
    rows = [entry.row for entry in entries]
    refs = ", ".join(row.ref for row in rows)
    head = N_("On {day} held: {refs}. (As far as is known today.)")
    if len(rows) == 1:
        head = N_("On {day} only {refs} held. (As far as is known today.)")
    lines = [
        line(row.ref, speech.text(N_("“{title}”"), title=row.title)) for row in rows
    ]
    return [speech.text(head, day=speech.figures(day), refs=refs), *lines]


_OTHER: Final = N_("“{title}” – **{state}**.")
_HOLDS: Final = N_("“{title}”, forum {closed}, {count}, **holds**.")
_COUNTED: Final = N_("“{title}”, forum {closed}, {count}, **{state}**.")
_LINES: Final[dict[str, str]] = {
    "decision_open": N_("“{title}”, **being decided** until {until}."),
    "decision_objected": N_(
        "“{title}”, **being decided** until {until}, with objections."
    ),
    "decision_rejected": _COUNTED,
    "decision_resolved": _COUNTED,
    "decision_reconsidered": _COUNTED,
    "decision_ratifying": N_(
        "“{title}”, forum {closed}, {count}, **in the councils** – {matrix}. "
        "{from_when}"
    ),
    "decision_partly_in_force": N_(
        "“{title}”, forum {closed}, {count}, **holds** for {bound} – {matrix}."
    ),
    "decision_in_force": N_(
        "“{title}”, forum {closed}, {count}, **holds** for {bound}."
    ),
    "decision_under_review": N_(
        "“{title}”, forum {closed}, {count}, **holds** and is under review."
    ),
    "decision_failed": N_("“{title}”, forum {closed}, {count}, **failed** – {matrix}."),
    "decision_superseded": N_("“{title}” – **replaced by {by}**."),
    "decision_repealed": N_("“{title}” – **repealed by {by}**."),
}
