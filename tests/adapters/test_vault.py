"""The vault: names of persons, deletable row by row."""

from __future__ import annotations

from adapters.store import FILE, Store
from core.ports import Card
from tests.adapters.notebook import Write, order, tell, texts

NAME = "Maja Vogelsang-Übermut"


def _admit(store: Store, person: str, name: str) -> None:
    tell(store, order(Write((name,)), f"note:{person}", card=Card(name=name)))


def _run(store: Store, statement: str) -> None:
    store.journal.run(lambda c: c.exec_driver_sql(statement).rowcount).result(20)


def test_only_cards_that_exist_are_returned(store: Store) -> None:
    _admit(store, "p-1", NAME)
    assert store.vault.cards(["p-1", "p-2"]) == {"p-1": Card(name=NAME)}
    assert store.vault.cards([]) == {}


def test_a_thousand_cards_are_found_at_once(store: Store) -> None:
    waiting = [
        store.journal.submit(
            order(Write(("x",)), f"note:p-{n}", card=Card(name=f"N {n}"))
        )
        for n in range(1200)
    ]
    for one in waiting:
        one.result(20)
    assert len(store.vault.cards(f"p-{n}" for n in range(2000))) == 1200


def test_after_erasure_the_bytes_are_gone_from_the_file(store: Store) -> None:
    """``secure_delete`` and a truncated write-ahead log leave nothing behind."""
    _admit(store, "p-1", NAME)
    for erase in ("DELETE FROM person", "DELETE FROM text"):
        _run(store, erase)
    store.close()
    assert NAME.encode() not in (store.folder / FILE).read_bytes()
    assert not list(store.folder.glob("*-wal"))


def test_erasing_a_name_leaves_the_log(store: Store) -> None:
    _admit(store, "p-1", NAME)
    _run(store, "DELETE FROM person")
    assert store.vault.cards(["p-1"]) == {}
    assert texts(store) == [NAME]
