"""Bodies: whether, by when and how often one resolves, and what else must come first.

What they resolve lies in ``councils`` (*Gremien und weitere Bedingungen*).
"""

from __future__ import annotations

from typing import TypeAlias

from bots.conversation import councils, resolutions
from bots.conversation.talk import Talk
from bots.decisions import body_echoes as echoes
from bots.decisions.matter import Matter
from bots.grammar import further
from bots.grammar.answers import Question
from bots.grammar.further import BodyFurther, Came
from bots.locale import N_
from bots.questions_back import SENTENCES
from core.decision import commands as c
from core.decision.councils import Step
from core.decision.kinds import ConditionKind
from core.errors import Code, Refusal
from core.sealed import Sealed
from projections.decisions import CouncilRow

OfBody: TypeAlias = BodyFurther | further.OtherCondition


def about(talk: Talk, matter: Matter, intent: OfBody) -> None:
    """Say back what ``intent`` means."""
    if isinstance(intent, further.OtherCondition):
        _condition(talk, matter, intent)
        return
    org = councils.whose(talk, matter, intent.on_behalf)
    if isinstance(intent, further.Consultation):
        _advised(talk, matter, intent, org)
        return
    known = _meant(matter, intent, org)
    if known is None and not intent.body:
        talk.say(talk.speaker.speech.text(SENTENCES[Question.WHICH_BODY]))
        return
    body = known.body if known else matter.body_called(org, intent.body)
    if isinstance(intent, further.WaiveCouncil) and org not in talk.speaker.orgs:
        talk.refuse(Refusal(Code.OTHER_SIDE_MOVES, ref=matter.row.ref, org=org))
        return
    command = _command(intent, org, body)
    order = councils.ordered(talk, matter, command, org, 0)
    texts = echoes.of_body(command, matter, org, body, talk.speaker.speech)
    talk.echo([order], [texts])


def _meant(matter: Matter, intent: BodyFurther, org: str) -> CouncilRow | None:
    """Return the body that is meant: without a name the one that is awaited."""
    return matter.council(org, intent.body) or (
        None if intent.body else matter.awaited_of(org)
    )


def _command(intent: BodyFurther, org: str, body: str) -> c.Terms | c.Correcting:
    match intent:
        case further.WaiveCouncil(text=text):
            return c.WaiveRatification(body=body, reason=Sealed(text))
        case further.RetractResult(text=text):
            return c.RetractResult(org=org, body=body, reason=Sealed(text))
        case further.ReopenCouncil(text=text):
            return c.ReopenRatification(org=org, body=body, reason=Sealed(text))
        case further.SetTerm(due=due):
            return c.SetDeadline(org=org, body=body, deadline=due)
        case _:
            raise ValueError(intent)


def _advised(
    talk: Talk, matter: Matter, intent: further.Consultation, org: str
) -> None:
    """Say back what a committee advised the body that resolves."""
    waits = matter.awaited_of(org)
    if waits is None:
        talk.say(
            talk.speaker.speech.text(
                N_("No council of {org} has {ref} before it now; nothing was changed."),
                org=talk.speaker.speech.org(org),
                ref=matter.row.ref,
            )
        )
        return
    commands: list[object] = []
    if waits.step is Step.REQUIRED:
        commands.append(
            resolutions.paper(org, waits.body, intent.on, talk.speaker.today)
        )
    advice = c.RecordConsultation(
        org=org,
        body=waits.body,
        committee=intent.body,
        result=Sealed(intent.text),
        on=intent.on,
    )
    commands.append(advice)
    orders = [
        councils.ordered(talk, matter, one, org, n) for n, one in enumerate(commands)
    ]
    text = echoes.advised(advice, matter, talk.speaker.speech)
    talk.echo(orders, [text], weighed=orders[:1])


def _condition(talk: Talk, matter: Matter, intent: further.OtherCondition) -> None:
    """Say back that something else must come first, or what became of it."""
    kind = ConditionKind(intent.kind.value)
    named = intent.on_behalf.organisation if intent.on_behalf else ""
    org = talk.speaker.org_named(named) if named else _own(talk, matter, kind)
    command = _conditioning(intent, kind, org)
    order = councils.ordered(talk, matter, command, org or matter.row.org, 0)
    text = echoes.condition(command, matter, talk.speaker.speech)
    talk.echo([order], [text])


def _own(talk: Talk, matter: Matter, kind: ConditionKind) -> str | None:
    """Return whose condition a member means that names nobody: its own, if it has."""
    orgs = (one.org for one in matter.conditions if one.kind is kind)
    return next((org for org in orgs if org in talk.speaker.orgs), None)


def _conditioning(
    intent: further.OtherCondition, kind: ConditionKind, org: str | None
) -> c.Conditioning:
    reason = Sealed(intent.text)
    match intent.result:
        case Came.REQUIRED:
            return c.RequireCondition(kind=kind, org=org)
        case Came.MET:
            return c.MeetCondition(kind=kind, ref=intent.item, on=intent.on, org=org)
        case Came.REFUSED:
            return c.RefuseCondition(kind=kind, reason=reason, on=intent.on, org=org)
        case Came.WAIVED:
            return c.WaiveCondition(kind=kind, reason=reason, org=org)
        case Came.REOPENED:
            return c.ReopenCondition(kind=kind, reason=reason, org=org)
