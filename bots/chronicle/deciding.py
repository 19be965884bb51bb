"""What happened to a decision in the forum and once it held: one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.chronicle import ratifying
from bots.locale import N_
from core.decision import events as e
from core.event import Event

SENTENCES: Final[Mapping[type[Event], str]] = {
    e.Drafted: N_("{org} proposed to decide: {title} – {text}."),
    e.Revised: N_("{who} wrote version {version}; earlier positions rest: {text}."),
    e.Explained: N_("{who} said more for the papers of the councils."),
    e.TermSet: N_("{who} gave the councils time until {deadline}."),
    e.Opened: N_(
        "{who} opened version {text} for decision until {until}: {mode}; {effect}. "
        "Entitled to vote: {roster}. {rulebook}."
    ),
    e.Delivered: N_("Version {text} reached {org}."),
    e.PositionGiven: N_("{org}: {stance} (version {text})."),
    e.PositionCorrected: N_("{org} corrected its position: {stance} (version {text})."),
    e.OptionsScored: N_("{org} scored the options: {scores}."),
    e.ObjectionRaised: N_("{org} objected (no. {number}): {reason}."),
    e.ObjectionIntegrated: N_(
        "{org} sees objection no. {number} taken up in version {text}."
    ),
    e.ObjectionWithdrawn: N_("{org} withdrew objection no. {number}."),
    e.ObjectionRuledNotParamount: N_(
        "Objection no. {number} of {org} does not hinder, ruled by {by}: {reason}."
    ),
    e.RecusalDeclared: N_("{org} is recused and is not counted."),
    e.Prepared: N_("Prepared for {org}, waiting for its mandate holder: {nested}"),
    e.PreparedDropped: N_("{org} dropped what was prepared."),
    e.EnteredOnBehalf: N_(
        "Entered for {org} {basis}, to be contested until {contest_until}: {nested}"
    ),
    e.OnBehalfConfirmed: N_("{org} confirmed the entry."),
    e.OnBehalfContested: N_("{org} contested the entry."),
    e.OnBehalfStood: N_("{org} did not contest the entry in time; it holds now."),
    e.Escalated: N_("{who} gave the objections to {to}: {reason}."),
    e.Accepted: N_(
        "The forum accepted version {text} (rulebook version {rulebook}): {tally}."
    ),
    e.Rejected: N_(
        "The forum did not accept version {text} (rulebook version {rulebook}): "
        "{tally}."
    ),
    e.Lapsed: N_(
        "Too few took part in version {text} (rulebook version {rulebook}): {tally}."
    ),
    e.SecondCallAnnounced: N_(
        "{who} called it a second time, until {until}; nobody needs to be counted now."
    ),
    e.Withdrawn: N_("{who} does not pursue it any more: {reason}."),
    e.RatificationStarted: N_("{who} gave it to the councils."),
    e.TookEffect: N_("It is in force since {on} for: {orgs}."),
    e.PartlyTookEffect: N_(
        "It is in force since {on} for: {orgs}. Others are awaited."
    ),
    e.Failed: N_("It failed on {on}: it cannot come into force any more."),
    e.EffectRevoked: N_(
        "By a correction on {on} it is waiting for the councils again."
    ),
    e.MemberJoined: N_("{org} joined version {text} on {on}."),
    e.MemberLeft: N_("{org} left it on {on}: {reason}."),
    e.PromisesAsked: N_("{org} was asked what it promises for this."),
    e.ReviewFellDue: N_("It is under review since {on}."),
    e.Confirmed: N_("It was reviewed on {on} and stays."),
    e.Superseded: N_("Since {on} {by} is in its place."),
    e.Repealed: N_("It was repealed on {on} by {by}: {reason}."),
    **ratifying.SENTENCES,
}
TAILS: Final[Mapping[str, str]] = {
    "options": N_("Options: {options}."),
    "otherwise": N_("If one does not join: {otherwise}."),
    "costs": N_("Costs: {costs}."),
    "benefits": N_("Benefits: {benefits}."),
    "goals": N_("Goals: {goals}."),
    "goal": N_("Affected goal: {goal}."),
    "proposal": N_("What would help: {proposal}."),
    "integrates": N_("It takes up objection no. {integrates}."),
    "review_on": N_("To be reviewed on {review_on}."),
    "no_review": N_("Not to be reviewed: {no_review}."),
    "instead_of": N_("It takes the place of {instead_of}, which failed."),
    "released": N_("No longer bound: {released}."),
    "because": N_("Because of {because}."),
    "cites": N_("Because of {cites}."),
    **ratifying.TAILS,
}
