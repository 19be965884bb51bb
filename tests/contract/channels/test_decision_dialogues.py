"""Dialogues D8 to D11 and D15 of the chat design, word for word, in every channel.

Echoes are added, and the numbers fit because the forum has decided before.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bots.deciding import both, kinds
from tests.bots.sludge import lived, past
from tests.contract.channels.browser import WebFace
from tests.contract.channels.faces import FACES, MAYORS, PEOPLE, Face, facing

PROPOSAL = (
    "Beschlussvorschlag: Klärschlamm ab 2029 gemeinsam energetisch verwerten, "
    "Kostenteilung nach Menge. Konsent, bis 12.5., Wiedervorlage 2 Jahre"
)
REVISED = (
    "B7 neue Fassung: Klärschlamm ab 2029 gemeinsam energetisch verwerten, "
    "Kostenteilung nach Menge mit Entfernungsausgleich"
)
CARD = (
    "B7 (Fassung 1) liegt vor: 5 stimmberechtigt, beschlussfähig ab 3, Regel Konsent, "
    "Wirkung jede für sich, ab 3 Kommunen. Bindet eine Kommune erst nach ihrem Gremium."
)
STATE = "● Auenburg ● Lindgrund ◐ Birkfeld ○ Mühlau (17.6.) ○ Steintal"
REST = "Fassung 2 eröffnet, bisherige Positionen ruhen. Mühlau: Einwand damit erledigt?"
KIT = (
    "Vorlagenpaket für Lindgrund fertig (Beschlusstext gleichlautend, Begründung, "
    "Kosten, eigener Nutzen, Alternativen). Abgabeschluss Vorlage Mi, 19.05. "
    "Erinnerung?"
)
ASKED = (
    "Birkfelds Maßgabe ändert den Text → zählt noch nicht. Forum fragen, ob alle "
    f"die Maßgabe übernehmen? Stand: {STATE}. Ab 3 in Kraft."
)


@pytest.fixture(params=list(FACES))
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Face]:
    """People of Auenland who have decided about sludge before."""
    with facing(request.param, tmp_path / "data", past()) as people:
        lived(people.county.here)
        people.meet(MAYORS)
        _later(people)
        yield people


def _later(face: Face, **time: float) -> None:
    """Let time pass; in the browser one signs in anew after a while."""
    face.county.here.watch.forward(**time)
    if isinstance(face, WebFace):
        face.meet(PEOPLE | MAYORS)


def _d8(face: Face) -> None:
    """Decide by consent."""
    face.say("kern", PROPOSAL)
    face.press("kern", "Ja, vorschlagen")
    assert CARD in face.told("kern")
    assert CARD in face.told("lindner")
    face.say("lange", "B7 einverstanden")
    assert "für Lindgrund das Einverständnis mit B7 (Fassung 1" in face.told("lange")
    face.press("lange", "Ja, einverstanden")
    assert "Für Lindgrund notiert (B7, Fassung 1): einverstanden." in face.told("lange")
    assert kinds(face.county.here, "B7") == ["Drafted", "Opened", "PositionGiven"]


def _d9(face: Face) -> None:
    """Object and integrate."""
    face.say("mueller", "B7 Einwand: Transportkosten für uns zu hoch, 38 km")
    assert "Welches Ziel leidet?" in face.told("mueller")
    assert "Was würde helfen?" in face.told("mueller")
    face.say("mueller", "Kosten nach Menge und Entfernung ausgleichen")
    face.press("mueller", "Ja, Einwand erheben")
    assert "Einwand zu B7 aufgenommen." in face.told("mueller")
    assert (
        "Mühlau erhebt Einwand zu B7: Transportkosten für uns zu hoch, 38 km. Würde "
        "helfen: Kosten nach Menge und Entfernung ausgleichen."
    ) in face.told("kern")
    face.say("kern", REVISED)
    face.press("kern", "Ja, neue Fassung")
    assert REST in face.told("kern")
    assert REST in face.told("mueller")
    face.press("mueller", "Ja, erledigt")
    face.press("mueller", "Einverstanden")
    here = face.county.here
    for who in ("p-burg", "p-lange", "p-vogt", "p-roth"):
        both(here, who, "B7 einverstanden")
    _later(face, days=55)  # 11 May
    face.say("kern", "B7 auszählen")
    face.press("kern", "Ja, auszählen")
    assert "angenommen im Forum 5 : 0." in face.told("kern")
    assert "angenommen im Forum 5 : 0." in face.told("vogt")
    assert kinds(here, "B7")[3:12] == [
        "ObjectionRaised",
        "Revised",
        "ObjectionIntegrated",
        *["PositionGiven"] * 5,
        "Accepted",
    ]


def _d10(face: Face) -> None:
    """Council reservation, result, condition."""
    here = face.county.here
    face.say("lange", "B7 Gremienvorbehalt Gemeindevertretung bis 12.6.")
    face.press("lange", "Ja, eintragen")
    assert KIT in face.told("lange")
    face.press("lange", "Ja")
    assert "zu B7 melde ich mich Do, 13.05. wieder" in face.told("lange")
    _later(face, days=24)  # 4 June
    both(here, "p-burg", "B7 Stadtverordnetenversammlung: zugestimmt am 1.6., TOP 3")
    both(here, "p-mueller", "B7 Gemeindevertretung tagt am 17.6.")
    face.say("lindner", "B7 Gemeindevertretung: zugestimmt am 3.6., TOP 7")
    face.press("lindner", "Ja, eintragen")
    face.say("vogt", "B7 Gemeindevertretung: mit Maßgabe: Kündigung jährlich möglich")
    face.press("vogt", "Ja, eintragen")
    assert ASKED in face.told("vogt")
    assert ASKED in face.told("kern")
    assert kinds(here, "B7")[-5:] == [
        "PaperSubmitted",
        "CouncilApproved",
        "RatificationRequired",
        "PaperSubmitted",
        "CouncilApprovedWithConditions",
    ]


def _d15(face: Face) -> None:
    """Ask what was decided, and what held on another day."""
    face.say("vogt", "Was haben wir zum Klärschlamm entschieden?")
    told = face.told("vogt")
    assert (
        "1) B7 „Klärschlamm ab 2029 gemeinsam energetisch verwerten“, Forum "
        f"11.05.2027, 5 : 0, in den Räten – {STATE}. Ab 3 in Kraft."
    ) in told
    assert (
        "2) B3 „Klärschlammmengen gemeinsam erheben“, Forum 09.02.2026, 5 : 0, gilt. "
        "Wiedervorlage 09.02.2028."
    ) in told
    assert "3) B1 „Klärschlammmengen melden“ – ersetzt durch B3." in told
    assert "Offen dazu: Z41 (Kreis Auenland, 30.06.)" in told
    assert "Verlauf B7" in told
    face.press("vogt", "Unterlagen")
    papers = face.told("vogt")
    assert "Worauf B7 („Klärschlamm ab 2029 gemeinsam energetisch verwerten“)" in papers
    assert (
        "Lindgrund (Gemeindevertretung): Vorlage vom 03.06.2027, zugestimmt" in papers
    )
    face.say("vogt", "Stand am 1.10.2026: Klärschlamm")
    assert (
        "Am 01.10.2026 galt nur B3. (Heutiger Kenntnisstand; damals bekannt war "
        "dasselbe.)"
    ) in face.told("vogt")


def test_b7_goes_from_its_proposal_to_the_councils_and_is_cited(face: Face) -> None:
    _d8(face)
    _d9(face)
    _d10(face)
    _d15(face)


def test_d11_an_entry_by_phone_waits_for_the_mayor(face: Face) -> None:
    face.say("kern", PROPOSAL)
    face.press("kern", "Ja, vorschlagen")
    _later(face, hours=1, minutes=40)  # 10:40 in Auenburg
    face.say("kern", "B7 einverstanden für Steintal, Telefon BM Roth")
    face.press("kern", "Ja, einverstanden")
    told = face.told("kern")
    assert "Für Steintal eingetragen (Telefon, heute 10:4" in told
    assert (
        "durch Sie). BM Roth bekommt Nachricht und kann bis 02.04. widersprechen. "
        "Zählt mit, entscheidet aber nicht allein."
    ) in told
    face.press("roth", "Eintrag stimmt")
    assert kinds(face.county.here, "B7")[2:] == [
        "EnteredOnBehalf",
        "OnBehalfConfirmed",
        "PositionGiven",
    ]
