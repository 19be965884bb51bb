"""Reactions: what others read when somebody has acted (German: *Reaktionen*).

They run after the views. Each event leads to at most one message per recipient,
under a key of its position, so that saying it again says nothing new.
"""

from __future__ import annotations

from typing import Final

from bots import cards, digests, meetings, preparing
from bots.asks import reactions as asks
from bots.choices import Onlooker
from bots.conversation.speaker import deciding
from bots.decisions import reactions as decisions
from bots.locale import N_
from bots.message import Link, Message
from bots.nudges import reactions as nudges
from bots.ports import Office, Post
from bots.reached import Told, coordination, day_of, desk, noted, persons
from bots.speech import Fact, Speech
from core import digest, forum, nudge
from core.ask import events as ask
from core.commitment import events as e
from core.decision import events as decision
from core.event import Event
from core.ports import Recorded
from projections import commitments, people
from projections.commitments import CommitmentRow
from projections.viewer import MACHINE, Reader

CARD: Final = ""  # the present card is the message


def react(office: Office, recorded: Recorded) -> tuple[Post, ...]:
    """Return what ``recorded`` makes us say, and to whom."""
    event = recorded.event
    if isinstance(event, ask.Happening):
        return asks.react(office, recorded, event)
    if isinstance(event, decision.Happening):
        return decisions.react(office, recorded, event)
    if isinstance(event, digest.Sent):
        return digests.react(recorded, event)
    if isinstance(event, nudge.Sent):
        return nudges.react(office, recorded, event)
    if isinstance(event, forum.Happening):
        return meetings.react(office, recorded)
    told = _TOLD.get(type(event))
    if told is None:
        return ()
    side, sentence = told
    with office.reading() as db:
        row = commitments.get(db, MACHINE, recorded.ref)
        if row is None:
            return ()
        place = people.forum(db, row.forum)
        reached = _reached(db, side, event, recorded, row)
        able = deciding(db, row, day_of(db, recorded))
        sentence = preparing.ANEW if preparing.anew(db, recorded) else sentence
    lead = place.lead if place else ""
    return tuple(
        Post(
            key=f"reaction/{recorded.position}/{person}",
            person=person,
            message=_noted(
                office.speech(person),
                sentence,
                event,
                row,
                told,
                Onlooker(person=person, org=told.org, lead=lead, deciding=able),
            ),
        )
        for person, told in reached.items()
        if person != recorded.origin.actor
    )


def _noted(
    speech: Speech,
    sentence: str,
    event: Event,
    row: CommitmentRow,
    told: Told,
    onlooker: Onlooker,
) -> Message:
    return noted(_message(speech, sentence, event, row, onlooker), told, speech)


def _message(
    speech: Speech,
    sentence: str,
    event: Event,
    row: CommitmentRow,
    onlooker: Onlooker,
) -> Message:
    if sentence == CARD:
        return cards.card(row, onlooker, speech)
    if isinstance(event, e.TakenBack) and row.state in cards.GONE:
        sentence = cards.NO_LONGER
    facts = cards.facts_of(row, speech) | _facts(event, row, speech)
    text = speech.text(sentence, **facts)
    if isinstance(event, _WITH_CARD):
        card = cards.card(row, onlooker, speech)
        return card.model_copy(update={"parts": (text, *card.parts[1:])})
    link = Link(label=speech.translate(N_("History")), item=row.ref)
    return Message(parts=(text, link), item=row.ref, version=row.version)


def _facts(event: Event, row: CommitmentRow, speech: Speech) -> dict[str, Fact]:
    facts: dict[str, Fact] = {
        "old": speech.short(row.first_due),
        "new": speech.short(row.due),
    }
    match event:
        case e.CompletionRejected(missing=text) | e.ProgressReported(text=text):
            facts["said"] = text.text
        case e.FulfilmentDisputed(reason=text) | e.Reneged(reason=text):
            facts["said"] = text.text
        case e.ReleaseSought(reason=why):
            facts["said"] = why.text if why else None
        case e.Upheld(by=org):
            facts["org"] = speech.org(org)
        case e.Declined(by=org) | e.Withdrawn(by=org) | e.HandOverDeclined(by=org):
            facts["org"] = speech.org(org)
        case e.Drafted(org=org) | e.EnteredOnBehalf(org=org) | e.Thanked(org=org):
            facts["org"] = speech.org(org)
        case _:
            pass  # the row says all there is
    return facts


def _reached(
    db: Reader, side: str, event: Event, recorded: Recorded, row: CommitmentRow
) -> dict[str, Told]:
    """Return who is told, each with the organisation for which."""
    today = day_of(db, recorded)
    match side:
        case "holders":
            able = dict.fromkeys(deciding(db, row, today), row.pending_org or "")
            return persons(db, able, row.forum, today)
        case "coordination":
            return coordination(db, today)
        case "colleague" if isinstance(event, e.HandedOver):
            if event.person is not None:
                return persons(db, {event.person: row.holder}, row.forum, today)
            return _desk(db, row.asker, row, recorded) | _desk(
                db, row.holder, row, recorded
            )
        case "both":
            return _desk(db, row.holder, row, recorded) | _desk(
                db, row.asker, row, recorded
            )
        case "to":
            return _desk(db, row.to_org or "", row, recorded)
        case "other":
            org = recorded.origin.org
            other = row.asker if org == row.holder else row.holder
            return _desk(db, other, row, recorded)
        case _:
            org = row.holder if side == "holder" else row.asker
            return _desk(db, org, row, recorded)


def _desk(
    db: Reader, org: str, row: CommitmentRow, recorded: Recorded
) -> dict[str, Told]:
    """Return who looks after it for ``org``: whoever did so far, else the clerks."""
    usual = row.opener if org == row.asker else row.caretaker or row.opener
    return desk(db, org, row.forum, usual, day_of(db, recorded))


_WITH_CARD: Final = (
    e.CompletionRejected,
    e.FulfilmentDisputed,
    e.ReservationConditioned,
    e.Drafted,
    e.EnteredOnBehalf,
    e.Upheld,
    e.ReleaseSought,
)
_TOLD: Final[dict[type[Event], tuple[str, str]]] = {
    e.Requested: ("holder", CARD),
    e.Offered: ("asker", CARD),
    e.Promised: ("asker", N_("{holder} has promised {ref}.")),
    e.PromisedUnderReservation: (
        "asker",
        N_("{holder} has promised {ref}, if {body} agrees."),
    ),
    e.ReservationLifted: (
        "asker",
        N_("At {holder} {body} has agreed: {ref} is promised by {due}."),
    ),
    e.ReservationRefused: ("asker", N_("At {holder} {body} has said no to {ref}.")),
    e.ReservationConditioned: (
        "asker",
        N_("At {holder} {body} has agreed to {ref} with conditions: {remark}."),
    ),
    e.CounterProposed: ("other", CARD),
    e.CounterAccepted: (
        "holder",
        N_("{asker} agrees. Promised: {new}; the old day {old} stays in the history."),
    ),
    e.OfferAccepted: ("holder", N_("{asker} accepts your offer {ref}. Thank you!")),
    e.Declined: ("other", N_("{org} declines {ref} ({what}).")),
    e.Withdrawn: ("other", N_("{org} has withdrawn {ref} ({what}).")),
    e.ProgressReported: ("asker", N_("{holder} on {ref}: {said}")),
    e.HandOverProposed: ("to", CARD),
    e.HandedOver: ("colleague", N_("{ref} ({what}) is now with {holder}, by {due}.")),
    e.HandOverDeclined: ("holder", N_("{org} does not take over {ref} ({what}).")),
    e.ChangeProposed: ("other", CARD),
    e.ChangeAccepted: ("other", N_("The change of {ref} is agreed: by {due}.")),
    e.ChangeRejected: ("other", N_("{ref} stays as promised: by {due}.")),
    e.CompletionReported: ("asker", CARD),
    e.CompletionAccepted: (
        "holder",
        N_("{asker} says: {ref} is fine. Thank you, {holder}!"),
    ),
    e.CompletionRejected: ("holder", N_("In {ref} something is missing: {said}")),
    e.CompletionAcceptedBySilence: (
        "holder",
        N_("{ref} counts as accepted; nobody objected in time."),
    ),
    e.Released: ("holder", N_("{asker} releases {holder} from {ref} ({what}).")),
    e.Reneged: ("asker", N_("{holder} cannot keep {ref} ({what}): {said}")),
    e.FulfilmentDisputed: ("holder", N_("{asker} on {ref}: {said} It is open again.")),
    e.GroundGone: ("both", CARD),
    e.Upheld: (
        "other",
        N_("{org} says: {ref} ({what}) stands, although {cites} holds no more."),
    ),
    e.ReleaseSought: (
        "asker",
        N_(
            "{holder} asks to be released from {ref} ({what}), as {cites} holds no "
            "more: {said}"
        ),
    ),
    e.Thanked: ("holder", N_("{org} thanks you for {ref}: {what}.")),
    e.TakenBack: ("other", N_("{ref} ({what}): the last step was taken back.")),
    e.Drafted: ("holders", N_("{ref} ({what}) needs your confirmation.")),
    e.EnteredOnBehalf: (
        "holders",
        N_("Coordination made an entry for {org} in {ref} ({what})."),
    ),
    e.OnBehalfConfirmed: ("coordination", N_("The entry in {ref} was confirmed.")),
    e.OnBehalfContested: ("coordination", N_("The entry in {ref} was contested.")),
}
