"""What can be asked of an ask. Time and authority come in as facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.ask.kinds import AskKind, Disclosure, Follows, Meant
from core.ask.questions import Question, Value
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Ask ``meant``; ``named`` are the organisations if they were named.

    A call for help names what it ``needs``; whoever has that is asked.
    """

    kind: AskKind
    forum: str
    meant: Meant
    questions: tuple[Question, ...]
    text: Sealed
    deadline: date
    promised: date
    minutes: int
    named: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    disclosure: Disclosure = Disclosure.NAMED
    purpose: Sealed | None = None
    horizon: int | None = None
    override: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Answer, or put another answer in the place of the earlier one."""

    values: tuple[Value, ...]
    remark: Sealed | None = None


@dataclass(frozen=True, slots=True)
class ReportNothing:
    """Say that there is nothing to report (*Fehlanzeige*)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineAnswer:
    """Do not answer."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class TakeBackAnswer:
    """Let the answer before the newest one count again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """Let ``person`` of one's own organisation look after the answer."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend:
    """Give more time; the promised day moves along unless another one is named."""

    deadline: date
    promised: date | None = None


@dataclass(frozen=True, slots=True)
class GoOn:
    """Establish that a call for help runs on behind its day."""


@dataclass(frozen=True, slots=True)
class Close:
    """Let answers from here on be late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Publish the result, with some words if wanted."""

    summary: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude:
    """Say what follows from the result."""

    follows: Follows
    why: Sealed
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Do not ask any more."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class ConfirmOnBehalf:
    """Confirm what coordination entered for one's organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestOnBehalf:
    """Contest what coordination entered for one's organisation."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetOnBehalfStand:
    """Establish that ``org`` did not contest the entry in its period."""

    org: str


Replying: TypeAlias = Answer | ReportNothing | DeclineAnswer
Running: TypeAlias = Extend | GoOn | Close | Publish | Conclude | Cancel
Settling: TypeAlias = ConfirmOnBehalf | ContestOnBehalf | LetOnBehalfStand
Command: TypeAlias = Open | Replying | TakeBackAnswer | Delegate | Running | Settling
