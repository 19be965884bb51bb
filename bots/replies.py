"""Replies: what whoever acted reads after it was written."""

from __future__ import annotations

from typing import Final

from bots import cards, choices
from bots.locale import N_
from bots.message import Choices, Link, Message, Part, Text
from bots.speech import Fact, Speech
from core.commitment import SILENCE
from core.commitment import events as e
from core.event import Event
from projections.commitments import CommitmentRow


def done(
    event: Event, row: CommitmentRow, before: CommitmentRow | None, speech: Speech
) -> Message:
    """Say that ``event`` was recorded, what follows, and how to take it back."""
    facts = cards.facts_of(row, speech)
    facts |= _facts(event, row, before, speech)
    sentence = _SENTENCES.get(type(event), _NOTED)
    if isinstance(event, e.CounterAccepted | e.ChangeAccepted) and _moved(row, before):
        sentence = N_("Promised: {new}; the old day {old} stays in the history.")
    if isinstance(event, e.TakenBack) and row.state in cards.GONE:
        sentence = cards.NO_LONGER
    parts: list[Part] = [speech.text(sentence, **facts)]
    if not isinstance(event, e.TakenBack):
        parts.append(Choices(options=(choices.undo(row.ref, speech),)))
    parts.append(Link(label=speech.translate(N_("History")), item=row.ref))
    return Message(parts=tuple(parts), item=row.ref, version=row.version)


def already(row: CommitmentRow, lead: str, speech: Speech) -> Message:
    """Say that it is so already."""
    parts = (
        speech.text(N_("That is so already; nothing was changed.")),
        cards.standing(row, lead, speech),
        Link(label=speech.translate(N_("History")), item=row.ref),
    )
    return Message(parts=parts, item=row.ref, version=row.version)


def said(*texts: Text) -> Message:
    """Return a message that only says something."""
    return Message(parts=texts)


def _moved(row: CommitmentRow, before: CommitmentRow | None) -> bool:
    return row.due != row.first_due or (before is not None and before.due != row.due)


def _facts(
    event: Event, row: CommitmentRow, before: CommitmentRow | None, speech: Speech
) -> dict[str, Fact]:
    old = row.first_due if before is None or before.due == row.due else before.due
    if before is not None and before.state == "countered":
        old = row.first_due
    facts: dict[str, Fact] = {"old": speech.short(old), "new": speech.short(row.due)}
    match event:
        case e.CompletionReported(on=on):
            facts["silent"] = speech.short(on + SILENCE)
        case e.CounterProposed(due=due) | e.ChangeProposed(due=due):
            facts["proposed"] = speech.near(due)
        case e.CompletionRejected(missing=text):
            facts["said"] = text.text
        case e.HandedOver(person=person, org=org):
            facts["to"] = speech.org(org) if org else speech.person(person)
        case e.HandOverProposed(to=to):
            facts["to"] = speech.org(to)
        case e.EnteredOnBehalf(org=org, holder=holder, contest_until=until):
            facts |= {"org": speech.org(org), "who": speech.person(holder)}
            facts["until"] = speech.near(until)
        case _:
            pass  # says nothing beyond the row
    return facts


_NOTED: Final = N_("Noted: {ref}.")
_SENTENCES: Final[dict[type[Event], str]] = {
    e.Requested: N_("Noted as **{ref}**: {holder} – {what} by **{due}**."),
    e.Offered: N_("Noted as **{ref}**: {holder} offers {what} by **{due}**."),
    e.Promised: N_("Promised: {ref} – {what} by **{due}**. Thank you!"),
    e.PromisedUnderReservation: N_(
        "Promised with reservation: {ref} – {what} by **{due}**, if {body} agrees."
    ),
    e.ReservationLifted: N_("Noted: the council agreed. {ref} is promised by {due}."),
    e.ReservationRefused: N_("Noted: the council said no. {ref} has ended."),
    e.ReservationConditioned: N_(
        "Noted as a counter-proposal for {ref}; {asker} is asked."
    ),
    e.CounterProposed: N_("Proposed: {ref} by **{proposed}**. I will ask."),
    e.CounterAccepted: N_("Promised: {ref} – {what} by {new}."),
    e.OfferAccepted: N_("Accepted: {ref} – {what} by {new}. Thank you, {holder}!"),
    e.Declined: N_("Noted, without judgement."),
    e.Withdrawn: N_("Withdrawn: {ref} – {what}."),
    e.ProgressReported: N_("Noted for {ref}. Thank you for letting us know."),
    e.HandedOver: N_("{ref} is now with {to}."),
    e.HandOverProposed: N_("I am asking {to} to take over {ref}."),
    e.HandOverDeclined: N_("Noted: {ref} stays with {holder}."),
    e.ChangeProposed: N_("Proposed: {ref} by **{proposed}**. I will ask."),
    e.ChangeAccepted: N_("Agreed: {ref} by {new}."),
    e.ChangeRejected: N_("Noted: {ref} stays as promised, by {due}."),
    e.CompletionReported: N_(
        "Noted: {ref} is done. {asker} is asked (without an answer it counts as "
        "accepted on {silent})."
    ),
    e.CompletionAccepted: N_("{ref} is done. Thanks to {holder}!"),
    e.CompletionRejected: N_("Noted: in {ref} something is missing. {holder} knows."),
    e.Released: N_("{holder} is released from {ref}."),
    e.Reneged: N_(
        "Noted: {ref} cannot be kept. {asker} knows. Thank you for saying so."
    ),
    e.Upheld: N_("Noted: {ref} stands, although {cites} holds no more."),
    e.ReleaseSought: N_("Noted: {asker} is asked to release {holder} from {ref}."),
    e.FulfilmentDisputed: N_("Noted: {ref} is open again, {holder} knows."),
    e.Thanked: N_("{holder} reads your thanks for {ref}."),
    e.TakenBack: N_("Taken back: {ref} is as it was before."),
    e.DraftDiscarded: N_("Discarded: what was prepared for {ref} will not be done."),
    e.EnteredOnBehalf: N_(
        "Entered for **{org}**. {who} gets word and can confirm or contest it. It is "
        "shown, but binds only once confirmed, or if nobody contests it until {until}."
    ),
    e.OnBehalfConfirmed: N_("Confirmed: {ref}."),
    e.OnBehalfContested: N_("Contested: {ref} is as it was before the entry."),
}
