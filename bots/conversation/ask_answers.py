"""Answers to an ask: given at once, said back where they are entered for others."""

from __future__ import annotations

import re
from typing import Final

from bots import questions_back
from bots.asks import echoes, wording
from bots.asks.further import joined
from bots.asks.helping import spelled_out
from bots.asks.labels import behind
from bots.asks.plain import counted
from bots.asks.reading import Reading, read
from bots.conversation import behalf
from bots.conversation.ask_orders import carry_out, ordered, sealed
from bots.conversation.speaker import colleagues
from bots.conversation.talk import Talk
from bots.grammar import intents, parse
from bots.grammar.answers import AskBack
from bots.grammar.item import Item, item_in
from bots.locale import N_
from core.ask import commands as c
from core.ask.kinds import AskKind
from core.errors import Refusal
from core.facts import OnBehalf
from projections.asks import AskRow, ReplyRow

_NO_ANSWER: Final = re.compile(
    r"(?:keine\s(?:antwort|angaben?)(?:\svon\suns)?|wir\santworten\snicht|no\sanswer|"
    r"we\sdo\snot\sanswer)(?:[\s,:–-]+(?P<why>.+))?",
    re.IGNORECASE,
)


def by_field(talk: Talk) -> intents.Answer | None:
    """Take "F3 Betrag doch 200.000" for an answer, as it begins with a question."""
    speaker = talk.speaker
    item = item_in(talk.text, speaker.today, speaker.names())
    if not isinstance(item, Item) or (row := talk.ask(item.ref)) is None:
        return None
    if all(behind(question, item.body) is None for question in row.questions):
        return None
    line = f"{item.ref}: {item.body}"
    parsed = parse(line, speaker.today, speaker.names())
    return parsed if isinstance(parsed, intents.Answer) else None


def answer(talk: Talk, row: AskRow, text: str, said: intents.OnBehalf | None) -> None:
    """Answer, or say that one does not."""
    declined = _NO_ANSWER.fullmatch(text.strip(" ."))
    if declined is not None:
        reply(talk, row, c.DeclineAnswer(reason=sealed(declined["why"] or "")), said)
        return
    entry = behalf.entry(talk, said, row.forum)
    if isinstance(entry, behalf.Asked):
        return
    before = talk.ask_reply(row, _whose(talk, row, entry))
    found = _read(talk, row, text, before)
    match found:
        case None:
            _enter(talk, row, c.ReportNothing(), entry)
        case Reading():
            _enter(talk, row, joined(row, before, found), entry)
        case AskBack():
            talk.say(questions_back.ask(found, talk.speaker.speech))
        case Refusal():
            facts = {**found.facts, **_wanted(talk, row, found), "ref": row.ref}
            talk.refuse(Refusal(found.code, **facts))
            talk.show(row.ref)


def _read(
    talk: Talk, row: AskRow, text: str, before: ReplyRow | None
) -> Reading | Refusal | AskBack | None:
    """Return what ``text`` answers; ``None`` if there is nothing to report."""
    speaker, given = talk.speaker, before.values if before else ()
    language = speaker.speech.language
    line: str | AskBack | None
    if row.kind is AskKind.HELP:
        line = spelled_out(row.questions, text)
    else:
        line = counted(row.questions, text, row.text or "", language)
    if line is None or isinstance(line, AskBack):
        return line
    return read(row.questions, line, language, speaker.today, given)


def _wanted(talk: Talk, row: AskRow, refusal: Refusal) -> dict[str, str]:
    """Return what the question wants that was answered with something else."""
    label = refusal.facts.get("question")
    asked = next((one for one in row.questions if one.label == label), None)
    return {"kind": wording.wanted(asked, talk.speaker.speech)} if asked else {}


def reply(
    talk: Talk, row: AskRow, command: c.Replying, said: intents.OnBehalf | None
) -> None:
    """Reply for whoever is meant."""
    entry = behalf.entry(talk, said, row.forum)
    if not isinstance(entry, behalf.Asked):
        _enter(talk, row, command, entry)


def _enter(
    talk: Talk, row: AskRow, command: c.Replying, entry: OnBehalf | None
) -> None:
    """Write an answer at once; what is entered for others is said back first."""
    org = _whose(talk, row, entry)
    order = ordered(talk, row, command, behalf.speaking_org(talk, entry, org), entry)
    if entry is None:
        carry_out(talk, order)
        return
    said_back = echoes.answering(command, row, org, talk.speaker.speech)
    whose = behalf.said(talk, entry, row.deadline, row.forum)
    talk.echo([order], [*said_back, whose])


def _whose(talk: Talk, row: AskRow, entry: OnBehalf | None) -> str:
    """Return whose answer it is."""
    return entry.org if entry else talk.speaker.org_among(*own(talk, row))


def own(talk: Talk, row: AskRow) -> list[str]:
    """Return for whom the speaker may answer: first where an answer is missing."""
    orgs = [org for org in row.audience if org in talk.speaker.orgs]
    return sorted(orgs, key=lambda org: org not in row.missing)


def delegate(talk: Talk, row: AskRow, to: str) -> None:
    """Let a colleague look after the answer."""
    speaker, speech = talk.speaker, talk.speaker.speech
    org = speaker.org_among(*own(talk, row))
    with talk.office.reading() as db:
        acting = colleagues(db, org, row.forum, speaker.today)
    words = to.replace(" geben", "").split()
    last = words[-1].casefold() if words else ""
    named = {m.person for m in acting if last in speech.person(m.person).casefold()}
    if len(named) == 1:
        carry_out(talk, ordered(talk, row, c.Delegate(person=named.pop()), org))
        return
    talk.say(
        speech.text(
            N_("I do not know “{name}” at {org}. There act: {people}."),
            name=to,
            org=speech.org(org),
            people=", ".join(dict.fromkeys(speech.person(m.person) for m in acting)),
        )
    )
