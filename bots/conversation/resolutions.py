"""Resolutions: what was said of a body, as commands (*Gremienergebnis*)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bots.grammar import intents
from bots.grammar.decisions import Result
from core.decision import commands as c
from core.decision.councils import Step
from core.decision.kinds import Evidence
from core.sealed import Sealed
from projections.decisions import CouncilRow


def wanted(
    intent: intents.Ratification | intents.Paper | intents.Agenda,
    org: str,
    body: str,
    known: CouncilRow | None = None,
) -> list[object]:
    """Return what is entered, the result last but for a day it was put off to.

    What proves the approval ``known`` by word of mouth is of the same day.
    """
    match intent:
        case intents.Paper(on=on, item=number):
            return [c.SubmitPaper(org=org, body=body, on=on, paper=number or None)]
        case intents.Agenda(on=on, item=item):
            return [c.ScheduleItem(org=org, body=body, on=on, item=_top(item) or None)]
        case intents.Ratification(result=Result.POSTPONED, on=on, text=text):
            put_off = c.RecordPostponement(org=org, body=body, reason=_text(text))
            if on is None:
                return [put_off]
            return [put_off, c.ScheduleItem(org=org, body=body, on=on)]
        case intents.Ratification():
            result = _result(intent, org, body)
            oral = known if known and known.step is Step.PROVISIONAL else None
            if oral and isinstance(result, c.RecordApproval) and result.ref:
                return [replace(result, on=result.on or oral.on)]
            return [result]


def rechecked(command: object) -> object:
    """Return that an approval covers the newest version, if it is one."""
    if not isinstance(command, c.RecordApproval):
        return command
    return c.RecheckApproval(
        org=command.org,
        body=command.body,
        evidence=command.evidence,
        on=command.on,
        ref=command.ref,
    )


def paper(org: str, body: str, day: date | None, today: date) -> c.SubmitPaper:
    """Return that the paper lies before ``body``, at the latest today."""
    return c.SubmitPaper(org=org, body=body, on=min(day or today, today))


def _result(intent: intents.Ratification, org: str, body: str) -> object:
    on, text = intent.on, intent.text
    item = _top(intent.item)
    ref = ", ".join(part for part in (intent.paper, item) if part) or None
    evidence = Evidence.MINUTES if ref else Evidence.ORAL
    match intent.result:
        case Result.APPROVED:
            return c.RecordApproval(
                org=org,
                body=body,
                evidence=evidence,
                on=on,
                ref=ref,
                mark=intent.mark or None,
                wording=_text(text),
            )
        case Result.CONDITIONAL:
            return c.RecordConditions(
                org=org,
                body=body,
                conditions=Sealed(text),
                evidence=evidence,
                on=on,
                ref=ref,
            )
        case Result.REFUSED:
            return c.RecordRefusal(
                org=org, body=body, on=on, reason=_text(text), ref=ref
            )
        case Result.REFERRED:
            return c.RecordReferral(org=org, body=body, to=text or "–", on=on)
        case Result.NOT_QUORATE | Result.POSTPONED:
            return c.RecordNotQuorate(org=org, body=body, on=on)


def _top(item: str) -> str:
    """Return an item of an agenda as councils write it."""
    return f"TOP {item}" if item else ""


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
