"""Moving: who joins a decision late, and who takes its word back."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import entitled, said, unfit
from core.decision.councils import Step
from core.decision.file import File
from core.decision.opening import weighed
from core.effect import Stance
from core.errors import Code, Refusal
from core.facts import MEMBER, Facts


def move(
    command: c.Moving, org: str, state: s.Present, facts: Facts
) -> list[e.MemberJoined | e.MemberLeft]:
    """Return that ``org`` joins or leaves; nothing if it is so already.

    Raises:
        Refusal: ``RECUSED``, ``NOT_A_MEMBER``, ``NO_VOTE``, ``LAST_ONE_BOUND`` or
            ``BODY_REFUSED`` for one that agreed in the forum but not in its council.
    """
    if not isinstance(state, s.Binding):
        raise unfit(state)
    file = state.file
    match command:
        case c.Join():
            return _join(org, file, facts)
        case c.Leave(reason=reason):
            entitled(org, file)
            if not _may_be_bound(org, file):
                return []
            if file.bound == {org}:
                raise Refusal(Code.LAST_ONE_BOUND, org=org)
            return [e.MemberLeft(org=org, on=facts.today, reason=said(reason))]
        case _:
            assert_never(command)


def _may_be_bound(org: str, file: File) -> bool:
    """Whether ``org`` is bound, or still may be."""
    vote = file.votes.get(org)
    said_no = vote is not None and vote.stance is Stance.NO
    return org in file.bound or not (said_no or org in file.left)


def _join(org: str, file: File, facts: Facts) -> list[e.MemberJoined | e.MemberLeft]:
    if org in file.recused:
        raise Refusal(Code.RECUSED, org=org)
    if facts.members.get(org) != MEMBER:
        raise Refusal(Code.NOT_A_MEMBER, org=org)
    vote = file.votes.get(org)
    if vote is not None and vote.stance is Stance.YES and org not in file.left:
        for key, council in file.councils.items():
            if key.org == org and council.step in {Step.REFUSED, Step.EXPIRED}:
                raise Refusal(Code.BODY_REFUSED, org=org, body=key.body)
        return []
    known = next((member for member in file.roster if member.org == org), None)
    member = known or replace(weighed(org, file.drafted, facts), late=True)
    return [e.MemberJoined(org=org, member=member, text=file.text, on=facts.today)]
