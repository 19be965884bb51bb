"""Reactions: what others read when something happened to a decision.

Each event leads to at most one message per recipient; whoever acted reads a reply.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bots.decisions import cards, promising, reminding, telling, wording
from bots.decisions import told as audience
from bots.decisions.choices import Look
from bots.decisions.matter import Matter, load
from bots.decisions.told import CARD, Whom
from bots.lines import clipped
from bots.locale import N_
from bots.message import Message, Part, Text
from bots.ports import Office, Post
from bots.reached import Told, coordination, day_of, desk, noted, persons
from bots.speech import Fact, Speech
from core.decision import events as e
from core.facts import Power
from core.ports import Recorded
from projections import information, people
from projections.viewer import MACHINE, Reader

_SAID: Final = (
    e.PositionGiven,
    e.PositionCorrected,
    e.OptionsScored,
    e.ObjectionIntegrated,
    e.ObjectionWithdrawn,
    e.RecusalDeclared,
)


@dataclass(frozen=True, slots=True)
class About:
    """A decision, the event, the day on which it was recorded, and by whom."""

    matter: Matter
    event: e.Happening
    today: date
    actor: str


def react(office: Office, recorded: Recorded, event: e.Happening) -> tuple[Post, ...]:
    """Return what ``event`` makes us say, and to whom."""
    with office.reading() as db:
        today = day_of(db, recorded)
        matter = load(db, MACHINE, recorded.ref, today)
        if matter is None or _knows(event, recorded):
            return ()
        about = About(matter, event, today, recorded.origin.actor)
        whom, sentence = _told(about)
        reached = {
            person: told
            for one in whom
            for person, told in _reached(db, one, about).items()
        }
        reached = _without_asked(db, reached, about, recorded.position)
    return tuple(
        Post(
            key=f"reaction/{recorded.position}/{person}",
            person=person,
            message=noted(
                _message(office, about, sentence, person, told.org),
                told,
                office.speech(person),
            ),
        )
        for person, told in reached.items()
        if person != recorded.origin.actor
    )


def _knows(event: e.Happening, recorded: Recorded) -> bool:
    """Whether an organisation would only be told what it said of itself."""
    own = isinstance(event, e.RatificationRequired | e.DeadlineSet)
    return own and recorded.origin.org == getattr(event, "org", None)


def _told(about: About) -> tuple[Sequence[Whom], str]:
    """Return whom to tell what."""
    event, matter = about.event, about.matter
    match event:
        case e.Revised() if not matter.in_forum:
            return (), CARD
        case e.Revised() if not event.integrates:
            return (Whom.MEMBERS,), audience.ANEW
        case e.ReviewFellDue(because=str()):
            return (Whom.MEMBERS, Whom.COORDINATION), audience.CHANGED
        case _ if isinstance(event, _SAID):
            complete = matter.row.state == "decision_open" and not matter.row.silent
            return ((Whom.COORDINATION,), audience.COMPLETE) if complete else ((), CARD)
        case _:
            return audience.TOLD.get(type(event), ((), CARD))


def _reached(db: Reader, whom: Whom, about: About) -> dict[str, Told]:
    """Return who is told, each with the organisation for which."""
    row, today = about.matter.row, about.today
    org = str(getattr(about.event, "org", ""))
    match whom:
        case Whom.COORDINATION:
            return coordination(db, today)
        case Whom.MOVER:
            return desk(db, row.org, row.forum, row.opener, today)
        case Whom.OWN if getattr(about.event, "org", None) is not None:
            return _everybody(db, [org], about)
        case Whom.HOLDERS:
            return persons(db, _holders(db, org, about), row.forum, today)
        case Whom.PROMISERS:
            return promising.asked(db, org, row.forum, today)
        case Whom.HOLDER if isinstance(about.event, e.EnteredOnBehalf):
            return persons(db, {about.event.holder: org}, row.forum, today)
        case _:
            orgs = [one.org for one in about.matter.positions]
            return _everybody(db, orgs, about)


def _without_asked(
    db: Reader, reached: dict[str, Told], about: About, position: int
) -> dict[str, Told]:
    """Leave out who reads of it with the question what they promise for it."""
    event, row = about.event, about.matter.row
    if not isinstance(event, e.TookEffect | e.PartlyTookEffect):
        return reached
    asked = {
        person
        for one in about.matter.positions
        if one.org in event.orgs and (one.asked_at is None or one.asked_at > position)
        for person in promising.asked(db, one.org, row.forum, about.today)
    }
    return {person: told for person, told in reached.items() if person not in asked}


def _holders(db: Reader, org: str, about: About) -> dict[str, str]:
    acting = people.persons_of(db, org, about.matter.row.forum, about.today)
    return {m.person: org for m in acting if Power.CONSENT.value in m.powers}


def _everybody(db: Reader, orgs: Sequence[str], about: About) -> dict[str, Told]:
    """Return the clerks and the mandate holders of ``orgs``."""
    forum, found = about.matter.row.forum, dict[str, Told]()
    for org in orgs:
        found |= desk(db, org, forum, None, about.today)
        found |= persons(db, _holders(db, org, about), forum, about.today)
    return found


def _message(
    office: Office, about: About, sentence: str, person: str, org: str
) -> Message:
    speech, viewer = office.speech(person), office.viewer(person)
    with office.reading() as db:
        matter = load(db, viewer, about.matter.row.ref, about.today) or about.matter
        acting = people.persons_of(db, org, matter.row.forum, about.today)
        if isinstance(about.event, e.PromisesAsked):
            owner = about.event.org
            since = promising.bound_since(db, matter, owner)
            return promising.message(matter, owner, since, speech)
        source = _source(office, db, about.event, person)
    able = any(m.person == person and Power.CONSENT.value in m.powers for m in acting)
    look = Look(org=org, able=able, runs=viewer.coordinates)
    if sentence == CARD:
        return cards.card(matter, look, speech)
    look = replace(look, terms=telling.terms_of(about.event))
    facts = telling.facts_of(about.event, matter, speech)
    facts |= {"source": source, "council": wording.council(matter, org, speech)}
    parts: list[Part] = [_entered(about.actor, sentence, facts, speech)]
    parts += reminding.wish(about.event, matter, speech)
    parts += telling.beside(about.event, matter, speech)
    if isinstance(about.event, _WITH_DETAILS):
        parts += cards.details(matter, look, speech)
    return cards.message(matter, parts, look, speech)


def _entered(
    actor: str, sentence: str, facts: Mapping[str, Fact], speech: Speech
) -> Text:
    """Say what happened, and who entered it where somebody did."""
    said = speech.text(sentence, **facts)
    if sentence not in audience.ENTERED or actor not in speech.cards:
        return said
    who = speech.text(N_("{who} has entered: "), who=speech.person(actor))
    return Text(spans=(*who.spans, *said.spans))


def _source(office: Office, db: Reader, event: e.Happening, person: str) -> str:
    """Return what is said to have changed, as far as ``person`` may see it."""
    ref = getattr(event, "because", None)
    if ref is None:
        return ""
    row = information.get(db, office.viewer(person), ref)
    speech = office.speech(person)
    if row is None:
        return speech.words(N_("{ref} tells of it."), ref=ref)
    facts = {"ref": ref, "org": speech.org(row.org), "text": _clipped(row.text, speech)}
    return speech.words(N_("“{text}” ({ref}, {org})."), **facts)


def _clipped(text: str | None, speech: Speech) -> str:
    return clipped(text or speech.translate(N_("(text erased)"))).rstrip(".")


_WITH_DETAILS: Final = (e.Revised, e.ObjectionRaised)
