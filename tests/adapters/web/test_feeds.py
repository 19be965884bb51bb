"""Feeds, read by a calendar and a reader that know nothing of how they were made."""

from __future__ import annotations

from datetime import UTC, date, datetime

import feedparser

from core.decision import commands as c
from core.decision.kinds import Evidence
from core.effect import Stance
from core.ports import Circle
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.subscribing import address, ask, events
from tests.auenland import Auenland
from tests.ballots import do, proposal, ratifying, resolved


async def test_a_promise_is_a_whole_day_that_keeps_its_name(
    here: Auenland, vogt: Visitor, stranger: Visitor
) -> None:
    ask(here)
    path = await address(vogt)
    (one,) = (await events(stranger, path)).values()
    assert one.uid.value == "Z1-due@auenland.faden"
    assert one.dtstart.value == date(2027, 4, 30)
    assert one.dtend.value == date(2027, 5, 1)
    assert one.status.value == "TENTATIVE"
    assert "Schlammmengen; 2024,26" in one.summary.value
    assert one.dtstamp.value.tzinfo is not None
    assert one.dtstamp.value == datetime(2027, 3, 17, 8, 0, tzinfo=UTC)
    assert one.url.value.endswith("/item/Z1")
    here.watch.forward(hours=1)
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    (later,) = (await events(stranger, path)).values()
    assert later.uid.value == one.uid.value
    assert int(later.sequence.value) > int(one.sequence.value)
    assert later.status.value == "CONFIRMED"
    assert later.dtstamp.value > one.dtstamp.value


async def test_what_was_called_off_stays_and_says_so(
    here: Auenland, vogt: Visitor
) -> None:
    ask(here)
    path = await address(vogt)
    here.say("p-lange", "Z1 zurückziehen, hat sich erledigt")
    here.say("p-lange", "ja")
    (one,) = (await events(vogt, path)).values()
    assert one.status.value == "CANCELLED"
    assert one.summary.value.startswith("Entfällt: ")


async def test_nobody_is_asked_to_answer_and_no_zone_is_needed(
    here: Auenland, vogt: Visitor
) -> None:
    ask(here)
    _, text = await vogt.get(await address(vogt))
    assert "METHOD" not in text
    assert "VTIMEZONE" not in text
    assert "RRULE" not in text
    assert text.count("\r\n") == text.count("\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


async def test_each_scope_shows_its_own(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    ask(here)
    do(here, "kreis", proposal(), ref=None)
    do(here, "kreis", c.Open(until=date(2027, 5, 12)))
    here.say(
        "p-kern",
        "Abfrage an alle: Wer plant eine Kehrmaschine? Jahr und Betrag, bis 30.4.",
    )
    here.say("p-kern", "ja")
    region = await events(kern, await address(kern, "region"))
    assert {uid.partition("@")[0] for uid in region} == {
        "Z1-due",
        "B1-vote",
        "F1-answer",
    }
    forum = await events(kern, await address(kern, "forum", "wasser"))
    assert forum.keys() == region.keys()
    mine = await events(kern, await address(kern, "mine"))
    assert "Z1-due@auenland.faden" not in mine
    assert "Z1-due@auenland.faden" in await events(vogt, await address(vogt))


async def test_a_council_and_a_review_have_their_days(
    here: Auenland, kern: Visitor
) -> None:
    path = await address(kern, "region")
    ref = ratifying(here)
    meeting = date(2027, 5, 20)
    on_it = c.ScheduleItem(org="lindgrund", body="gv", on=meeting, item="TOP 7")
    do(here, "lindgrund", c.SubmitPaper(org="lindgrund", body="gv"), on_it, ref=ref)
    days = await events(kern, path)
    assert days["B1-council-lindgrund-gv@auenland.faden"].dtstart.value == meeting
    resolved(here, ref)
    approved = c.RecordApproval(
        org="steintal", body="gv", evidence=Evidence.MINUTES, ref="TOP 1"
    )
    do(here, "steintal", approved, ref=ref)
    days = await events(kern, path)
    council = days["B1-council-lindgrund-gv@auenland.faden"]
    assert council.summary.value.startswith("✓ B1 in: Gemeindevertretung, Lindgrund")
    assert "B1-review@auenland.faden" in days


async def test_titles_of_closed_items_stay_at_home(
    here: Auenland, vogt: Visitor, lange: Visitor
) -> None:
    do(here, "kreis", proposal(), ref=None, circle=Circle.CLOSED)
    do(here, "kreis", c.Open(), circle=Circle.CLOSED)
    for visitor in (vogt, lange):
        (one,) = (await events(visitor, await address(visitor))).values()
        assert "Klärschlamm" not in one.summary.value
        _, text = await visitor.get(await address(visitor, "decisions"))
        assert "Klärschlamm" not in text
        assert "B1" in text


async def test_decisions_are_news(here: Auenland, vogt: Visitor) -> None:
    do(here, "kreis", proposal(title="Klärschlamm & <Wasser>"), ref=None)
    do(here, "kreis", c.Open())
    path = await address(vogt, "decisions")
    found = feedparser.parse((await vogt.get(path))[1])
    assert not found.bozo
    assert found.version == "atom10"
    (entry,) = found.entries
    assert entry.id == "urn:faden:auenland:B1"
    assert entry.title.startswith("B1 Klärschlamm & <Wasser> – ")
    assert "Wir verwerten den Klärschlamm" in entry.summary
    assert entry.link.endswith("/item/B1")
    assert entry.updated_parsed[:5] == (2027, 3, 17, 8, 0)
    here.watch.forward(hours=2)
    do(here, "lindgrund", c.GivePosition(stance=Stance.YES))
    (later,) = feedparser.parse((await vogt.get(path))[1]).entries
    assert later.id == entry.id
    assert later.updated > entry.updated


async def test_a_meeting_keeps_its_name_its_hour_and_that_it_was_called_off(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    path = await address(vogt)
    here.say("p-kern", "Sitzung am 12.4. um 14 Uhr in Birkfeld")
    here.say("p-kern", "ja")
    (one,) = (await events(vogt, path)).values()
    assert one.uid.value == "wasser-meeting-2027-04-12@auenland.faden"
    assert one.dtstart.value == datetime(2027, 4, 12, 12, 0, tzinfo=UTC)  # in summer
    assert one.summary.value == "Sitzung: Strategisches Forum Wasser"
    assert one.location.value == "Birkfeld"
    assert one.url.value.endswith("/?forum=wasser")
    here.say("p-kern", "Sitzung am 12.4. fällt aus: Krankheit")
    here.say("p-kern", "ja")
    (off,) = (await events(vogt, path)).values()
    assert (off.uid.value, off.status.value) == (one.uid.value, "CANCELLED")
    assert int(off.sequence.value) > int(one.sequence.value)
    here.say("p-kern", "Sitzung am 12.4. in Lindgrund")
    here.say("p-kern", "ja")
    both = await events(kern, await address(kern, "forum", "wasser"))
    assert {uid.partition("@")[0]: day.status.value for uid, day in both.items()} == {
        "wasser-meeting-2027-04-12": "CANCELLED",
        "wasser-meeting-2027-04-12-2": "CONFIRMED",
    }
    again = both["wasser-meeting-2027-04-12-2@auenland.faden"]
    assert again.dtstart.value == date(2027, 4, 12)  # nobody said at what hour
