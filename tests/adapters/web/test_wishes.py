"""What somebody wants is set on a page, and nothing typed is lost."""

from __future__ import annotations

import re
from uuid import uuid4

from core.person import Muted, Register, Rhythm, Unasked, Weekday
from projections import people
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

WISHED = {
    "language": "de",
    "register": "Du",
    "digest": "daily",
    "digest_day": "wednesday",
    "start": "9",
    "end": "15",
    "weekly": "2",
    "rest": "2027-03-25",
    "off.nudge.": "1",
}


def wished(**changes: str) -> dict[str, str]:
    return {"ref": str(uuid4()), **WISHED, **changes}


async def test_what_is_saved_holds_from_now_on(here: Auenland, lange: Visitor) -> None:
    status, page = await lange.post("/einstellungen", wished())
    assert status == 200
    assert "Gespeichert." in page
    with here.faden.reading() as db:
        found = people.preferences_of(db, "p-lange")
    assert (found.register, found.digest) == (Register.FAMILIAR, Rhythm.DAILY)
    assert found.digest_day is Weekday.WEDNESDAY
    assert '<option value="wednesday" selected>mittwochs</option>' in page
    assert (found.hours.start, found.hours.end, found.weekly) == (9, 15, 2)
    assert found.muted == (Muted(kind=Unasked.NUDGE),)
    assert re.search(r'name="rest" value="2027-03-25"', page)
    fields = wished(rest="")
    del fields["off.nudge."]
    _, page = await lange.post("/einstellungen", fields)
    assert 'name="rest" value=""' in page
    with here.faden.reading() as db:
        assert people.preferences_of(db, "p-lange").muted == ()


async def test_what_is_wrong_is_said_and_everything_is_kept(lange: Visitor) -> None:
    for changes, said in (
        ({"start": "18", "end": "9"}, "9"),
        ({"weekly": "oft"}, "als ganze Zahlen"),
        ({"rest": "2020-01-01"}, "01.01.2020"),
        ({"rest": "bald"}, "aus dem Kalender"),
        ({"digest": "hourly"}, "was zur Wahl steht"),
        ({"language": "xx"}, "was zur Wahl steht"),
        ({"off.rain.": "1"}, "was zur Wahl steht"),
        ({"off.rain": "1"}, "was zur Wahl steht"),
        ({"digest_day": "sunday"}, "was zur Wahl steht"),
    ):
        status, page = await lange.post("/einstellungen", wished(**changes))
        assert status == 409
        assert 'role="alert"' in page
        assert said in page
        assert 'value="Du" checked' in page


async def test_an_absence_stands_there(lange: Visitor) -> None:
    assert "/tun/abwesend" in (await lange.get("/einstellungen"))[1]
    await lange.say("Urlaub bis 24.3., Vertretung Frau Lindner")
    _, page = await lange.get("/einstellungen")
    assert "Sie sind bis Mi, 24.03.2027 weg. Frau Lindner vertritt." in page
    _, place = await lange.get("/ort/lindgrund")
    assert "weg bis Mi, 24.03.2027" in place


async def test_strangers_set_nothing(stranger: Visitor) -> None:
    assert "nicht angemeldet" in (await stranger.get("/einstellungen"))[1]
    assert (await stranger.post("/einstellungen", wished()))[0] == 403
