"""Each key of the log stands for one thing, and that is said in the log itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from core.errors import Code
from core.facts import Facts, Power
from core.log import LOG, AnnounceKey, Command, KeyAnnounced, Known, NameWitness
from core.log.events import WitnessNamed
from core.note import COSIGNATURE, ED25519, Key
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, Spec, member

KEY: Final = Key("auenland.example/log", ED25519, bytes(32)).written()
SEEN: Final = Key("auenburg.example/zeuge", COSIGNATURE, bytes(32)).written()
OTHER: Final = Key("birkfeld.example/zeuge", COSIGNATURE, bytes(32)).written()
announced: Final = KeyAnnounced(key=KEY)
named: Final = WitnessNamed(org="auenburg", key=SEEN)
announce: Final = AnnounceKey(key=KEY)
name: Final = NameWitness(org="auenburg", key=SEEN)
OFFERS: Final[list[tuple[Command, Facts]]] = [(announce, OPERATOR), (name, OPERATOR)]
log = Spec(LOG)


def test_a_key_is_announced_once_by_whoever_keeps_the_machine() -> None:
    log.by(OPERATOR).when(announce).then(announced)
    log.by(OPERATOR).given(announced).when(announce).then()
    log.by(COORDINATION).when(announce).refused(Code.ONLY_THE_PROGRAM)


@pytest.mark.parametrize("who", [OPERATOR, COORDINATION])
def test_coordination_names_by_which_key_a_municipality_bears_witness(
    who: Facts,
) -> None:
    log.by(who).when(replace(name, key=f" {SEEN}\n")).then(named)
    log.by(who).given(named).when(name).then()
    log.by(member("auenburg", Power.ANSWER)).when(name).refused(Code.ONLY_COORDINATION)


def test_a_new_key_takes_the_place_of_the_old_one() -> None:
    newer = replace(name, key=OTHER)
    renamed = WitnessNamed(org="auenburg", key=OTHER)
    log.by(OPERATOR).given(named).when(newer).then(renamed)
    log.by(OPERATOR).given(named, renamed).when(name).then(named)


def test_a_key_never_stands_for_two() -> None:
    taken = replace(name, org="birkfeld")
    log.by(OPERATOR).given(named).when(taken).refused(Code.KEY_TAKEN, org="auenburg")
    later = WitnessNamed(org="auenburg", key=OTHER)
    log.by(OPERATOR).given(named, later).when(taken).refused(Code.KEY_TAKEN)


@pytest.mark.parametrize("said", ["", "abc", SEEN[:-1], SEEN.replace("+", " ")])
def test_what_is_no_key_is_refused(said: str) -> None:
    log.by(OPERATOR).when(AnnounceKey(key=said)).refused(Code.NO_KEY)
    log.by(OPERATOR).when(replace(name, key=said)).refused(Code.NO_KEY)


def test_a_key_serves_one_purpose() -> None:
    log.by(OPERATOR).when(AnnounceKey(key=SEEN)).refused(Code.NO_KEY)
    log.by(OPERATOR).when(replace(name, key=KEY)).refused(Code.NO_KEY)


def test_the_only_state_can_be_left_for_another_of_its_kind() -> None:
    follows = explore(LOG, OFFERS)
    assert set(follows) == {Known}
    assert dead_ends(follows) == {Known}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    survive(LOG, (announced, named), OFFERS, seed)
