"""A code links one platform address to one person, once, within ten minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from adapters.office.addresses import Profile
from adapters.office.codes import (
    CODE_LIFE,
    GUESSES,
    GUESSES_IN,
    Linked,
    Redeemed,
    Void,
    redeem,
)
from adapters.store import FILE, Store
from tests.adapters.notebook import MORNING

INSTANT = timedelta(microseconds=1)


def _redeem(
    store: Store, said: str, where: str = "T1/U1", now: datetime = MORNING
) -> Redeemed:
    return store.writer.run(
        lambda connection: redeem(connection, "slack", said, where, now)
    ).result(20)


def _give(store: Store, person: str = "p-1", now: datetime = MORNING) -> str:
    return store.office.codes.give(person, "slack", now).result(20)


def test_a_code_links_its_person_however_it_is_typed(store: Store) -> None:
    said = _give(store).lower().replace("-", " ")
    assert _redeem(store, said) == Linked("p-1")
    assert store.office.addresses.person("slack", "T1/U1") == "p-1"


def test_a_code_said_again_links_nobody_else_and_undoes_nothing(store: Store) -> None:
    said = _give(store)
    assert _redeem(store, said) == Linked("p-1")
    assert _redeem(store, said) == Linked("p-1")
    assert _redeem(store, said, "T1/U2") is Void.USED
    assert store.office.addresses.person("slack", "T1/U2") is None


@pytest.mark.parametrize("late, works", [(-INSTANT, True), (timedelta(), False)])
def test_a_code_is_good_for_ten_minutes(
    store: Store, late: timedelta, *, works: bool
) -> None:
    found = _redeem(store, _give(store), now=MORNING + CODE_LIFE + late)
    assert found == (Linked("p-1") if works else Void.OVER)


def test_a_new_code_takes_the_place_of_the_one_before(store: Store) -> None:
    first, second = _give(store), _give(store)
    assert _redeem(store, first) is Void.UNKNOWN
    assert _redeem(store, second) == Linked("p-1")


def test_whoever_guesses_is_stopped_for_an_hour_even_from_the_right_one(
    store: Store,
) -> None:
    for n in range(GUESSES):
        assert _redeem(store, f"GUESS{n}") is Void.UNKNOWN
    assert _redeem(store, _give(store)) is Void.TOO_MANY
    assert _redeem(store, _give(store), "T1/U2") == Linked("p-1")
    later = MORNING + GUESSES_IN
    right = _give(store, "p-2", later)
    assert _redeem(store, right, now=later - INSTANT) is Void.TOO_MANY
    assert _redeem(store, right, now=later) == Linked("p-2")


def test_a_code_is_not_kept_in_clear(store: Store) -> None:
    said = _give(store).replace("-", "")
    store.close()
    assert said.encode() not in (store.folder / FILE).read_bytes()


def test_codes_and_guesses_are_thrown_away(store: Store) -> None:
    _give(store)
    _redeem(store, "WRONG")
    assert store.office.purge(MORNING + GUESSES_IN).result(20) == 1
    assert store.office.purge(MORNING + timedelta(days=2)).result(20) == 1


def test_what_a_platform_says_of_somebody_goes_with_the_link(store: Store) -> None:
    addresses = store.office.addresses
    assert addresses.profile("p-1") is None
    for language in "de", "en":
        profile = Profile(language=language, time_zone="Europe/Berlin")
        addresses.put_profile("p-1", "slack", profile, MORNING).result(20)
    assert addresses.profile("p-1") == Profile(language="en", time_zone="Europe/Berlin")
    addresses.unlink("p-1", "slack").result(20)
    assert addresses.profile("p-1") is None
