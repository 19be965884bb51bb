"""Timing: how long the forum has, and by when the bodies are to resolve (*Fristen*)."""

from __future__ import annotations

from datetime import date, timedelta

from core.authority import coordinating
from core.calendar import working_day_from
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import must_be, unfit
from core.errors import Code, Refusal
from core.facts import Facts
from core.rulebook import Mode, Rulebook


def set_term(command: c.SetTerm, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return up to when the bodies are to resolve: after the forum has.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``NOTHING_TO_RATIFY``, ``NOTICE_TOO_SHORT`` or
            that the bodies have it already.
    """
    file = must_be(state, s.Draft, s.Open, s.Objected, s.Escalated, s.Resolved).file
    if not (isinstance(state, s.Draft) and facts.org == file.drafted.org):
        coordinating(facts)
    if not file.drafted.council:
        raise Refusal(Code.NOTHING_TO_RATIFY)
    if file.started is not None:
        raise unfit(state)
    mode = file.opened.mode if file.opened else file.drafted.mode or Mode.CONSENT
    until = file.until if file.opened else None
    rulebook = facts.forum.rulebook if facts.forum else file.rulebook
    in_time(until, command.deadline, mode, rulebook, facts.today)
    deadline = working_day_from(command.deadline, facts.holidays)
    return [] if file.councils_by == deadline else [e.TermSet(deadline=deadline)]


def in_time(
    until: date | None,
    councils: date | None,
    mode: Mode,
    rulebook: Rulebook,
    today: date,
) -> None:
    """Require that the forum and, after it, the councils have time enough.

    Raises:
        Refusal: ``NOTICE_TOO_SHORT``.
    """
    earliest = earliest_for(mode, rulebook, today)
    if until is not None and until < earliest:
        raise Refusal(Code.NOTICE_TOO_SHORT, until=until, earliest=earliest)
    after = (until or earliest) + timedelta(days=1)
    if councils is not None and councils < after:
        raise Refusal(Code.NOTICE_TOO_SHORT, until=councils, earliest=after)


def earliest_for(mode: Mode, rulebook: Rulebook, today: date) -> date:
    """Return the first day on which a decision opened today may end."""
    days = rulebook.tacit_days if mode is Mode.TACIT else rulebook.notice_days
    return today + timedelta(days=days)


def working(wanted: date, earliest: date, facts: Facts) -> date:
    """Return the working day on which it ends.

    Raises:
        Refusal: ``NOTICE_TOO_SHORT``.
    """
    if wanted < earliest:
        raise Refusal(Code.NOTICE_TOO_SHORT, until=wanted, earliest=earliest)
    return working_day_from(wanted, facts.holidays)
