"""In every channel: asked, answered, changed, withdrawn; once; and never lost."""

from __future__ import annotations

from pathlib import Path

from core.ask import events as asks
from core.commitment import events as commitments
from core.event import Event
from core.ports import Via
from tests.contract.channels.faces import FACES, Face, facing

REQUEST = "Bitte an Mühlau: Schlammmengen 2024–26 bis 30.4."
ASK = (
    "Abfrage an alle: Wer plant bis 2030 eine neue Kehrmaschine? Jahr bitte. "
    "bis Ende April"
)
ANSWER = {"bedarf": "ja", "jahr": "2028"}


def _events(face: Face, stream: str) -> list[Event]:
    return [r.event for r in face.county.faden.store.journal.stream(stream)]


def _kinds(face: Face, stream: str) -> list[type[Event]]:
    return [type(event) for event in _events(face, stream)]


def _promised(face: Face) -> None:
    face.say("kern", REQUEST)
    face.press("kern", "Ja, bitten")
    face.press("mueller", "Machen wir")


def _asked(face: Face) -> None:
    face.say("kern", ASK)
    face.press("kern", "Ja, öffnen")
    face.fill("lindner", ANSWER)


def test_a_request_is_promised_and_done_by_buttons_and_lines(face: Face) -> None:
    _promised(face)
    face.say("mueller", "Z1 erledigt: Tabelle liegt im Ordner Wasser")
    face.press("kern", "Passt, danke")
    assert _kinds(face, "commitment:Z1") == [
        commitments.Requested,
        commitments.Promised,
        commitments.CompletionReported,
        commitments.CompletionAccepted,
    ]
    assert "Schlammmengen 2024–26" in face.told("mueller")
    assert "Z1" in face.told("kern")


def test_an_ask_is_answered_changed_and_withdrawn(face: Face) -> None:
    _asked(face)
    face.say("lindner", "F1: nein")
    face.press("lindner", "zurücknehmen")
    face.say("kern", "F1 abbrechen")
    face.press("kern", "Ja, abbrechen")
    assert _kinds(face, "ask:F1") == [
        asks.Opened,
        asks.Answered,
        asks.Revised,
        asks.AnswerTakenBack,
        asks.Cancelled,
    ]


def test_what_is_delivered_twice_counts_once(face: Face) -> None:
    twice = [face.say("kern", REQUEST), face.press("kern", "Ja, bitten")]
    twice.append(face.press("mueller", "Machen wir"))
    said = (face.told("kern"), face.told("mueller"))
    for deliver in twice:
        for _ in range(2):
            deliver()
    assert _kinds(face, "commitment:Z1") == [
        commitments.Requested,
        commitments.Promised,
    ]
    assert _events(face, "commitment:Z2") == []
    assert (face.told("kern"), face.told("mueller")) == said


def test_nothing_is_lost_over_a_restart(face: Face) -> None:
    face.county.faden.dispatcher.close()  # it ends between keeping and answering
    face.begin("kern", "Hilfe")
    face.county.close()
    face.county.open()
    face.county.settle()
    assert face.told("kern").count("So geht es") == 1


def test_the_same_acts_give_the_same_events_whatever_the_channel(
    tmp_path: Path,
) -> None:
    told: dict[str, list[object]] = {}
    for channel in FACES:
        with facing(channel, tmp_path / channel) as face:
            _promised(face)
            _asked(face)
            journal = face.county.faden.store.journal
            recorded = [
                one for one in journal.since(0) if one.origin.via is not Via.CLI
            ]
            assert {one.origin.via for one in recorded} == {Via(channel)}
            told[channel] = [
                (
                    one.stream,
                    one.version,
                    one.origin.actor,
                    one.origin.mandate,
                    one.event,
                )
                for one in recorded
            ]
    assert len(told["web"]) >= 4
    assert told["web"] == told["slack"]
