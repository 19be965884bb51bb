"""Decisions: what is said about one, and how it is moved on (*Beschluss*)."""

from __future__ import annotations

from typing import TypeAlias

from bots.conversation import (
    behalf,
    bodies,
    councils,
    documents,
    explaining,
    reserving,
    resolving,
    running,
)
from bots.conversation.talk import Talk
from bots.decisions import echoes
from bots.decisions.matter import Matter
from bots.grammar import further, intents
from bots.locale import N_
from bots.message import Part
from core.decision import commands as c
from core.decision.kinds import Score
from core.effect import Stance
from core.errors import Code, Refusal
from core.facts import Power
from core.rulebook import OBJECTING
from core.sealed import Sealed

Speaking: TypeAlias = (
    intents.Consent
    | intents.Object
    | intents.Abstain
    | intents.Recuse
    | intents.JoinDecision
    | intents.LeaveDecision
    | further.ScoreOptions
)
Settled: TypeAlias = intents.ConfirmEntry | intents.ContestEntry
OfDecision: TypeAlias = (
    Speaking
    | Settled
    | running.Running
    | intents.WithdrawObjection
    | intents.Reserve
    | councils.OfCouncil
    | bodies.OfBody
    | further.ExplainDecision
    | further.Documents
)


def about(talk: Talk, intent: OfDecision) -> None:
    """Do, or say back, what ``intent`` means for its decision."""
    matter = talk.matter(intent.ref)
    if matter is None:
        talk.refuse(Refusal(Code.UNKNOWN_REFERENCE, ref=intent.ref))
        return
    if talk.confirmed and talk.seen not in {None, matter.stage}:
        talk.refuse(Refusal(Code.ITEM_MOVED, ref=intent.ref))
        return
    if isinstance(intent, Speaking):
        _speak(talk, matter, intent)
    elif isinstance(intent, intents.Reserve):
        reserving.reserve(talk, matter, intent)
    elif isinstance(intent, councils.OfCouncil):
        councils.about(talk, matter, intent)
    elif isinstance(intent, further.Documents):
        documents.show(talk, matter)
    elif isinstance(intent, bodies.OfBody):
        bodies.about(talk, matter, intent)
    elif intent.on_behalf is not None:
        org = talk.speaker.org_named(intent.on_behalf.organisation) or ""
        talk.refuse(Refusal(Code.OTHER_SIDE_MOVES, ref=intent.ref, org=org))
    elif isinstance(intent, further.ExplainDecision):
        explaining.explain(talk, matter, intent)
    elif isinstance(intent, intents.WithdrawObjection):
        _settle_objections(talk, matter)
    elif isinstance(intent, Settled):
        _settle(talk, matter, intent)
    else:
        running.run(talk, matter, intent)


def _speak(talk: Talk, matter: Matter, intent: Speaking) -> None:
    """Give a position, for oneself or for whoever said so elsewhere (rule D5)."""
    entry = behalf.entry(talk, intent.on_behalf, matter.row.forum, Power.CONSENT)
    if isinstance(entry, behalf.Asked):
        return
    speaker = talk.speaker
    org = entry.org if entry else talk.own_org(matter)
    command = _spoken(intent, matter)
    order = speaker.order(
        command,
        step="0",
        org=behalf.speaking_org(talk, entry, org),
        stream=f"decision:{matter.row.ref}",
        on_behalf=entry,
        circle=matter.row.circle,
    )
    able = speaker.may(Power.CONSENT, org, matter.row.forum)
    if talk.confirmed or (entry is None and not able):
        resolving.carry_out(talk, [order])
        return
    texts: list[Part] = [*echoes.speaking(command, matter, org, speaker.speech)]
    if isinstance(command, c.Object) and entry is None:
        texts += echoes.asked_of_objector(command, matter, speaker.speech)
    if entry is not None:
        due = matter.row.until or speaker.today
        texts.append(behalf.said(talk, entry, due, matter.row.forum))
    talk.echo([order], texts)


def _spoken(intent: Speaking, matter: Matter) -> c.Speaking:
    match intent:
        case intents.Consent():
            after = matter.row.in_councils or matter.row.holds
            return c.Join() if after else c.GivePosition(stance=Stance.YES)
        case intents.Abstain(text=text):
            return c.GivePosition(stance=Stance.ABSTAIN, reason=_text(text))
        case intents.Object(text=text, against=True) if (
            matter.row.mode not in OBJECTING
        ):
            return c.GivePosition(stance=Stance.NO, reason=_text(text))
        case intents.Object(text=text, goal=goal, proposal=proposal):
            help_ = _text(proposal)
            return c.Object(reason=Sealed(text), goal=goal or None, proposal=help_)
        case intents.Recuse(text=text):
            return c.DeclareRecusal(reason=_text(text))
        case further.ScoreOptions(scores=scores):
            each = (Score(option=n, resistance=r) for n, r in sorted(scores))
            return c.ScoreOptions(scores=tuple(each))
        case intents.JoinDecision():
            return c.Join()
        case intents.LeaveDecision(text=text):
            return c.Leave(reason=Sealed(text))


def _settle_objections(talk: Talk, matter: Matter) -> None:
    """Say that one's objections are settled, by the new version or by themselves."""
    org = talk.own_org(matter)
    own = matter.objections_of(org)
    if not own:
        talk.say(
            talk.speaker.speech.text(
                N_("{ref} has no open objection of {org}; nothing was changed."),
                ref=matter.row.ref,
                org=talk.speaker.speech.org(org),
            )
        )
        return
    orders = [
        talk.speaker.order(
            c.WithdrawObjection(number=one.n)
            if one.taken_up is None
            else c.AcceptIntegration(number=one.n),
            step=str(n),
            org=org,
            stream=f"decision:{matter.row.ref}",
            circle=matter.row.circle,
        )
        for n, one in enumerate(own)
    ]
    if talk.confirmed:
        resolving.carry_out(talk, orders)
        return
    talk.echo(orders, echoes.settled(matter, org, talk.speaker.speech))


def _settle(talk: Talk, matter: Matter, intent: Settled) -> None:
    """Settle what a colleague prepared, or what coordination entered."""
    own = [
        one
        for one in matter.positions
        if one.org in talk.speaker.orgs and (one.prepared or one.entered)
    ]
    org = own[0].org if own else talk.own_org(matter)
    prepared = bool(own) and own[0].prepared is not None
    command: c.Settling
    match intent:
        case intents.ConfirmEntry():
            command = c.ConfirmPrepared() if prepared else c.ConfirmOnBehalf()
        case intents.ContestEntry(text=text):
            reason = _text(text)
            drop = c.DropPrepared(reason=reason)
            command = drop if prepared else c.ContestOnBehalf(reason=reason)
    order = talk.speaker.order(
        command,
        step="0",
        org=org,
        stream=f"decision:{matter.row.ref}",
        circle=matter.row.circle,
    )
    if talk.confirmed or isinstance(command, c.DropPrepared):
        resolving.carry_out(talk, [order])
        return
    talk.echo([order], echoes.settling(command, matter, org, talk.speaker.speech))


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
