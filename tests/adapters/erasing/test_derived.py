"""What else goes with a text or a person, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.erasing.purge import Purge
from adapters.office import Letter
from core import text
from core.digest import Sent
from core.grounds import Ground
from core.person import Admitted
from core.sealed import Sealed
from tests.adapters.erasing.scene import (
    NEW,
    WORDS,
    again,
    entries,
    erase,
    forget,
    left,
    promise,
)
from tests.auenland import Auenland, found

MONDAY = datetime(2027, 3, 22, 8, 30, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """The county, in which somebody was named, and digests told of it."""
    county = found(tmp_path / "data")
    promise(county)
    county.watch.now = MONDAY
    county.faden.tick()
    county.faden.reactor.settle()
    yield county
    county.faden.close()


def digests(here: Auenland) -> list[Sent]:
    """Return all digests."""
    log = here.faden.store.journal.since(0)
    return [one.event for one in log if isinstance(one.event, Sent)]


def test_digests_that_named_the_item_lose_their_wording(here: Auenland) -> None:
    naming = ["Z1" in one.items for one in digests(here)]
    assert any(naming)
    erase(here)
    assert here.faden.erasing.carry_out()
    assert [one.wording.text is None for one in digests(here)] == naming
    assert left(here.faden.store.folder) == []


def test_a_later_digest_keeps_its_wording(here: Auenland) -> None:
    erase(here, NEW)
    assert here.faden.erasing.carry_out()
    before = len(digests(here))
    here.watch.now = MONDAY + timedelta(days=7, hours=26)  # Easter Monday is none
    here.faden.tick()
    fresh = digests(here)[before:]
    assert any("Z1" in one.items for one in fresh)
    assert all(one.wording.text for one in fresh)
    assert here.faden.erasing.carry_out()
    assert all(one.wording.text for one in digests(here)[before:])


def test_what_concerns_only_the_person_goes_with_the_name(here: Auenland) -> None:
    here.say("p-vogt", "Urlaub bis 31.3.")
    here.say("p-vogt", "ja")
    assert here.faden.store.journal.stream("person:p-vogt")[-1].event != Admitted()
    own = [one.to.text == "p-vogt" for one in digests(here)]
    assert any(own)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    assert [
        one.to.text is None and one.wording.text is None for one in digests(here)
    ] == own
    assert entries(here, "p-vogt") == []
    assert not here.faden.store.office.outbox.thread("p-vogt")
    assert left(here.faden.store.folder, ("BM Vogt",)) == []


def test_what_others_read_of_the_person_loses_the_name(here: Auenland) -> None:
    said = {"parts": [{"kind": "text", "spans": [{"text": "BM Vogt sagt zu"}]}]}
    letter = Letter(key="k1", channel="web", person="p-lange", payload=said)
    here.faden.store.office.outbox.put([letter], here.watch()).result()
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    assert here.thread("p-lange")[-1][1].plain == "[…] sagt zu"


def test_other_words_can_go_again_and_again(here: Auenland) -> None:
    ((entry, field),) = entries(here, noun="commitment:")
    erase(here, "Mengen von Quirin Zwetschgenbaum")
    assert here.faden.erasing.carry_out()
    first, second = entries(here)
    assert first == (entry, field)
    stream, ground = f"text:{second[0]}", Ground.CORRECTION
    new = text.Replace(field=second[1], ground=ground, text=Sealed(NEW))
    here.order(stream, new)
    assert here.faden.erasing.carry_out()
    assert left(here.faden.store.folder) == []
    places = entries(here, NEW)
    assert [place[0] for place in places][:2] == [entry, second[0]]
    last = places[-1]
    here.order(f"text:{last[0]}", text.Erase(field=last[1], ground=Ground.UNLAWFUL))
    assert here.faden.erasing.carry_out()
    assert entries(here, NEW) == []
    assert left(here.faden.store.folder, (*WORDS, NEW)) == []


class DiesError(Exception):
    """The process ends here."""


def dying(times: int) -> Callable[[], None]:
    """Return what works so often, and then ends the process."""
    left_over = iter([None] * times)

    def forget_all() -> None:
        if next(left_over, DiesError) is DiesError:
            raise DiesError

    return forget_all


@pytest.mark.parametrize("times", [0, 1])
def test_whoever_dies_on_the_way_goes_on_at_the_next_start(
    here: Auenland, times: int
) -> None:
    erase(here)
    forget(here, "p-vogt", "birkfeld")
    faden = here.faden
    purge = Purge(faden.store, faden.engine, faden.worker, faden.desk, [dying(times)])
    with pytest.raises(DiesError):
        purge.carry_out()
    here = again(here)
    assert left(here.faden.store.folder, (*WORDS, "BM Vogt")) == []
    here.faden.close()


def test_while_somebody_reads_the_files_wait(here: Auenland) -> None:
    erase(here)
    with here.faden.store.reading() as db:
        db.exec_driver_sql("BEGIN")
        db.exec_driver_sql("SELECT count(*) FROM event").all()
        assert not here.faden.erasing.carry_out()
        db.exec_driver_sql("ROLLBACK")
    assert here.faden.erasing.carry_out()
    assert left(here.faden.store.folder) == []
