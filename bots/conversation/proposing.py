"""Proposing: what a forum is to decide, said back first (*Beschlussvorschlag*)."""

from __future__ import annotations

from typing import Final

from bots.conversation import explaining, openings
from bots.conversation.talk import Talk
from bots.decisions import echoes
from bots.decisions.echoes import Days
from bots.grammar import decisions as said
from bots.grammar import intents
from bots.locale import N_
from core import rulebook
from core.decision import commands as c
from core.decision.timing import in_time
from core.decision.wording import titled
from core.effect import EffectKind, Measure, Rule
from core.errors import Code, Refusal
from core.sealed import Sealed
from projections import people

_MODES: Final = {
    said.Mode.CONSENT: rulebook.Mode.CONSENT,
    said.Mode.MAJORITY: rulebook.Mode.MAJORITY,
    said.Mode.TWO_THIRDS: rulebook.Mode.TWO_THIRDS,
    said.Mode.UNANIMOUS: rulebook.Mode.UNANIMOUS,
    said.Mode.TACIT: rulebook.Mode.TACIT,
    said.Mode.RESISTANCE: rulebook.Mode.RESISTANCE,
    said.Mode.ADVICE: rulebook.Mode.RECOMMENDATION,
}


def propose(talk: Talk, intent: intents.ProposeDecision) -> None:
    """Say back ``Beschlussvorschlag: …``; coordination opens it with the same yes."""
    speaker, speech = talk.speaker, talk.speaker.speech
    if intent.on_behalf is not None:
        org = speaker.org_named(intent.on_behalf.organisation) or ""
        talk.refuse(Refusal(Code.OTHER_SIDE_MOVES, ref="…", org=org))
        return
    if intent.session and intent.due is None:
        talk.say(speech.text(N_("I know no next meeting; please name a day.")))
        return
    if intent.no_review and not intent.why_no_review:
        talk.say(
            speech.text(N_("Why no review? Please write: “no review: …”, with why."))
        )
        return
    own = talk.coordinating_org(speaker.orgs[0])
    forum = openings.forum_of(talk, intent.forum, own, None)
    if forum is None:
        return
    parts = explaining.parts(
        talk,
        intent.parts,
        explaining.Whose(everybody=explaining.voters(talk, forum)),
    )
    if parts is None:
        return
    command = c.Propose(
        forum=forum,
        title=titled(intent.text),
        text=Sealed(intent.text.strip()),
        mode=_MODES[intent.mode] if intent.mode else None,
        effect=_rule(intent),
        options=intent.options,
        reasons=parts.reasons,
        alternatives=parts.alternatives,
        otherwise=parts.otherwise,
        costs=parts.costs,
        benefits=parts.benefits,
        review_on=intent.review_on,
        no_review=Sealed(intent.why_no_review) if intent.why_no_review else None,
    )
    commands: list[object] = [command]
    due, councils = speaker.working(intent.due), speaker.working(intent.councils)
    if councils is not None:
        commands.append(c.SetTerm(deadline=councils))
    opens = speaker.viewer.coordinates
    if opens:
        commands.append(c.Open(until=due))
    with talk.office.reading() as db:
        place = people.forum(db, forum)
    usual = place.rulebook if place else rulebook.FOUNDING
    try:
        in_time(
            intent.due,
            intent.councils,
            command.mode or usual.mode,
            usual,
            speaker.today,
        )
    except Refusal as refusal:
        talk.refuse(refusal)
        return
    texts = echoes.proposing(
        command, Days(due, councils, opens=opens), own, usual, speech
    )
    orders = [
        speaker.order(one, step=str(n), org=own) for n, one in enumerate(commands)
    ]
    talk.echo(orders, texts, weighed=orders[:1])


def _rule(intent: intents.ProposeDecision) -> Rule | None:
    match intent.effect:
        case said.Whom.ALL:
            return Rule(EffectKind.ALL_OR_NOTHING)
        case said.Whom.EACH:
            return Rule(EffectKind.EACH_FOR_ITSELF)
        case said.Whom.FROM if intent.at_least == 1:
            return Rule(EffectKind.EACH_FOR_ITSELF)
        case said.Whom.FROM:
            return Rule(EffectKind.THRESHOLD, Measure.MEMBERS, intent.at_least)
        case None:
            return None
