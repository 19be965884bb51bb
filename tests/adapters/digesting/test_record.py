"""What was sent stays in the record, and the record tells nobody to whom."""

from __future__ import annotations

from dataclasses import replace

from adapters.composing import NAME
from adapters.digesting import Digesting
from adapters.main import Faden
from bots import reactions
from bots.message import Message
from core.digest import Sent
from core.sealed import Sealed
from projections import digest as views
from projections import history
from projections.viewer import MACHINE
from tests.adapters.digesting.rounds import LINDNER, MONDAY, Office
from tests.auenland import Auenland
from tests.bots.digested import promised


def test_the_words_can_be_shown_as_they_were_and_the_entry_tells_nobody(
    here: Auenland, office: Office
) -> None:
    promised(here)
    office.at(MONDAY)
    store = here.faden.store
    (recorded,) = [r for r in office.sent() if r.event.to.text == LINDNER]  # type: ignore[attr-defined]  # all are digests
    (letter,) = [m for _, m in here.thread(LINDNER) if m.title]
    event = recorded.event
    assert isinstance(event, Sent)
    assert Message.model_validate_json(event.wording.text or "") == letter
    kept_ = store.codec.encode(event, recorded.origin, recorded.stream, 1)
    assert LINDNER.encode() not in kept_.state
    assert b"Schlammmengen" not in kept_.state
    assert LINDNER not in recorded.stream
    assert event.org == "lindgrund"
    with here.faden.reading() as db:
        (row,) = views.sent_to(db, LINDNER)
        own = here.faden.viewer(LINDNER)
        other = here.faden.viewer("p-kern")
        assert history.of(db, own, recorded.stream)
        assert history.of(db, MACHINE, recorded.stream)
        assert not history.of(db, other, recorded.stream)
    assert row.position == recorded.position


def test_who_is_meant_cannot_be_found_by_trying(here: Auenland, office: Office) -> None:
    promised(here)
    office.at(MONDAY)
    names = here.faden.store.office.pseudonyms
    (stream,) = {r.stream for r in office.sent() if r.event.to.text == LINDNER}  # type: ignore[attr-defined]  # as above
    assert stream == f"digest:{names.of(NAME, LINDNER, 'all', '2027-W12')}"
    assert names.of(NAME, LINDNER) != names.of(LINDNER, NAME)


def test_killed_before_the_day_was_marked_nobody_hears_it_twice(
    here: Auenland, office: Office
) -> None:
    promised(here)
    office.at(MONDAY)
    box, friday = here.faden.store.office.outbox, MONDAY.toordinal() - 3
    box.put([], MONDAY, (NAME, friday)).result()  # as if it had died just before
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 30.4.")
    here.say("p-kern", "ja")
    office.at(MONDAY)
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    assert "Pläne" not in [m for _, m in here.thread(LINDNER) if m.title][-1].plain


def test_killed_between_entry_and_letter_the_letter_is_the_entry(
    here: Auenland, office: Office
) -> None:
    promised(here)
    here.faden.reactor.close()  # it dies before anybody was told
    here.watch.now = MONDAY
    faden = here.faden
    Digesting(faden.store, faden.desk).tick(MONDAY)
    assert office.told(LINDNER) == []
    faden.close()
    faden = Faden.open(faden.store.folder, clock=here.watch)
    here.faden = faden
    faden.reactor.settle()
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]


def test_of_an_erased_digest_nothing_is_told(here: Auenland, office: Office) -> None:
    promised(here)
    office.at(MONDAY)
    (recorded,) = [one for one in office.sent() if one.event.to.text == LINDNER]  # type: ignore[attr-defined]  # all are digests
    erased = replace(recorded.event, wording=Sealed(None))  # type: ignore[type-var]  # as above
    assert reactions.react(here.faden.desk, recorded._replace(event=erased)) == ()
