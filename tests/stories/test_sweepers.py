"""The coordinator asks five municipalities about sweepers, in the web and in Slack.

One answers by form, one by a typed line, one passes it on, one is on holiday with a
deputy, one is silent. Then somebody needs help at night.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from core import nudge
from core.ask import events as asks
from core.ports import Card
from tests.contract.channels.faces import FACES, PEOPLE, Face, facing

MORE: Final = {
    "birke": "p-birke",
    "stein": "p-stein",
    "roth": "p-roth",
    "adler": "p-adler",
    "bauer": "p-bauer",
}
ASK: Final = (
    "Abfrage an alle: Wer plant bis 2030 eine neue Kehrmaschine? Jahr bitte. bis 29.4."
)
HELP: Final = "Notfall: Rohrbruch im Unterdorf, brauchen Lecksuchgerät heute"
START: Final = datetime(2027, 3, 17, 8, 0, tzinfo=UTC)


@pytest.fixture(params=list(FACES))
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Face]:
    """Everybody of Auenland, and two people of Auenburg."""
    with facing(request.param, tmp_path / "data") as here:
        county = here.county.here
        adler = Card(name="Frau Adler", salutation="Frau")
        county.admit("p-adler", adler, "auenburg")
        bauer = Card(name="Herr Bauer", salutation="Herr")
        county.admit("p-bauer", bauer, "auenburg")
        here.meet(MORE)
        yield here


def until(face: Face, end: datetime) -> None:
    """Let time pass, three hours at once; everybody signs in anew."""
    watch = face.county.here.watch
    while watch.now < end:
        watch.now = min(watch.now + timedelta(hours=3), end)
        face.county.faden.tick()
        face.county.settle()
    face.meet(PEOPLE | MORE)


def asked(face: Face) -> None:
    """Ask about sweepers; Herr Stein is away by then, and BM Roth stands in."""
    face.say("stein", "Urlaub bis 30.4., Vertretung BM Roth")
    face.say("kern", ASK)
    face.press("kern", "Ja, öffnen")


def answered(face: Face) -> None:
    """Let four of five answer, each in another way."""
    face.fill("lindner", {"bedarf": "ja", "jahr": "2028"})
    face.say("birke", "F1: ja, 2029")
    face.say("adler", "F1 an Herrn Bauer")
    face.say("bauer", "F1 Fehlanzeige")
    face.say("roth", "F1: nein")


def replies(face: Face) -> dict[str, str]:
    """Return who has answered through whom."""
    journal = face.county.faden.store.journal
    some = (asks.Answered, asks.NothingReported)
    found = [one for one in journal.stream("ask:F1") if isinstance(one.event, some)]
    return {one.origin.org: one.origin.actor for one in found}


def reminders(face: Face) -> list[tuple[nudge.Step, str | None]]:
    """Return which steps were taken about Mühlau, and towards whom."""
    events = [one.event for one in face.county.faden.store.journal.since(0)]
    return [
        (about.step, event.to.text if event.to else None)
        for event in events
        if isinstance(event, nudge.Sent)
        for about in event.about
        if about.org == "muehlau"
    ]


def test_four_answer_in_four_ways(face: Face) -> None:
    asked(face)
    assert "Wer plant bis 2030" in face.told("roth")
    assert "Wer plant bis 2030" not in face.told("stein")
    answered(face)
    assert replies(face) == {
        "lindgrund": "p-lindner",
        "birkfeld": "p-birke",
        "auenburg": "p-bauer",
        "steintal": "p-roth",
    }


def test_the_silent_one_is_reminded_twice_then_coordination_hears_of_it(
    face: Face,
) -> None:
    asked(face)
    answered(face)
    until(face, START + timedelta(hours=1))
    for day in (26, 28, 30):
        until(face, datetime(2027, 4, day, 10, 0, tzinfo=UTC))
        assert face.told("mueller").count("fehlt noch die Antwort") == min(day - 25, 2)
    assert reminders(face) == [
        (nudge.Step.SILENT, None),
        (nudge.Step.DIRECT, "p-mueller"),
        (nudge.Step.COORDINATION, "p-kern"),
    ]
    assert "Die Antwort von Mühlau fehlt" in face.told("kern")
    for who in ("lindner", "birke", "bauer", "roth"):
        assert "fehlt noch die Antwort" not in face.told(who)


def test_the_result_comes_to_those_who_answered(face: Face) -> None:
    asked(face)
    answered(face)
    face.say("kern", "F1 Ergebnis: Zwei Käufe bis 2030, gemeinsam ausschreiben?")
    face.press("kern", "Ja, veröffentlichen")
    for who in ("lindner", "birke", "bauer", "roth"):
        assert "gemeinsam ausschreiben" in face.told(who)


def test_help_at_night_reaches_only_those_who_have_the_device(face: Face) -> None:
    face.say("adler", "Geräte: Lecksuchgerät")
    face.say("mueller", "Geräte: Lecksuchgerät, Spülwagen")
    face.say("lindner", "Geräte: Kehrmaschine")
    until(face, datetime(2027, 3, 18, 1, 0, tzinfo=UTC))  # two o'clock in the night
    face.say("roth", HELP)
    face.press("roth", "Ja, öffnen")
    assert "Rohrbruch" in face.told("adler")
    assert "Rohrbruch" in face.told("mueller")
    assert "Rohrbruch" not in face.told("lindner")
    assert "Rohrbruch" not in face.told("kern")
