"""Telling: a step of the history as a sentence.

Texts that people typed stand in quotation marks; one that was erased says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from typing import Final

from bots.chronicle import (
    asking,
    choosing,
    commitments,
    deciding,
    digests,
    effects,
    erasing,
    ids,
    knowledge,
    names,
    nudging,
    structure,
)
from bots.locale import N_
from bots.message import Span, Text
from bots.speech import Speech
from core import ask, decision, forum
from core.ask.events import Figure
from core.ask.kinds import AskKind, Disclosure, Follows, Meant
from core.ask.questions import Question, Value
from core.bundle.head import Scope
from core.commitment import events as e
from core.digest import Reach, Sent
from core.event import Event
from core.facts import Basis
from core.forum import ForumKind
from core.grounds import Ground
from core.information import EnteredOnBehalf, Funding, InformationKind
from core.nudge import About, Plan, Why
from core.organisation import OrganisationKind
from core.person import Muted
from core.sealed import Sealed
from projections.steps import Step

SENTENCES: Final[Mapping[type[Event], str]] = {
    **asking.SENTENCES,
    **commitments.SENTENCES,
    **deciding.SENTENCES,
    **digests.SENTENCES,
    **erasing.SENTENCES,
    **knowledge.SENTENCES,
    **nudging.SENTENCES,
    **structure.SENTENCES,
}
_TAILS: Final[Mapping[str, str]] = {
    "reason": N_("Reason: {reason}."),
    "scope": N_("Scope: {scope}."),
    "measure": N_("Done means: {measure}."),
    "evidence": N_("Evidence: {evidence}."),
    "note": N_("Note: {note}."),
    **structure.TAILS,
    "muted": N_("Not wanted: {muted}."),
    "rest_until": N_("Left in peace until {rest_until}."),
    "forums": N_("In: {forums}."),
    "about": N_("About: {about}."),
    "funding": N_("Funding: {funding}."),
    **asking.TAILS,
    **deciding.TAILS,
    **digests.TAILS,
    **erasing.TAILS,
    **nudging.TAILS,
}
"""What is added if it was said and the sentence does not hold it already."""
_ENTERED: Final = (
    e.EnteredOnBehalf,
    EnteredOnBehalf,
    ask.events.EnteredOnBehalf,
    decision.events.EnteredOnBehalf,
)
_EMPTY: Final = {"devices": "–", "powers": "–", "refs": "–"}


def step(one: Step, speech: Speech, *, org: str | None = None) -> Text:
    """Say what was done; ``org`` is for whom it counts if not for who entered it."""
    return _told(one, one.event, org or one.on_behalf_org or one.org, speech)


def steps(history: Iterable[Step], speech: Speech) -> list[Text]:
    """Say of one item what was done, oldest first.

    What follows an entry that nobody contested counts for those it was made for,
    though coordination wrote it down.
    """
    told: list[Text] = []
    entered: str | None = None
    standing: str | None = None
    opened: Event | None = None
    for one in history:
        opened = opened or one.event
        labelled = replace(one, event=asking.labelled(one.event, opened))
        told.append(step(labelled, speech, org=standing))
        if isinstance(one.event, _ENTERED):
            entered = one.event.org
        stood = one.kind.endswith(".on_behalf_stood.v1")
        standing = getattr(one.event, "org", entered) if stood else None
    return told


def _told(one: Step, event: Event, org: str, speech: Speech) -> Text:
    """Say what ``event``, which is or lies in ``one``, tells of ``org``."""
    sentence = _sentence(event)
    texts = {"who": speech.org(org) if org else speech.translate(N_("Operations"))}
    for part in fields(event):  # type: ignore[arg-type]  # every event is a dataclass
        value = getattr(event, part.name)
        if isinstance(value, Event):
            inner = getattr(event, "org", org)
            texts["nested"] = _told(one, value, str(inner), speech).plain
        elif value not in (None, ()) and value is not False:
            texts[part.name] = _worded(one, event, part.name, value, speech)
    spans = [*speech.text(sentence, **{**_EMPTY, **texts}).spans]
    for name, tail in _TAILS.items():
        if name in texts and f"{{{name}}}" not in sentence:
            spans += [Span(text=" "), *speech.text(tail, **texts).spans]
    return Text(spans=tuple(spans))


def _sentence(event: Event) -> str:
    match event:
        case ask.events.Opened(kind=AskKind.HELP):
            return N_("{org} called for help ({meant}): {text}.")
        case decision.events.RatificationRequired(body=decision.councils.SOME_BODY):
            return N_("{org} is bound only when its council agrees.")
        case forum.MeetingHeld(quorate=False):
            return N_(
                "The meeting of {on} took place, too few with a vote to resolve; there "
                "were: {attended}."
            )
        case e.HandedOver(org=str()):
            return N_("{org} took over.")
        case e.HandedOver(person=str()):
            return N_("{who} put it into the hands of {person}.")
        case _:
            return SENTENCES[type(event)]


def _worded(one: Step, event: Event, name: str, value: object, speech: Speech) -> str:
    """Return the value of a field in words, ids as names."""
    match value:
        case Sealed(text=str(text)) if isinstance(event, Sent):
            return digests.sealed(name, text, speech)
        case Sealed(text=text):
            return erasing.text(text, one.why_gone(name), one.position, speech)
        case Funding():
            return _funding(value, one, speech)
        case Value(said=said):
            why = one.why_gone("said")
            quoted = erasing.text(said.text, why, one.position, speech)
            return asking.answer(value, quoted, speech)
        case Question():
            return asking.question(value)
        case Muted():
            return choosing.muted(value, speech)
        case About() | Plan():
            return nudging.item(value, speech)
        case Figure():
            return asking.figure(value, speech)
        case _ if isinstance(value, effects.Part):
            return effects.part(value, speech)
        case date():
            return speech.day(value)
        case tuple():
            each = [_worded(one, event, name, item, speech) for item in value]
            return names.listed(each, speech)
        case Enum():
            return _named(name, value, speech)
        case _:
            return _by_id(one, event, name, value, speech)


def _by_id(one: Step, event: Event, name: str, value: object, speech: Speech) -> str:
    if name == "body":
        return speech.body(getattr(event, "org", one.ref), str(value))
    if name == "holder" and isinstance(event, _ENTERED):
        return speech.person(str(value))
    if name == "field" and isinstance(event, erasing.OF_TEXTS):
        return erasing.field(str(value), speech)
    known = ids.IDS.get(name)
    return known(speech, str(value)) if known else str(value)


def _named(name: str, value: Enum, speech: Speech) -> str:
    code = str(value.value)
    match value:
        case OrganisationKind():
            return names.organisation_kind(code, speech)
        case ForumKind():
            return names.forum_kind(code, speech)
        case InformationKind():
            return names.information_kind(code, speech)
        case AskKind() | Meant() | Disclosure() | Follows():
            return asking.named(value, speech)
        case Why():
            return nudging.why(value, speech)
        case _ if isinstance(value, effects.Named):
            return effects.named(value, speech)
        case Basis():
            return names.basis(code, speech)
        case Reach():
            return digests.reach(value, speech)
        case Ground() | Scope():
            return erasing.named(value, speech)
        case _ if name in _CODES:
            return _CODES[name](code, speech)
        case _:
            return speech.translate(names.OTHER[code]) if code in names.OTHER else code


def _funding(funding: Funding, one: Step, speech: Speech) -> str:
    texts = {
        name: erasing.text(
            getattr(funding, name).text, one.why_gone(name), one.position, speech
        )
        for name in ("programme", "giver", "pitfalls")
    }
    return speech.words(
        N_(
            "{programme} ({giver}, {year}), own share {share} %, answer after {months} "
            "months, pitfalls: {pitfalls}, again: {again}"
        ),
        year=funding.year,
        share=funding.share_percent,
        months=funding.months_to_notice,
        again=speech.translate(names.OTHER[funding.again.value]),
        **texts,
    )


_CODES: Final[Mapping[str, Callable[[str, Speech], str]]] = {
    "role": names.role,
    "powers": names.power,
    "seat": names.seat,
    "mode": names.scope,
}
