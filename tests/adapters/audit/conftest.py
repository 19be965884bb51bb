"""A data folder in which something has happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from tests.auenland import found


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which all fits; nobody changes it."""
    here = found(tmp_path_factory.mktemp("sound") / "data")
    place = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    sealing = Sealing(here.faden.store, here.faden.desk, place)
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen 2024–26 bis 30.4.")
    here.say("p-lange", "ja")
    sealing.make()
    here.watch.forward(hours=1)
    here.say("p-vogt", "Z1 erst bis 15. Mai, weil die Waage geeicht wird")
    here.say("p-vogt", "ja")
    sealing.make()
    here.watch.forward(hours=1)
    here.say("p-lange", "Info: Die neue Waage steht in Auenburg")
    here.say("p-lange", "Z1 erledigt")  # refused, which is kept as well
    sealing.make()
    folder = here.faden.store.folder
    here.faden.close()
    return folder
