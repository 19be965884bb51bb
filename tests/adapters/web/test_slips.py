"""Whatever can be said can be filled in."""

from __future__ import annotations

import re
from uuid import uuid4

from bots.slips import SLIPS
from tests.adapters.web.conftest import Visitor

WANTED = {
    "field.to": "Lindgrund",
    "field.what": "Schlammmengen",
    "field.due": "2027-04-30",
}


def wanted(**changes: str) -> dict[str, str]:
    return {"ref": str(uuid4()), **WANTED, **changes}


async def test_every_form_can_be_opened_from_the_list(kern: Visitor) -> None:
    _, page = await kern.get("/tun")
    found = set(re.findall(r'href="/tun/([\w-]+)"', page))
    assert found == set(SLIPS)
    for name in found:
        status, page = await kern.get(f"/tun/{name}?ref=Z1")
        assert status == 200
        assert f'action="/tun/{name}/sagen"' in page


async def test_what_is_filled_in_is_said_back_and_then_written(
    kern: Visitor,
) -> None:
    fields = wanted()
    await kern.post("/tun/bitte/sagen", fields)
    status, page = await kern.post("/tun/bitte/sagen", fields)  # a second click
    assert status == 200
    assert "Schlammmengen bis <strong>Fr, 30.04.2027</strong>" in page
    button = re.search(r'value="([^"]*)"[^>]*>Ja, bitten</button>', page)
    card = re.search(r'name="card" value="([^"]*)"', page)
    assert button
    assert card
    said = {"ref": str(uuid4()), "card": card[1], "choice": button[1]}
    await kern.post("/choose", said)
    assert "Schlammmengen" in (await kern.get("/item/Z1"))[1]
    assert (await kern.get("/item/Z2"))[0] == 404


async def test_a_field_that_is_missing_is_named_and_the_others_are_kept(
    kern: Visitor,
) -> None:
    status, page = await kern.post("/tun/bitte/sagen", wanted(**{"field.due": ""}))
    assert status == 422
    assert "Bitte ein Feld verbessern" in page
    assert 'id="w-due">Bitte ausfüllen.' in page
    assert "<option selected>Lindgrund</option>" in page
    assert ">Schlammmengen</textarea>" in page


async def test_what_is_refused_comes_back_as_it_was_typed(kern: Visitor) -> None:
    fields = {"ref": str(uuid4()), "field.ref": "Z99", "field.why": "zu viel zu tun"}
    status, page = await kern.post("/tun/ablehnen/sagen", fields)
    assert status == 409
    assert "Z99" in page
    assert 'role="alert"' in page
    assert ">zu viel zu tun</textarea>" in page


async def test_what_is_far_too_long_is_refused(kern: Visitor) -> None:
    status, page = await kern.post(
        "/tun/info/sagen", wanted(**{"field.what": "x" * 20_001})
    )
    assert status == 422
    assert "möglich sind 4000" in page


async def test_an_item_leads_to_its_forms(kern: Visitor) -> None:
    await kern.say("Bitte an Lindgrund: Pläne bis 30.4.")
    await kern.choose("Ja, bitten")
    assert 'href="/tun?ref=Z1"' in (await kern.get("/item/Z1"))[1]
    _, page = await kern.get("/tun?ref=Z1")
    assert 'href="/tun/erledigt?ref=Z1"' in page
    assert "/tun/zustimmen" not in page
    _, page = await kern.get("/tun/erledigt?ref=Z1")
    assert 'name="field.ref" autocomplete="off" value="Z1"' in page
    assert "nichts, was mit einem Formular" in (await kern.get("/tun?ref=X1"))[1]


async def test_strangers_and_unknown_forms(kern: Visitor, stranger: Visitor) -> None:
    assert (await kern.get("/tun/unfug"))[0] == 404
    assert (await kern.post("/tun/unfug/sagen", wanted()))[0] == 404
    for path in ("/tun", "/tun/bitte"):
        assert "nicht angemeldet" in (await stranger.get(path))[1]
    assert (await stranger.post("/tun/bitte/sagen", wanted()))[0] == 403
