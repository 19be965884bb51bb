"""Asks as they are listed: who is missing, what was said, what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine

from core.ask import events as e
from core.ask.kinds import Disclosure, Follows
from core.sealed import Sealed
from projections import asks, board, history, mylist, pulse, search
from projections.viewer import MACHINE, STRANGER
from tests.projections.given import (
    CLOSED,
    COORDINATOR,
    DUE,
    HOLDER,
    NOBODY,
    THIRD,
    TODAY,
    founded,
)
from tests.projections.test_disclosure import ENTERED, OPENED, SAID

RESULT = e.Published(
    answered=1,
    asked=2,
    figures=(e.Figure(question="need", said="", count=1),),
    summary=Sealed("Eine Kommune plant"),
)
NOTHING = e.NothingReported(org="steintal", late=True)


def test_who_is_missing_is_known_to_coordination_and_to_itself(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, SAID).seen(engine)
    with engine.connect() as db:
        for viewer, missing in (
            (COORDINATOR, ("steintal",)),
            (THIRD, ("steintal",)),
            (HOLDER, ()),
        ):
            row = asks.get(db, viewer, "F1")
            assert row is not None
            assert (row.answered, row.missing) == (1, missing)
            told = [one.org for one in asks.replies(db, viewer, row)]
            assert ("steintal" in told) is bool(missing)


def test_what_is_to_be_answered_stands_in_my_list_until_it_is(engine: Engine) -> None:
    tale = founded().tell("ask:F1", OPENED)
    tale.seen(engine)
    with engine.connect() as db:
        assert mylist.mine(db, HOLDER, TODAY).to_answer.total == 1
        assert mylist.mine(db, COORDINATOR, TODAY).to_answer.total == 0
    tale.tell("ask:F1", SAID).seen(engine)
    with engine.connect() as db:
        assert mylist.mine(db, HOLDER, TODAY).to_answer.total == 0
        assert mylist.mine(db, THIRD, TODAY).to_answer.total == 1


def test_a_result_is_owed_once_it_can_be_told_and_until_it_was(engine: Engine) -> None:
    tale = founded().tell("ask:F1", OPENED, SAID)
    tale.seen(engine)
    with engine.connect() as db:
        assert mylist.mine(db, COORDINATOR, DUE).to_tell.total == 0
        late = DUE + timedelta(days=1)
        assert mylist.mine(db, COORDINATOR, late).to_tell.total == 1
    tale.tell("ask:F1", NOTHING).seen(engine)
    with engine.connect() as db:
        assert mylist.mine(db, COORDINATOR, TODAY).to_tell.total == 1
    follows = e.Concluded(follows=Follows.NOTHING, why=Sealed("Einer reicht nicht"))
    tale.tell("ask:F1", e.Closed(), RESULT, follows).seen(engine)
    with engine.connect() as db:
        assert mylist.mine(db, COORDINATOR, DUE).to_tell.total == 0
        assert board.board(db, COORDINATOR, "wasser", TODAY).asks.total == 0
        (row,) = asks.listing(db, THIRD)
        assert row.follows is Follows.NOTHING
        assert row.why == "Einer reicht nicht"
        assert row.figures == RESULT.figures


def test_an_answer_that_was_hidden_says_that_it_was_given(engine: Engine) -> None:
    opened = replace(OPENED, disclosure=Disclosure.AGGREGATED)
    founded().tell("ask:F1", opened, SAID).seen(engine)
    with engine.connect() as db:
        row = asks.get(db, THIRD, "F1")
        assert row is not None
        reply = asks.reply_of(db, THIRD, row, "birkfeld")
        own = asks.reply_of(db, HOLDER, row, "birkfeld")
    assert reply is not None
    assert (reply.reply, reply.hidden, reply.values) == ("answered", True, ())
    assert own is not None
    assert own.values == SAID.values


def test_an_entry_for_somebody_counts_as_an_answer_and_says_so(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, ENTERED).seen(engine)
    with engine.connect() as db:
        row = asks.get(db, COORDINATOR, "F1")
        assert row is not None
        assert row.missing == ("steintal",)
        reply = asks.reply_of(db, COORDINATOR, row, "birkfeld")
    assert reply is not None
    assert reply.pending_until == ENTERED.contest_until


def test_that_somebody_was_late_is_not_told_to_others(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, NOTHING).seen(engine)
    with engine.connect() as db:
        for viewer, late in ((COORDINATOR, True), (THIRD, True), (HOLDER, False)):
            row = asks.get(db, viewer, "F1")
            assert row is not None
            reply = asks.reply_of(db, viewer, row, "steintal")
            assert reply is not None
            assert reply.late is late


def test_a_closed_circle_knows_its_own_ask_only(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, circle=CLOSED).seen(engine)
    outsider = replace(THIRD, orgs=frozenset({"lindgrund"}))
    with engine.connect() as db:
        for viewer, known in (
            (COORDINATOR, True),
            (HOLDER, True),
            (outsider, False),
            (NOBODY, False),
        ):
            assert (asks.get(db, viewer, "F1") is not None) is known
            assert bool(history.of(db, viewer, "F1")) is known


def test_a_stranger_reads_no_history_of_an_ask(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, SAID).seen(engine)
    with engine.connect() as db:
        assert history.of(db, NOBODY, "F1") == []
        assert asks.listing(db, NOBODY) == []
        assert len(history.of(db, THIRD, "F1")) == 2


def test_the_minutes_of_a_week_are_added_up(engine: Engine) -> None:
    other = replace(OPENED, audience=("birkfeld",), minutes=9)
    before = replace(OPENED, on=TODAY - timedelta(days=7))
    tale = founded().tell("ask:F1", OPENED).tell("ask:F2", other)
    tale.tell("ask:F3", before).tell("ask:F4", OPENED, e.Cancelled()).seen(engine)
    with engine.connect() as db:
        assert asks.minutes_of_week(db, TODAY) == {"birkfeld": 12, "steintal": 3}


def test_an_ask_is_found_and_is_a_sign_of_life(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, SAID, RESULT).seen(engine)
    with engine.connect() as db:
        assert [hit.ref for hit in search.find(db, THIRD, "Kehrmaschine")] == ["F1"]
        assert [hit.ref for hit in search.find(db, THIRD, "plant")] == ["F1"]
        assert pulse.signs(db, ("wasser",))


def test_a_dossier_tells_every_viewer_what_the_queries_tell(engine: Engine) -> None:
    founded().tell("ask:F1", OPENED, SAID, NOTHING).seen(engine)
    with engine.connect() as db:
        assert asks.dossier(db, "F2") is None
        dossier = asks.dossier(db, "F1")
        assert dossier is not None
        for viewer in (COORDINATOR, THIRD, HOLDER, MACHINE, STRANGER):
            row = asks.get(db, viewer, "F1")
            assert dossier.ask(viewer) == row
            if row is None:
                continue
            assert dossier.replies(viewer) == asks.replies(db, viewer, row)
            for org in ("birkfeld", "steintal", "nobody"):
                known = asks.reply_of(db, viewer, row, org)
                assert dossier.reply_of(viewer, org) == known
