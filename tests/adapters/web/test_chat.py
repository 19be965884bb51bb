"""The chat by forms alone, as a browser without script uses it."""

from __future__ import annotations

import asyncio
import re
from io import BytesIO
from uuid import uuid4

import pytest

from tests import energy
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


def count(visitor: Visitor) -> int:
    person = visitor.here.faden.store.office.inbox.thread("p-kern", limit=1000)
    return len(person)


async def test_what_binds_is_echoed_and_counts_only_after_yes(kern: Visitor) -> None:
    page = await kern.say(REQUEST)
    assert "Ja, bitten" in page
    assert "Fr, 30.04.2027" in page
    assert "/item/Z1" not in page
    page = await kern.choose("Ja, bitten")
    assert page.count('href="/item/Z1"') >= 2
    assert "angefragt" in page


async def test_a_form_sent_twice_is_one_message(kern: Visitor) -> None:
    fields = {"ref": str(uuid4()), "text": REQUEST}
    assert (await kern.post("/say", fields))[0] == 200
    assert (await kern.post("/say", fields))[0] == 200
    assert count(kern) == 1


async def test_a_second_click_is_harmless(kern: Visitor) -> None:
    await kern.say(REQUEST)
    _, page = await kern.get("/")
    card = page.split('name="card" value="')[1].split('"')[0]
    for _ in range(5):
        fields = {"ref": str(uuid4()), "card": card, "choice": "yes"}
        assert (await kern.post("/choose", fields))[0] == 200
    assert kern.here.faden.store.journal.stream("commitment:Z1")
    assert not kern.here.faden.store.journal.stream("commitment:Z2")


async def test_the_same_number_of_two_people_are_two_messages(
    kern: Visitor, vogt: Visitor
) -> None:
    ref = str(uuid4())
    await kern.post("/say", {"ref": ref, "text": "Hilfe"})
    _, page = await vogt.post("/say", {"ref": ref, "text": "Hilfe"})
    assert "So geht es" in page


async def test_a_card_shows_where_its_item_is_now(kern: Visitor, vogt: Visitor) -> None:
    await kern.say(REQUEST)
    await kern.choose("Ja, bitten")
    _, page = await kern.get("/")
    assert "zurücknehmen</button>" in page
    await vogt.say("Z1 machen wir")
    await vogt.choose("Ja, zusagen")
    _, page = await kern.get("/")
    assert "zurücknehmen</button>" not in page
    assert 'Stand: <a href="/item/Z1">zugesagt</a>' in page


@pytest.mark.parametrize(("minutes", "offered"), [(14.9, True), (15, False)])
async def test_taking_back_is_offered_as_long_as_it_works(
    kern: Visitor, minutes: float, *, offered: bool
) -> None:
    await kern.say("Info: Förderbescheide dauern neun Monate")
    kern.here.watch.forward(minutes=minutes)
    assert ("zurücknehmen</button>" in (await kern.get("/"))[1]) == offered


async def test_the_beginning_of_a_line_is_put_into_the_input(kern: Visitor) -> None:
    _, page = await kern.get("/?say=Z34%20erst%20bis%20")
    assert ">Z34 erst bis </textarea>" in page


async def test_typed_markup_stays_text(kern: Visitor) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    page = await kern.say(f"Info: {evil}")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page
    for path in ("/item/I1", "/suche?q=script", f"/suche?q={evil}", f"/?say={evil}"):
        _, page = await kern.get(path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page


async def test_a_text_of_100_000_characters_gets_a_sentence(kern: Visitor) -> None:
    status, page = await kern.post("/say", {"ref": str(uuid4()), "text": "ä" * 100_000})
    assert status == 413
    assert "20.000" in page or "20000" in page
    assert count(kern) == 0


async def test_what_was_typed_is_given_back_when_it_is_too_long(kern: Visitor) -> None:
    _, page = await kern.post("/say", {"ref": str(uuid4()), "text": "lang" * 6_000})
    assert "lang" * 6_000 in page


async def test_a_body_of_three_megabytes_gets_a_page(kern: Visitor) -> None:
    own = {"Origin": kern.url(""), "Content-Type": "application/x-www-form-urlencoded"}
    body = BytesIO(b"text=" + b"x" * 3_000_000)
    async with kern.session.post(kern.url("/say"), data=body, headers=own) as answer:
        assert answer.status == 413
        assert "Zu lang" in await answer.text()


async def test_characters_that_cannot_be_seen_are_dropped(kern: Visitor) -> None:
    page = await kern.say("Info: Was\x00ser\u202egnuz\x07tal")
    assert "Wassergnuztal" in page


async def test_an_empty_line_gets_a_sentence(kern: Visitor) -> None:
    status, _ = await kern.post("/say", {"ref": str(uuid4()), "text": " \x00 "})
    assert status == 422
    assert count(kern) == 0


async def test_invalid_utf8_is_refused_with_a_page(kern: Visitor) -> None:
    own = {"Origin": kern.url(""), "Content-Type": "application/x-www-form-urlencoded"}
    for body in (b"text=\xff\xfe", b"text=%ff%fe"):
        async with kern.session.post(
            kern.url("/say"), data=body, headers=own
        ) as answer:
            assert answer.status == 400
            assert "Nicht lesbar" in await answer.text()


async def test_a_form_without_a_number_is_refused(kern: Visitor) -> None:
    assert (await kern.post("/say", {"text": "Hilfe"}))[0] == 400
    assert (await kern.post("/say", {"ref": "1", "text": "Hilfe"}))[0] == 400


async def test_our_script_gets_no_page(kern: Visitor) -> None:
    script = {"Faden-Fragment": "1"}
    fields = {"ref": str(uuid4()), "text": "Hilfe"}
    assert (await kern.post("/say", fields, **script)) == (204, "")
    status, sentence = await kern.post(
        "/say", {"ref": str(uuid4()), "text": ""}, **script
    )
    assert status == 422
    assert "<" not in sentence
    _, fragment = await kern.get("/chat?fragment=1&forum=wasser")
    assert "<html" not in fragment
    assert "So geht es" in fragment


async def test_what_is_typed_beside_a_board_is_meant_for_its_forum(
    kern: Visitor, here: Auenland
) -> None:
    await asyncio.to_thread(energy.constitute, here)
    for forum, name in (("energie", "Energie"), ("wasser", "Wasser")):
        line = f"Bitte an Birkfeld: Pläne {forum} bis 30.4."
        fields = {"ref": str(uuid4()), "text": line, "forum": forum}
        _, page = await kern.post("/say", fields)
        assert re.search(rf"\([^)]*{name}\) – Pläne {forum}", page)
