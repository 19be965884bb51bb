"""An auditor's look-up: a decision, how it came about, what proves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from tests.auenland import Auenland
from tests.ballots import ratifying
from tests.browser.conftest import People
from tests.browser.hands import HANDS, Hands, unharmed

pytestmark = pytest.mark.browser

_MOST = 30  # steps


def before_the_councils(here: Auenland) -> str:
    """Let a decision come about; return the link with which the auditor comes in."""
    ratifying(here)
    store = here.faden.store
    place = Place(store.folder / "log.key", "auenland.example/log")
    Sealing(store, here.faden.desk, place).make()
    here.faden.demo = False
    return store.office.sessions.link("p-pruefer", here.watch()).result()


@pytest.mark.parametrize("with_", ["mouse", "keyboard"])
def test_from_the_register_to_the_proof(
    people: People, tmp_path: Path, with_: str
) -> None:
    link = before_the_councils(people.served.here)
    person = people.stranger("de-DE")
    auditor = HANDS[with_](person.page)
    auditor.go(f"{person.address}/enter/{link}")
    auditor.press("Anmelden")
    auditor.follow("Beschlüsse")
    auditor.follow("Klärschlamm gemeinsam verwerten", within="main")
    auditor.follow("Schritt für Schritt, mit Beweisen")
    auditor.reads("#replay > li.open dt", "Beweis")
    auditor.follow("Vorheriger Schritt")
    auditor.reads("#replay > li:visible", "Prüfstand")
    compare(auditor)
    auditor.follow("Selbst prüfen")
    with person.page.expect_download() as download:
        auditor.follow("Prüfstand herunterladen")
    download.value.save_as(tmp_path / "checkpoint")
    assert (tmp_path / "checkpoint").read_text("utf-8").count("\n") >= 4
    auditor.follow("Prüfung")
    auditor.follow("Mitglieder und Mandate")
    auditor.reads("main", "31.12.2030")  # until then the auditor may look
    auditor.follow("Prüfung")
    auditor.follow("Einsichten")
    auditor.reads("main td", "/verlauf/B1")
    assert auditor.steps <= _MOST
    unharmed(person)


def compare(auditor: Hands) -> None:
    """Compare a day before it was counted with today."""
    auditor.follow("Prüfung")
    auditor.follow("Zwei Tage im Vergleich")
    auditor.day("Von", "2027-03-25")
    auditor.press("Zeigen")
    auditor.reads("main th", "B1")
