"""Asks: answering one, and what whoever asks does with it (*Abfrage*)."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from bots import questions_back
from bots.asks import echoes, replies, wording
from bots.asks.helping import spelled_out
from bots.asks.reading import Reading, read
from bots.conversation import behalf
from bots.conversation.speaker import colleagues
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.grammar.answers import AskBack
from bots.grammar.asks import Outcome
from bots.locale import N_
from bots.message import Part
from core.ask import commands as c
from core.ask.kinds import AskKind, Follows
from core.errors import Code, Refusal
from core.facts import OnBehalf
from core.ports import Order
from core.sealed import Sealed
from projections.asks import AskRow

OfAsk: TypeAlias = (
    intents.Replying | intents.RunningAsk | intents.Withdraw | intents.Correct
)
_NO_ANSWER: Final = re.compile(
    r"(?:keine\s(?:antwort|angaben?)(?:\svon\suns)?|wir\santworten\snicht|no\sanswer|"
    r"we\sdo\snot\sanswer)(?:[\s,:–-]+(?P<why>.+))?",
    re.IGNORECASE,
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
            _answer(talk, row, text, getattr(intent, "on_behalf", None))
        case intents.NothingToReport(on_behalf=said):
            _reply(talk, row, c.ReportNothing(), said)
        case intents.Delegate(to=to):
            _delegate(talk, row, to)
        case intents.ConfirmEntry():
            _settle(talk, row, c.ConfirmOnBehalf())
        case intents.ContestEntry(text=text):
            _settle(talk, row, c.ContestOnBehalf(reason=_text(text)))
        case _:
            _run(talk, row, _running(intent))


def _answer(talk: Talk, row: AskRow, text: str, said: intents.OnBehalf | None) -> None:
    declined = _NO_ANSWER.fullmatch(text.strip(" ."))
    if declined is not None:
        _reply(talk, row, c.DeclineAnswer(reason=_text(declined["why"] or "")), said)
        return
    speech = talk.speaker.speech
    line = spelled_out(row.questions, text) if row.kind is AskKind.HELP else text
    if isinstance(line, AskBack):
        found: Reading | Refusal | AskBack = line
    else:
        found = read(row.questions, line, speech.language, talk.speaker.today)
    match found:
        case Reading():
            command = c.Answer(values=found.answers, remark=found.remark)
            _reply(talk, row, command, said)
        case AskBack():
            talk.say(questions_back.ask(found, speech))
        case Refusal():
            facts = {**found.facts, **_wanted(talk, row, found), "ref": row.ref}
            talk.refuse(Refusal(found.code, **facts))
            talk.show(row.ref)


def _wanted(talk: Talk, row: AskRow, refusal: Refusal) -> dict[str, str]:
    """Return what the question wants that was answered with something else."""
    label = refusal.facts.get("question")
    asked = next((one for one in row.questions if one.label == label), None)
    return {"kind": wording.wanted(asked, talk.speaker.speech)} if asked else {}


def _reply(
    talk: Talk, row: AskRow, command: c.Replying, said: intents.OnBehalf | None
) -> None:
    """Write an answer at once; what is entered for others is said back first."""
    entry = behalf.entry(talk, said, row.forum)
    if isinstance(entry, behalf.Asked):
        return
    org = entry.org if entry else talk.speaker.org_among(*_own(talk, row))
    order = _order(talk, row, command, behalf.speaking_org(talk, entry, org), entry)
    if entry is None:
        carry_out(talk, order)
        return
    said_back = echoes.answering(command, row, org, talk.speaker.speech)
    whose = behalf.said(talk, entry, row.deadline, row.forum)
    talk.echo([order], [*said_back, whose])


def _own(talk: Talk, row: AskRow) -> list[str]:
    """Return for whom the speaker may answer: first where an answer is missing."""
    orgs = [org for org in row.audience if org in talk.speaker.orgs]
    return sorted(orgs, key=lambda org: org not in row.missing)


def _delegate(talk: Talk, row: AskRow, to: str) -> None:
    """Let a colleague look after the answer."""
    speaker, speech = talk.speaker, talk.speaker.speech
    org = speaker.org_among(*_own(talk, row))
    with talk.office.reading() as db:
        acting = colleagues(db, org, row.forum, speaker.today)
    words = to.replace(" geben", "").split()
    last = words[-1].casefold() if words else ""
    named = {m.person for m in acting if last in speech.person(m.person).casefold()}
    if len(named) == 1:
        carry_out(talk, _order(talk, row, c.Delegate(person=named.pop()), org))
        return
    talk.say(
        speech.text(
            N_("I do not know “{name}” at {org}. There act: {people}."),
            name=to,
            org=speech.org(org),
            people=", ".join(dict.fromkeys(speech.person(m.person) for m in acting)),
        )
    )


def _settle(talk: Talk, row: AskRow, command: c.Settling) -> None:
    """Confirm or contest what coordination entered (rule D5)."""
    org = talk.speaker.org_among(*row.audience)
    carry_out(talk, _order(talk, row, command, org))


def _running(
    intent: intents.CloseAsk
    | intents.ExtendAsk
    | intents.PublishResult
    | intents.Conclude
    | intents.Withdraw,
) -> c.Running:
    match intent:
        case intents.CloseAsk():
            return c.Close()
        case intents.ExtendAsk(due=due):
            return c.Extend(deadline=due)
        case intents.PublishResult(text=text):
            return c.Publish(summary=_text(text))
        case intents.Conclude(outcome=outcome, text=text, leads_to=ref):
            follows = _FOLLOWS[outcome]
            return c.Conclude(follows=follows, why=Sealed(text), ref=ref or None)
        case intents.Withdraw(text=text):
            return c.Cancel(reason=_text(text))


def _run(talk: Talk, row: AskRow, command: c.Running) -> None:
    """Close or prolong at once; say back what cannot be taken back."""
    order = _order(talk, row, command, talk.speaker.org_among(row.org))
    if isinstance(command, c.Close | c.Extend):
        carry_out(talk, order)
        return
    texts: list[Part] = echoes.running(command, row, talk.speaker.speech)
    talk.echo([order], texts)


def take_back(talk: Talk, ref: str) -> None:
    """Let one's own earlier answer count again; whoever asked stops asking."""
    row = talk.ask(ref)
    if row is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=ref))
        return
    if row.org in talk.speaker.orgs and not _own(talk, row):
        _run(talk, row, c.Cancel())
        return
    org = talk.speaker.org_among(*row.audience)
    carry_out(talk, _order(talk, row, c.TakeBackAnswer(), org))


def carry_out(talk: Talk, order: Order) -> None:
    """Give ``order`` and say what became of it."""
    speech = talk.speaker.speech
    answer = talk.office.submit(order)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
        return
    row = talk.ask(answer.ref)
    if row is None:
        talk.say(speech.text(N_("{ref} is stored; the view follows."), ref=answer.ref))
    elif not answer.events:
        talk.say(speech.text(N_("That is so already; nothing was changed.")))
        talk.show(row.ref)
    else:
        acting = order.on_behalf.org if order.on_behalf else order.org
        reply = talk.ask_reply(row, acting)
        talk.messages.append(replies.done(answer.events, row, reply, speech))


def _order(
    talk: Talk,
    row: AskRow,
    command: c.Command,
    org: str,
    entry: OnBehalf | None = None,
) -> Order:
    return talk.speaker.order(
        command,
        step="0",
        org=org,
        stream=f"ask:{row.ref}",
        on_behalf=entry,
        circle=row.circle,
    )


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
