"""Opening: who may ask whom, how much, and when not (rules Q2 to Q5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from core.ask.commands import Open
from core.ask.events import Opened
from core.ask.figures import K
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import QuestionKind, asked
from core.authority import coordinating, empowered
from core.errors import Code, Refusal
from core.facts import Facts, PastAsk, Power
from core.texts import between, checked, label

BUDGET: Final = 15  # minutes per organisation and week; source: chat.md, dialogue D1
_MINUTES: Final = (1, 240)
_WORD: Final = re.compile(r"[^\W\d_]{7,}")
_YEARS: Final = (1900, 2200)


def open_(command: Open, facts: Facts) -> Opened:
    """Return the ask that ``command`` opens, its audience frozen.

    Raises:
        Refusal: ``NO_POWER``, ``FORUM_NOT_OPEN``, ``NO_SEAT``, a code under "ask" or
            one of texts and days.
    """
    _may_ask(facts)
    due, promised = _days(command, facts)
    questions = asked(command.questions)
    texts = [q for q in questions if q.kind is QuestionKind.TEXT]
    if command.disclosure is Disclosure.AGGREGATED and texts:
        raise Refusal(Code.TEXT_NOT_AGGREGATED)
    audience = _audience(command, facts)
    minutes = between(_MINUTES[0], command.minutes, _MINUTES[1])
    over = _over_budget(command, audience, minutes, facts)
    horizon = command.horizon
    return Opened(
        kind=command.kind,
        forum=command.forum,
        org=facts.org,
        meant=command.meant,
        audience=audience,
        questions=questions,
        text=checked(command.text),
        on=facts.today,
        deadline=due,
        promised=promised,
        minutes=minutes,
        disclosure=command.disclosure,
        purpose=checked(command.purpose) if command.purpose else None,
        horizon=horizon and between(_YEARS[0], horizon, _YEARS[1]),
        needs=tuple(dict.fromkeys(label(need) for need in command.needs)),
        over=over,
        override=checked(command.override) if over and command.override else None,
    )


def _may_ask(facts: Facts) -> None:
    if facts.on_behalf is not None:
        raise Refusal(Code.NOT_POSSIBLE_NOW, state="ask_absent")
    empowered(Power.ANSWER, facts)
    if facts.forum is None or not facts.forum.open:
        raise Refusal(Code.FORUM_NOT_OPEN)
    known = {*facts.forum.seats, facts.forum.lead}
    if facts.org not in known and not facts.may_coordinate:
        raise Refusal(Code.NO_SEAT, org=facts.org)


def _days(command: Open, facts: Facts) -> tuple[date, date]:
    due, promised = command.deadline, command.promised
    if due < facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=due, today=facts.today)
    if promised < due:
        raise Refusal(Code.PROMISED_TOO_EARLY, promised=promised, due=due)
    return due, promised


def _audience(command: Open, facts: Facts) -> tuple[str, ...]:
    found = tuple(org for org in facts.audience if org != facts.org)
    if not found and command.kind is AskKind.HELP:
        raise Refusal(Code.NOBODY_HAS_IT, needs=command.needs)
    if not found:
        raise Refusal(Code.AUDIENCE_EMPTY, meant=command.meant.value)
    if command.disclosure is Disclosure.AGGREGATED and len(found) < K:
        raise Refusal(Code.AUDIENCE_TOO_SMALL, number=len(found), lowest=K)
    if command.kind is not AskKind.HELP:
        _nothing_owed(command, found, facts)
    return found


def _nothing_owed(command: Open, audience: tuple[str, ...], facts: Facts) -> None:
    """Require that the same is not being asked while its result is owed (Q3)."""
    for past in facts.asks:
        same = (past.kind, past.forum) == (command.kind.value, command.forum)
        same = same and past.audience == frozenset(audience)
        if past.owes_result and same and _alike(past.text, command.text.text):
            raise Refusal(Code.RESULT_OWED, other=past.ref)


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two questions share more than half the words of the shorter one.

    Words are the long ones, which name the matter; of an erased question nothing is
    known.
    """
    if one is None or other is None:
        return False
    ours, theirs = ({*_WORD.findall(text.casefold())} for text in (one, other))
    return 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _over_budget(
    command: Open, audience: tuple[str, ...], minutes: int, facts: Facts
) -> tuple[str, ...]:
    """Return who is asked too much this week, if coordination says why (Q4)."""
    if command.kind is AskKind.HELP:  # rule Q5
        return ()
    used = minutes_asked(facts.asks, facts.today)
    over = tuple(org for org in audience if used.get(org, 0) + minutes > BUDGET)
    if not over:
        return ()
    if command.override is None:
        raise Refusal(Code.BUDGET_EXCEEDED, orgs=over, minutes=BUDGET)
    coordinating(facts)
    return over


def minutes_asked(asks: tuple[PastAsk, ...], today: date) -> Mapping[str, int]:
    """Return for how many minutes each organisation was asked in this week."""
    monday = today - timedelta(days=today.weekday())
    used: dict[str, int] = {}
    for past in asks:
        if past.kind != AskKind.HELP and monday <= past.on < monday + timedelta(7):
            for org in past.audience:
                used[org] = used.get(org, 0) + past.minutes
    return used
