"""The newest checkpoint comes with the digest of whoever may promise."""

from __future__ import annotations

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from bots.message import Choices
from core.bundle.kept import kept as measures
from tests.adapters.digesting.rounds import LINDNER, MONDAY, Office
from tests.auenland import Auenland
from tests.bots.digested import promised


def test_the_mayor_keeps_the_checkpoint_by_keeping_the_digest(
    here: Auenland, office: Office
) -> None:
    promised(here)
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    made = Sealing(here.faden.store, here.faden.desk, place).make().checkpoint
    office.at(MONDAY)
    (_, message) = here.thread("p-lange")[-1]
    assert f"Prüfstand {made.size} · {made.digits()} – bitte bewahren" in message.plain
    assert isinstance(message.parts[-1], Choices)
    assert len(measures(message.plain.encode())) == 1
    (_, clerk) = here.thread(LINDNER)[-1]
    assert "Prüfstand" not in clerk.plain


def test_a_checkpoint_is_no_reason_for_a_message(
    here: Auenland, office: Office
) -> None:
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    Sealing(here.faden.store, here.faden.desk, place).make()
    office.at(MONDAY)
    assert office.sent() == []
