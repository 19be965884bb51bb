"""Coordination reminds of several things at once, after a look at who is spared."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from uuid import uuid4

from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

NEXT_DAY = {"days": 1, "hours": 1}


def asked(here: Auenland) -> None:
    """Let two be asked for something, yesterday."""
    for text in (
        "Bitte an Birkfeld: Mengen bis 1.4.",
        "ja",
        "Bitte an Lindgrund: Pläne bis 30.4.",
        "ja",
        "Bitte an Birkfeld: Messwerte bis 30.4.",
        "ja",
    ):
        here.say("p-kern", text)
    here.watch.forward(**NEXT_DAY)
    for who in ("p-birke", "p-lindner"):
        here.news(who)


async def test_everybody_gets_one_message_about_everything(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(asked, here)
    _, page = await kern.get("/zusagen")
    assert page.count('name="pick"') == 3
    _, page = await kern.get("/erinnern?pick=Z1&pick=Z3&pick=Z9")
    assert "Wird angeschrieben" in page
    assert page.count("Birkfeld: Frau Birke") == 2
    assert "Wird nicht angeschrieben" not in page
    assert await asyncio.to_thread(here.news, "p-birke") == []
    fields = {"ref": str(uuid4()), "pick.Z1": "1", "pick.Z3": "1"}
    await kern.post("/erinnern", fields)
    status, page = await kern.post("/erinnern", fields)  # a second click
    assert status == 200
    assert "Unten steht, wer angeschrieben wurde" in page
    await asyncio.to_thread(here.faden.reactor.settle)
    (told,) = await asyncio.to_thread(here.news, "p-birke")
    assert "Z1" in told
    assert "Z3" in told


async def test_whoever_is_spared_is_named_with_the_reason(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(asked, here)
    await asyncio.to_thread(here.say, "p-lindner", "diese Woche Ruhe")
    await kern.post("/erinnern", {"ref": str(uuid4()), "pick.Z1": "1"})
    _, page = await kern.get("/erinnern?pick=Z1&pick=Z2&pick=Z3")
    assert "Wird angeschrieben <span" in page
    spared = page.split("Wird nicht angeschrieben")[1]
    reasons = re.findall(
        r'class="meta"><span>[^<]*</span> <span>([^<]*)</span>', spared
    )
    assert sorted(reasons) == [
        "Erinnerungen sind nicht gewünscht",
        "wurde heute schon angeschrieben",
        "wurde heute schon angeschrieben",
    ]
    here.watch.now = datetime(2027, 3, 18, 20, 0, tzinfo=UTC)
    _, page = await kern.get("/erinnern?pick=Z2&pick=Z3")
    assert "nicht um diese Uhrzeit" in page
    here.watch.now = datetime(2027, 3, 19, 9, 0, tzinfo=UTC)
    _, page = await kern.get("/erinnern?pick=Z1&pick=Z3")
    assert "wurde schon daran erinnert" in page


async def test_only_coordination_reminds(vogt: Visitor, stranger: Visitor) -> None:
    assert 'name="pick"' not in (await vogt.get("/zusagen"))[1]
    assert (await vogt.get("/erinnern?pick=Z1"))[0] == 404
    assert (await vogt.post("/erinnern", {"ref": str(uuid4())}))[0] == 404
    assert "nicht angemeldet" in (await stranger.get("/erinnern"))[1]
    assert (await stranger.post("/erinnern", {}))[0] == 403


async def test_a_filter_is_kept_for_its_person_alone(
    kern: Visitor, vogt: Visitor
) -> None:
    back = "/zusagen?forum=wasser&state=promised&after=2027-01-01.1&x=1"
    fields = {"name": "Zugesagt im Wasser", "back": back}
    await kern.post("/zusagen/filter", fields)
    status, page = await kern.post("/zusagen/filter", fields)
    assert status == 200
    link = 'href="/zusagen?forum=wasser&amp;state=promised">Zugesagt im Wasser</a>'
    assert page.count(link) == 1
    assert "Zugesagt im Wasser" not in (await vogt.get("/zusagen"))[1]
    gone = {"drop": "Zugesagt im Wasser", "back": "/zusagen"}
    assert link not in (await kern.post("/zusagen/filter", gone))[1]


async def test_nobody_keeps_more_filters_than_can_be_found_again(
    kern: Visitor, stranger: Visitor
) -> None:
    for n in range(20):
        await kern.post("/zusagen/filter", {"name": f"Nr. {n}", "back": "/zusagen"})
    _, page = await kern.post("/zusagen/filter", {"name": "mehr", "back": "/zusagen"})
    assert "so viele Filter" in page
    assert "mehr</a>" not in page
    _, page = await kern.post("/zusagen/filter", {"name": "Nr. 1", "back": "/zusagen"})
    assert "so viele Filter" not in page
    assert (await stranger.post("/zusagen/filter", {"name": "x"}))[0] == 403
