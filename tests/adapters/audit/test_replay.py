"""How something came about, step by step, each with its proof."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.audit.proving import Held, Wording
from adapters.audit.replay import Asked, Hidden, Replay, Told, replay
from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from core import text
from core.grounds import Ground
from core.sealed import Sealed
from tests.adapters.erasing.scene import entries
from tests.auenland import Auenland, found

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Asked and signed on the 17th, promised on the 19th."""
    county = found(tmp_path / "data")
    county.say("p-lange", REQUEST)
    county.say("p-lange", "ja")
    sign(county)
    county.watch.forward(days=2)
    county.say("p-vogt", "Z1 machen wir")
    county.say("p-vogt", "ja")
    yield county
    county.faden.close()


def sign(here: Auenland) -> None:
    """Make a checkpoint of everything so far."""
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    Sealing(here.faden.store, here.faden.desk, place).make()


def shown(
    here: Auenland, ref: str, who: str = "p-kern", until: int | None = None
) -> Replay | None:
    """Return what ``who`` is shown."""
    faden = here.faden
    asked = Asked(
        ref=ref,
        until=faden.store.journal.head() if until is None else until,
        viewer=faden.viewer(who),
        speech=faden.speech(who),
        zone=faden.desk.zone(),
    )
    with faden.reading() as db:
        return replay(faden.store.journal, faden.proving, db, asked)


def must(here: Auenland, ref: str, who: str = "p-kern") -> Replay:
    found_ = shown(here, ref, who)
    assert found_ is not None
    return found_


def sql(here: Auenland, statement: str) -> None:
    """Change the store behind the back of the program."""
    journal = here.faden.store.journal
    journal.run(lambda db: db.exec_driver_sql(statement).rowcount).result(20)


def test_a_step_says_who_when_how_and_by_which_right(here: Auenland) -> None:
    asked, promised = must(here, "Z1").steps
    assert isinstance(asked, Told)
    assert isinstance(promised, Told)
    assert (asked.number, promised.number) == (1, 2)
    assert (promised.person, promised.channel) == ("BM Vogt", "im Webchat")
    assert promised.function.endswith(", Birkfeld")
    assert (promised.recorded.day, promised.recorded.hour) == (19, 9)
    assert "hat zugesagt" in promised.sentence.plain
    assert set(asked.proof.texts.values()) == {Wording.SAME}


def test_a_proof_names_the_first_checkpoint_that_covers_it(here: Auenland) -> None:
    before = must(here, "Z1")
    assert [step.proof.held for step in before.steps] == [Held.SIGNED, Held.UNSIGNED]
    assert before.checkpoint is None
    sign(here)
    after = must(here, "Z1")
    assert [step.proof.held for step in after.steps] == [Held.SIGNED, Held.SIGNED]
    assert after.steps[0] == before.steps[0]
    here.say("p-kern", "Info: Die Waage steht in Auenburg")
    sign(here)
    assert must(here, "Z1") == after


def test_what_came_later_is_not_known_yet(here: Auenland) -> None:
    first, second = must(here, "Z1").steps
    found_ = shown(here, "Z1", until=second.entry - 1)
    assert found_ is not None
    assert list(found_.steps) == [first]
    assert shown(here, "Z1", until=first.entry - 1) is None


def test_a_draft_of_others_is_withheld_and_said_so(here: Auenland) -> None:
    here.say("p-lange", REQUEST.replace("Klärschlammmengen", "Grundwasserstände"))
    here.say("p-lange", "ja")
    here.say("p-birke", "Z2 machen wir")
    here.say("p-birke", "ja")
    whole, part = must(here, "Z2"), must(here, "Z2", "p-stein")
    assert whole.withheld == 0
    assert part.withheld == 1
    hidden = part.steps[1]
    assert isinstance(hidden, Hidden)
    assert hidden.proof == whole.steps[1].proof
    assert [step.entry for step in part.steps] == [step.entry for step in whole.steps]


def test_a_forum_is_shown_with_all_its_items_in_order(here: Auenland) -> None:
    here.say("p-kern", "Info: Die Waage steht in Auenburg")
    found_ = must(here, "wasser")
    entries = [step.entry for step in found_.steps]
    assert entries == sorted(entries)
    refs = {step.ref for step in found_.steps if isinstance(step, Told)}
    assert refs == {"wasser", "Z1", "I1"}
    first = found_.steps[0]
    assert isinstance(first, Told)
    assert (first.person, first.function) == (None, "Betrieb (Befehlszeile)")


@pytest.mark.parametrize("ref", ["Z9", "B1", "F1"])
def test_what_does_not_exist_has_no_steps(here: Auenland, ref: str) -> None:
    assert shown(here, ref) is None


def test_an_erased_text_leaves_its_seal(here: Auenland) -> None:
    ((entry, field),) = entries(here, "Klärschlamm")
    here.order(f"text:{entry}", text.Erase(field=field, ground=Ground.UNLAWFUL))
    assert here.faden.erasing.carry_out()
    first = must(here, "Z1").steps[0]
    assert isinstance(first, Told)
    assert first.proof.held is Held.SIGNED
    assert first.proof.texts[field] is Wording.GONE
    assert "gelöscht" in first.sentence.plain
    assert must(here, "Z1").broken == []


def test_a_reworded_text_fits_the_seal_of_its_new_words(here: Auenland) -> None:
    ((entry, field),) = entries(here, "Klärschlamm")
    new = Sealed("Mengen liefern")
    again = text.Replace(field=field, ground=Ground.CORRECTION, text=new)
    here.order(f"text:{entry}", again)
    assert here.faden.erasing.carry_out()
    first = must(here, "Z1").steps[0]
    assert first.proof.texts[field] is Wording.NEW
    assert must(here, "Z1").broken == []
    sql(here, "UPDATE text SET text = 'anders' WHERE stream = 'commitment:Z1'")
    assert must(here, "Z1").steps[0].proof.texts[field] is Wording.OTHER


def test_a_text_that_is_gone_silently_is_unexplained(here: Auenland) -> None:
    sql(here, "DELETE FROM text WHERE stream = 'commitment:Z1'")
    found_ = must(here, "Z1")
    first = found_.steps[0]
    assert isinstance(first, Told)
    assert first.proof.held is Held.SIGNED
    assert set(first.proof.texts.values()) == {Wording.UNEXPLAINED}
    assert "gelöscht" not in first.sentence.plain
    assert found_.broken


def test_a_changed_text_does_not_fit_its_seal(here: Auenland) -> None:
    sql(here, "UPDATE text SET text = 'anders' WHERE stream = 'commitment:Z1'")
    found_ = must(here, "Z1")
    assert Wording.OTHER in found_.steps[0].proof.texts.values()
    assert found_.broken


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET leaf_hash = zeroblob(32) WHERE stream = 'commitment:Z1'",
        "UPDATE event SET version = 9 WHERE stream = 'commitment:Z1' AND version = 1",
        "UPDATE event SET recorded_at = 'x' WHERE stream = 'commitment:Z1'",
    ],
)
def test_a_changed_entry_breaks_its_proof(here: Auenland, change: str) -> None:
    entry = must(here, "Z1").steps[0].entry
    here.faden.proving = type(here.faden.proving)(here.faden.store)
    sql(here, change)
    proofs = here.faden.proving.of(["commitment:Z1"], entry)
    assert proofs[entry].held is Held.BROKEN


def test_a_lost_entry_leaves_nothing_proved(here: Auenland) -> None:
    entry = must(here, "Z1").steps[1].entry
    here.faden.proving = type(here.faden.proving)(here.faden.store)
    sql(here, "DELETE FROM event WHERE position = 2")
    proofs = here.faden.proving.of(["commitment:Z1"], entry)
    assert {proof.held for proof in proofs.values()} == {Held.BROKEN}
