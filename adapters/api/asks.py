"""Asks and their answers, as other software reads them (*Abfragen*)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, assert_never

from pydantic import Field

from adapters.api.commitments import paged
from adapters.api.operation import MOST, Id, Listed, Paged, Reading, Then, query
from projections import asks
from projections.asks import AskRow, Readiness, ReplyRow

Ref = Annotated[str, Field(pattern="^F[1-9][0-9]{0,8}$")]


class Wanted(Paged):
    """Which asks."""

    forum: Id | None = None


class Waiting(Then):
    """Which of those that wait for somebody; ``late`` are those of others."""

    for_: Literal["answer", "result", "late"] = Field(alias="for")


class One(Then):
    """One of them."""

    ref: Ref


class Ready(Then):
    """Of which forum."""

    forum: Id | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """For how many minutes an organisation was asked in this week."""

    org: str
    minutes: int


@query("/asks", "asks", AskRow, listed=True)
def list_asks(at: Reading, asked: Wanted) -> Listed:
    """List asks, the newest first."""
    limit = asked.limit + 1
    rows = asks.listing(at.db, at.viewer, asked.forum, limit, asked.before)
    return paged(rows, asked.limit)


@query("/asks/waiting", "asks", AskRow, listed=True)
def list_waiting_asks(at: Reading, asked: Waiting) -> Listed:
    """List asks that wait for your answer or your result, or are late."""
    match asked.for_:
        case "answer":
            found = asks.awaited(at.db, at.viewer, MOST)
        case "result":
            found = asks.owed(at.db, at.viewer, at.today, MOST)
        case "late":
            found = asks.late(at.db, at.viewer, at.today, MOST)
        case _:
            assert_never(asked.for_)
    return Listed(found.rows, None, found.total)


@query("/asks/minutes", "asks", Minutes, listed=True)
def list_asked_minutes(at: Reading, asked: Then) -> Listed:  # noqa: ARG001  (no filter)
    """Tell for how many minutes each organisation was asked in this week."""
    found = asks.minutes_of_week(at.db, at.today) if at.viewer.inside else {}
    return Listed([Minutes(org, minutes) for org, minutes in sorted(found.items())])


@query("/asks/readiness", "asks", Readiness, listed=True)
def list_readiness(at: Reading, asked: Ready) -> Listed:
    """List the published results of asks for readiness, the newest first."""
    return Listed(asks.readiness(at.db, at.viewer, asked.forum, MOST))


@query("/asks/{ref}", "asks", AskRow)
def get_ask(at: Reading, asked: One) -> AskRow | None:
    """Return one ask."""
    return asks.get(at.db, at.viewer, asked.ref)


@query("/asks/{ref}/replies", "asks", ReplyRow, listed=True)
def list_replies(at: Reading, asked: One) -> Listed | None:
    """List who has replied what, as far as that may be told to you."""
    row = asks.get(at.db, at.viewer, asked.ref)
    return None if row is None else Listed(asks.replies(at.db, at.viewer, row))
