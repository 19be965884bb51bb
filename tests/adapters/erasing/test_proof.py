"""After an erasure the old proofs hold, and everything says what is gone and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.audit.alone import check
from adapters.audit.bundle import lines
from adapters.audit.difference import What
from adapters.audit.extent import Request, extent
from adapters.audit.fsck import fsck
from adapters.audit.signing import Place
from adapters.audit.source import of_folder
from adapters.journal.codec import Codec
from adapters.journal.tables import person, text
from core.bundle.head import Scope
from core.bundle.verdict import Exit, Said, Verdict
from core.catalogue import EVENTS
from core.grounds import Ground
from core.sealed import Sealed
from core.text import Replace
from projections.catalogue import VIEWS
from tests.adapters.erasing.scene import NEW, entries, erase, forget, promise
from tests.auenland import Auenland, found

WHOLE = Request(Scope.FULL)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """The county, in which somebody was named."""
    county = found(tmp_path / "data")
    promise(county)
    yield county
    county.faden.close()


def bundle(
    here: Auenland, file: Path, request: Request = WHOLE, at: int | None = None
) -> Path:
    """Write the record, or a part of it, into ``file``."""
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    with of_folder(here.faden.store.folder) as source:
        found = extent(source.log, place, request, at)
        file.write_bytes(b"".join(lines(source.log, found, request, [])))
    return file


def judged(file: Path, against: Path | None = None) -> Verdict:
    """Check a bundle."""
    return check(file, against, 0, 1_900_000_000)


def differences(here: Auenland) -> list[What]:
    """Return what ``fsck`` finds."""
    with of_folder(here.faden.store.folder) as source:
        found_ = fsck(source, Codec(EVENTS), VIEWS, lambda *_: None)
        return [one.what for one in found_]


@pytest.mark.parametrize("instead", [None, NEW])
def test_the_old_bundle_holds_and_the_new_one_says_what_is_gone(
    here: Auenland, tmp_path: Path, instead: str | None
) -> None:
    ((entry, field),) = entries(here)
    old = bundle(here, tmp_path / "old.jsonl")
    erase(here, instead)
    assert here.faden.erasing.carry_out()
    new = bundle(here, tmp_path / "new.jsonl")
    assert judged(old).exit is Exit.SOUND
    verdict = judged(new, old)
    assert verdict.exit is Exit.SOUND
    said = [facts for code, facts in verdict.said if code is Said.ERASED]
    assert [(one["entry"], one["field"]) for one in said] == [(entry, field)]
    assert Said.AGREES in [code for code, _ in verdict.said]
    assert "Zwetschgenbaum" not in new.read_text()
    assert (NEW in new.read_text()) == (instead is not None)


@pytest.mark.parametrize("instead", [None, NEW])
def test_a_bundle_that_ends_before_says_that_it_was_erased_later(
    here: Auenland, tmp_path: Path, instead: str | None
) -> None:
    ((entry, field),) = entries(here)
    end = here.faden.store.journal.head()
    before = bundle(here, tmp_path / "before", at=end)
    erase(here, instead)
    assert here.faden.erasing.carry_out()
    for item in (WHOLE, Request(Scope.PART, frozenset({"commitment:Z1"}))):
        after = bundle(here, tmp_path / "after", item, at=end)
        verdict = judged(after, before)
        assert verdict.exit is Exit.SOUND
        said = [facts for code, facts in verdict.said if code is Said.ERASED_LATER]
        assert [(one["entry"], one["field"]) for one in said] == [(entry, field)]
        assert int(said[0]["by"]) > end
        assert NEW not in after.read_text()
        assert (
            after.read_bytes()
            == bundle(here, tmp_path / "again", item, at=end).read_bytes()
        )


def test_a_part_tells_of_its_own_erasures_alone(here: Auenland, tmp_path: Path) -> None:
    here.say("p-vogt", "Info: Die Waage steht bei Frau Quittenbaum")
    here.say("p-vogt", "ja")
    erase(here, NEW)
    ((entry, field),) = entries(here, "Quittenbaum", "information:")
    said = Sealed("Die Waage steht bei uns")
    new = Replace(field=field, ground=Ground.CORRECTION, text=said)
    here.order(f"text:{entry}", new)
    assert here.faden.erasing.carry_out()
    for item, own in (("commitment:Z1", NEW), ("information:I1", said.text or "")):
        part = bundle(here, tmp_path / "p", Request(Scope.PART, frozenset({item})))
        assert judged(part).exit is Exit.SOUND
        assert [one for one in (NEW, "Waage") if one in part.read_text()] == [
            one for one in (NEW, "Waage") if one in own
        ]


def test_a_silent_deletion_is_unexplained(here: Auenland, tmp_path: Path) -> None:
    silently = text.delete().where(text.c.stream == "commitment:Z1")
    here.faden.store.writer.run(lambda db: db.execute(silently)).result()
    assert judged(bundle(here, tmp_path / "new.jsonl")).exit is Exit.UNEXPLAINED
    assert What.TEXT_MISSING in differences(here)


@pytest.mark.parametrize("instead", [None, NEW])
def test_after_an_erasure_all_fits(here: Auenland, instead: str | None) -> None:
    erase(here, instead)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    assert differences(here) == []


def test_what_is_there_although_it_was_erased_is_found(here: Auenland) -> None:
    run = here.faden.store.writer.run
    with here.faden.store.reading() as db:
        texts = [row._asdict() for row in db.execute(text.select())]
        persons = [row._asdict() for row in db.execute(person.select())]
    erase(here)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    run(lambda db: db.execute(text.delete())).result()
    run(lambda db: db.execute(person.delete())).result()
    run(lambda db: db.execute(text.insert(), texts)).result()
    run(lambda db: db.execute(person.insert(), persons)).result()
    assert {What.TEXT_ERASED, What.PERSON_ERASED} <= set(differences(here))


def test_other_words_that_were_changed_silently_are_found(here: Auenland) -> None:
    erase(here, NEW)
    assert here.faden.erasing.carry_out()
    forged = text.update().where(text.c.text == NEW).values(text="Gefälscht")
    here.faden.store.writer.run(lambda db: db.execute(forged)).result()
    assert What.TEXT_CHANGED in differences(here)
