"""A message that a platform cannot show whole is read whole on our page."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from adapters.office import Letter
from bots.message import Choice, Choices, Message, Span, Text
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

KEY = "slack/Ev1/reply/1"
LONG = Message(
    parts=(
        *(Text(spans=(Span(text=f"Absatz {n}: <b>Schlamm</b>"),)) for n in range(99)),
        Choices(options=(Choice(id="c", label="Machen wir", twin="Z34 machen wir"),)),
    )
)


def _put(here: Auenland, person: str) -> None:
    letter = Letter(
        key=KEY, channel="slack", person=person, payload=LONG.model_dump(mode="json")
    )
    here.faden.store.office.outbox.put([letter], here.watch()).result(20)


async def test_every_word_and_every_button_is_there(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(_put, here, "p-kern")
    status, page = await kern.get(f"/brief/{quote(KEY, safe='')}")
    assert status == 200
    for n in range(99):
        assert f"Absatz {n}: &lt;b&gt;Schlamm&lt;/b&gt;" in page
    assert "Machen wir</button>" in page
    assert "Z34 machen wir" in page


async def test_it_is_for_its_recipient_alone(
    here: Auenland, kern: Visitor, vogt: Visitor, stranger: Visitor
) -> None:
    await asyncio.to_thread(_put, here, "p-vogt")
    address = f"/brief/{quote(KEY, safe='')}"
    assert (await vogt.get(address))[0] == 200
    assert (await kern.get(address))[0] == 404
    assert "Absatz" not in (await stranger.get(address))[1]
    assert (await vogt.get("/brief/nirgends"))[0] == 404
