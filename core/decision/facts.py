"""Facts: what other aggregates, and other decisions, must know of a decision."""

from __future__ import annotations

from core.decision import states as s
from core.decision.councils import OUTSTANDING
from core.decision.file import File
from core.facts import Duty, PastDecision
from core.rulebook import Mode


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
    )


def duty(ref: str, state: s.State) -> Duty | None:
    """Return what the forum still owes: a decision that is neither in force nor over.

    Rule F1: a forum ends only when somebody else has it.
    """
    if not isinstance(state, s.InForum | s.Lapsed | s.Resolved | s.Ratifying):
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
        case s.Open(file=file):
            return _quiet(file)
        case s.Objected(file=file) | s.Escalated(file=file):
            return _quiet(file) | {file.drafted.org}
        case (
            s.Ratifying(file=file)
            | s.PartlyInForce(file=file)
            | s.InForce(file=file)
            | s.UnderReview(file=file)
        ):
            each = file.councils.items()
            return frozenset(key.org for key, one in each if one.step in OUTSTANDING)
        case _:
            return frozenset()


def _quiet(file: File) -> frozenset[str]:
    """Return who has said nothing at all to the newest version."""
    objecting = {file.objections[n].raised.org for n in file.open_objections}
    heard = file.votes.keys() | file.scores.keys() | file.entries.keys() | objecting
    return frozenset(m.org for m in file.entitled if m.org not in heard)
