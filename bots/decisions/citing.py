"""Citing: a decision in one line, with number, day, count and status (*Beleg*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bots.chronicle import names
from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.grammar.item import refs_in
from bots.lines import line
from bots.locale import N_
from bots.message import Part, Span, Text
from bots.speech import Fact, Speech
from core.catalogue import noun_of
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


def cited(row: DecisionRow) -> Sequence[str]:
    """Return the numbers of items that text and reasons of a decision name."""
    said = filter(None, (row.text, row.reasons))
    return [ref for text in said for ref in refs_in(text) if noun_of(ref)]


def resolved(row: DecisionRow, speech: Speech) -> Text:
    """Say how far a decision is."""
    state = names.state(row.state, speech)
    said = speech.text(N_("“{title}” – **{state}**."), title=row.title, state=state)
    return line(row.ref, said)


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


def stuck(row: DecisionRow, speech: Speech) -> Text:
    """Say that objections hinder what should be decided."""
    said = speech.text(
        N_("“{title}” – objections still stand, the term ended on {until}."),
        title=row.title,
        until=speech.near(row.until) if row.until else None,
    )
    return line(row.ref, said)


def overdue(one: FollowUp, speech: Speech) -> Text:
    """Say which body has let its day go by."""
    said = speech.text(
        N_("“{title}” – the result of {body} ({org}) is missing, due was {on}."),
        title=one.title,
        body=speech.body(one.mover, one.body),
        org=speech.org(one.mover),
        on=speech.near(one.on) if one.on else None,
    )
    return line(one.ref, said)


def beside(rows: Sequence[CommitmentRow], speech: Speech) -> Text:
    """Say which commitments are open on the same matter."""
    spans: list[Span] = [Span(text=speech.translate(N_("Open on this: ")))]
    for n, row in enumerate(rows):
        spans.append(Span(text=", " if n else ""))
        spans.append(Span(text=row.ref, strong=True, item=row.ref))
        who = f" ({speech.org(row.holder)}, {speech.short(row.due)})"
        spans.append(Span(text=who))
    return Text(spans=(*(span for span in spans if span.text), Span(text=".")))


def held(
    entries: Sequence[Entry], then: Sequence[str], day: date, speech: Speech
) -> list[Part]:
    """Say what held on ``day``, and whether that was known ``then``, at its end."""
    rows = [entry.row for entry in entries]
    refs = [row.ref for row in rows]
    head = N_("On {day} held: {refs}.")
    if len(rows) == 1:
        head = N_("On {day} only {refs} held.")
    known = N_(" (As far as is known today; nothing of it was **known** then.)")
    if set(then) == set(refs):
        known = N_(" (As far as is known today; what was **known** then was the same.)")
    elif then:
        known = N_(" (As far as is known today; **known** then: {then}.)")
    said = speech.text(head, day=speech.figures(day), refs=", ".join(refs))
    more = speech.text(known, then=", ".join(then))
    lines = [
        line(row.ref, speech.text(N_("“{title}”"), title=row.title)) for row in rows
    ]
    return [Text(spans=(*said.spans, *more.spans)), *lines]


def on_both(
    entries: Sequence[Entry],
    topic: str,
    clocks: tuple[date, date | None, int],
    speech: Speech,
) -> list[Text]:
    """Say how decisions stood on a day, as known at the end of another, or today.

    ``clocks`` are the day that counts, that of what was known, and its last entry.
    """
    day, known, entry = clocks
    head = N_("**What counted on {day}**, as known today:")
    if known:
        head = N_("**What counted on {day}**, as known on {known} (entry {entry}):")
    facts: dict[str, Fact] = {"day": day, "known": known or day, "entry": entry}
    told = [speech.text(head, **facts)]
    if not entries:
        none = N_("Of “{topic}” there was no decision yet.")
        return [*told, speech.text(none, topic=topic or "…")]
    return [*told, *(line(one.row.ref, _stood(one, speech)) for one in entries)]


def _stood(entry: Entry, speech: Speech) -> Text:
    title, state = entry.row.title, names.state(entry.state, speech)
    if entry.until_the_end:
        ended = N_("“{title}” – **{state}** since {day}; until then it bound {bound}.")
        bound = ", ".join(map(speech.org, entry.until_the_end))
        facts: dict[str, Fact] = {"day": entry.row.ended_on or date.max, "bound": bound}
        return speech.text(ended, title=title, state=state, **facts)
    if not entry.bound:
        nobody = N_("“{title}” – **{state}**; it bound nobody.")
        return speech.text(nobody, title=title, state=state)
    bound = ", ".join(map(speech.org, entry.bound))
    some = N_("“{title}” – **{state}**; it bound {bound}.")
    return speech.text(some, title=title, state=state, bound=bound)


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
