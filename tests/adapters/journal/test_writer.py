"""The writer: one thread, one commit for whatever waits, one answer each."""

from __future__ import annotations

import threading
from concurrent.futures import Future

import pytest
import sqlalchemy as sa

from adapters.journal.leaf import UnfitTextError
from adapters.store import Store
from core.errors import Code
from core.ports import Answer, Card, Order
from tests.adapters.notebook import (
    Broken,
    Forbidden,
    Insist,
    Write,
    open_notebook,
    order,
    tell,
    texts,
)


def test_the_writer_hands_out_the_next_number(store: Store) -> None:
    first = tell(store, order(Write(("one",))))
    second = tell(store, order(Write(("two",))))
    assert (first.ref, second.ref) == ("N1", "N2")


def test_a_number_is_free_again_when_the_order_was_refused(store: Store) -> None:
    assert tell(store, order(Forbidden())).refusal is not None
    assert tell(store, order(Write(()))).events == ()
    assert tell(store, order(Write(("one",)))).ref == "N1"


def test_a_number_that_came_from_elsewhere_is_not_handed_out_again(
    store: Store,
) -> None:
    tell(store, order(Write(("imported",)), "note:N41"))
    assert tell(store, order(Write(("next",)))).ref == "N42"


def test_the_answer_names_version_and_position(store: Store) -> None:
    tell(store, order(Write(("one", "two"))))
    answer = tell(store, order(Write(("three",)), "note:N1"))
    assert (answer.version, answer.position) == (3, 3)
    assert [entry.version for entry in store.journal.stream("note:N1")] == [1, 2, 3]


def test_the_same_click_five_times_is_one_act_with_one_reply(store: Store) -> None:
    clicks = [
        store.journal.submit(order(Write(("once",)), id="click")) for _ in range(5)
    ]
    answers = [click.result(timeout=20) for click in clicks]
    assert texts(store) == ["once"]
    assert all(answer == answers[0] for answer in answers)


def test_an_act_is_known_again_after_a_restart(store: Store) -> None:
    asked = order(Write(("once", "and again")))
    answer = tell(store, asked)
    store.close()
    again = open_notebook(store.folder)
    assert tell(again, asked) == answer
    assert tell(again, order(Write(("two",)))).ref == "N2"
    again.close()


def test_a_refusal_is_remembered_with_its_facts(store: Store) -> None:
    asked = order(Forbidden())
    first, second = tell(store, asked), tell(store, asked)
    assert first.refusal is not None
    assert second.refusal is not None
    assert second.refusal.code is Code.DUE_IN_THE_PAST
    assert second.refusal.facts == first.refusal.facts
    assert texts(store) == []


def test_an_empty_result_is_remembered(store: Store) -> None:
    tell(store, order(Write(("one",)), "note:N1"))
    asked = order(Write(()), "note:N1")
    answer = tell(store, asked)
    tell(store, order(Write(("two",)), "note:N1"))
    assert tell(store, asked) == answer
    assert (answer.version, answer.position) == (1, 1)


def test_whoever_insists_on_a_version_is_told_that_it_moved(store: Store) -> None:
    tell(store, order(Write(("one",)), "note:N1"))
    asked = order(Insist(), "note:N1", id="insists", after=0)
    refusal = tell(store, asked).refusal
    assert refusal is not None
    assert (refusal.code, refusal.facts) == (Code.ITEM_MOVED, {"ref": "N1"})


def test_that_it_moved_is_not_remembered(store: Store) -> None:
    tell(store, order(Insist(), "note:N1", id="insists", after=1))
    tell(store, order(Write(("one",)), "note:N1"))
    assert tell(store, order(Insist(), "note:N1", id="insists", after=1)).version == 2


def test_a_mistake_in_one_order_leaves_the_others_alone(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = _together(
        store,
        [
            order(Write(("one",))),
            order(Broken()),
            order(Write(("NUL \0",))),
            order(Write(("two",))),
        ],
    )
    assert isinstance(waiting[1].exception(20), RuntimeError)
    assert isinstance(waiting[2].exception(20), UnfitTextError)
    assert [waiting[0].result(20).ref, waiting[3].result(20).ref] == ["N1", "N2"]
    assert texts(store) == ["one", "two"]
    assert "an order failed" in caplog.text


def test_64_orders_that_wait_share_one_commit(store: Store) -> None:
    commits: list[int] = []
    store.journal.on_commit(commits.append)
    waiting = _together(store, [order(Write((str(n),))) for n in range(64)])
    assert [w.result(20).position for w in waiting] == list(range(1, 65))
    assert commits == [0, 64]  # the commit of the job that held them up, then theirs


def test_a_failing_job_undoes_only_itself(store: Store) -> None:
    def fails(connection: sa.Connection) -> None:
        connection.exec_driver_sql("INSERT INTO cursor VALUES ('half', 1)")
        raise LookupError

    assert isinstance(store.journal.run(fails).exception(20), LookupError)
    count = store.journal.run(
        lambda c: c.exec_driver_sql("SELECT count(*) FROM cursor").scalar_one()
    )
    assert count.result(20) == 0


def test_a_job_that_commits_by_itself_is_an_error_and_the_writer_goes_on(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    assert store.journal.run(lambda c: c.exec_driver_sql("COMMIT")).exception(20)
    assert tell(store, order(Write(("one",)))).position == 1
    assert caplog.records


def test_a_card_lies_in_the_vault_when_the_order_was_accepted(store: Store) -> None:
    card = Card(name="Maja Vogt", salutation="Frau")
    tell(store, order(Forbidden(), "note:p-1", card=card))
    assert store.vault.cards(["p-1"]) == {}
    tell(store, order(Write(("admitted",)), "note:p-1", card=card))
    tell(store, order(Write(("renamed",)), "note:p-2", card=Card(name="A")))
    tell(store, order(Write(("renamed",)), "note:p-2", card=Card(name="B")))
    assert store.vault.cards(["p-1", "p-2"]) == {"p-1": card, "p-2": Card(name="B")}


def test_a_listener_that_fails_stops_nobody(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: int) -> None:
        raise LookupError

    store.journal.on_commit(fails)
    assert tell(store, order(Write(("one",)))).version == 1
    assert "a listener failed" in caplog.text


def _together(store: Store, orders: list[Order]) -> list[Future[Answer]]:
    """Submit ``orders`` while the writer is held up, so that they wait together."""
    began, go = threading.Event(), threading.Event()

    def hold(_: sa.Connection) -> bool:
        began.set()
        return go.wait(20)

    held = store.journal.run(hold)
    assert began.wait(20)
    waiting = [store.journal.submit(one) for one in orders]
    go.set()
    assert held.result(20)
    return waiting
