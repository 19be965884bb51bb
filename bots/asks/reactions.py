"""Reactions: what others read when somebody has asked, answered or published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bots.asks import cards, replies, wording
from bots.locale import N_
from bots.message import Facts, Link, Message, Part
from bots.ports import Office, Post
from bots.reached import Told, called, coordination, day_of, desk, noted, persons
from bots.speech import Fact, Speech
from core.ask import events as e
from core.ask.kinds import AskKind
from core.event import Event
from core.ports import Recorded
from projections import asks
from projections.asks import AskRow, Dossier
from projections.viewer import MACHINE, Reader

CARD: Final = ""  # the present card is the message


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """An ask with everything that its messages may tell."""

    row: AskRow
    dossier: Dossier
    event: e.Happening
    caretakers: Mapping[str, str | None]  # by organisation that is asked
    replied: Sequence[str]
    today: date
    org: str  # for which it was done


def react(office: Office, recorded: Recorded, event: e.Happening) -> tuple[Post, ...]:
    """Return what ``event`` makes us say, and to whom."""
    with office.reading() as db:
        dossier = asks.dossier(db, recorded.ref)
        row = dossier.ask(MACHINE) if dossier else None
        if dossier is None or row is None or _goes_unsaid(row, event):
            return ()
        told = dossier.replies(MACHINE)
        about = Round(
            row=row,
            dossier=dossier,
            event=event,
            caretakers={one.org: one.person for one in told},
            replied=[one.org for one in told if one.reply],
            today=day_of(db, recorded),
            org=recorded.origin.org,
        )
        sentence, reached = _told(db, about)
    return tuple(
        Post(
            key=f"reaction/{recorded.position}/{person}",
            person=person,
            message=noted(
                _message(office, about, sentence, person, told.org),
                told,
                office.speech(person),
            ),
            urgent=row.kind is AskKind.HELP and not isinstance(event, e.WentOn),
        )
        for person, told in reached.items()
        if person != recorded.origin.actor
    )


def _goes_unsaid(row: AskRow, event: e.Happening) -> bool:
    """Whether others still have to answer before the one who asks is told."""
    one_of_many = isinstance(event, e.Answered | e.NothingReported | e.AnswerDeclined)
    awaited = bool(row.missing) and row.published_at is None
    return one_of_many and awaited and row.kind is not AskKind.HELP


def _told(db: Reader, about: Round) -> tuple[str, dict[str, Told]]:
    """Return what to say, and to whom for which organisation."""
    row, event = about.row, about.event
    asker = persons(db, {row.opener: row.org}, row.forum, about.today)
    match event:
        case e.Opened():
            return CARD, _desks(db, about, row.audience)
        case e.Closed() if row.kind is AskKind.HELP and about.org == row.org:
            return _SENTENCES[e.Closed], _desks(db, about, row.audience)
        case e.Closed() if row.kind is AskKind.HELP:
            return _CLOSED, _desks(db, about, row.audience) | asker
        case e.Delegated(person=person, org=org):
            return CARD, persons(db, {person: org}, row.forum, about.today)
        case e.Answered() | e.Revised() if row.kind is AskKind.HELP:
            others = [org for org in row.audience if org != event.org]
            return _HELPED, asker | _desks(db, about, others)
        case e.Answered() | e.NothingReported() | e.AnswerDeclined():
            if row.published_at is not None:
                return _LATE, asker
            complete = _COMPLETE if len(row.audience) > 1 else _ONLY
            return complete, {} if row.missing else asker
        case e.Extended():
            return _EXTENDED, _desks(db, about, row.missing)
        case e.WentOn():
            helpers = {} if about.replied else coordination(db, about.today)
            return _STILL, helpers | asker
        case e.Published() | e.Concluded():
            told = _desks(db, about, about.replied)
            return _SENTENCES[type(event)], told | asker
        case e.Cancelled():
            return _SENTENCES[type(event)], _desks(db, about, row.audience)
        case e.EnteredOnBehalf(org=org, holder=holder):
            return CARD, persons(db, {holder: org}, row.forum, about.today)
        case e.OnBehalfConfirmed() | e.OnBehalfContested():
            return _SENTENCES[type(event)], coordination(db, about.today)
        case _:
            return CARD, {}


def _desks(db: Reader, about: Round, orgs: Sequence[str]) -> dict[str, Told]:
    """Return who looks after it for ``orgs``: who was named, else the clerks."""
    reached: dict[str, Told] = {}
    for org in orgs:
        usual = about.caretakers.get(org)
        who = called if about.row.kind is AskKind.HELP else desk
        reached |= who(db, org, about.row.forum, usual, about.today)
    return reached


def _message(
    office: Office, about: Round, sentence: str, person: str, org: str
) -> Message:
    speech, viewer = office.speech(person), office.viewer(person)
    dossier, told = about.dossier, getattr(about.event, "org", "")
    row = dossier.ask(viewer) or about.row
    reply = dossier.reply_of(viewer, org)
    other = dossier.reply_of(viewer, told) if told else None
    look = cards.Look(org=org, reply=reply, runs=org == row.org and reply is None)
    card = cards.card(row, look, speech)
    if sentence == CARD:
        return card
    if isinstance(about.event, e.Published) and reply is None:
        sentence = _RESULT
    facts: dict[str, Fact] = wording.facts_of(row, speech)
    facts["who"] = speech.org(about.org)
    facts |= replies.facts_of(about.event, row, other, speech)
    text = speech.text(sentence, **facts)
    if isinstance(about.event, e.Published):
        return _result(row, text_first=text, speech=speech)
    if sentence in {_STILL, _EXTENDED, _COMPLETE, _ONLY, _LATE}:
        return card.model_copy(update={"parts": (text, *card.parts[1:])})
    link = Link(label=speech.translate(N_("Open")), item=row.ref)
    return Message(parts=(text, link), item=row.ref, version=row.stage)


def _result(row: AskRow, text_first: Part, speech: Speech) -> Message:
    rows = list(wording.result(row, speech))
    if row.summary:
        rows.insert(0, (speech.translate(N_("Summary")), row.summary))
    link = Link(label=speech.translate(N_("Table and chart")), item=row.ref)
    parts: tuple[Part, ...] = (text_first, Facts(rows=tuple(rows)), link)
    return Message(parts=parts, item=row.ref, version=row.stage)


_EXTENDED: Final = N_(
    "{ref} ({text}) runs until **{due}** now. The answer of your organisation is "
    "still missing."
)
_CLOSED: Final = N_("{who} has closed the call for help of {asker}: {ref} ({text}).")
_RESULT: Final = N_(
    "The result of {ref} is out: {text} – {answered} of {asked} have answered."
)
_STILL: Final = N_(
    "{ref}: {asker} has called for help: {text}. {answered} of {asked} have answered. "
    "Is help still needed? The call stays open until {asker} closes it."
)
_COMPLETE: Final = N_(
    "All {asked} have answered {ref} ({text}); the result is promised by {promised}."
)
_ONLY: Final = N_("{org} has answered {ref} ({text}): {said}.")
_LATE: Final = N_("After the result {org} has answered {ref} ({text}).")
_HELPED: Final = N_("{ref} ({text}): **{org}** says: {said}.")
_SENTENCES: Final[Mapping[type[Event], str]] = {
    e.Published: N_(
        "Thank you for your answer! The result of {ref}: {text} – {answered} of "
        "{asked} have answered."
    ),
    e.Concluded: N_("What follows from {ref} ({text}): **{follows}** – {why}."),
    e.Closed: N_("{asker} needs no more help: {ref} ({text}). Thank you!"),
    e.Cancelled: N_("{asker} does not ask any more: {ref} ({text})."),
    e.OnBehalfConfirmed: N_("The entry in {ref} was confirmed."),
    e.OnBehalfContested: N_("The entry in {ref} was contested."),
}
