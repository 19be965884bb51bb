"""Explaining: what a council reads beside the text it resolves on (*Begründung* …).

It may be said with the proposal, or later as long as some body may still need it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from core.authority import coordinating, empowered
from core.decision import forum_commands as c
from core.decision import forum_events as e
from core.decision import states as s
from core.decision.checks import entitled, said, said_maybe, unfit
from core.decision.events import Happening
from core.decision.file import File
from core.decision.kinds import Benefit, Share
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.texts import between, key

P = TypeVar("P", Share, Benefit)

_MOST_CENTS: Final = 10**13  # a hundred billion euros


def explain(command: c.Explain, state: s.Present, facts: Facts) -> list[Happening]:
    """Return what was added; nothing if all of it is known.

    Whoever proposed it may as long as it is a draft, coordination until the last body
    has resolved; an organisation always says what it costs and brings itself.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``NO_VOTE``, ``TEXT_MISSING``, or too late.
    """
    may = s.Draft | s.InForum | s.Lapsed | s.Resolved | s.Ratifying | s.PartlyInForce
    if not isinstance(state, may):
        raise unfit(state)
    _may_explain(command, state, facts)
    event = e.Explained(
        org=facts.org,
        reasons=said_maybe(command.reasons),
        alternatives=said_maybe(command.alternatives),
        otherwise=said_maybe(command.otherwise),
        costs=shares(command.costs),
        benefits=benefits(command.benefits),
    )
    if event == e.Explained(org=facts.org):
        raise Refusal(Code.TEXT_MISSING)
    return [] if explained(state.file, event) == state.file else [event]


def _may_explain(command: c.Explain, state: s.Present, facts: Facts) -> None:
    file = state.file
    if isinstance(state, s.Draft) and facts.org == file.drafted.org:
        return
    about = {one.org for one in command.costs} | {one.org for one in command.benefits}
    if (
        facts.may_coordinate
        or command.reasons
        or command.alternatives
        or command.otherwise
        or about - {facts.org}
    ):
        coordinating(facts)
        return
    empowered(Power.ANSWER, facts)
    if file.opened is not None:
        entitled(facts.org, file)


def explained(file: File, event: e.Explained) -> File:
    """Return the file with the parts of ``event`` in the place of the former ones."""
    was = file.drafted
    return replace(
        file,
        drafted=replace(
            was,
            reasons=event.reasons or was.reasons,
            alternatives=event.alternatives or was.alternatives,
            otherwise=event.otherwise or was.otherwise,
            costs=_newer(was.costs, event.costs),
            benefits=_newer(was.benefits, event.benefits),
        ),
    )


def _newer(older: tuple[P, ...], newer: tuple[P, ...]) -> tuple[P, ...]:
    latest: dict[str, P] = {one.org: one for one in older + newer}
    return tuple(latest.values())


def shares(costs: Iterable[Share]) -> tuple[Share, ...]:
    """Return shares that can be stored, of each organisation the last."""
    each = tuple(
        Share(org=key(one.org), cents=between(0, one.cents, _MOST_CENTS))
        for one in costs
    )
    return _newer((), each)


def benefits(expected: Iterable[Benefit]) -> tuple[Benefit, ...]:
    """Return benefits that can be stored, of each organisation the last."""
    each = (Benefit(org=key(one.org), text=said(one.text)) for one in expected)
    return _newer((), tuple(each))
