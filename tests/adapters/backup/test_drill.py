"""The drill: a region is lost, and comes back as it was, on either database."""

from __future__ import annotations

import gzip
import json
import shutil
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from adapters.audit.fsck import fsck
from adapters.audit.source import of_folder, of_server
from adapters.backup.form import End, Start, plain
from adapters.backup.reading import head
from adapters.journal.codec import Codec
from adapters.journal.subscription_tables import feed
from adapters.journal.token_tables import token
from adapters.office.api_tokens import Scope
from adapters.office.feeds import FeedKind
from adapters.unopened import StoreInUseError
from core.catalogue import EVENTS
from projections.catalogue import VIEWS
from tests.adapters.backup.county import Home, closed, kept
from tests.auenland import Auenland


@pytest.fixture
def here(home: Home) -> Auenland:
    """A county in which something was promised and something is asked back."""
    county = home.founded()
    county.say("p-lange", "Bitte an Birkfeld: Schlammmengen 2024–26 bis 30.4.")
    county.say("p-lange", "ja")
    county.say("p-vogt", "Z1 erst bis 15. Mai, weil die Waage geeicht wird")
    return county


def test_a_lost_region_comes_back_as_it_was(
    here: Auenland, home: Home, elsewhere: Home, tmp_path: Path
) -> None:
    sessions, now = here.faden.store.office.sessions, here.watch()
    token = sessions.redeem(sessions.link("p-vogt", now).result(), now).result()
    assert token is not None
    file = tmp_path / "all.faden"
    made = home.saved(file, here.watch)
    before = kept(here.faden.store)
    assert made.entries == here.faden.store.journal.head() == head(file).entries
    closed(here)
    shutil.rmtree(home.folder, ignore_errors=True)
    assert not elsewhere.restored(file, here.watch).is_older
    again = elsewhere.opened(here.watch)
    assert kept(again.faden.store) == before
    assert again.faden.store.office.sessions.person_of(token, now) is None
    again.say("p-vogt", "ja")  # to what was said back before
    told = again.news("p-lange")[-1]
    assert "Waage" in told, told
    closed(again)
    _sound(elsewhere)


def test_no_token_and_no_address_of_a_feed_comes_back_to_life(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    office, now = here.faden.store.office, here.watch()
    secret = office.tokens.give("p-vogt", "Rats-IT", [Scope.READ], now).result()
    address = office.feeds.give("p-vogt", FeedKind.MINE, "", now).result()
    assert address is not None
    assert office.tokens.named(secret, now)
    assert office.feeds.of(address, now)
    home.saved(tmp_path / "file", here.watch)
    older(here, tmp_path / "file")
    closed(here)
    home.restored(tmp_path / "file", here.watch)
    again = home.opened(here.watch)
    office = again.faden.store.office
    assert office.tokens.named(secret, now) is None
    assert office.feeds.of(address, now) is None
    closed(again)


def older(here: Auenland, file: Path) -> None:
    """Let ``file`` hold tokens and feeds, as files of earlier versions do."""
    *body, last = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    rows = json.loads(last)["rows"]
    encode = msgspec.json.Encoder().encode
    with here.faden.store.reading() as db:
        for table in (token, feed):
            wanted = [plain(column) for column in table.columns]
            (row,) = db.execute(sa.select(*wanted)).all()
            start = Start(str(table.name), tuple(map(str, table.columns.keys())))
            body += [encode(one) + b"\n" for one in (start, tuple(row))]
            rows += 1
    whole = b"".join(body)
    end = encode(End(rows, sha256(whole).hexdigest()))
    file.write_bytes(gzip.compress(whole + end + b"\n"))


def _sound(home: Home) -> None:
    source = of_server(home.server) if home.server else of_folder(home.folder)
    with source as opened:
        assert list(fsck(opened, Codec(EVENTS), VIEWS, lambda *_: None)) == []


def test_a_backup_is_of_one_moment_while_people_go_on(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    made = home.saved(tmp_path / "first", here.watch)
    here.say("p-lange", "Info: Die neue Waage steht in Auenburg")
    later = home.saved(tmp_path / "second", here.watch)
    assert later.entries > made.entries == head(tmp_path / "first").entries
    closed(here)


def test_nothing_is_put_in_the_place_of_a_running_region(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    home.saved(tmp_path / "file", here.watch)
    if home.server is not None:
        assert here.faden.store.leads()
    with pytest.raises(StoreInUseError):
        home.restored(tmp_path / "file", here.watch)
    here.say("p-vogt", "ja")
    closed(here)


def test_an_earlier_state_is_replaced_and_a_later_one_named(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    early = home.saved(tmp_path / "early", here.watch)
    here.say("p-vogt", "ja")
    late = home.saved(tmp_path / "late", here.watch)
    closed(here)
    ready = home.restored(tmp_path / "early", here.watch)
    assert ready.is_older
    assert (ready.there, ready.lost) == (late.entries, late.entries - early.entries)
    ready = home.restored(tmp_path / "late", here.watch)
    assert not ready.is_older
    assert (ready.there, ready.lost) == (early.entries, 0)
    assert home.restored(tmp_path / "late", here.watch).is_older  # the chat may differ


def test_another_history_is_not_taken_for_an_earlier_state(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    early = home.saved(tmp_path / "early", here.watch).entries
    here.say("p-vogt", "ja")
    there = home.saved(tmp_path / "late", here.watch).entries
    closed(here)
    home.restored(tmp_path / "early", here.watch)
    other = home.opened(here.watch)
    other.say("p-vogt", "nein")
    other.say("p-lange", "Info: Die neue Waage steht in Auenburg")
    closed(other)
    ready = home.restored(tmp_path / "late", here.watch)
    assert ready.is_older
    assert ready.is_parted
    assert ready.there is not None
    assert (ready.common, ready.lost) == (early, ready.there - early)
    assert ready.head.entries == there


def test_what_was_not_put_in_place_changes_nothing(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    home.saved(tmp_path / "early", here.watch)
    here.say("p-vogt", "ja")
    before = kept(here.faden.store)
    closed(here)
    with pytest.raises(KeyboardInterrupt), home.loaded(tmp_path / "early"):
        raise KeyboardInterrupt
    with home.loaded(tmp_path / "early"):
        pass
    assert list(home.folder.glob(".restore-*")) == []
    again = home.opened(here.watch)
    assert kept(again.faden.store) == before
    closed(again)
