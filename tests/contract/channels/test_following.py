"""What follows from a decision, by forms and buttons, in every channel."""

from __future__ import annotations

from core.commitment import events as z
from core.decision import events as b
from core.event import Event
from tests.bots.deciding import both
from tests.contract.channels.browser import WebFace
from tests.contract.channels.faces import MAYORS, PEOPLE, Face

PROPOSAL = (
    "Beschlussvorschlag: Klärschlamm gemeinsam verwerten. Konsent, jede für sich, bis "
    "12.5., Wiedervorlage 2 Jahre"
)
NEWER = "Beschlussvorschlag: Zweckverband Klärschlamm, Konsent, jede für sich"


def _tick(face: Face) -> None:
    here = face.county.here
    here.faden.ticker.tick(here.watch())
    face.county.settle()


def _in_force(face: Face, ref: str, line: str, days: int) -> None:
    """Let Lindgrund and three others be bound; the clerk enters the resolution."""
    here = face.county.here
    both(here, "p-kern", line)
    for mayor in ("p-lange", "p-vogt", "p-roth"):
        both(here, mayor, f"{ref} einverstanden")
    here.watch.forward(days=days)
    if isinstance(face, WebFace):
        face.meet(PEOPLE | MAYORS)  # in the browser one signs in anew after a while
    both(here, "p-kern", f"{ref} auszählen")
    both(here, "p-lindner", f"{ref} Gemeindevertretung: zugestimmt, TOP 1")
    _tick(face)


def _kinds(face: Face, stream: str) -> list[type[Event]]:
    return [type(r.event) for r in face.county.faden.store.journal.stream(stream)]


def test_a_promise_is_made_for_a_decision_and_asked_about_when_that_ends(
    face: Face,
) -> None:
    face.meet(MAYORS)
    _in_force(face, "B1", PROPOSAL, 57)
    told = face.told("lange")
    assert "gilt seit heute für Lindgrund. Was sagen Sie dazu zu?" in told
    face.fill("lange", {"what": "Probenplan erstellen", "due": "30.9."})
    assert "Folgt aus B1 („Klärschlamm gemeinsam verwerten“)." in face.told("lange")
    face.press("lange", "Ja, anbieten")
    face.press("kern", "Einverstanden")
    (promise,) = [
        r.event
        for r in face.county.faden.store.journal.stream("commitment:Z1")
        if isinstance(r.event, z.Offered)
    ]
    assert (promise.cites, promise.what.text) == ("B1", "Probenplan erstellen")

    _in_force(face, "B2", NEWER, 61)
    both(face.county.here, "p-kern", "B1 ersetzt durch B2")
    _tick(face)
    assert "Bleibt Z1 trotzdem bestehen?" in face.told("lange")
    twice = [face.press("lange", "Bleibt"), face.press("kern", "Freigeben")]
    for deliver in twice:
        deliver()
    assert _kinds(face, "commitment:Z1") == [
        z.Offered,
        z.OfferAccepted,
        z.GroundGone,
        z.Upheld,
        z.Released,
    ]
    assert "entbindet Lindgrund von Z1" in face.told("lange")


def test_a_change_told_in_the_form_of_a_decision_puts_it_under_review_once(
    face: Face,
) -> None:
    face.meet(MAYORS)
    _in_force(face, "B1", PROPOSAL, 57)
    face.say("lange", "B1")
    deliver = face.fill("lange", {"what": "Neue Verordnung ab 2029"})
    assert "Damit wird überprüft: B1" in face.told("lange")
    face.say("lange", "ja")
    assert "Deshalb wird überprüft: B1." in face.told("lange")
    deliver()
    _tick(face)
    _tick(face)
    for who in ("kern", "vogt"):
        assert face.told(who).count("„Neue Verordnung ab 2029“ (I1, Lindgrund)") == 1
    assert _kinds(face, "decision:B1").count(b.ReviewFellDue) == 1
