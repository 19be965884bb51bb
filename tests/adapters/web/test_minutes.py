"""Minutes: everything of some days, once, for the eyes of whoever prints it."""

from __future__ import annotations

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from core.decision import commands as c
from core.effect import Stance
from core.ports import Circle
from core.sealed import Sealed
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.ballots import TEXT, do, opened, proposal, say

HERE = "/niederschrift/wasser"
MEETING = f"{HERE}?sitzung=2027-03-15"


async def test_the_minutes_hold_what_happened(here: Auenland, kern: Visitor) -> None:
    ref = opened(here)
    objection = c.Object(reason=Sealed("Zu weit weg"), proposal=Sealed("näher"))
    do(here, "muehlau", objection, ref=ref)
    say(here, ref, Stance.YES)
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen bis 30.4.")
    here.say("p-lange", "ja")
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    here.say("p-kern", "Info: Die neue Waage steht in Auenburg")
    here.say(
        "p-kern",
        "Abfrage an alle: Wer plant eine Kehrmaschine? Jahr und Betrag, bis 30.4.",
    )
    here.say("p-kern", "ja")
    status, page = await kern.get(HERE)
    assert status == 200
    for said in (
        TEXT,
        "Zu weit weg",
        "Birkfeld für Lindgrund",
        "Waage",
        "Kehrmaschine",
    ):
        assert page.count(said) == 1, said
    assert "Lindgrund (" in page
    assert "Kennmarke dieses Wortlauts" in page


async def test_other_days_hold_nothing(here: Auenland, kern: Visitor) -> None:
    opened(here)
    _, page = await kern.get(f"{HERE}?von=2026-01-01&bis=2026-12-31")
    assert TEXT not in page
    assert "Do, 01.01.2026 bis Do, 31.12.2026" in page
    _, page = await kern.get(f"{HERE}?von=17.3.2027&bis=17.3.2027")
    assert TEXT in page
    _, page = await kern.get(
        f"{HERE}?von=2028-01-01&bis=2027-03-17"
    )  # the wrong way round
    assert TEXT in page


async def test_closed_matters_stand_in_the_minutes_of_their_list(
    here: Auenland, vogt: Visitor
) -> None:
    ref = do(here, "kreis", proposal(), ref=None, circle=Circle.CLOSED)
    do(here, "kreis", c.Open(), ref=ref, circle=Circle.CLOSED)
    assert TEXT in (await vogt.get(HERE))[1]


async def test_what_is_no_day_or_no_forum_is_told(
    kern: Visitor, stranger: Visitor
) -> None:
    assert (await kern.get(f"{HERE}?von=gestern"))[0] == 400
    assert (await kern.get("/niederschrift/nirgends"))[0] == 404
    assert TEXT not in (await stranger.get(HERE))[1]
    assert HERE in (await kern.get("/ueberblick?forum=wasser"))[1]


def meet(here: Auenland) -> None:
    """Let the forum convene a meeting and record another."""
    for line in (
        "Sitzung am 12.4. um 14 Uhr in Birkfeld",
        "Sitzung vom 15.3. fand statt: anwesend Birkfeld, Lindgrund; Protokoll Akte 5",
    ):
        here.say("p-kern", line)
        here.say("p-kern", "ja")


async def test_the_minutes_of_a_meeting_are_those_of_its_day(
    here: Auenland, kern: Visitor, stranger: Visitor
) -> None:
    opened(here)
    meet(here)
    assert MEETING in (await kern.get("/?forum=wasser"))[1]
    status, page = await kern.get(MEETING)
    assert status == 200
    for said in (
        "Niederschrift der Sitzung vom 15.03.2027",
        "Akte 5",
        "Birkfeld, Lind",
    ):
        assert said in page, said
    assert "nicht beschlussfähig" in page  # two of five with a vote
    assert TEXT not in page  # that was put to the vote on another day
    assert (await kern.get(f"{HERE}?sitzung=2027-04-12"))[0] == 404  # still to come
    assert "Akte 5" not in (await stranger.get(MEETING))[1]
    assert "Akte 5" in (await kern.get(f"{HERE}?von=1.3.2027&bis=17.3.2027"))[1]


async def test_the_checkpoint_made_for_a_meeting_stands_in_its_minutes(
    here: Auenland, kern: Visitor
) -> None:
    meet(here)
    assert "Noch deckt kein Prüfstand all das" in (await kern.get(MEETING))[1]
    key = Place(here.faden.store.folder / "log.key", "auenland.example/log")
    sealing = Sealing(here.faden.store, here.faden.desk, key)
    made = sealing.make().checkpoint
    here.say("p-kern", "Info: Die neue Waage steht in Auenburg")
    later = sealing.make().checkpoint
    page = (await kern.get(MEETING))[1]
    assert made.size < later.size
    assert f"Gedeckt durch Prüfstand {made.size} · {made.digits()}." in page
