"""A session is over, and what somebody sent then is neither lost nor sent twice."""

from __future__ import annotations

from uuid import uuid4

from aiohttp.test_utils import TestServer

from adapters.office.waiting import KEPT
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import forms
from tests.auenland import Auenland

SAID = "Info: Die Landesstraße wird 2028 gesperrt"


def _heard(here: Auenland, person: str = "p-kern") -> list[str]:
    rows = here.faden.store.office.inbox.thread(person, 0)
    return [str(row.payload.get("text")) for row in rows]


async def _sent_too_late(kern: Visitor) -> str:
    kern.here.faden.store.office.sessions.end_all("p-kern").result()
    fields = {"ref": str(uuid4()), "text": SAID, "forum": "wasser"}
    status, page = await kern.post("/say", fields)
    assert status == 403
    return page


async def test_it_is_said_that_it_is_kept(kern: Visitor) -> None:
    page = await _sent_too_late(kern)
    assert "eine halbe Stunde aufgehoben" in page
    assert "aufgehoben" in (await kern.get("/anmelden"))[1]


async def test_after_signing_in_it_is_shown_and_sent_when_asked(
    here: Auenland, kern: Visitor
) -> None:
    await _sent_too_late(kern)
    token = here.faden.store.office.sessions.link("p-kern", here.watch()).result()
    status, page = await kern.post(f"/enter/{token}", {})
    assert status == 200
    assert "Jetzt senden?" in page
    assert SAID in page
    assert not _heard(here)
    action, fields = next(one for one in forms(page) if one[0] == "/say")
    await kern.post(action, fields)
    assert _heard(here) == [SAID]
    await kern.post(action, fields)  # back, and once more
    assert _heard(here) == [SAID]
    _, page = await kern.get("/weiter")
    assert "Jetzt senden?" not in page


async def test_of_two_pages_both_are_kept_and_offered_one_after_the_other(
    here: Auenland, kern: Visitor
) -> None:
    await _sent_too_late(kern)
    await kern.post("/say", {"ref": str(uuid4()), "text": "Info: und noch etwas"})
    await kern.enter("p-kern")
    for said in (SAID, "Info: und noch etwas"):
        _, page = await kern.get("/weiter")
        assert said in page
        action, fields = next(one for one in forms(page) if one[0] == "/say")
        await kern.post(action, fields)
    assert _heard(here) == [SAID, "Info: und noch etwas"]
    assert "Jetzt senden?" not in (await kern.get("/weiter"))[1]


async def test_something_new_does_not_count_as_what_was_kept(
    here: Auenland, kern: Visitor
) -> None:
    await _sent_too_late(kern)
    await kern.enter("p-kern")
    await kern.say("Info: etwas anderes")
    assert SAID in (await kern.get("/weiter"))[1]
    assert _heard(here) == ["Info: etwas anderes"]


async def test_it_can_be_thrown_away(here: Auenland, kern: Visitor) -> None:
    await _sent_too_late(kern)
    await kern.enter("p-kern")
    await kern.post("/weiter", {"discard": "1"})
    assert "Jetzt senden?" not in (await kern.get("/weiter"))[1]
    assert not _heard(here)


async def test_somebody_else_at_the_same_device_does_not_see_it(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    here.watch.forward(days=8)  # the session is over, and still known
    fields = {"ref": str(uuid4()), "text": SAID}
    assert (await kern.post("/say", fields))[0] == 403
    await kern.enter("p-vogt")
    _, page = await kern.get("/weiter")
    assert SAID not in page
    assert "BM Vogt" in page
    assert server.started


async def test_another_browser_does_not_see_it(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    await _sent_too_late(kern)
    async with Visitor(here, server) as other:
        await other.enter("p-kern")
        assert SAID not in (await other.get("/weiter"))[1]


async def test_it_is_kept_for_half_an_hour(here: Auenland, kern: Visitor) -> None:
    await _sent_too_late(kern)
    await kern.enter("p-kern")
    assert SAID in (await kern.get("/weiter"))[1]
    here.watch.forward(seconds=KEPT.total_seconds())
    assert "Jetzt senden?" not in (await kern.get("/weiter"))[1]


async def test_other_posts_do_not_throw_it_away(here: Auenland, kern: Visitor) -> None:
    await _sent_too_late(kern)
    await kern.enter("p-kern")
    await kern.post("/language", {"ref": str(uuid4()), "language": "de"})
    assert SAID in (await kern.get("/weiter"))[1]
    await kern.post("/say", {"ref": str(uuid4()), "text": ""})
    assert SAID in (await kern.get("/weiter"))[1]
    assert not _heard(here)


async def test_nobody_sees_what_was_kept_when_their_session_is_known_no_more(
    kern: Visitor,
) -> None:
    page = await _sent_too_late(kern)
    assert "eine halbe Stunde aufgehoben" in page
    await kern.enter("p-vogt")
    _, page = await kern.get("/weiter")
    assert SAID not in page


async def test_our_script_is_told_where_to_go(kern: Visitor) -> None:
    kern.here.faden.store.office.sessions.end_all("p-kern").result()
    fields = {"ref": str(uuid4()), "text": SAID}
    answer = await kern.send("/say", fields, **{"Faden-Fragment": "1"})
    assert answer.headers["Faden-Sign-In"] == "1"


async def test_without_a_session_nothing_is_shown_or_thrown_away(
    stranger: Visitor,
) -> None:
    assert "Sie sind nicht angemeldet" in (await stranger.get("/weiter"))[1]
    status, page = await stranger.post("/weiter", {"discard": "1"})
    assert status == 403
    assert "aufgehoben" not in page
