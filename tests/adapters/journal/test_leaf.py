"""The leaf: what is hashed, byte for byte."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest

from adapters.journal import leaf
from adapters.journal.sqlite import SqliteDatabase
from adapters.store import FILE, Store
from tests.adapters.notebook import Write, order, tell

AT: Final = leaf.microseconds(datetime(2026, 11, 23, 8, tzinfo=UTC))
HEADER: Final = (
    b'{"kind":"note.noted.v1","recorded":"2026-11-23T08:00:00.000000Z",'
    b'"stream":"note:N1","version":4}'
)
# { printf '\000'; printf '%s\n' "$HEADER"; printf '{"v":1}'; } | sha256sum
HASH: Final = "13f8a274a02fe9c4511ce2860109e9da2bebef94be09b973dda4725ad501c378"


def test_the_header_names_kind_time_stream_and_version() -> None:
    assert leaf.header("note.noted.v1", AT, "note:N1", 4) == HEADER


def test_the_hash_is_that_of_a_certificate_transparency_leaf() -> None:
    assert leaf.leaf_hash(HEADER, b'{"v":1}').hex() == HASH


def test_an_instant_keeps_its_microseconds() -> None:
    at = datetime(2026, 3, 29, 0, 59, 59, 999_999, UTC)
    assert leaf.instant(leaf.microseconds(at)) == at


@pytest.mark.parametrize(
    "state", [b'{"b":1,"a":2}', b'{"a": 1}', b'{"a":1,"a":1}', b'{"a":"\\u00fc"}', b"{"]
)
def test_any_other_form_is_not_canonical(state: bytes) -> None:
    assert not leaf.is_canonical(state)


def test_every_stored_event_has_the_hash_of_its_leaf(store: Store) -> None:
    tell(store, order(Write(("one", "two"))))
    tell(store, order(Write(("three",)), "note:N1"))
    database = SqliteDatabase(store.folder / FILE)
    rows = database.rows(
        "SELECT kind, recorded_at, stream, version, state, leaf_hash FROM event"
    )
    database.close()
    assert len(rows) == 3
    for *head, state, hashed in rows:
        assert leaf.is_canonical(state)
        assert leaf.leaf_hash(leaf.header(*head), state) == hashed
