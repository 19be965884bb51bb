"""A reaction that fails holds back nobody else's news, and is not lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
from structlog.testing import capture_logs

from adapters.office import Kind, Stuck
from adapters.office.stuck import LONGEST, TRIES
from adapters.reactor import NAME, Reactor
from adapters.views import open_views
from bots.heard import TextSaid
from bots.ports import Office, Post
from bots.reactions import react
from core.organisation import GiveMandate, Role
from core.ports import Recorded, Via
from projections.catalogue import VIEWS
from projections.indexing import SEARCH
from projections.rows import Rows
from projections.worker import Worker
from tests.auenland import Auenland, found


class Moody:
    """The real reactions, but one position makes them fail as long as it stands."""

    def __init__(self, position: int | None) -> None:
        self.position = position

    def __call__(self, office: Office, recorded: Recorded) -> Sequence[Post]:
        """React, or fail."""
        if recorded.position == self.position:
            raise LookupError("Frau Kern sagte: geheim")
        return react(office, recorded)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, in which nobody is told anything by itself."""
    county = found(tmp_path / "data")
    county.faden.reactor.settle()
    county.faden.reactor.close()
    yield county
    county.faden.close()


def _request(here: Auenland, town: str) -> int:
    """Ask ``town`` for something; return the position at which that stands."""
    for text in (f"Bitte an {town}: Schlammmengen 2024–26 bis 30.4.", "ja"):
        _hear(here, text)
    return here.faden.store.journal.head()


def _hear(here: Auenland, text: str) -> None:
    here.said += 1
    ref = f"test:{here.said}"
    here.faden.hear(TextSaid(ref=ref, person="p-kern", via=Via.WEB, text=text))
    assert here.faden.settled(ref, 10)


def _reactor(here: Auenland, moody: Moody) -> Reactor:
    faden = here.faden
    return Reactor(
        faden.store,
        faden.desk,
        faden.worker,
        here.watch,
        lambda: None,
        reaction=moody,
    )


def _stuck(here: Auenland) -> Sequence[Stuck]:
    return here.faden.store.office.stuck.all()


def test_what_comes_behind_a_failing_reaction_is_told_at_once(here: Auenland) -> None:
    bad = _request(here, "Lindgrund")
    _request(here, "Birkfeld")
    with capture_logs() as logs:
        _reactor(here, Moody(bad)).catch_up()
    assert len(here.thread("p-lindner")) == 0
    assert len(here.thread("p-birke")) == 1
    (stuck,) = _stuck(here)
    assert (stuck.kind, stuck.key) == (Kind.REACTION, f"{NAME}/{bad}")
    assert stuck.reason.startswith("LookupError, ")
    assert "geheim" not in stuck.reason
    assert here.faden.store.office.outbox.cursor(NAME) == (
        here.faden.store.journal.head()
    )
    assert [entry["position"] for entry in logs] == [bad]


def test_it_is_told_once_as_soon_as_it_works(here: Auenland) -> None:
    moody = Moody(_request(here, "Lindgrund"))
    reactor = _reactor(here, moody)
    reactor.catch_up()
    moody.position = None
    reactor.catch_up()  # its pause is not over
    assert len(here.thread("p-lindner")) == 0
    here.watch.forward(seconds=1)
    reactor.catch_up()
    reactor.catch_up()
    assert len(here.thread("p-lindner")) == 1
    assert _stuck(here) == []


def test_after_five_failures_it_is_put_aside_until_somebody_says_again(
    here: Auenland,
) -> None:
    moody = Moody(_request(here, "Lindgrund"))
    reactor = _reactor(here, moody)
    for _ in range(TRIES[Kind.REACTION] + 2):
        reactor.catch_up()
        here.watch.now += LONGEST
    (stuck,) = _stuck(here)
    assert (stuck.attempts, stuck.again_at) == (TRIES[Kind.REACTION], None)
    moody.position = None
    reactor.catch_up()
    assert len(here.thread("p-lindner")) == 0
    rows = here.faden.store.office.stuck
    assert rows.again(stuck.kind, stuck.key, here.watch()).result(20)
    reactor.catch_up()
    assert len(here.thread("p-lindner")) == 1


def test_a_process_that_dies_behind_the_note_goes_on_with_it(here: Auenland) -> None:
    moody = Moody(_request(here, "Lindgrund"))
    _reactor(here, moody).catch_up()  # and dies
    moody.position = None
    here.watch.forward(seconds=1)
    _reactor(here, moody).catch_up()
    assert len(here.thread("p-lindner")) == 1
    assert _stuck(here) == []


def test_whoever_waits_after_a_restart_with_no_news_is_let_go(here: Auenland) -> None:
    _reactor(here, Moody(None)).catch_up()
    reactor = _reactor(here, Moody(None))
    began = monotonic()
    waiting = Thread(target=reactor.settle, args=(60,))
    waiting.start()
    while waiting.is_alive():
        reactor.catch_up()
        waiting.join(0.1)
    assert monotonic() - began < 30


def test_a_view_that_stopped_silences_nobody(here: Auenland, tmp_path: Path) -> None:
    def broken(_rows: Rows, _batch: Sequence[Recorded]) -> None:
        raise ValueError("a fold that cannot")

    views = [replace(view, fold=broken) if view is SEARCH else view for view in VIEWS]
    faden, engine = here.faden, open_views(tmp_path / "others.db")
    worker = Worker(faden.store.journal, engine, views)
    worker.catch_up()
    _request(here, "Lindgrund")
    worker.catch_up()
    Reactor(faden.store, faden.desk, worker, here.watch, lambda: None).catch_up()
    assert len(here.thread("p-lindner")) == 1
    engine.dispose()


@pytest.mark.parametrize(
    "recorded_at, told",
    [
        (datetime(2027, 3, 20, 22, 59, tzinfo=UTC), "p-lindner"),  # 23:59 in Berlin
        (datetime(2027, 3, 20, 23, 0, tzinfo=UTC), "p-lange"),
    ],
)
def test_who_holds_a_mandate_when_it_is_recorded_is_told(
    here: Auenland, recorded_at: datetime, told: str
) -> None:
    position = _request(here, "Lindgrund")
    last_day = GiveMandate(person="p-lindner", role=Role.CLERK, until=date(2027, 3, 20))
    here.order("organisation:lindgrund", last_day)
    (recorded,) = here.faden.store.journal.since(position - 1, position)
    assert recorded.origin.effective_on == date(2027, 3, 17)
    posts = react(here.faden.desk, recorded._replace(recorded_at=recorded_at))
    assert [post.person for post in posts] == [told]
