"""Whoever has linked a platform is told there; whoever asks is answered there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.main import Faden
from adapters.office.addresses import WEB, Addresses
from bots.heard import TextSaid
from core.ports import Via
from tests.adapters.office.platform import Platform
from tests.auenland import Auenland, found

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."
SLACK = "slack"


@pytest.fixture
def platform() -> Platform:
    """A platform that takes everything."""
    return Platform()


@pytest.fixture
def here(tmp_path: Path, platform: Platform) -> Iterator[Auenland]:
    """Auenland, opened again with the platform."""
    county = found(tmp_path / "data")
    county.faden.close()
    county.faden = Faden.open(
        tmp_path / "data", clock=county.watch, channels=[lambda _store, _desk: platform]
    )
    yield county
    county.faden.close()


@pytest.fixture
def addresses(here: Auenland) -> Addresses:
    """Where platforms find people."""
    return here.faden.store.office.addresses


def _link(here: Auenland, person: str, address: str) -> None:
    here.watch.forward(seconds=1)
    addresses = here.faden.store.office.addresses
    addresses.link(person, SLACK, address, here.watch()).result(20)


def _slack(here: Auenland, person: str) -> list[str]:
    posted = here.faden.store.office.outbox.thread(person, channel=SLACK)
    return [one.letter.key for one in posted]


def test_an_answer_goes_back_the_way_the_question_came(here: Auenland) -> None:
    for via, count in ((Via.WEB, 0), (Via.CLI, 0), (Via.SLACK, 1)):
        ref = f"m-{via}"
        here.hear(TextSaid(ref=ref, person="p-kern", via=via, text="Hilfe"))
        assert len(_slack(here, "p-kern")) == count
    assert len(here.thread("p-kern")) == 2


def test_what_nobody_asked_for_goes_to_the_persons_platform(
    here: Auenland, platform: Platform
) -> None:
    _link(here, "p-lindner", "U1")
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    (key,) = _slack(here, "p-lindner")
    assert here.thread("p-lindner") == []
    assert platform.called.wait(10)
    assert platform.taken == [key]


def test_whoever_has_no_platform_is_told_on_the_web(
    here: Auenland, addresses: Addresses
) -> None:
    assert addresses.channel_of("p-lindner") == WEB
    _link(here, "p-lindner", "U1")
    addresses.unlink("p-lindner", SLACK).result(20)
    assert addresses.channel_of("p-lindner") == WEB
    assert addresses.person(SLACK, "U1") is None
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    assert len(here.thread("p-lindner")) == 1


def test_the_platform_linked_last_is_the_persons_channel(
    here: Auenland, addresses: Addresses
) -> None:
    _link(here, "p-kern", "U1")
    here.watch.forward(seconds=1)
    addresses.link("p-kern", "matrix", "@kern", here.watch()).result(20)
    assert addresses.channel_of("p-kern") == "matrix"
    _link(here, "p-kern", "U2")
    assert addresses.channel_of("p-kern") == SLACK
    assert addresses.address("p-kern", SLACK) == "U2"


def test_an_address_belongs_to_one_person(here: Auenland, addresses: Addresses) -> None:
    _link(here, "p-kern", "U1")
    _link(here, "p-vogt", "U1")
    assert addresses.person(SLACK, "U1") == "p-vogt"
    assert addresses.address("p-kern", SLACK) is None
    assert addresses.channel_of("p-kern") == WEB


def test_letters_wait_for_a_process_that_has_their_channel(
    here: Auenland, platform: Platform
) -> None:
    _link(here, "p-lindner", "U1")
    folder = here.faden.store.folder
    here.faden.close()
    here.faden = Faden.open(folder, clock=here.watch)
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    here.faden.close()
    assert platform.taken == []
    here.faden = Faden.open(
        folder, clock=here.watch, channels=[lambda _store, _desk: platform]
    )
    assert platform.called.wait(10)
    assert platform.taken == _slack(here, "p-lindner")


def test_what_is_muted_on_a_platform_is_still_to_be_read_in_the_web(
    here: Auenland, addresses: Addresses
) -> None:
    addresses.link("p-lindner", SLACK, "U1", here.watch()).result()
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 30.3.2027")
    here.say("p-kern", "ja")
    here.say("p-lindner", "Überblick in Slack aus")
    here.watch.now = here.watch().replace(day=19)
    here.faden.tick()
    here.watch.now = here.watch().replace(day=22)
    here.faden.tick()
    here.faden.reactor.settle()
    titles = [message.title for _, message in here.thread("p-lindner")]
    assert "Lindgrund, KW 12" in titles
