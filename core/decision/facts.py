"""Facts: what other aggregates, and other decisions, must know of a decision."""

from __future__ import annotations

from datetime import date
from typing import Final

from core.decision import states as s
from core.decision.binding import judged
from core.decision.councils import OUTSTANDING, CouncilKey
from core.effect import FINAL, Answer
from core.facts import Duty, PastDecision
from core.rulebook import Mode

_AWAITED: Final = frozenset({Answer.OPEN, Answer.PROVISIONAL, Answer.CONDITIONAL})


def past_decision(
    ref: str, state: s.State, successors: tuple[str, ...] = ()
) -> PastDecision | None:
    """Return what a command that names this decision must know of it."""
    if isinstance(state, s.Absent):
        return None
    return PastDecision(
        ref=ref,
        forum=state.file.drafted.forum,
        accepted=isinstance(state, s.Resolved | s.Reconsidered | s.Binding),
        bound=s.bound(state),
        successors=successors,
        ended_by=state.by if isinstance(state, s.Superseded | s.Repealed) else None,
        failed=isinstance(state, s.Failed),
    )


def duty(ref: str, state: s.State) -> Duty | None:
    """Return what the forum still owes: a decision that is not settled yet.

    Rule F1: a forum ends only when somebody else has it. That it is in force for some
    settles it only when no body is awaited any more.
    """
    unsettled = isinstance(state, s.InForum | s.Lapsed | s.Resolved | s.Ratifying)
    if isinstance(state, s.Absent) or not (unsettled or awaited(state)):
        return None
    opened, drafted = state.file.opened, state.file.drafted
    if isinstance(state, s.Resolved) and opened and opened.mode is Mode.RECOMMENDATION:
        return None
    return Duty(ref=ref, forum=drafted.forum, asker=drafted.org, holder=drafted.org)


def owing(state: s.State) -> frozenset[str]:
    """Return whom the forum waits for: a position, an answer to objections, a body.

    Objections wait for whoever proposed it.
    """
    match state:
        case s.Absent():
            return frozenset()
        case s.Open(file=file):
            return frozenset(file.silent)
        case s.Objected(file=file) | s.Escalated(file=file):
            return frozenset({*file.silent, file.drafted.org})
        case _:
            return frozenset(
                key.org
                for key in awaited(state)
                if state.file.councils[key].step in OUTSTANDING
            )


def awaited(state: s.Present) -> frozenset[CouncilKey]:
    """Return the bodies on whose word it depends whom the decision binds.

    Also those of whoever joins a decision that is in force; none of whoever has left,
    or lacks something that no other body can give.
    """
    if not isinstance(state, s.Binding):
        return frozenset()
    file = state.file
    each = {key: one.answer(file.text) for key, one in file.councils.items()}
    waiting = {key for key, answer in each.items() if answer in _AWAITED}
    if not waiting:
        return frozenset()
    missing = judged(file, date.max).missing
    out = {lack.org for lack in missing if lack.what in FINAL} | file.left
    return frozenset(key for key in waiting if key.org not in out | file.recused)
