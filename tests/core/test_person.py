"""Rules of persons, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, get_args

import pytest

from core.errors import Code
from core.facts import Facts
from core.grounds import Ground
from core.person import (
    PERSON,
    AbsenceDeclared,
    AbsenceEnded,
    Absent,
    Admit,
    Admitted,
    Command,
    DeclareAbsence,
    EndAbsence,
    Forget,
    Forgotten,
    Gone,
    Happening,
    Known,
    Language,
    Mute,
    PreferencesSet,
    Register,
    Rest,
    SetPreferences,
    State,
    Unasked,
    Unmute,
)
from core.sealed import Sealed
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, TODAY, Spec, member

english = PreferencesSet(language=Language.ENGLISH, register=Register.FORMAL)
SAMPLES: Final[tuple[Happening, ...]] = (
    Admitted(),
    english,
    AbsenceDeclared(org="lindgrund", period=Sealed("2027-03-15/2027-03-19")),
    AbsenceEnded(org="lindgrund"),
    Forgotten(ground=Ground.OBJECTION),
)
person = Spec(PERSON)
herself = replace(member("lindgrund"), actor="p-1", ref="p-1")
in_english = SetPreferences(language=Language.ENGLISH)


@pytest.mark.parametrize("who", [COORDINATION, OPERATOR])
def test_coordination_and_the_operator_admit(who: Facts) -> None:
    person.by(who).when(Admit()).then(Admitted())


def test_nobody_else_admits() -> None:
    person.by(herself).when(Admit()).refused(Code.ONLY_COORDINATION)


def test_a_person_is_admitted_once() -> None:
    person.given(Admitted()).when(Admit()).then()


def test_an_id_can_be_typed() -> None:
    named = replace(COORDINATION, ref="Erika Muster")
    person.by(named).when(Admit()).refused(Code.KEY_INVALID)


def test_everybody_sets_their_own_preferences_once() -> None:
    person.by(herself).given(Admitted()).when(in_english).then(english)
    person.by(herself).given(Admitted(), english).when(in_english).then()


def test_a_new_language_leaves_the_register_as_it_is() -> None:
    familiar = PreferencesSet(language=Language.GERMAN, register=Register.FAMILIAR)
    both = replace(familiar, language=Language.ENGLISH)
    person.by(herself).given(Admitted(), familiar).when(in_english).then(both)


def test_nobody_sets_those_of_somebody_else() -> None:
    other = replace(herself, actor="p-2")
    person.by(other).given(Admitted()).when(in_english).refused(Code.ONLY_COORDINATION)


def test_nobody_has_no_preferences() -> None:
    person.when(in_english).refused(Code.UNKNOWN_PERSON, person="x1")


FORGET: Final = Forget(ground=Ground.OBJECTION)
gone = Forgotten(ground=Ground.OBJECTION)


@pytest.mark.parametrize("who", [COORDINATION, OPERATOR])
def test_coordination_and_the_operator_forget_a_person_once(who: Facts) -> None:
    person.by(who).given(Admitted(), english).when(FORGET).then(gone)
    person.by(who).given(Admitted(), gone).when(FORGET).then()


def test_nobody_forgets_themselves_or_somebody_unknown() -> None:
    person.by(herself).given(Admitted()).when(FORGET).refused(Code.ONLY_COORDINATION)
    person.when(FORGET).refused(Code.UNKNOWN_PERSON, person="x1")


def test_whoever_still_acts_for_somebody_is_not_forgotten() -> None:
    acting = replace(OPERATOR, mandates=("lindgrund",))
    spec = person.by(acting).given(Admitted()).when(FORGET)
    spec.refused(Code.HOLDS_MANDATES, person="x1", orgs=("lindgrund",))


def test_whoever_was_forgotten_is_nobody_any_more() -> None:
    spec = person.given(Admitted(), gone)
    spec.when(Admit()).refused(Code.PERSON_FORGOTTEN, person="x1")
    spec.when(in_english).refused(Code.UNKNOWN_PERSON, person="x1")


OFFERS: Final[list[tuple[Command, Facts]]] = [
    (Admit(), COORDINATION),
    (SetPreferences(), COORDINATION),
    (Mute(kind=Unasked.NUDGE), herself),
    (Unmute(kind=Unasked.NUDGE), herself),
    (Rest(until=TODAY), herself),
    (in_english, herself),
    (DeclareAbsence(until=TODAY), herself),
    (EndAbsence(), herself),
    (FORGET, COORDINATION),
]


def test_every_state_is_reached_and_only_the_last_one_stays() -> None:
    follows = explore(PERSON, OFFERS)
    assert set(follows) == set(get_args(State))
    assert dead_ends(follows) == {Gone}
    assert follows[Absent] == {Known}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(Happening))
    survive(PERSON, SAMPLES, OFFERS, seed)
