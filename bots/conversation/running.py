"""Running: how a decision is moved on, by coordination or who proposed it (*Gang*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from bots.conversation.talk import Talk
from bots.decisions import running_echoes as echoes
from bots.decisions.matter import Matter
from bots.decisions.running_echoes import Moved
from bots.grammar import deciding, further, intents
from bots.grammar.names import EVERYBODY
from bots.locale import N_
from core.decision import commands as c
from core.sealed import Sealed

Running: TypeAlias = (
    intents.ReviseDecision
    | intents.OpenDecision
    | deciding.CouncilsUntil
    | intents.CountDecision
    | intents.CallAgain
    | intents.Withdraw
    | intents.ReplaceDecision
    | further.RepealDecision
    | intents.ReviewDecision
    | intents.KeepDecision
    | further.RuleObjection
    | further.EscalateObjections
    | further.StartCouncils
)


def run(talk: Talk, matter: Matter, intent: Running) -> None:
    """Say back how the decision would be moved on."""
    command = _command(talk, matter, intent)
    if command is None:
        return
    commands = [command]
    if isinstance(intent, intents.OpenDecision) and intent.councils is not None:
        commands.insert(0, c.SetTerm(deadline=intent.councils))
    orders = [
        talk.speaker.order(
            one,
            step=str(n),
            org=talk.coordinating_org(matter.row.org),
            stream=f"decision:{matter.row.ref}",
            circle=matter.row.circle,
        )
        for n, one in enumerate(commands)
    ]
    speech = talk.speaker.speech
    said = [part for one in commands for part in echoes.running(one, matter, speech)]
    talk.echo(orders, said)


def _command(talk: Talk, matter: Matter, intent: Running) -> Moved | None:
    match intent:
        case intents.ReviseDecision(text=text):
            open_ = tuple(one.n for one in matter.open_objections)
            edition = matter.row.edition
            return c.Revise(text=Sealed(text), integrates=open_, replaces=edition)
        case intents.OpenDecision(due=due):
            return c.Open(until=due)
        case deciding.CouncilsUntil(councils=day):
            return c.SetTerm(deadline=day)
        case intents.CountDecision():
            return c.Close()
        case intents.CallAgain(due=due):
            return c.Reconvene(until=due)
        case further.StartCouncils():
            return c.StartRatification()
        case further.EscalateObjections(to=to, text=text):
            return c.Escalate(to=to, reason=Sealed(text))
        case further.RuleObjection():
            return _ruled(talk, matter, intent)
        case intents.Withdraw(text=text) if text.strip():
            return c.Withdraw(reason=Sealed(text))
        case intents.Withdraw():
            _say_why(talk, matter)
            return None
        case _:
            return _reviewed(talk, matter, intent)


def _reviewed(
    talk: Talk,
    matter: Matter,
    intent: intents.ReplaceDecision
    | further.RepealDecision
    | intents.ReviewDecision
    | intents.KeepDecision,
) -> c.Reviewing | None:
    match intent:
        case intents.ReplaceDecision(by=by, release=names):
            released = _released(talk, matter, by, names)
            return None if released is None else c.Supersede(by=by, release=released)
        case further.RepealDecision(by=by, text=text):
            return c.Repeal(by=by, reason=Sealed(text))
        case intents.ReviewDecision(text=text):
            return c.CallReview(reason=_text(text))
        case intents.KeepDecision(review_on=day, text=text):
            return c.Confirm(review_on=day, no_review=_text(text))


def _released(
    talk: Talk, matter: Matter, by: str, names: Sequence[str]
) -> tuple[str, ...] | None:
    """Return whom decision ``by`` releases; say so if somebody cannot be."""
    successor, bound = talk.matter(by), matter.row.bound
    covered = successor.row.bound if successor else ()
    if tuple(names) == (EVERYBODY,):
        return tuple(org for org in bound if org not in covered)
    found: list[str] = []
    for name in names:
        org = talk.speaker.org_named(name)
        if org is None:
            sentence = _WHOM
        elif org not in bound:
            sentence = _NOT_BOUND
        elif org in covered:
            sentence = _COVERED
        else:
            found.append(org)
            continue
        facts = {"ref": matter.row.ref, "by": by, "org": name}
        talk.say(talk.speaker.speech.text(sentence, **facts))
        return None
    return tuple(found)


_WHOM: Final = N_("Whom is {by} to release? Please give the municipalities by name.")
_NOT_BOUND: Final = N_(
    "{ref} does not bind {org}, so there is nothing to release it from."
)
_COVERED: Final = N_("{by} binds {org} as well, so nobody is released there.")


def _ruled(
    talk: Talk, matter: Matter, intent: further.RuleObjection
) -> c.RuleNotParamount | None:
    """Return the ruling about the one open objection that is meant, or ask for it."""
    speech = talk.speaker.speech
    org = talk.speaker.org_named(intent.organisation) if intent.organisation else None
    meant = [
        one
        for one in matter.open_objections
        if intent.number in {0, one.n} and org in {None, one.org}
    ]
    if len(meant) != 1:
        known = (
            speech.words(N_("no. {n} ({org})"), n=one.n, org=speech.org(one.org))
            for one in matter.open_objections
        )
        talk.say(
            speech.text(
                N_("Which objection is meant? Open ones to {ref}: {objections}."),
                ref=matter.row.ref,
                objections=", ".join(known) or "–",
            )
        )
        return None
    by = intent.by or speech.org(talk.coordinating_org(matter.row.org))
    return c.RuleNotParamount(number=meant[0].n, by=by, reason=Sealed(intent.text))


def _say_why(talk: Talk, matter: Matter) -> None:
    talk.say(
        talk.speaker.speech.text(
            N_("Why? Please add the reason: “{ref} withdraw, …”."), ref=matter.row.ref
        )
    )


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
