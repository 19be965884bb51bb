"""A link that was ended after a backup does not come back with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.office.addresses import Profile
from adapters.store import Store
from tests.adapters.backup.county import Home, closed
from tests.auenland import Auenland

ISSUER = "https://id.auenland.example"
SLACK = "slack"
BERLIN = Profile(language="de", time_zone="Europe/Berlin")


@pytest.fixture
def here(home: Home, tmp_path: Path) -> Auenland:
    """Two who are linked everywhere, and a backup of that."""
    county = home.founded()
    office, now = county.faden.store.office, county.watch()
    for who in ("p-vogt", "p-lange"):
        office.addresses.link(who, SLACK, f"T1/{who}", now).result()
        office.addresses.put_profile(who, SLACK, BERLIN, now).result()
        office.identities.put_mail(who, f"{who}@auenland.example", now).result()
        office.identities.link(who, ISSUER, who, now).result()
    county.faden.reactor.settle()
    home.saved(tmp_path / "early", county.watch)
    return county


def known(store: Store, who: str) -> tuple[object, ...]:
    """Return by what somebody is known outside."""
    office = store.office
    return (
        office.addresses.address(who, SLACK),
        office.addresses.profile(who),
        office.identities.mail_of(who),
        office.identities.by_subject(ISSUER, who),
    )


def part(here: Auenland, who: str) -> None:
    """End all links of somebody."""
    office = here.faden.store.office
    office.addresses.unlink(who, SLACK).result()
    office.identities.end_mail(who).result()
    office.identities.unlink(who).result()


def test_it_stays_ended_and_all_others_hold(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    part(here, "p-vogt")
    closed(here)
    assert len(home.restored(tmp_path / "early", here.watch).ended) == 3
    again = home.opened(here.watch)
    assert known(again.faden.store, "p-vogt") == (None, None, None, None)
    assert None not in known(again.faden.store, "p-lange")
    closed(again)


def test_what_an_earlier_state_does_not_know_yet_holds(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    part(here, "p-vogt")
    home.saved(tmp_path / "without", here.watch)
    here.say("p-lange", "Info: Die neue Waage steht in Auenburg")
    office, now = here.faden.store.office, here.watch()
    office.identities.put_mail("p-vogt", "vogt@auenland.example", now).result()
    home.saved(tmp_path / "later", here.watch)
    closed(here)
    home.restored(tmp_path / "without", here.watch)
    assert not home.restored(tmp_path / "later", here.watch).ended
    again = home.opened(here.watch)
    assert known(again.faden.store, "p-vogt")[2] == "vogt@auenland.example"
    closed(again)
