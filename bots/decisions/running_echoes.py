"""Echoes of how a decision is moved on, said back before it is done (*Gang*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Part
from bots.speech import Fact, Speech
from core.decision import commands as c

Moved: TypeAlias = c.Running | c.Reviewing | c.RuleNotParamount | c.StartRatification


def running(command: Moved, matter: Matter, speech: Speech) -> list[Part]:
    """Say back how the decision would be moved on."""
    facts = wording.echoed(matter, matter.row.org, speech)
    match command:
        case c.Revise(text=text, integrates=integrates):
            return _revising(text.text or "", integrates, matter, facts, speech)
        case c.Open(until=until) | c.Reconvene(until=until):
            facts["until"] = until
            dated = until is not None
            if isinstance(command, c.Reconvene):
                sentence = N_("You call {ref} {what} a second time.")
                if dated:
                    sentence = N_(
                        "You call {ref} {what} a second time, until **{until}**."
                    )
            else:
                sentence = N_("You open {ref} {what} for decision.")
                if dated:
                    sentence = N_(
                        "You open {ref} {what} for decision until **{until}**."
                    )
            return [speech.text(sentence, **facts)]
        case c.SetTerm(deadline=deadline):
            facts["until"] = deadline
            sentence = N_("The councils are to resolve on {ref} {what} by **{until}**.")
            return [speech.text(sentence, **facts)]
        case c.Supersede(by=by, release=release):
            facts |= {"by": by, "released": wording.orgs(release, speech)}
            sentence = N_("{by} takes the place of {ref} {what}.")
            if release:
                sentence = N_(
                    "{by} takes the place of {ref} {what}; released are: {released}."
                )
            return [speech.text(sentence, **facts)]
        case c.RuleNotParamount(number=number, by=by):
            return _ruling(number, by, matter, facts | _reason(command), speech)
        case c.Confirm(review_on=day):
            facts["day"] = day
            sentence = N_("{ref} {what} was reviewed and stays.")
            if day is not None:
                sentence = N_(
                    "{ref} {what} was reviewed and stays; next review on **{day}**."
                )
            return [speech.text(sentence, **facts)]
        case _:
            facts |= _reason(command)
            facts |= {
                "to": getattr(command, "to", ""),
                "by": getattr(command, "by", ""),
            }
            return [speech.text(_RUNNING[type(command)], **facts)]


def _reason(command: Moved) -> dict[str, Fact]:
    reason = getattr(command, "reason", None)
    return {"reason": (reason.text or "").rstrip(".") if reason else "–"}


def _ruling(
    number: int, by: str, matter: Matter, facts: dict[str, Fact], speech: Speech
) -> list[Part]:
    known = next((one for one in matter.objections if one.n == number), None)
    facts |= {"n": number, "by": by}
    facts["objector"] = speech.org(known.org) if known else "–"
    facts["objection"] = ((known.reason if known else None) or "–").rstrip(".")
    return [
        speech.text(
            N_(
                "You record for {ref} {what}: objection no. {n} of **{objector}** "
                "(“{objection}”) **does not hinder**, as {by} ruled: {reason}."
            ),
            **facts,
        )
    ]


def _revising(
    text: str,
    integrates: Sequence[int],
    matter: Matter,
    facts: dict[str, Fact],
    speech: Speech,
) -> list[Part]:
    facts["text"], facts["next"] = text.rstrip("."), matter.row.edition + 1
    sentence = N_("You write version {next} of the draft {ref}: {text}.")
    if matter.in_forum:
        sentence = N_(
            "You put version {next} of {ref} in the place of the last one: {text}. "
            "Earlier positions rest then."
        )
    parts: list[Part] = [speech.text(sentence, **facts)]
    taken = [one for one in matter.open_objections if one.n in integrates]
    parts += [
        speech.text(
            N_("It takes up objection no. {n} ({org})."),
            n=one.n,
            org=speech.org(one.org),
        )
        for one in taken
    ]
    return parts


_RUNNING: Final[dict[type, str]] = {
    c.Close: N_("You count {ref} {what} and say what came of it."),
    c.Withdraw: N_("You withdraw {ref} {what}: {reason}."),
    c.CallReview: N_("{ref} {what} is reviewed. Reason: {reason}."),
    c.Escalate: N_("You give the objections to {ref} {what} to **{to}**: {reason}."),
    c.StartRatification: N_("{ref} {what} goes to the councils."),
    c.Repeal: N_("{ref} {what} ends, as {by} says: {reason}. It binds nobody then."),
}
