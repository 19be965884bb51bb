"""Tokens: shown once, good until their day or until they are revoked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from adapters.office.api_tokens import (
    KEPT,
    LONGEST_LIFE,
    MOST,
    PREFIX,
    USUAL_LIFE,
    Scope,
)
from adapters.office.purge import TOKENS
from adapters.settings import Server
from adapters.store import FILE, Store, open_store
from core.facts import OPERATOR
from tests.adapters.notebook import MORNING

INSTANT = timedelta(microseconds=1)
BOTH = frozenset({Scope.READ, Scope.WRITE})


def _given(store: Store, life: timedelta = USUAL_LIFE) -> str:
    return store.office.tokens.give("p-1", "Kasse", BOTH, MORNING, life).result(20)


def test_a_token_acts_as_its_person_within_its_scopes(store: Store) -> None:
    found = store.office.tokens.named(_given(store), MORNING)
    assert found is not None
    assert (found.person, found.label, found.scopes) == ("p-1", "Kasse", BOTH)


@pytest.mark.parametrize("late, works", [(-INSTANT, True), (timedelta(), False)])
def test_a_token_is_good_until_its_day(
    store: Store, late: timedelta, *, works: bool
) -> None:
    token, at = _given(store), MORNING + USUAL_LIFE + late
    assert (store.office.tokens.named(token, at) is not None) is works


def test_no_token_is_good_for_ever(store: Store) -> None:
    _given(store, timedelta(days=10_000))
    (found,) = store.office.tokens.of("p-1")
    assert found.expires_at == MORNING + LONGEST_LIFE


def test_one_person_has_only_so_many_that_are_good(store: Store) -> None:
    for _ in range(MOST):
        assert _given(store)
    assert _given(store) == ""
    assert len(store.office.tokens.of("p-1")) == MOST
    over = MORNING + USUAL_LIFE
    assert store.office.tokens.give("p-1", "Kasse", BOTH, over).result(20)


def test_a_revoked_token_opens_nothing(store: Store) -> None:
    token = _given(store)
    (found,) = store.office.tokens.of("p-1")
    assert not store.office.tokens.revoke("p-2", found.id).result(20)
    assert store.office.tokens.revoke("p-1", found.id).result(20)
    assert store.office.tokens.named(token, MORNING) is None
    assert not store.office.tokens.of("p-1")


@pytest.mark.parametrize("guess", ["", PREFIX, "ü" * 100, "\ud800"])
def test_what_was_never_given_opens_nothing(store: Store, guess: str) -> None:
    _given(store)
    assert store.office.tokens.named(guess, MORNING) is None


def test_when_it_was_last_used_is_kept_to_the_hour(store: Store) -> None:
    token = _given(store)
    for minutes in (0, 59, 60):
        store.office.tokens.named(token, MORNING + timedelta(minutes=minutes))
        store.writer.run(lambda _: None).result(20)
        (found,) = store.office.tokens.of("p-1")
        hour = timedelta(hours=minutes // 60)
        assert found.last_used_at == MORNING + hour


def test_no_token_lies_in_the_files(store: Store) -> None:
    token = _given(store)
    store.close()
    for file in store.folder.glob(f"{FILE}*"):
        assert token.encode() not in file.read_bytes()


def test_an_expired_token_is_listed_for_a_while(store: Store) -> None:
    _given(store)
    over = MORNING + USUAL_LIFE + TOKENS
    store.office.purge(over - INSTANT).result(20)
    assert store.office.tokens.of("p-1")
    store.office.purge(over).result(20)
    assert not store.office.tokens.of("p-1")


def test_one_key_means_one_thing_while_it_is_known(store: Store) -> None:
    tokens = store.office.tokens
    assert tokens.demanded("api/1", b"this", MORNING).result(20)
    assert tokens.demanded("api/1", b"this", MORNING).result(20)
    assert not tokens.demanded("api/1", b"that", MORNING).result(20)
    store.office.purge(MORNING + KEPT).result(20)
    assert tokens.demanded("api/1", b"that", MORNING).result(20)


def test_on_a_server_tokens_are_the_same(tmp_path: Path, database: str) -> None:
    store = open_store(tmp_path, server=Server(database))
    token = _given(store)
    assert store.office.tokens.named(token, MORNING) is not None
    (found,) = store.office.tokens.of("p-1")
    assert store.office.tokens.demanded("api/1", b"this", MORNING).result(20)
    assert not store.office.tokens.demanded("api/1", b"that", MORNING).result(20)
    assert store.office.tokens.revoke("p-1", found.id).result(20)
    store.close()


def test_the_operator_has_none(store: Store) -> None:
    tokens = store.office.tokens
    given = tokens.give(OPERATOR, "x", BOTH, MORNING).result(20)
    assert tokens.named(given, MORNING) is None
