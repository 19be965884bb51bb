"""The tables of asks and answers, and what a query returns of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    String,
    Table,
    or_,
    select,
)

from core.ask.events import Figure
from core.ask.kinds import AskKind, Disclosure, Follows, Meant
from core.ask.questions import Question, Value
from core.ports import Circle
from projections.columns import METADATA, Moment, ordered
from projections.viewer import Viewer, among, sees

ASK: Final = Table(
    "ask",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("number", Integer, nullable=False),  # of F12: 12
    Column("forum", String, nullable=False),
    Column("org", String, nullable=False),
    Column("text", String),
    Column("opened", String, nullable=False),  # the event, packed
    Column("kind", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("deadline", Date, nullable=False),
    Column("promised", Date, nullable=False),
    Column("state", String, nullable=False),
    Column("going", Boolean, nullable=False),  # not concluded, not cancelled
    Column("answered", Integer, nullable=False),
    Column("missing", String, nullable=False),
    Column("published", String),  # the newest publication, packed
    Column("published_at", Moment),
    Column("concluded", String),  # what follows, packed
    Column("opener", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("circle", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("core", String, nullable=False),  # core's state, packed
)
REPLY: Final = Table(
    "ask_reply",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("said", String),  # the current reply, packed
    Column("at", Moment),
    Column("person", String),  # who looks after the answer
    Column("pending_until", Date),
    Column("awaited", Boolean, nullable=False),
)
C: Final = ASK.c
R: Final = REPLY.c
Index("ask_by_forum", C.forum, C.going, C.deadline, C.number)
Index("ask_by_org", C.org, C.state, C.deadline, C.number)
Index("ask_by_day", C.on)
Index("ask_reply_by_org", R.org, R.awaited)


_STAGES: Final = (
    "ask_absent",
    "ask_open",
    "ask_closed",
    "ask_published",
    "ask_concluded",
    "ask_cancelled",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRow:
    """One ask as a viewer may see it; days are local, times UTC.

    ``state`` is core's name (``ask_open``). ``missing`` is who has not replied yet,
    as far as that is the viewer's business; ``figures`` are those of the newest
    publication. Texts are ``None`` where none was given or where it was erased.
    """

    ref: str
    forum: str
    org: str
    kind: AskKind
    meant: Meant
    text: str | None
    questions: tuple[Question, ...]
    audience: tuple[str, ...]
    on: date
    deadline: date
    promised: date
    minutes: int
    disclosure: Disclosure
    purpose: str | None
    horizon: int | None
    needs: tuple[str, ...]
    state: str
    going: bool
    answered: int
    missing: tuple[str, ...]
    figures: tuple[Figure, ...]
    kept: tuple[str, ...]
    summary: str | None
    published_at: datetime | None
    told: int | None  # how many had answered when it was published
    follows: Follows | None
    why: str | None
    leads_to: str | None  # the item that follows, such as Z41
    opener: str
    opened_at: datetime
    changed_at: datetime
    circle: Circle
    version: int
    position: int

    @property
    def stage(self) -> int:
        """How far it has come; what can be answered on a card depends on it alone."""
        return _STAGES.index(self.state)

    @property
    def owes_result(self) -> bool:
        """Whether the result is still to be published."""
        return self.state in {"ask_open", "ask_closed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """What one organisation replied, if anything, as a viewer may see it.

    ``reply`` is ``answered``, ``nothing``, ``declined`` or empty. ``hidden``: it
    answered, but not for the viewer's eyes. ``pending_until``: coordination entered
    it, and it may be contested until then. ``has`` is what it has of the devices that
    a call for help is about.
    """

    ref: str
    org: str
    reply: str
    values: tuple[Value, ...]
    remark: str | None
    late: bool
    hidden: bool
    at: datetime | None
    person: str | None
    pending_until: date | None
    has: tuple[str, ...] = ()


def visible(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition under which ``viewer`` may see an ask at all."""
    asked = select(R.ref).where(among(R.org, viewer.orgs))
    return or_(sees(viewer, C.circle, C.org), C.ref.in_(asked))
