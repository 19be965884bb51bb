"""Asks: answering one, and what whoever asks does with it (*Abfrage*)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final, TypeAlias

from bots.asks import echoes
from bots.conversation.ask_answers import answer, delegate, own, reply
from bots.conversation.ask_orders import carry_out, ordered, sealed
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.grammar.asks import Outcome
from core.ask import commands as c
from core.ask import promised_then
from core.ask.kinds import Follows
from core.errors import Code, Refusal
from core.sealed import Sealed
from projections.asks import AskRow

OfAsk: TypeAlias = (
    intents.Replying | intents.RunningAsk | intents.Withdraw | intents.Correct
)
_FOLLOWS: Final = {
    Outcome.DECISION: Follows.DECISION,
    Outcome.MEASURE: Follows.MEASURE,
    Outcome.REQUEST: Follows.REQUEST,
    Outcome.NOTHING: Follows.NOTHING,
}


def about(talk: Talk, intent: OfAsk) -> None:
    """Do, or say back, what ``intent`` means for its ask."""
    row = talk.ask(intent.ref)
    if row is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=intent.ref))
        return
    match intent:
        case intents.Answer(text=text) | intents.Correct(text=text):
            answer(talk, row, text, getattr(intent, "on_behalf", None))
        case intents.NothingToReport(on_behalf=said):
            reply(talk, row, c.ReportNothing(), said)
        case intents.Delegate(to=to):
            delegate(talk, row, to)
        case intents.ConfirmEntry():
            _settle(talk, row, c.ConfirmOnBehalf())
        case intents.ContestEntry(text=text):
            _settle(talk, row, c.ContestOnBehalf(reason=sealed(text)))
        case _:
            _run(talk, row, _running(intent, row, talk.speaker.holidays))


def _settle(talk: Talk, row: AskRow, command: c.Settling) -> None:
    """Confirm or contest what coordination entered (rule D5)."""
    org = talk.speaker.org_among(*row.audience)
    carry_out(talk, ordered(talk, row, command, org))


def _running(
    intent: intents.CloseAsk
    | intents.ExtendAsk
    | intents.PublishResult
    | intents.Conclude
    | intents.Withdraw,
    row: AskRow,
    holidays: Collection[date],
) -> c.Running:
    match intent:
        case intents.CloseAsk():
            return c.Close()
        case intents.ExtendAsk(due=due):
            then = promised_then(row.deadline, row.promised, due, holidays)
            return c.Extend(deadline=due, promised=then)
        case intents.PublishResult(text=text):
            return c.Publish(summary=sealed(text))
        case intents.Conclude(outcome=outcome, text=text, leads_to=ref):
            follows = _FOLLOWS[outcome]
            return c.Conclude(follows=follows, why=Sealed(text), ref=ref or None)
        case intents.Withdraw(text=text):
            return c.Cancel(reason=sealed(text))


def _run(talk: Talk, row: AskRow, command: c.Running) -> None:
    """Say back what is to become of the ask: it concerns many."""
    order = ordered(talk, row, command, talk.speaker.org_among(row.org))
    if isinstance(command, c.Close) and row.state != "ask_open":
        carry_out(talk, order)  # closed already, or not to be closed any more
        return
    talk.echo([order], echoes.running(command, row, talk.speaker.speech))


def take_back(talk: Talk, ref: str) -> None:
    """Let one's own earlier answer count again; whoever asked stops asking."""
    row = talk.ask(ref)
    if row is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=ref))
        return
    if row.org in talk.speaker.orgs and not own(talk, row):
        _run(talk, row, c.Cancel())
        return
    org = talk.speaker.org_among(*row.audience)
    carry_out(talk, ordered(talk, row, c.TakeBackAnswer(), org))
