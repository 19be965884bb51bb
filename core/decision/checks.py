"""Checks that most commands to a decision need."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from core.calendar import working_day_from
from core.decision import states as s
from core.decision.councils import Council, CouncilKey
from core.decision.file import File
from core.errors import Code, Refusal
from core.facts import Facts
from core.sealed import Sealed
from core.texts import checked, label

P = TypeVar("P", bound=s.Present)


def said(text: Sealed) -> Sealed:
    """Return ``text`` without outer blanks.

    Raises:
        Refusal: ``TEXT_MISSING`` or ``TEXT_TOO_LONG``.
    """
    return checked(Sealed((text.text or "").strip()))


def said_maybe(text: Sealed | None) -> Sealed | None:
    """Return ``text`` if anything was said at all."""
    return said(text) if text is not None and (text.text or "").strip() else None


def label_maybe(name: str | None) -> str | None:
    """Return ``name`` if there is one."""
    return label(name) if name is not None and name.strip() else None


def must_be(state: s.Present, *kinds: type[P]) -> P:
    """Return ``state`` if it is of one of ``kinds``.

    Raises:
        Refusal: see ``unfit``.
    """
    for kind in kinds:
        if isinstance(state, kind):
            return state
    raise unfit(state)


def unfit(state: s.Present) -> Refusal:
    """Return why something cannot be done in ``state``."""
    over = s.Rejected | s.Withdrawn | s.Failed | s.Superseded | s.Repealed
    code = Code.DECISION_ENDED if isinstance(state, over) else Code.NOT_POSSIBLE_NOW
    return Refusal(code, state=s.name(state))


def in_councils(state: s.Present) -> bool:
    """Whether bodies deal with it, be it that the forum is asked once more."""
    if isinstance(state, s.InForum | s.Resolved):
        return state.file.started is not None
    return isinstance(state, s.Binding)


def entitled(org: str, file: File) -> str:
    """Return ``org`` if it is on the list of the decision.

    Raises:
        Refusal: ``RECUSED`` or ``NO_VOTE``.
    """
    if org in file.recused:
        raise Refusal(Code.RECUSED, org=org)
    if all(member.org != org for member in file.roster):
        raise Refusal(Code.NO_VOTE, org=org)
    return org


def council_key(org: str, body: str, file: File) -> CouncilKey:
    """Return by what the decision knows a body: by one name, in whatever letters."""
    key = CouncilKey(org, label(body))
    low = key.body.casefold()
    same = (k for k in file.councils if k.org == org and k.body.casefold() == low)
    return key if key in file.councils else next(same, key)


def council(org: str, body: str, file: File) -> Council:
    """Return how it stands with a body.

    Raises:
        Refusal: ``UNKNOWN_RATIFICATION``.
    """
    known = file.councils.get(council_key(org, body, file))
    if known is None:
        raise Refusal(Code.UNKNOWN_RATIFICATION, org=org, body=body)
    return known


def past(on: date | None, facts: Facts) -> date:
    """Return the day, today if none was named.

    Raises:
        Refusal: ``DATE_IN_THE_FUTURE``.
    """
    day = on or facts.today
    if day > facts.today:
        raise Refusal(Code.DATE_IN_THE_FUTURE, on=day, today=facts.today)
    return day


def in_body(on: date | None, file: File, facts: Facts) -> date:
    """Return the day on which a body did something: not before it could know of it.

    Raises:
        Refusal: ``DATE_IN_THE_FUTURE`` or ``RESULT_BEFORE_DECISION``.
    """
    day, opened = past(on, facts), file.opened
    if opened is not None and day < opened.on:
        raise Refusal(Code.RESULT_BEFORE_DECISION, on=day, since=opened.on)
    return day


def term(day: date, facts: Facts) -> date:
    """Return the working day on which a term ends.

    Raises:
        Refusal: ``DUE_IN_THE_PAST``.
    """
    if day < facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=day, today=facts.today)
    return working_day_from(day, facts.holidays)
