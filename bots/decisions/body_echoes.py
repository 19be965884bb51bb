"""Echoes of what else is said of bodies, and of other conditions (*Bedingungen*)."""

from __future__ import annotations

from typing import Final

from bots.chronicle import effects
from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Text
from bots.speech import Fact, Speech
from core.decision import commands as c


def of_body(
    command: c.Terms | c.Correcting, matter: Matter, org: str, body: str, speech: Speech
) -> Text:
    """Say back whether, by when or how often a body resolves."""
    facts = wording.echoed(matter, org, speech)
    facts["body"] = wording.body(matter, org, body, speech)
    facts["deadline"] = getattr(command, "deadline", None)
    facts["reason"] = _reason(command)
    return speech.text(_OF_BODY[type(command)], **facts)


def advised(command: c.RecordConsultation, matter: Matter, speech: Speech) -> Text:
    """Say back what a committee advised."""
    facts = wording.echoed(matter, command.org, speech)
    facts["committee"] = command.committee
    facts["on"] = command.on or speech.today
    facts["result"] = (command.result.text or "").rstrip(".")
    return speech.text(
        N_(
            "For **{org}** you enter: {committee} advised on {ref} {what} on **{on}**: "
            "{result}."
        ),
        **facts,
    )


def condition(command: c.Conditioning, matter: Matter, speech: Speech) -> Text:
    """Say back that something else must come first, or what became of it."""
    facts = wording.echoed(matter, command.org or "", speech)
    facts["condition"] = effects.named(command.kind, speech)
    facts["whose"] = whose(command.org, speech)
    facts["on"] = getattr(command, "on", None) or speech.today
    facts["proof"] = getattr(command, "ref", "")
    facts["reason"] = _reason(command)
    return speech.text(_CONDITIONS[type(command)], **facts)


def whose(org: str | None, speech: Speech) -> str:
    """Return whom a condition concerns."""
    return speech.org(org) if org else speech.translate(N_("for everybody"))


def _reason(command: object) -> Fact:
    reason = getattr(command, "reason", None)
    return ((reason.text if reason else "") or "–").rstrip(".")


_OF_BODY: Final[dict[type, str]] = {
    c.WaiveRatification: N_(
        "For **{org}** you say: {body} need not resolve on {ref} {what}: {reason}. It "
        "binds {org} without it then."
    ),
    c.SetDeadline: N_(
        "For **{org}**: {body} resolves on {ref} {what} by **{deadline}**."
    ),
    c.RetractResult: N_(
        "For **{org}** you take back what was entered of {body} on {ref} {what}: "
        "{reason}. It waits for the result again then."
    ),
    c.ReopenRatification: N_(
        "For **{org}**: {body} deals with {ref} {what} once more: {reason}."
    ),
}
_CONDITIONS: Final[dict[type, str]] = {
    c.RequireCondition: N_(
        "You enter for {ref} {what}: **{condition}** ({whose}) must come first."
    ),
    c.MeetCondition: N_(
        "You enter for {ref} {what}: **{condition}** ({whose}) has come on **{on}**, "
        "proven by {proof}."
    ),
    c.RefuseCondition: N_(
        "You enter for {ref} {what}: **{condition}** ({whose}) was **refused** on "
        "**{on}**. Reason: {reason}."
    ),
    c.WaiveCondition: N_(
        "You enter for {ref} {what}: **{condition}** ({whose}) is not needed: {reason}."
    ),
    c.ReopenCondition: N_(
        "You enter for {ref} {what}: **{condition}** ({whose}) is open again: {reason}."
    ),
}
