"""Commands: whatever core can do, once, for whoever may."""

from __future__ import annotations

import pytest

from adapters.api.commands import NOT_HERE, OPENING, acts
from core.catalogue import NOUNS
from core.organisation import Succeed
from core.ports import Via
from tests.adapters.api.conftest import Give, Software

REQUEST = {
    "forum": "wasser",
    "asker": "kreis",
    "holder": "birkfeld",
    "what": "Klärschlammmengen liefern",
    "due": "2027-04-30",
}


async def request(who: Software, **more: object) -> str:
    """Ask Birkfeld for something; return its number."""
    said = await who.post("/commitments/request", {**REQUEST, **more})
    assert said.status == 201, said.json
    return str(said.json["ref"])


def test_every_command_of_core_can_be_given() -> None:
    known = {act.kind for act in acts()}
    assert known | set(NOT_HERE) == set(NOUNS)
    assert not known & set(NOT_HERE)
    assert known >= OPENING
    assert all(NOT_HERE.values())
    assert len({(act.path, act.name) for act in acts()}) == len(known)


def test_no_command_has_a_field_of_the_name_of_ours() -> None:
    assert not [k for k in NOUNS if "acting" in getattr(k, "__dataclass_fields__", ())]


async def test_what_is_opened_gets_a_number_and_a_place(kern: Software) -> None:
    said = await kern.post("/commitments/request", REQUEST)
    assert said.status == 201
    assert said.json["ref"] == "Z1"
    assert said.json["events"] == ["commitment.requested.v2"]
    place = said.headers["Location"].removeprefix("/api/v1")
    found = await kern.get(place)
    assert found.json["what"] == REQUEST["what"]
    assert found.json["holder"] == "birkfeld"


async def test_a_token_acts_as_its_person(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    said = await vogt.post(f"/commitments/{ref}/promise")
    assert said.status == 200
    (step,) = kern.here.faden.store.journal.stream(f"commitment:{ref}")[1:]
    assert step.origin.actor == "p-vogt"
    assert step.origin.via is Via.API
    assert step.origin.source is not None
    assert (step.origin.source.text or "").startswith("api/")


async def test_a_token_never_does_more_than_its_person(
    kern: Software, software: Give
) -> None:
    ref = await request(kern)
    said = await software("p-roth").post(f"/commitments/{ref}/promise")
    assert said.status == 403
    assert said.json["code"] in {"not_a_party", "no_mandate"}


async def test_a_clerk_prepares_what_a_mayor_confirms(
    kern: Software, vogt: Software, software: Give
) -> None:
    ref = await request(kern)
    drafted = await software("p-birke").post(f"/commitments/{ref}/promise")
    assert drafted.json["events"] == ["commitment.drafted.v1"]
    confirmed = await vogt.post(f"/commitments/{ref}/confirm-draft")
    assert confirmed.json["events"][-1] == "commitment.promised.v1"


async def test_a_dry_run_writes_nothing(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    head = kern.here.faden.store.journal.head()
    said = await vogt.post(f"/commitments/{ref}/promise?dry_run=true")
    assert (said.status, said.json["dry_run"], said.json["events"]) == (200, True, [])
    refused = await kern.post(f"/commitments/{ref}/promise?dry_run=true")
    assert refused.status == 409
    assert kern.here.faden.store.journal.head() == head


async def test_coordination_enters_what_was_said_on_the_phone(kern: Software) -> None:
    ref = await request(kern, holder="steintal")
    behalf = {"org": "steintal", "basis": "telefon", "holder": "p-roth"}
    acting = {"acting": {"org": "kreis", "on_behalf": {**behalf, "note": "BM Roth"}}}
    said = await kern.post(f"/commitments/{ref}/promise", acting)
    assert said.json["events"] == ["commitment.entered_on_behalf.v1"]


async def test_what_is_closed_stays_so_and_is_unknown_to_others(
    kern: Software, vogt: Software, software: Give
) -> None:
    closed = {"acting": {"org": "kreis", "circle": "nichtöffentlich"}}
    ref = await request(kern, **closed)
    other = software("p-lange")
    assert (await other.get(f"/commitments/{ref}")).status == 404
    said = await other.post(f"/commitments/{ref}/promise")
    assert (said.status, said.json["code"]) == (404, "unknown_reference")
    assert "birkfeld" not in str(said.json)
    await vogt.post(f"/commitments/{ref}/promise")
    steps = kern.here.faden.store.journal.stream(f"commitment:{ref}")
    assert {step.origin.circle.value for step in steps} == {"nichtöffentlich"}


async def test_whoever_acts_for_several_says_for_whom(
    kern: Software, software: Give
) -> None:
    kern.here.order("organisation:muehlau", Succeed(by="birkfeld"))
    ref, both = await request(kern), software("p-vogt")
    said = await both.post(f"/commitments/{ref}/promise")
    assert (said.status, said.json["code"]) == (409, "organisation_wanted")
    assert said.json["facts"]["orgs"] == ["birkfeld", "muehlau"]
    acting = {"acting": {"org": "birkfeld"}}
    assert (await both.post(f"/commitments/{ref}/promise", acting)).status == 200


async def test_somebody_new_gets_an_id_that_tells_nothing(kern: Software) -> None:
    key = {"Idempotency_Key": "neu-1"}
    body = {"name": "Neumann", "salutation": "Frau"}
    said = await kern.post("/persons", body, **key)
    assert (said.status, said.json["noun"]) == (201, "person")
    assert (await kern.post("/persons", body, **key)).json == said.json
    cards = kern.here.faden.store.vault.cards([said.json["ref"]])
    assert cards[said.json["ref"]].name == "Neumann"
    there = said.headers["Location"].removeprefix("/api/v1")
    assert (await kern.get(there)).json["name"] == "Neumann"
    assert (await kern.post("/persons", {"name": ""})).status == 422


async def test_me_is_whose_token_it_is(vogt: Software) -> None:
    said = await vogt.post("/persons/me/set-preferences", {"register": "Du"})
    assert said.json["ref"] == "p-vogt"
    me = await vogt.get("/persons/me")
    assert me.json["preferences"]["register"] == "Du"
    assert me.json["person"]["name"] == "BM Vogt"


@pytest.mark.parametrize("path", ["/region/add-field", "/forums/wald/propose"])
async def test_structure_is_for_coordination(vogt: Software, path: str) -> None:
    field = {"field": "wald", "name": "Wald"}
    forum = {
        "name": "Wald",
        "kind": "field",
        "fields": ["wasser"],
        "purpose": "x",
        "lead": "kreis",
    }
    said = await vogt.post(path, field if "region" in path else forum)
    assert (said.status, said.json["code"]) == (403, "only_coordination")


async def test_a_forum_that_nobody_takes_over_can_be_closed(kern: Software) -> None:
    closed = await kern.post("/forums/wasser/close", {"reason": "Erledigt"})
    assert closed.json["events"] == ["forum.closed.v1"]
    forum = (await kern.get("/forums/wasser")).json["forum"]
    assert (forum["state"], forum["successor"]) == ("ended", None)
    steps = (await kern.get("/history/forum:wasser")).json["items"]
    assert steps[-1]["texts"] == {"reason": "Erledigt"}


@pytest.mark.parametrize("side", ["asker", "holder"])
async def test_nobody_unknown_asks_or_promises(kern: Software, side: str) -> None:
    said = await kern.post("/commitments/request", {**REQUEST, side: "3÷(z"})
    assert (said.status, said.json["code"]) == (409, "unknown_organisation")
