"""Nothing comes in quiet hours, and one message comes after them, not ten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.office import Letter
from adapters.office.addresses import Profile
from bots.message import Choices, Message
from tests.auenland import Auenland, found

NIGHT = datetime(2027, 3, 19, 19, 30, tzinfo=UTC)  # a Friday
MONDAY = datetime(2027, 3, 22, 7, 0, tzinfo=UTC)  # 8 o'clock


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland on a Friday night."""
    county = found(tmp_path / "data")
    county.watch.now = NIGHT
    yield county
    county.faden.close()


def seen(here: Auenland, who: str) -> list[Message]:
    """Return what ``who`` can see by now."""
    outbox = here.faden.store.office.outbox
    posted = outbox.thread(who, now=here.watch())
    return [Message.model_validate(one.letter.payload) for one in posted]


def ask(here: Auenland, what: str) -> None:
    here.say("p-kern", f"Bitte an Lindgrund: {what} bis 30.4.")
    here.say("p-kern", "ja")


def test_what_others_say_at_night_waits_for_the_morning(here: Auenland) -> None:
    ask(here, "Pläne")
    assert seen(here, "p-kern")  # the answers to what she said herself
    assert seen(here, "p-lindner") == []
    here.watch.now = MONDAY.replace(hour=6, minute=59)
    assert seen(here, "p-lindner") == []
    here.watch.now = MONDAY
    (card,) = seen(here, "p-lindner")
    assert "Pläne" in card.plain


def test_morning_is_when_it_is_morning_where_somebody_is(here: Auenland) -> None:
    office = here.faden.store.office
    profile = Profile(language="de", time_zone="Europe/Lisbon")
    office.addresses.put_profile("p-lindner", "slack", profile, NIGHT).result(20)
    ask(here, "Pläne")
    here.watch.now = MONDAY
    assert seen(here, "p-lindner") == []
    here.watch.forward(hours=1)
    assert seen(here, "p-lindner")


def test_where_a_platform_names_no_place_on_earth_it_is_that_of_the_region(
    here: Auenland,
) -> None:
    office = here.faden.store.office
    for name in ("Auenland/Auenburg", "", "../etc/passwd"):
        profile = Profile(language="de", time_zone=name)
        office.addresses.put_profile("p-lindner", "slack", profile, NIGHT).result(20)
        assert here.faden.desk.allowed("p-lindner", NIGHT) == MONDAY


def test_after_the_night_one_message_tells_everything(here: Auenland) -> None:
    for what in ("Pläne", "Mengen", "Kosten"):
        ask(here, what)
        here.faden.tick()
    here.faden.tick()
    here.watch.now = MONDAY
    (bundle,) = seen(here, "p-lindner")
    assert bundle.title == "Was inzwischen kam"
    for what in ("Pläne", "Mengen", "Kosten"):
        assert bundle.plain.count(f"um {what} bis") == 1
    options = [o for p in bundle.parts if isinstance(p, Choices) for o in p.options]
    assert len({option.id for option in options}) == len(options)


def test_letters_that_cannot_be_put_together_hold_back_nobody_elses(
    here: Auenland,
) -> None:
    broken = [
        Letter(
            key=key,
            channel="web",
            person="p-birke",
            payload={"parts": "none"},
            not_before=MONDAY,
        )
        for key in ("a", "b")
    ]
    here.faden.store.office.outbox.put(broken, NIGHT).result(20)
    for what in ("Pläne", "Mengen"):
        ask(here, what)
    here.faden.tick()
    here.watch.now = MONDAY
    assert [message.title for message in seen(here, "p-lindner")] == [
        "Was inzwischen kam"
    ]
    outbox = here.faden.store.office.outbox
    assert [one.letter.key for one in outbox.thread("p-birke", now=MONDAY)] == [
        "a",
        "b",
    ]


def test_a_button_in_a_bundle_is_its_typed_twin(here: Auenland) -> None:
    for what in ("Pläne", "Mengen"):
        ask(here, what)
    here.faden.tick()
    here.watch.now = MONDAY
    here.news("p-lindner")
    said = here.choose("p-lindner", "Machen wir")
    assert "Sie dürfen für Lindgrund vorbereiten" in said[0]


def test_a_call_for_help_passes(here: Auenland) -> None:
    here.say("p-kern", "Geräte: Spülwagen")
    here.say("p-lindner", "Geräte: Lecksuchgerät")
    here.say("p-kern", "Notfall: Rohrbruch in Unterdorf, brauchen Lecksuchgerät heute")
    here.say("p-kern", "ja")
    assert any("Rohrbruch" in message.plain for message in seen(here, "p-lindner")[1:])


def test_a_bundle_is_a_notice_of_all_it_tells(here: Auenland) -> None:
    for what in ("Pläne", "Mengen"):
        ask(here, what)
    here.faden.tick()
    store = here.faden.store
    requested = next(
        one.position
        for one in store.journal.since(0)
        if one.event.KIND == "commitment.requested.v2"
    )
    assert here.faden.desk.notice(requested) is None
    here.watch.now = MONDAY
    found = here.faden.desk.notice(requested)
    assert found is not None
    assert found[1] == MONDAY.date()
