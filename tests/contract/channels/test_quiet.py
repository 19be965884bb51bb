"""In every channel: nothing unasked in quiet hours, one message after them."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.contract.channels.faces import Face

NIGHT = datetime(2027, 3, 17, 22, 0, tzinfo=UTC)
MORNING = datetime(2027, 3, 18, 7, 0, tzinfo=UTC)  # eight o'clock


def _at(face: Face, now: datetime) -> None:
    face.county.here.watch.now = now
    face.county.faden.tick()
    face.county.settle()


def _asked_for_at_night(face: Face, *matters: str) -> None:
    _at(face, NIGHT)
    for matter in matters:
        face.say("kern", f"Bitte an Lindgrund: {matter} bis 30.4.")
        face.press("kern", "Ja, bitten")


def test_what_happens_at_night_is_told_in_the_morning(face: Face) -> None:
    _asked_for_at_night(face, "Schlammmengen")
    assert "Z1" in face.told("kern")
    assert "Z1" not in face.told("lindner")
    _at(face, MORNING)
    assert "Schlammmengen" in face.told("lindner")


def test_after_a_night_there_is_one_message_and_no_burst(face: Face) -> None:
    _asked_for_at_night(face, "Mengen", "Pläne", "Listen")
    _at(face, NIGHT.replace(hour=23))
    assert "Z1" not in face.told("lindner")
    _at(face, MORNING)
    told = face.told("lindner")
    assert told.count("Was inzwischen kam") == 1
    assert all(told.count(matter) for matter in ("Mengen", "Pläne", "Listen"))


def test_nobody_is_reminded_at_night(face: Face) -> None:
    face.say("kern", "Bitte an Mühlau: Mengen bis 30.4.")
    face.press("kern", "Ja, bitten")
    face.press("mueller", "Machen wir")
    _at(face, datetime(2027, 3, 17, 9, 0, tzinfo=UTC))
    _at(face, datetime(2027, 4, 29, 3, 0, tzinfo=UTC))
    face.meet({"mueller": "p-mueller"})  # sessions end
    assert "wartet darauf" not in face.told("mueller")
    _at(face, datetime(2027, 4, 29, 8, 0, tzinfo=UTC))
    assert "wartet darauf" in face.told("mueller")
