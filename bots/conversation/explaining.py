"""Explaining: what a council reads beside the text, said back first (*Vorlage*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots import questions_back
from bots.conversation.talk import Talk
from bots.decisions import explained
from bots.decisions.matter import Matter
from bots.figures import euros
from bots.grammar import further
from bots.grammar.answers import AskBack, Question
from bots.grammar.parts import Parts
from bots.grammar.sums import EVERYBODY
from core.decision import commands as c
from core.decision.kinds import Benefit, Share
from core.facts import Seat
from core.sealed import Sealed
from projections import people


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Who is meant by everybody, and who where nobody is named.

    ``own`` is empty where an amount needs a name; a benefit is everybody's then.
    """

    everybody: Sequence[str]
    own: str = ""


def explain(talk: Talk, matter: Matter, intent: further.ExplainDecision) -> None:
    """Say back ``B7 Begründung: …``."""
    speaker = talk.speaker
    proposing = matter.row.state == "decision_draft" and matter.row.org in speaker.orgs
    runs = speaker.viewer.coordinates or proposing
    org = talk.coordinating_org(matter.row.org) if runs else talk.own_org(matter)
    everybody = [one.org for one in matter.members] or voters(talk, matter.row.forum)
    whose = Whose(everybody=everybody, own="" if runs else org)
    command = parts(talk, intent.parts, whose)
    if command is None:
        return
    order = speaker.order(
        command,
        step="0",
        org=org,
        stream=f"decision:{matter.row.ref}",
        circle=matter.row.circle,
    )
    talk.echo([order], explained.echo(command, matter, org, speaker.speech))


def voters(talk: Talk, forum: str) -> list[str]:
    """Return who votes in ``forum``."""
    with talk.office.reading() as db:
        return [s.org for s in people.seats(db, forum) if s.seat == Seat.VOTE.value]


def parts(talk: Talk, said: Parts, whose: Whose) -> c.Explain | None:
    """Return what was said, by organisation; ask where an amount names nobody."""
    if not whose.own and any(not name for name, _ in said.costs):
        back = AskBack(question=Question.UNCLEAR_COSTS, phrase=_amount(talk, said))
        talk.say(questions_back.ask(back, talk.speaker.speech))
        return None
    return c.Explain(
        reasons=_text(said.reasons),
        alternatives=_text(said.alternatives),
        otherwise=_text(said.otherwise),
        costs=tuple(
            Share(org=org, cents=cents)
            for name, cents in said.costs
            for org in _orgs(talk, name, whose)
        ),
        benefits=tuple(
            Benefit(org=org, text=Sealed(text))
            for name, text in said.benefits
            for org in _orgs(talk, name, whose)
        ),
    )


def _orgs(talk: Talk, name: str, whose: Whose) -> Iterator[str]:
    if name == EVERYBODY or not (name or whose.own):
        yield from whose.everybody
    else:
        yield (talk.speaker.org_named(name) or name) if name else whose.own


def _amount(talk: Talk, said: Parts) -> str:
    cents = next(cents for name, cents in said.costs if not name)
    return euros(cents, talk.speaker.speech.language)


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text else None
