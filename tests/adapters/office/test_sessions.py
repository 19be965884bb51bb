"""One-time links, sessions and echoes: used once, and not for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from adapters.office import Echo
from adapters.office.purge import LINKS
from adapters.office.sessions import IDLE, LINK_LIFE, SESSION_LIFE, LinkState
from adapters.office.signins import SIGNINS
from adapters.store import FILE, Store
from core.facts import OPERATOR
from tests.adapters.notebook import MORNING

INSTANT = timedelta(microseconds=1)


def _enter(store: Store, person: str = "p-1") -> str:
    link = store.office.sessions.link(person, MORNING).result(20)
    session = store.office.sessions.redeem(link, MORNING).result(20)
    assert session is not None
    return session


def _look(store: Store, session: str, at: datetime) -> None:
    """Look at a page, and wait until it is noted."""
    store.office.sessions.person_of(session, at)
    store.writer.run(lambda _: None).result(20)


def test_a_link_lets_its_person_in(store: Store) -> None:
    assert store.office.sessions.person_of(_enter(store), MORNING) == "p-1"


def test_a_link_is_good_for_one_use(store: Store) -> None:
    sessions = store.office.sessions
    link = sessions.link("p-1", MORNING).result(20)
    taps = [sessions.redeem(link, MORNING) for _ in range(5)]
    assert [tap.result(20) is None for tap in taps].count(False) == 1


@pytest.mark.parametrize("late, works", [(-INSTANT, True), (timedelta(), False)])
def test_a_link_is_good_for_ten_minutes(
    store: Store, late: timedelta, *, works: bool
) -> None:
    link = store.office.sessions.link("p-1", MORNING).result(20)
    entered = store.office.sessions.redeem(link, MORNING + LINK_LIFE + late).result(20)
    assert (entered is not None) is works


@pytest.mark.parametrize("token", ["", "guessed", "ü" * 100, "\ud800"])
def test_a_token_that_was_never_given_opens_nothing(store: Store, token: str) -> None:
    _enter(store)
    assert store.office.sessions.person_of(token, MORNING) is None
    assert store.office.sessions.redeem(token, MORNING).result(20) is None
    assert not store.office.sessions.end(token).result(20)


def test_a_void_link_tells_why(store: Store) -> None:
    sessions = store.office.sessions
    used, late = (sessions.link("p-1", MORNING).result(20) for _ in range(2))
    assert sessions.state_of(used, MORNING) is LinkState.GOOD
    sessions.redeem(used, MORNING).result(20)
    over = MORNING + LINK_LIFE
    assert sessions.state_of(used, over) is LinkState.USED
    assert sessions.state_of(late, over - INSTANT) is LinkState.GOOD
    assert sessions.state_of(late, over) is LinkState.EXPIRED
    assert sessions.state_of("guessed", over) is LinkState.UNKNOWN


def test_a_day_later_a_link_is_forgotten(store: Store) -> None:
    sessions, over = store.office.sessions, MORNING + LINK_LIFE + LINKS
    link = sessions.link("p-1", MORNING).result(20)
    store.office.purge(over - INSTANT).result(20)
    assert sessions.state_of(link, over) is LinkState.EXPIRED
    store.office.purge(over).result(20)
    assert sessions.state_of(link, over) is LinkState.UNKNOWN


def test_tokens_are_not_in_the_store(store: Store) -> None:
    link = store.office.sessions.link("p-1", MORNING).result(20)
    session = _enter(store)
    store.close()
    stored = (store.folder / FILE).read_bytes()
    assert link.encode() not in stored
    assert session.encode() not in stored


def test_a_session_ends_when_its_time_is_over(store: Store) -> None:
    session = _enter(store)
    sessions = store.office.sessions
    end = MORNING + SESSION_LIFE
    for day in range(1, SESSION_LIFE.days):
        _look(store, session, MORNING + timedelta(days=day))
    assert sessions.person_of(session, end - INSTANT) == "p-1"
    assert sessions.person_of(session, end) is None
    store.office.purge(end).result(20)
    assert sessions.person_of(session, MORNING) is None


def test_a_session_that_is_left_alone_ends(store: Store) -> None:
    session, sessions = _enter(store), store.office.sessions
    _look(store, session, MORNING + timedelta(days=2))
    end = MORNING + timedelta(days=2) + IDLE
    assert sessions.person_of(session, end - INSTANT) == "p-1"
    other = _enter(store, "p-2")
    assert sessions.person_of(other, MORNING + IDLE) is None
    store.office.purge(MORNING + IDLE).result(20)
    assert sessions.was(other) == "p-2"  # as long as sign-ins are listed
    store.office.purge(MORNING + SIGNINS).result(20)
    assert sessions.was(other) == ""


def test_nobody_is_signed_in_as_operations(store: Store) -> None:
    session = _enter(store, OPERATOR)
    assert store.office.sessions.person_of(session, MORNING) is None


def test_signing_out_ends_this_session_only(store: Store) -> None:
    one, other = _enter(store), _enter(store)
    assert store.office.sessions.end(one).result(20)
    assert store.office.sessions.person_of(one, MORNING) is None
    assert store.office.sessions.person_of(other, MORNING) == "p-1"


def test_a_person_can_be_signed_out_everywhere(store: Store) -> None:
    mine, other = _enter(store), _enter(store, "p-2")
    link = store.office.sessions.link("p-1", MORNING).result(20)
    assert store.office.sessions.end_all("p-1").result(20) == 1
    assert store.office.sessions.person_of(mine, MORNING) is None
    assert store.office.sessions.redeem(link, MORNING).result(20) is None
    assert store.office.sessions.person_of(other, MORNING) == "p-2"


def _echo(ref: str, number: int, hours: int = 1) -> Echo:
    return Echo(
        ref=ref,
        person="p-1",
        number=number,
        orders=b"\0orders",
        message={"title": ref},
        created_at=MORNING,
        expires_at=MORNING + timedelta(hours=hours),
    )


def test_open_echoes_are_those_without_answer_that_have_not_expired(
    store: Store,
) -> None:
    echoes = store.office.echoes
    put = [_echo("e2", 2), _echo("e1", 1), _echo("e3", 3, hours=0)]
    assert echoes.put(put).result(20) == 3
    assert echoes.put(put).result(20) == 0
    assert [e.ref for e in echoes.open_for("p-1", MORNING)] == ["e1", "e2"]
    assert echoes.answer("e1", "yes", MORNING).result(20)
    assert [e.ref for e in echoes.open_for("p-1", MORNING)] == ["e2"]
    assert echoes.next_number("p-1") == 4


def test_an_echo_is_answered_once_and_in_time(store: Store) -> None:
    echoes = store.office.echoes
    echoes.put([_echo("e1", 1), _echo("e2", 2)]).result(20)
    answers = [echoes.answer("e1", choice, MORNING) for choice in ("yes", "no", "yes")]
    assert [answer.result(20) for answer in answers] == [True, False, False]
    answered = echoes.get("e1")
    assert answered is not None
    assert (answered.choice, answered.answered_at) == ("yes", MORNING)
    late = MORNING + timedelta(hours=1)
    assert not echoes.answer("e2", "yes", late).result(20)
    assert not echoes.answer("unknown", "yes", MORNING).result(20)
