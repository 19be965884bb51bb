"""Councils: papers, days and results of bodies, and conditions (*Gremien*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from bots.conversation import hindrances, resolutions
from bots.conversation.hindrances import OfResult
from bots.conversation.talk import Talk
from bots.decisions import checking, telling
from bots.decisions import council_echoes as echoes
from bots.decisions.matter import Matter
from bots.grammar import intents
from bots.locale import N_
from bots.message import Part
from core.decision import commands as c
from core.decision.councils import OUTSTANDING, SOME_BODY, Step
from core.effect import Answer
from core.ports import Order
from core.sealed import Sealed
from projections.decisions import CouncilRow

OfCouncil: TypeAlias = (
    intents.Ratification
    | intents.Paper
    | intents.Agenda
    | intents.TakeUp
    | intents.RefuseTerms
)
_AWAITING: Final = {Step.REQUIRED}


def about(talk: Talk, matter: Matter, intent: OfCouncil) -> None:
    """Say back what ``intent`` means for a body."""
    match intent:
        case intents.TakeUp() | intents.RefuseTerms():
            _negotiate(talk, matter, intent)
        case _:
            _record(talk, matter, intent)


def whose(talk: Talk, matter: Matter, said: intents.OnBehalf | None) -> str:
    """Return whose body is meant: what coordination sets up may be another's."""
    named = talk.speaker.org_named(said.organisation) if said else None
    return named or talk.own_org(matter)


def ordered(talk: Talk, matter: Matter, command: object, org: str, step: int) -> Order:
    """Return ``command`` as an order of whoever speaks, for ``org`` or coordination."""
    speaker = talk.speaker
    own = org if org in speaker.orgs else talk.coordinating_org(org)
    return speaker.order(
        command,
        step=str(step),
        org=own,
        stream=f"decision:{matter.row.ref}",
        circle=matter.row.circle,
    )


def _record(
    talk: Talk,
    matter: Matter,
    intent: OfResult,
) -> None:
    """Say back how far a body is, with the paper that was not entered before."""
    speech = talk.speaker.speech
    org = whose(talk, matter, intent.on_behalf)
    known = matter.council(org, intent.body)
    if hindrances.unclear(talk, matter, intent, org):
        return
    commands: list[object] = []
    called = matter.body_called(org, intent.body)
    body = known.body if known else called
    if known and nameless(known) and intent.body and org in talk.speaker.orgs:
        commands.append(c.Reserve(body=called))
        body = called
    day = getattr(intent, "on", None)
    wanted = resolutions.wanted(intent, org, body, known)
    lies = isinstance(intent, intents.Paper)
    late = not lies and known is not None and known.step in _AWAITING
    if late:
        commands.append(resolutions.paper(org, body, day, talk.speaker.today))
    stale = known is not None and _stale(known, matter)
    check = checking.of(wanted[0], None if stale else known, matter)
    renewed = check if stale else None
    since = day if stale else None
    if hindrances.another_text(talk, matter, wanted[0], renewed, since):
        return
    if stale:
        wanted = [resolutions.rechecked(one) for one in wanted]
    commands += wanted
    orders = [ordered(talk, matter, one, org, n) for n, one in enumerate(commands)]
    texts: list[Part] = list(echoes.recording(wanted, matter, org, body, speech))
    texts += checking.said(check, speech) if check else []
    if late:
        texts.append(
            speech.text(
                N_("No paper was entered so far; it is entered with {day}."),
                day=min(day or talk.speaker.today, talk.speaker.today),
            )
        )
    weighed = orders[:1]
    if isinstance(commands[0], c.Reserve) and known:
        weighed.append(_unnamed(talk, matter, intent, known, commands[1]))
    texts += hindrances.before_the_forum(day, matter, speech)
    talk.echo(orders, texts, weighed=weighed)


def _unnamed(
    talk: Talk, matter: Matter, intent: OfResult, known: CouncilRow, command: object
) -> Order:
    """Return ``command`` as it would be to a body that has no name yet."""
    today = talk.speaker.today
    same = (
        resolutions.paper(known.org, known.body, getattr(intent, "on", None), today)
        if isinstance(command, c.SubmitPaper) and not isinstance(intent, intents.Paper)
        else resolutions.wanted(intent, known.org, known.body)[0]
    )
    return ordered(talk, matter, same, known.org, 0)


def nameless(known: CouncilRow) -> bool:
    """Whether a body can still be named: it has not resolved yet."""
    return known.body == SOME_BODY and known.step in OUTSTANDING


def _stale(known: CouncilRow, matter: Matter) -> bool:
    """Whether a body approved an earlier version than the newest."""
    approved = known.step in {Step.APPROVED, Step.PROVISIONAL}
    return approved and known.edition != matter.row.edition


def _negotiate(
    talk: Talk, matter: Matter, intent: intents.TakeUp | intents.RefuseTerms
) -> None:
    """Ask the forum whether all take the conditions over, or say that it does not."""
    speech = talk.speaker.speech
    named = talk.speaker.org_named(intent.organisation) if intent.organisation else None
    found = [one for one in _conditional(matter) if named in {None, one.org}]
    if len(found) != 1:
        names = ", ".join(speech.org(one.org) for one in _conditional(matter))
        talk.say(
            speech.text(
                N_("Whose conditions? Conditions to {ref} come from: {orgs}."),
                ref=matter.row.ref,
                orgs=names or "–",
            )
        )
        return
    org, body = found[0].org, found[0].body
    command: c.Conditional
    if isinstance(intent, intents.TakeUp) and matter.row.holds:
        talk.say(speech.text(telling.ANOTHER, ref=matter.row.ref))
        return
    match intent:
        case intents.TakeUp(text=text):
            command = c.TakeUpConditions(org=org, body=body, text=Sealed(text))
        case intents.RefuseTerms(text=text):
            command = c.RefuseConditions(org=org, body=body, reason=Sealed(text))
    own = talk.coordinating_org(matter.row.org)
    order = talk.speaker.order(
        command,
        step="0",
        org=own,
        stream=f"decision:{matter.row.ref}",
        circle=matter.row.circle,
    )
    talk.echo([order], [echoes.negotiating(command, matter, found[0], speech)])


def _conditional(matter: Matter) -> Sequence[CouncilRow]:
    return [one for one in matter.councils if one.answer is Answer.CONDITIONAL]


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
