"""What is kept goes when its period is over, and not before; over years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy as sa

from adapters.erasing.due import Due
from adapters.journal.tables import text
from core import hold
from core.errors import Code
from core.event import Event
from core.grounds import Ground
from core.keeping import Stage, goes_on
from core.ports import Recorded
from core.sealed import Sealed
from core.text import Erase, Erased, Offer, Offered, Release
from tests.adapters.erasing.scene import WORDS, again, entries, left, promise
from tests.auenland import Auenland, found

ITEM: Final = "commitment:Z1"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """The county, in which something was promised on the 15th of March 2027."""
    county = found(tmp_path / "data")
    promise(county)
    yield county
    county.faden.close()


def close(here: Auenland) -> None:
    """Let nobody want the promise any more."""
    here.say("p-lange", "Z1 zurückziehen")
    here.say("p-lange", "ja")


def go_to(here: Auenland, year: int, month: int, day: int = 1) -> None:
    """Let the clock be there, before office hours, and tick twice."""
    here.watch.now = datetime(year, month, day, 3, tzinfo=UTC)
    here.faden.tick()
    here.faden.tick()


def said(here: Auenland, kind: type[Event]) -> list[Recorded]:
    """Return all entries of a kind."""
    log = here.faden.store.journal.since(0)
    return [one for one in log if isinstance(one.event, kind)]


def of_item(here: Auenland, *kinds: type[Event]) -> int:
    """Return how many texts of the promise have an entry of one of the kinds."""
    places = {at for at, _ in entries(here, "", "commitment:")}
    leaves = [one.event.leaf for kind in kinds for one in said(here, kind)]  # type: ignore[attr-defined]  # they name one
    return sum(leaf in places for leaf in leaves)


def release(here: Auenland, *, taken: bool) -> None:
    """Let the archive release what it was offered."""
    for offered in said(here, Offered):
        assert isinstance(offered.event, Offered)
        answer = Release(field=offered.event.field, taken=taken)
        here.order(f"text:{offered.event.leaf}", answer)


def test_what_binds_stays_however_old_it_is(here: Auenland) -> None:
    go_to(here, 2060, 1)
    assert of_item(here, Offered, Erased) == 0
    assert entries(here, noun="commitment:")


def test_a_record_is_offered_ten_years_after_it_was_closed_and_then_stays(
    here: Auenland,
) -> None:
    here.watch.now = datetime(2028, 6, 15, 9, tzinfo=UTC)
    close(here)
    go_to(here, 2038, 6, 30)
    assert of_item(here, Offered) == 0
    go_to(here, 2038, 7)
    assert of_item(here, Offered) == len(entries(here, "", "commitment:"))
    go_to(here, 2045, 1)  # silence of the archive frees nothing
    assert of_item(here, Erased) == 0
    assert entries(here, noun="commitment:")


@pytest.mark.parametrize("taken", [True, False])
def test_what_the_archive_releases_goes_from_every_file(
    here: Auenland, *, taken: bool
) -> None:
    close(here)
    go_to(here, 2038, 1)
    release(here, taken=taken)
    go_to(here, 2038, 1, 20)
    assert entries(here, noun="commitment:")
    go_to(here, 2038, 2)
    assert entries(here, "", "commitment:") == []
    assert left(here.faden.store.folder, WORDS[:1]) == []
    grounds = {one.event.ground for one in said(here, Erased)}  # type: ignore[attr-defined]  # all are Erased
    assert grounds == {Ground.PERIOD_OVER}


def test_aids_go_after_their_year_without_an_offer(here: Auenland) -> None:
    here.watch.now = datetime(2027, 3, 22, 8, 30, tzinfo=UTC)
    here.faden.tick()
    assert entries(here, "", "digest:")
    go_to(here, 2028, 3, 31)
    assert entries(here, "", "digest:")
    go_to(here, 2028, 4)
    gone = {one.event.leaf for one in said(here, Erased)}  # type: ignore[attr-defined]  # as above
    assert not gone & {at for at, _ in entries(here, "", "digest:")}
    assert not said(here, Offered)


def test_what_is_held_back_stays_until_that_is_over(here: Auenland) -> None:
    close(here)
    why = hold.Hold(reason=Sealed("Klage anhängig"), until=date(2040, 3, 10))
    here.order(f"hold:{ITEM}", why)
    go_to(here, 2040, 3)
    assert of_item(here, Offered) == 0
    go_to(here, 2040, 4)
    assert of_item(here, Offered) > 0


def test_what_is_begun_and_not_finished_is_gone_on_with_once(here: Auenland) -> None:
    close(here)
    here.watch.now = datetime(2038, 1, 1, 3, tzinfo=UTC)
    retaining, submit = here.faden.retaining, here.faden.store.journal.submit
    given = 0

    def dying(order: object) -> object:
        nonlocal given
        given += 1
        if given > 2:
            raise KeyboardInterrupt
        return submit(order)  # type: ignore[arg-type]  # an order

    here.faden.store.journal.submit = dying  # type: ignore[method-assign,assignment]  # killed in the middle
    with pytest.raises(KeyboardInterrupt):
        retaining.tick(here.watch.now)
    here = again(here)
    go_to(here, 2038, 1, 2)
    offers = [(one.event.leaf, one.event.field) for one in said(here, Offered)]  # type: ignore[attr-defined]  # all are Offered
    assert len(offers) == len(set(offers)) == of_item(here, Offered)
    assert of_item(here, Offered) == len(entries(here, "", "commitment:"))
    here.faden.close()


def test_coordination_sees_what_will_go_half_a_year_before(here: Auenland) -> None:
    close(here)
    here.watch.now = datetime(2036, 8, 1, 9, tzinfo=UTC)
    assert ITEM not in {due.item for due in here.faden.retaining.coming()}
    here.watch.now = datetime(2036, 10, 1, 9, tzinfo=UTC)
    texts = len(entries(here, "", "commitment:"))
    offer = Due(on=date(2037, 4, 1), item=ITEM, stage=Stage.OFFER, texts=texts)
    assert offer in here.faden.retaining.coming()
    go_to(here, 2037, 4)
    awaited = Due(on=date(2037, 10, 1), item=ITEM, stage=Stage.AWAITED, texts=texts)
    assert awaited in here.faden.retaining.coming()
    go_to(here, 2037, 10, 2)
    stages = {due.stage for due in here.faden.retaining.coming() if due.item == ITEM}
    assert stages == {Stage.OVERDUE}
    release(here, taken=True)
    gone = Due(on=date(2037, 11, 1), item=ITEM, stage=Stage.GO, texts=texts)
    assert gone in here.faden.retaining.coming()


def test_texts_of_an_older_release_get_their_period(here: Auenland) -> None:
    close(here)
    cells = sa.select(text.c.stream, text.c.retention_class, text.c.delete_after)
    with here.faden.store.reading() as db:
        before = db.execute(cells).all()
    nothing = {"retention_class": None, "delete_after": None}
    run = here.faden.store.writer.run
    run(lambda db: db.execute(sa.update(text).values(nothing)).rowcount).result()
    go_to(here, 2027, 4)
    with here.faden.store.reading() as db:
        assert set(before) <= set(db.execute(cells).all())


def test_nobody_may_say_that_a_period_is_over_when_it_is_not(here: Auenland) -> None:
    at, field = entries(here, noun="commitment:")[0]
    here.order(f"text:{at}", Offer(field=field))
    with pytest.raises(AssertionError, match=Code.STILL_BINDS.value):
        here.order(f"text:{at}", Erase(field=field, ground=Ground.PERIOD_OVER))


def test_what_is_over_goes_with_the_first_of_the_next_month() -> None:
    assert goes_on(date(2027, 3, 1)) == date(2027, 4, 1)
    assert goes_on(date(2027, 12, 31)) == date(2028, 1, 1)
