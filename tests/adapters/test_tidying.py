"""The hour throws away what the office need not keep any longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.journal.entry_tables import attempt, kept, link, session, signin
from adapters.office.signins import SIGNINS, Way
from adapters.office.waiting import KEPT, Attempt, Kept
from adapters.tidying import EVERY
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def _left(here: Auenland, *tables: sa.Table) -> list[int]:
    with here.faden.store.reading() as db:
        counts = (sa.select(sa.func.count()).select_from(one) for one in tables)
        return [int(db.scalar(count) or 0) for count in counts]


def _keep(here: Auenland) -> None:
    one = Kept(person="p-kern", path="/say", fields={"text": "Grüße"})
    here.faden.store.office.waiting.keep(one, here.watch()).result()


def test_what_is_over_goes_with_the_hour(here: Auenland) -> None:
    office, now = here.faden.store.office, here.watch()
    _keep(here)
    office.waiting.begin(Attempt("state", "nonce", "verifier"), now).result()
    office.sessions.begin("p-kern", Way.LINK, now).result()
    office.sessions.link("p-kern", now).result()
    tables = (kept, attempt, session, link, signin)
    assert here.faden.tick()
    assert _left(here, *tables) == [1, 1, 1, 1, 1]
    here.watch.forward(days=SIGNINS.days)
    assert here.faden.tick()
    assert _left(here, *tables) == [0, 0, 0, 0, 0]


def test_it_tidies_once_in_ten_minutes(here: Auenland) -> None:
    _keep(here)
    here.watch.now += KEPT - EVERY / 2
    here.faden.tick()
    here.watch.now += EVERY / 2
    here.faden.tick()
    assert _left(here, kept) == [1]
    here.watch.now += EVERY / 2
    here.faden.tick()
    assert _left(here, kept) == [0]
