"""How each query is asked, whatever it is: for a viewer, about one confidentiality."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import true

from projections import (
    agenda,
    asks,
    board,
    care,
    coming,
    commitments,
    comparing,
    decisions,
    digest,
    examining,
    framework,
    grounds,
    history,
    information,
    meetings,
    minutes,
    mylist,
    people,
    search,
)
from projections.asks.readiness import readiness
from projections.commitments import queries as of_commitments
from projections.commitments import tally
from projections.decisions import queries as of_decisions
from projections.decisions.tables import C
from tests.access.asked import Asked
from tests.access.roles import COMMON, WORDS

_ZONE: Final = ZoneInfo("Europe/Berlin")


def _digest(a: Asked) -> object:
    since = digest.since_a_week(a.county.here.watch())
    now = a.county.here.watch()
    return digest.digest(a.db, a.viewer, a.late, now, since)


def _seen(a: Asked) -> object:
    stream = f"commitment:{a.refs['Z']}"
    recorded = a.county.here.faden.store.journal.stream(stream)
    return history.seen(a.db, a.viewer, stream, recorded)


def _examined(a: Asked) -> object:
    kinds = [kind for kind in examining.Kind if examining.there(kind)]
    return [examining.listing(a.db, a.viewer, kind, _ZONE, 50, None) for kind in kinds]


def _found_if(found: object, a: Asked) -> str:
    return WORDS[a.circle] if found else ""


ALL: Final = (true(),)
CALLS: Final[Mapping[str, Callable[[Asked], object]]] = {
    "agenda.agenda": lambda a: agenda.agenda(
        a.db, a.viewer, a.today, agenda.Scope(forum=a.forum)
    ),
    "asks.pace.ending": lambda a: asks.ending(a.db, a.viewer, a.late, 50),
    "asks.queries.get": lambda a: asks.get(a.db, a.viewer, a.refs["F"]),
    "asks.queries.several": lambda a: asks.several(a.db, a.viewer, [a.refs["F"]]),
    "asks.queries.listing": lambda a: asks.listing(a.db, a.viewer, None, 50, None),
    "asks.queries.running": lambda a: asks.queries.running(
        a.db, a.viewer, [a.forum], 50
    ),
    "asks.queries.awaited": lambda a: asks.queries.awaited(a.db, a.viewer),
    "asks.queries.owed": lambda a: asks.queries.owed(a.db, a.viewer, a.late),
    "asks.queries.late": lambda a: asks.queries.late(a.db, a.viewer, a.late),
    "asks.queries.opened_in": lambda a: asks.queries.opened_in(
        a.db, a.viewer, a.span, 50
    ),
    "asks.queries.told_in": lambda a: asks.queries.told_in(a.db, a.viewer, a.span, 50),
    "asks.queries.concluded_in": lambda a: asks.queries.concluded_in(
        a.db, a.viewer, a.span, 50
    ),
    "asks.readiness.readiness": lambda a: readiness(a.db, a.viewer, a.forum, 50),
    "board.board": lambda a: board.board(a.db, a.viewer, a.forum, a.today),
    "care.care": lambda a: care.care(a.db, a.viewer, a.late),
    "coming.coming": lambda a: coming.coming(a.db, a.viewer, a.today),
    "commitments.queries.get": lambda a: commitments.get(a.db, a.viewer, a.refs["Z"]),
    "commitments.queries.several": lambda a: of_commitments.several(
        a.db, a.viewer, [a.refs["Z"]]
    ),
    "commitments.queries.listing": lambda a: commitments.listing(
        a.db, a.viewer, commitments.Filter()
    ),
    "commitments.queries.numbered": lambda a: commitments.numbered(
        a.db, a.viewer, commitments.Filter()
    ),
    "commitments.queries.counts": lambda a: _found_if(
        commitments.counts(a.db, a.viewer, a.forum).open, a
    ),
    "commitments.queries.citing": lambda a: of_commitments.citing(
        a.db, a.viewer, a.refs["B5"]
    ),
    "commitments.queries.doubted": lambda a: of_commitments.doubted(
        a.db, a.viewer, sorted(a.viewer.orgs)
    ),
    "commitments.queries.offers_in": lambda a: of_commitments.offers_in(
        a.db, a.viewer, a.forum, "auenburg"
    ),
    "commitments.tally.tallied": lambda a: _found_if(
        tally.tallied(a.db, a.viewer, [tally.T.forum == a.forum]), a
    ),
    "comparing.things": lambda a: list(
        comparing.things(a.db, a.viewer, comparing.Scope(), a.today)
    ),
    "decisions.matrix.matrix": lambda a: decisions.matrix(a.db, a.viewer, a.today),
    "decisions.matrix.follow_up": lambda a: decisions.follow_up(
        a.db, a.viewer, a.today
    ),
    "decisions.queries.get": lambda a: decisions.get(a.db, a.viewer, a.refs["B"]),
    "decisions.queries.several": lambda a: of_decisions.several(
        a.db, a.viewer, [a.refs["B"]]
    ),
    "decisions.queries.listing": lambda a: of_decisions.listing(a.db, a.viewer),
    "decisions.queries.dated": lambda a: of_decisions.dated(
        a.db, a.viewer, a.today, a.late.replace(year=2040), 50
    ),
    "decisions.queries.since": lambda a: of_decisions.since(
        a.db, a.viewer, a.today, 50
    ),
    "decisions.queries.to_answer": lambda a: of_decisions.to_answer(a.db, a.viewer),
    "decisions.queries.rows_of": lambda a: of_decisions.rows_of(
        a.db, a.viewer, ALL, 50, C.number
    ),
    "decisions.queries.councils": lambda a: of_decisions.councils(
        a.db, a.viewer, [a.refs["B2"]], a.today
    ),
    "decisions.register.register": lambda a: decisions.register(
        a.db, a.viewer, a.today
    ),
    "decisions.register.before_councils": lambda a: decisions.before_councils(
        a.db, a.viewer, a.today
    ),
    "decisions.register.holding": lambda a: decisions.holding(a.db, a.viewer, a.today),
    "decisions.register.binding": lambda a: decisions.binding(
        a.db, a.viewer, a.today, "lindgrund"
    ),
    "decisions.register.on_day": lambda a: decisions.on_day(
        a.db, a.viewer, a.today, [a.refs["B"]]
    ),
    "decisions.register.what_decided": lambda a: decisions.what_decided(
        a.db, a.viewer, COMMON, a.today
    ),
    "digest.forum.summary": lambda a: digest.summary(
        a.db, a.viewer, a.forum, a.today, a.today, _ZONE
    ),
    "digest.gathering.digest": _digest,
    "examining.listing": _examined,
    "framework.touching": lambda a: framework.touching(a.db, a.viewer, a.refs["B5"]),
    "grounds.of_decision": lambda a: _found_if(
        grounds.of_decision(a.db, a.viewer, a.refs["B"], [a.refs["Z"]]), a
    ),
    "history.between": lambda a: history.between(a.db, a.viewer, 0, 10**6),
    "history.of": lambda a: [history.of(a.db, a.viewer, r) for r in a.refs.values()],
    "history.seen": _seen,
    "information.get": lambda a: information.get(a.db, a.viewer, a.refs["I"]),
    "information.listing": lambda a: information.listing(a.db, a.viewer),
    "information.latest": lambda a: information.latest(a.db, a.viewer, a.forum, 50),
    "information.naming": lambda a: information.naming(a.db, a.viewer, a.refs["B5"]),
    "information.learnt_in": lambda a: information.learnt_in(
        a.db, a.viewer, a.span, 50
    ),
    "meetings.meetings": lambda a: meetings.meetings(a.db, a.viewer, ()),
    "meetings.ahead": lambda a: meetings.ahead(
        a.db, a.viewer, a.today, a.today + timedelta(days=60)
    ),
    "meetings.sittings": lambda a: meetings.sittings(
        a.db, a.viewer, [a.forum], a.today
    ),
    "minutes.minutes": lambda a: minutes.minutes(
        a.db, a.viewer, a.forum, a.today - timedelta(days=30), a.today, _ZONE
    ),
    "mylist.mine": lambda a: mylist.mine(a.db, a.viewer, a.today),
    "mylist.next_mover": lambda a: _found_if(
        [one for one in mylist.next_mover(a.db, a.viewer) if one.forum == a.forum], a
    ),
    "people.places.forums": lambda a: people.forums(a.db, a.viewer),
    "search.find": lambda a: search.find(a.db, a.viewer, COMMON, 50),
}
