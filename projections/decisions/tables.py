"""The tables of decisions: the matter, what members say, what bodies resolve."""

from __future__ import annotations

from typing import Any, Final

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

from projections.columns import METADATA, Moment, ordered
from projections.rows import Row
from projections.viewer import Viewer, sees

DECISION: Final = Table(
    "decision",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("number", Integer, nullable=False),  # of B7: 7
    Column("forum", String, nullable=False),
    Column("org", String, nullable=False),  # that proposed it
    Column("title", String, nullable=False),
    Column("text", String),  # the newest version
    Column("edition", Integer, nullable=False),  # its number
    Column("drafted", String, nullable=False),  # the event, packed
    Column("state", String, nullable=False),
    Column("in_councils", Boolean, nullable=False),  # a body is awaited
    Column("mode", String, nullable=False),
    Column("rule", String, nullable=False),  # the effect, packed
    Column("rulebook", String, nullable=False),  # packed
    Column("opened_on", Date),
    Column("until", Date),
    Column("closed_on", Date),
    Column("accepted", String),  # the newest acceptance, packed
    Column("second_call", Boolean, nullable=False),
    Column("tally", String),  # the newest count, packed
    Column("standing", String),  # the count as it stands, entries included, packed
    Column("silent", String, nullable=False),
    Column("bound", String, nullable=False),
    Column("ready", String, nullable=False),
    Column("lacking", String, nullable=False),  # what is missing, packed
    Column("holds_since", Date),  # the day on which it first bound somebody
    Column("review_on", Date),
    Column("no_review", String),
    Column("superseded_by", String),
    Column("repealed_by", String),
    Column("released", String, nullable=False),
    Column("escalated_to", String),
    Column("ended_on", Date),
    Column("why", String),  # it was withdrawn, repealed, looked at again
    Column("because", String),  # the information for which it is looked at again
    Column("reviewed", String, nullable=False),  # all of them so far
    Column("opener", String, nullable=False),
    Column("drafted_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("circle", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("core", String, nullable=False),  # core's state, packed
)
EDITION: Final = Table(
    "decision_edition",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("edition", Integer, primary_key=True),
    Column("text", String),
    Column("integrates", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("position", Integer, nullable=False),  # of the entry that commits to it
)
POSITION: Final = Table(
    "decision_position",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("inhabitants", Integer, nullable=False),
    Column("cents", Integer, nullable=False),
    Column("late", Boolean, nullable=False),  # joined afterwards
    Column("recused", Boolean, nullable=False),
    Column("left_on", Date),
    Column("stance", String),  # said to the newest version
    Column("scores", String),  # packed
    Column("reason", String),
    Column("given_on", Date),
    Column("person", String),  # who said it
    Column("person_before", String),  # to the text before conditions were taken up
    Column("basis", String),  # by which coordination knew it, if it entered it
    Column("counted_as", String),  # confirmed, stood, tacit: how it came to count
    Column("entered", String),  # the event that was entered for it, packed
    Column("entered_basis", String),
    Column("holder", String),  # who may contest the entry
    Column("contest_until", Date),
    Column("prepared", String),  # the event that waits for a confirmation, packed
    Column("delivered_on", Date),
    Column("bound", Boolean, nullable=False),
    Column("asked_at", Integer),  # position at which it was asked what it promises
)
OBJECTION: Final = Table(
    "decision_objection",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("org", String, nullable=False),
    Column("edition", Integer, nullable=False),  # to which it was raised
    Column("reason", String),
    Column("goal", String),
    Column("proposal", String),
    Column("work", String, nullable=False),
    Column("taken_up", Integer),
    Column("ruled_by", String),
    Column("answer", String),  # why it was withdrawn or does not hinder
    Column("raised_on", Date, nullable=False),
    Column("settled_on", Date),
)
COUNCIL: Final = Table(
    "decision_council",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("body", ordered(), primary_key=True),
    Column("forum", String, nullable=False),
    Column("number", Integer, nullable=False),  # of the decision
    Column("step", String, nullable=False),
    Column("answer", String, nullable=False),  # what it means for the newest version
    Column("awaited", Boolean, nullable=False),  # the forum waits for it
    Column("edition", Integer, nullable=False),  # that lies before it; 0: none
    Column("deadline", Date),
    Column("last", Date, nullable=False),  # the deadline, or the end of all days
    Column("since", Date),  # the paper
    Column("paper", String),
    Column("meeting", Date),
    Column("item", String),
    Column("on", Date),  # the result
    Column("evidence", String),
    Column("evidence_ref", String),
    Column("conditions", String),
    Column("reason", String),
    Column("delay", String),  # postponed, referred, not_quorate
    Column("delay_on", Date),
    Column("delay_reason", String),
    Column("committee", String),
    Column("consulted_on", Date),
    Column("consulted", String),
    Column("person", String),  # who of the organisation itself told of it last
)
CONDITION: Final = Table(
    "decision_condition",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("org", ordered(), primary_key=True),  # empty: everybody
    Column("answer", String, nullable=False),
    Column("on", Date),
    Column("evidence_ref", String),
    Column("reason", String),
)
HOLD: Final = Table(
    "decision_hold",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("org", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),  # the first day on which it does not bind any more
)
STAGE: Final = Table(
    "decision_stage",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("state", String, nullable=False),
    Column("awaited", Boolean, nullable=False),  # a body was
    Column("since", Date, nullable=False),
    Column("until", Date),
)
TABLES: Final = (
    DECISION,
    EDITION,
    POSITION,
    OBJECTION,
    COUNCIL,
    CONDITION,
    HOLD,
    STAGE,
)
C: Final = DECISION.c
P: Final = POSITION.c
G: Final = COUNCIL.c
H: Final = HOLD.c
S: Final = STAGE.c
Index("decision_by_forum", C.forum, C.state, C.number)
Index("decision_by_state", C.state, C.until, C.number)
Index("decision_by_number", C.number)
Index("decision_by_councils", C.in_councils, C.number)
Index("decision_position_by_org", P.org, P.ref)
Index("decision_position_by_entry", P.contest_until)
Index("decision_council_by_awaited", G.awaited, G.last, G.number, G.org, G.body)
Index("decision_council_by_number", G.number, G.org, G.body)
Index("decision_hold_by_day", H.since, H.until, H.ref)
Index("decision_stage_by_day", S.since, S.until, S.ref)


def blank(table: Table) -> Row:
    """Return a row of ``table`` in which nothing stands."""
    empty: dict[str, Any] = dict.fromkeys(column.name for column in table.columns)
    return empty


def visible(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition under which ``viewer`` may see a decision at all."""
    listed = select(P.ref).where(P.org.in_(sorted(viewer.orgs)))
    return or_(sees(viewer, C.circle, C.org), C.ref.in_(listed))
