"""Figures: what is published of many answers, and what must not be (rule Q2).

In an aggregated ask a group of fewer than ``K`` organisations is never shown, nor a
change between two publications that fewer than ``K`` can have caused: whoever knows
both would know what these few said. Then the figures stay as published before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from core.ask.events import Figure
from core.ask.kinds import Disclosure
from core.ask.questions import Question, QuestionKind
from core.ask.states import Result, Round, current, values_of
from core.sealed import Sealed

K: Final = 5  # organisations; source: domain.md rule Q2
ALL: Final = ""  # the figure of everybody who answered a question
_ADDED: Final = {QuestionKind.NUMBER, QuestionKind.SCALE}

Said: TypeAlias = Mapping[str, Sealed]  # by organisation
Counted: TypeAlias = Mapping[str, Said]  # by question


def counted(round_: Round) -> Counted:
    """Return what each organisation says now, by question."""
    found: dict[str, dict[str, Sealed]] = {q.key: {} for q in round_.opened.questions}
    for org, reply in sorted(current(round_).items()):
        for value in values_of(reply):
            said = value.said
            if value.question in found and said.text is not None:  # not erased
                found[value.question][org] = said
    return MappingProxyType(found)


def figures(
    round_: Round, before: Result | None
) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """Return the figures to publish, and which questions keep their earlier ones."""
    now, k, rough = counted(round_), smallest(round_), _rough(round_)
    found: list[Figure] = []
    kept: list[str] = []
    for question in round_.opened.questions:
        fresh = tuple(
            _marked(one, rough) for one in _of(question, now[question.key], k)
        )
        earlier = tuple(
            figure
            for figure in (before.figures if before else ())
            if figure.question == question.key
        )
        old = before.counted.get(question.key, {}) if before else {}
        if before and not _withstands(old, now[question.key], earlier, fresh, k):
            kept.append(question.key)
            fresh = earlier
        found += fresh
    return tuple(found), tuple(kept)


def _marked(figure: Figure, rough: AbstractSet[tuple[str, str]]) -> Figure:
    """Return ``figure`` marked if one of the answers in it is only about right."""
    of_it = {said for question, said in rough if question == figure.question}
    about = bool(of_it) if figure.said == ALL else figure.said in of_it
    return replace(figure, about=about)


def _rough(round_: Round) -> AbstractSet[tuple[str, str]]:
    """Return which answers to which questions somebody meant as about right."""
    replies = current(round_).values()
    values = (value for reply in replies for value in values_of(reply) if value.about)
    return {(value.question, value.said.text or "") for value in values}


def smallest(round_: Round) -> int:
    """Return how small a group may be that is shown."""
    return K if round_.opened.disclosure is Disclosure.AGGREGATED else 1


def _of(question: Question, said: Said, k: int) -> tuple[Figure, ...]:
    """Return the figures of one question; none if too few answered it."""
    if len(said) < k or not said:
        return ()
    texts = [text.text or "" for text in said.values()]
    added = question.kind in _ADDED
    total = f"{sum(map(Decimal, texts), Decimal(0)).normalize():f}" if added else ""
    whole = Figure(question=question.key, said=ALL, count=len(said), total=total)
    if question.kind in {QuestionKind.TEXT, QuestionKind.NUMBER}:
        return (whole,)
    return (whole, *_groups(question, Counter(texts), k))


def _groups(question: Question, counts: Counter[str], k: int) -> tuple[Figure, ...]:
    """Return the groups that are large enough; the small ones are put together.

    One that stayed small alone could be found by subtracting, so the next smallest
    goes with it until they are enough.
    """
    ordered = sorted(counts.items(), key=lambda pair: (pair[1], pair[0]))
    rest: list[tuple[str, int]] = []
    while ordered and (ordered[0][1] < k or 0 < sum(n for _, n in rest) < k):
        rest.append(ordered.pop(0))
    if not ordered:
        return ()
    shown = [
        Figure(question=question.key, said=said, count=n) for said, n in sorted(ordered)
    ]
    if rest:
        several = sum(n for _, n in rest)
        more = Figure(question=question.key, said="…", count=several, more=True)
        shown.append(more)
    return tuple(shown)


def _withstands(
    old: Said,
    new: Said,
    earlier: tuple[Figure, ...],
    fresh: tuple[Figure, ...],
    k: int,
) -> bool:
    """Whether nothing can be learnt of fewer than ``k`` from the difference."""
    changed = {org for org in {*old, *new} if old.get(org) != new.get(org)}
    if k == 1 or not changed or not earlier:
        return True
    if len(changed) < k or bool(earlier) != bool(fresh):
        return False
    before = {(f.said, f.more): f.count for f in earlier}
    after = {(f.said, f.more): f.count for f in fresh}
    steps = [abs(after.get(at, 0) - before.get(at, 0)) for at in {*before, *after}]
    return all(step == 0 or step >= k for step in steps)
