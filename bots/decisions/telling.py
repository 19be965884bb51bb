"""Telling: what one event of a decision means, for whoever did it and for others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bots.chronicle import effects as effects_of
from bots.chronicle import names
from bots.decisions import deviations, reminding, wording
from bots.decisions.body_echoes import whose
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Part
from bots.speech import Fact, Speech
from core.decision import events as e
from core.decision.kinds import Evidence
from core.event import Event

_LEAST: Final = (  # what only follows from something else
    e.PartlyTookEffect,
    e.TookEffect,
    e.Failed,
    e.EffectRevoked,
    e.RatificationStarted,
    e.OnBehalfConfirmed,
    e.OnBehalfStood,
    e.ConditionsAccepted,
    e.RatificationRequired,
    e.TermSet,
    e.DeadlineSet,
    e.PaperSubmitted,
    e.ItemScheduled,
    e.Drafted,
    e.Revised,
)


def main(events: Sequence[Event]) -> Event:
    """Return the event that says what was done; others followed from it."""
    return max(events, key=_weight)


def _weight(event: Event) -> int:
    kind = type(event)
    return _LEAST.index(kind) if kind in _LEAST else len(_LEAST)


def effects(events: Sequence[Event], matter: Matter, speech: Speech) -> list[Part]:
    """Say whom it binds now, if that has changed, or how it goes on."""
    facts = wording.facts_of(matter, speech)
    found: list[Part] = [
        speech.text(EFFECTS[type(event)], **facts)
        for event in events
        if type(event) in EFFECTS
    ]
    started = any(isinstance(event, e.RatificationStarted) for event in events)
    if started and matter.row.state == "decision_ratifying":
        found.append(speech.text(_GOES_ON, **facts))
    return found


def facts_of(event: Event, matter: Matter, speech: Speech) -> dict[str, Fact]:
    """Return what sentences about ``event`` may mention."""
    facts = wording.facts_of(matter, speech)
    org = getattr(event, "org", None)
    facts |= {"org": speech.org(org), "owner": wording.owned(org, speech)}
    facts["body"] = wording.body(matter, org, getattr(event, "body", ""), speech)
    if (on := getattr(event, "on", None)) is not None:
        facts["on"] = speech.near(on)
    reason = getattr(event, "reason", None)
    facts["reason"] = ((reason.text if reason else "") or "–").rstrip(".")
    facts |= _special(event, matter, speech)
    return facts


def _special(event: Event, matter: Matter, speech: Speech) -> dict[str, Fact]:
    match event:
        case e.PositionGiven(stance=stance) | e.PositionCorrected(stance=stance):
            return {"stance": wording.stance(stance, speech)}
        case e.EnteredOnBehalf(basis=basis, holder=holder, contest_until=until):
            return {
                "basis": speech.translate(names.GROUNDS[basis]),
                "who": speech.person(holder),
                "contest": speech.short(until),
            }
        case e.ObjectionRaised(reason=reason, proposal=proposal):
            return {
                "reason": (reason.text or "–").rstrip("."),
                "help": wording.helping(proposal, speech),
            }
        case e.CouncilApproved(evidence=evidence, ref=ref):
            oral = evidence is Evidence.ORAL
            shown = speech.translate(N_("by word of mouth, provisional (◌)"))
            return {"evidence": shown if oral else ref}
        case e.CouncilApprovedWithConditions(conditions=conditions):
            ask = _ASK_ALL if matter.negotiable else ANOTHER
            return {
                "conditions": (conditions.text or "–").rstrip("."),
                "next": speech.words(ask, ref=matter.row.ref),
            }
        case e.CouncilPostponed(org=org, body=body):
            return {"until": wording.until(matter.meeting(org, body), speech)}
        case e.CouncilReferred(to=to) | e.Escalated(to=to):
            return {"to": to}
        case e.ConsultationHeld(committee=committee):
            return {"committee": committee}
        case _ if isinstance(event, e.Conditioned):
            return {
                "condition": effects_of.named(event.kind, speech),
                "whose": whose(event.org, speech),
                "proof": getattr(event, "ref", ""),
            }
        case e.RatificationRequired() | e.DeadlineSet():
            return {"term": _term(event, matter, speech)}
        case e.TermSet(deadline=deadline):
            return {"deadline": speech.near(deadline)}
        case e.Revised():
            objectors = {one.org for one in matter.open_objections}
            return {"objectors": wording.orgs(tuple(sorted(objectors)), speech) or "–"}
        case _:
            return {}


def terms_of(event: Event) -> str:
    """Return whose conditions a message about ``event`` is about, if any."""
    return event.org if isinstance(event, e.CouncilApprovedWithConditions) else ""


def beside(event: Event, matter: Matter, speech: Speech) -> list[Part]:
    """Say where a wording departs, what a paper lacks, or who is free."""
    match event:
        case e.CouncilApprovedWithConditions():
            return _compared(event, matter, speech)
        case e.RatificationRequired(org=org):
            return _lacking(org, matter, speech)
        case e.Superseded(released=released) if released:
            free = N_("No longer bound: {released}.")
            return [speech.text(free, released=wording.orgs(released, speech))]
        case _:
            return []


def _lacking(org: str, matter: Matter, speech: Speech) -> list[Part]:
    """Name the parts that the paper of ``org`` does not have yet."""
    row = matter.row
    parts = (
        (N_("reasons"), row.reasons),
        (N_("alternatives"), row.alternatives),
        (N_("costs"), any(one.org == org for one in row.costs)),
        (N_("own benefit"), any(one.org == org for one in row.benefits)),
    )
    lacking = [speech.translate(name) for name, said in parts if not said]
    if not lacking:
        return []
    sentence = N_(
        "Not in it yet: {parts}. You enter your own costs and benefit (“{ref} costs: "
        "…”), coordination adds the rest (“{ref} reasons: …”)."
    )
    return [speech.text(sentence, parts=", ".join(lacking), ref=row.ref)]


def _compared(
    event: e.CouncilApprovedWithConditions, matter: Matter, speech: Speech
) -> list[Part]:
    """Say where another wording departs from the text that lay before the body."""
    text, wording_ = matter.text_of(event.text), event.conditions.text
    if text is None or wording_ is None or not deviations.rewords(text, wording_):
        return []
    return deviations.shown(text, wording_, speech)


def _term(
    event: e.RatificationRequired | e.DeadlineSet, matter: Matter, speech: Speech
) -> str:
    """Say by when the paper must be in, or else the resolution."""
    facts: dict[str, Fact] = {
        "body": wording.body(matter, event.org, event.body, speech)
    }
    due = matter.paper_due(event.org, event.body)
    if due is not None:
        facts["due"] = speech.near(due)
        if reminding.day(event, matter, speech) is not None:
            return speech.words(N_("Last day for the paper: {due}. Reminder?"), **facts)
        return speech.words(N_("Last day for the paper: {due}."), **facts)
    if event.deadline is None:
        return speech.words(N_("First resolves: {body}."), **facts)
    facts["due"] = speech.near(event.deadline)
    return speech.words(N_("{body} resolves by {due}."), **facts)


_GOES_ON: Final = N_("It goes to the councils now: {matrix}. {from_when}")
REVISED: Final = N_(
    "Version {edition} of {ref} is open, earlier positions rest. {objectors}: is the "
    "objection settled with it?"
)
RESERVED: Final = N_(
    "Paper kit for {org} ready (same wording of the resolution, reasons, costs, own "
    "benefit, alternatives). {term}"
)
APPROVED: Final = N_(
    "{body} of {org} approved {ref} on {on} ({evidence}). State: {matrix}. {from_when}"
)
_ASK_ALL: Final = N_("Ask the forum whether all take over the condition?")
ANOTHER: Final = N_(
    "{ref} binds others already, so another text is another decision: “proposal: …”, "
    "then “{ref} replaced by …”."
)
CONDITIONAL: Final = N_(
    "{owner} condition changes the text → does not count yet. {next} "
    "State: {matrix}. {from_when}"
)
REFUSED: Final = N_(
    "{body} of {org} refused {ref} on {on}. State: {matrix}. {from_when}"
)
RECHECKED: Final = N_(
    "What {body} of {org} approved covers version {edition} of {ref} as well. "
    "State: {matrix}. {from_when}"
)
WAIVED: Final = N_(
    "{body} of {org} need not resolve on {ref}: {reason}. State: {matrix}. {from_when}"
)
RETRACTED: Final = N_(
    "What was entered of {body} of {org} on {ref} is taken back: {reason}. "
    "State: {matrix}."
)
REOPENED: Final = N_(
    "{body} of {org} deals with {ref} once more: {reason}. State: {matrix}."
)
CONDITION_REQUIRED: Final = N_("For {ref} **{condition}** ({whose}) must come first.")
CONDITION_MET: Final = N_(
    "For {ref} **{condition}** ({whose}) has come, proven by {proof}."
)
CONDITION_REFUSED: Final = N_(
    "For {ref} **{condition}** ({whose}) was **refused**: {reason}."
)
CONDITION_WAIVED: Final = N_(
    "For {ref} **{condition}** ({whose}) is not needed: {reason}."
)
CONDITION_REOPENED: Final = N_(
    "For {ref} **{condition}** ({whose}) is open again: {reason}."
)
EFFECTS: Final[dict[type[Event], str]] = {
    e.TookEffect: N_("**{ref} is in force** for {bound}."),
    e.PartlyTookEffect: N_(
        "**{ref} is in force** for {bound}; others are awaited: {matrix}."
    ),
    e.Failed: N_("**{ref} has failed**: it cannot come into force any more."),
    e.EffectRevoked: N_("{ref} waits for the councils again: {matrix}."),
}
