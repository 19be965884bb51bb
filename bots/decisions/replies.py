"""Replies: what whoever acted on a decision reads after it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bots.decisions import cards, reminding, telling, told
from bots.decisions.choices import Look
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Message, Part, Text
from bots.speech import Speech
from core.decision import events as e
from core.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was recorded for ``org`` at a local time.

    ``holders`` are those who may say what was only prepared.
    """

    events: Sequence[Event]
    org: str
    holders: tuple[str, ...]
    at: datetime


def done(what: Done, matter: Matter, look: Look, speech: Speech) -> Message:
    """Say what was recorded, and what can be done next."""
    event = telling.main(what.events)
    look = replace(look, terms=telling.terms_of(event))
    parts: list[Part] = [_said(event, what, matter, speech)]
    parts += reminding.wish(event, matter, speech)
    parts += telling.beside(event, matter, speech)
    parts += telling.effects(what.events, matter, speech)
    if isinstance(event, _WITH_DETAILS):
        parts += cards.details(matter, look, speech)
    return cards.message(matter, parts, look, speech)


def _said(event: Event, what: Done, matter: Matter, speech: Speech) -> Text:
    if isinstance(event, e.Opened | e.Lapsed | e.Rejected | e.SecondCallAnnounced):
        return cards.standing(matter, speech)
    if isinstance(event, e.Prepared):
        return _prepared(event, what, speech)
    facts = telling.facts_of(event, matter, speech)
    if isinstance(event, e.EnteredOnBehalf):
        facts["clock"] = f"{what.at:%H:%M}"
    sentence = _SENTENCES.get(type(event), _ANY)
    if isinstance(event, e.Revised) and matter.in_forum:
        sentence = telling.REVISED
    said = speech.text(sentence, **facts)
    if sentence not in told.ENTERED:
        return said
    return Text(spans=(*speech.text(N_("Noted: ")).spans, *said.spans))


def _prepared(event: e.Prepared, what: Done, speech: Speech) -> Text:
    """Say who has to confirm (rule O1)."""
    org = speech.org(event.org)
    if not what.holders:
        return speech.text(
            N_(
                "You may prepare for {org}, but nobody is registered who may agree. "
                "Coordination can add somebody."
            ),
            org=org,
        )
    card = speech.cards.get(what.holders[0])
    manner = card.salutation if card and len(what.holders) == 1 else ""
    sentence = {
        "Herr": N_("You may prepare for {org}; {who} may agree. I will put it to him."),
        "Frau": N_("You may prepare for {org}; {who} may agree. I will put it to her."),
    }.get(manner, N_("You may prepare for {org}; {who} may agree. I pass it on."))
    who = ", ".join(speech.person(person) for person in what.holders)
    return speech.text(sentence, org=org, who=who)


_WITH_DETAILS: Final = (
    e.Drafted,
    e.Opened,
    e.Revised,
    e.SecondCallAnnounced,
    e.OptionsScored,
)
_ANY: Final = N_("Noted in {ref}.")
_SENTENCES: Final[dict[type[Event], str]] = {
    e.Drafted: N_("Noted as **{ref}**, a draft. Coordination opens it for decision."),
    e.Revised: N_("Version {edition} of {ref} is written; it is still a draft."),
    e.Explained: N_("Noted: the papers of the councils on {ref} say so from now on."),
    e.TermSet: N_("Noted: the councils are to resolve on {ref} by **{deadline}**."),
    e.PositionGiven: N_(
        "Noted for **{org}** ({ref}, version {edition}): {stance}. Thank you!"
    ),
    e.PositionCorrected: N_(
        "Changed for **{org}** ({ref}, version {edition}): {stance}. Thank you!"
    ),
    e.ObjectionRaised: N_(
        "Your objection to {ref} is taken up; {ref} is not accepted as long as it "
        "stands."
    ),
    e.ObjectionIntegrated: N_(
        "Noted: your objection to {ref} is settled by version {edition}. What does "
        "**{org}** say to it now?"
    ),
    e.ObjectionWithdrawn: N_("Noted: **{org}** withdraws its objection to {ref}."),
    e.RecusalDeclared: N_("Noted: **{org}** is recused in {ref} and is not counted."),
    e.PreparedDropped: N_("All right, what was prepared in {ref} is dropped."),
    e.EnteredOnBehalf: N_(
        "Entered for **{org}** ({basis}, today {clock}, by you). {who} gets word and "
        "can contest it until {contest}. It counts, but does not decide alone."
    ),
    e.OnBehalfContested: N_("Contested: {ref} is as it was before the entry."),
    e.OptionsScored: N_(
        "Noted for **{org}** ({ref}, version {edition}): the resistance to each "
        "option. Thank you!"
    ),
    e.ObjectionRuledNotParamount: N_(
        "Noted: the objection of **{org}** to {ref} does not hinder. {org} gets word."
    ),
    e.Escalated: N_("Noted: the objections to {ref} are dealt with by {to} now."),
    e.Accepted: N_("{ref} is **accepted in the forum {count}**."),
    e.Withdrawn: N_("{ref} is not pursued any more."),
    e.RatificationRequired: telling.RESERVED,
    e.DeadlineSet: telling.RESERVED,
    e.PaperSubmitted: N_("Noted: the paper on {ref} lies before {body} of {org}."),
    e.ItemScheduled: N_("Noted: {body} of {org} deals with {ref} on **{on}**."),
    e.CouncilPostponed: N_(
        "Noted: {body} of {org} has put off {ref}{until}; it stays open."
    ),
    e.CouncilReferred: N_("Noted: {body} of {org} has referred {ref} to {to}."),
    e.CouncilNotQuorate: N_(
        "Noted: {body} of {org} was not quorate; {ref} stays open."
    ),
    e.ConsultationHeld: N_(
        "Noted: {committee} of {org} advised on {ref}. {body} resolves."
    ),
    e.RatificationWaived: telling.WAIVED,
    e.ResultRetracted: telling.RETRACTED,
    e.RatificationReopened: telling.REOPENED,
    e.ConditionRequired: telling.CONDITION_REQUIRED,
    e.ConditionMet: telling.CONDITION_MET,
    e.ConditionRefused: telling.CONDITION_REFUSED,
    e.ConditionWaived: telling.CONDITION_WAIVED,
    e.ConditionReopened: telling.CONDITION_REOPENED,
    e.CouncilApproved: telling.APPROVED,
    e.CouncilApprovedWithConditions: telling.CONDITIONAL,
    e.CouncilRefused: telling.REFUSED,
    e.ApprovalRechecked: telling.RECHECKED,
    e.ConditionsTakenUp: N_(
        "The forum is asked about version {edition} of {ref}; earlier positions rest."
    ),
    e.ConditionsRefused: N_(
        "Noted: the forum does not take the conditions over; the council of {org} is "
        "asked once more."
    ),
    e.MemberJoined: N_("Noted: **{org}** joins {ref}. Thank you!"),
    e.MemberLeft: N_("Noted: **{org}** leaves {ref}."),
    e.ReviewFellDue: N_("{ref} is under review; meanwhile it stays as it is."),
    e.Confirmed: N_("{ref} was reviewed and stays. Next review: {review}."),
    e.Superseded: N_("{by} is in the place of {ref} from now on."),
    e.Repealed: N_("{ref} is repealed, as {by} says, and binds nobody any more."),
}
