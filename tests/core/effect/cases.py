"""Cases: small rosters drawn at random, and a fixed table of them for the mutants."""

from __future__ import annotations

import random
from typing import Final, TypeVar

from hypothesis import strategies as st

from core.effect import (
    Answer,
    Condition,
    EffectKind,
    Form,
    Measure,
    Member,
    Position,
    Ratification,
    Rule,
    Stance,
)
from tests.core.effect.oracle import LATER, ON, Case

T = TypeVar("T")

ORGS: Final = ("a", "b", "c")
_DAYS: Final = (ON, ON, ON, LATER)
_WEIGHTS: Final = (0, 1, 2, 3)
_FORMS: Final = (Form.WORKING_GROUP, Form.JOINT_AGENCY, Form.SPECIAL_PURPOSE)
_KINDS: Final = tuple(EffectKind)
_LIKELY: Final = (Answer.APPROVED,) * 4 + tuple(Answer)


def made(choose: random.Random) -> Case:
    """Return a case; ``choose`` decides everything."""
    measure = choose.choice(tuple(Measure))
    number = choose.randrange(5) if measure is Measure.MEMBERS else None
    share = choose.choice((0, 250, 333, 334, 500, 666, 667, 1_000))
    rule = Rule(
        choose.choice(_KINDS),
        measure,
        share if number is None else number,
        choose.random() < 0.25,
        choose.choice(_FORMS),
    )
    orgs = ORGS[: choose.randrange(1, 4)]
    roster = tuple(_member(org, choose) for org in orgs)
    stances = (None, *(Stance.YES,) * 5, *Stance)
    said = {org: choose.choice(stances) for org in orgs}
    return Case(
        rule,
        roster,
        {o: Position(s, choose.choice(_DAYS)) for o, s in said.items() if s},
        tuple(
            Ratification(
                choose.choice(orgs), body, choose.choice(_LIKELY), choose.choice(_DAYS)
            )
            for body in ("gv", "ha")[: choose.randrange(3)]
        ),
        tuple(
            Condition(
                name,
                choose.choice(_LIKELY),
                choose.choice(_DAYS),
                choose.choice((*orgs, "")),
            )
            for name in ("supervision",)[: choose.randrange(2)]
        ),
    )


def _member(org: str, choose: random.Random) -> Member:
    return Member(
        org,
        choose.choice(_WEIGHTS),
        choose.choice(_WEIGHTS),
        choose.random() < 0.2,
    )


CASES: Final = st.randoms(use_true_random=False).map(made)
"""Any case, for hypothesis."""


def fixed(count: int) -> list[Case]:
    """Return the same ``count`` cases every time."""
    choose = random.Random(7)  # noqa: S311  (a table, not a secret)
    return [made(choose) for _ in range(count)]
