"""Once: what is sent twice is done once, and only what was seen is overwritten."""

from __future__ import annotations

import asyncio

from tests.adapters.api.conftest import Software
from tests.adapters.api.test_commands import REQUEST, request

KEY = {"Idempotency_Key": "order-4711"}


async def test_the_same_key_gets_the_first_answer(kern: Software) -> None:
    first = await kern.post("/commitments/request", REQUEST, **KEY)
    again = await kern.post("/commitments/request", REQUEST, **KEY)
    assert (again.status, again.json) == (first.status, first.json) == (201, first.json)
    assert again.headers["Location"] == first.headers["Location"]
    assert len((await kern.get("/commitments")).json["items"]) == 1


async def test_however_often_it_is_sent_at_once(kern: Software) -> None:
    sent = [kern.post("/commitments/request", REQUEST, **KEY) for _ in range(8)]
    assert {said.json["ref"] for said in await asyncio.gather(*sent)} == {"Z1"}


async def test_a_refusal_is_an_answer_too(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    first = await kern.post(f"/commitments/{ref}/promise", **KEY)
    assert first.json["code"] == "other_side_moves"
    await vogt.post(f"/commitments/{ref}/promise")
    again = await kern.post(f"/commitments/{ref}/promise", **KEY)
    assert again.json == first.json


async def test_one_key_never_means_two_things(kern: Software) -> None:
    await kern.post("/commitments/request", REQUEST, **KEY)
    other = {**REQUEST, "due": "2027-05-01"}
    said = await kern.post("/commitments/request", other, **KEY)
    assert (said.status, said.json["code"]) == (422, "key_used")
    said = await kern.post("/commitments/Z1/withdraw", **KEY)
    assert (said.status, said.json["code"]) == (422, "key_used")
    assert len((await kern.get("/commitments")).json["items"]) == 1


async def test_a_key_is_its_owners_alone(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    assert (await vogt.post(f"/commitments/{ref}/promise", **KEY)).status == 200
    said = await kern.post(f"/commitments/{ref}/release", **KEY)
    assert said.json["events"] == ["commitment.released.v1"]


async def test_no_key_reaches_the_log(kern: Software) -> None:
    await kern.post("/commitments/request", REQUEST, **KEY)
    (step,) = kern.here.faden.store.journal.stream("commitment:Z1")
    assert "4711" not in step.origin.command_id


async def test_a_dry_run_uses_no_key_up(kern: Software) -> None:
    dry = await kern.post("/commitments/request?dry_run=true", REQUEST, **KEY)
    assert (dry.status, dry.json["ref"]) == (200, "")
    assert (await kern.post("/commitments/request", REQUEST, **KEY)).status == 201


async def test_only_what_was_seen_is_changed(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    seen = (await vogt.get(f"/commitments/{ref}")).headers["ETag"]
    await kern.post(f"/commitments/{ref}/withdraw")
    said = await vogt.post(f"/commitments/{ref}/promise", If_Match=seen)
    assert (said.status, said.json["code"]) == (412, "item_moved")
    current = (await vogt.get(f"/commitments/{ref}")).headers["ETag"]
    said = await vogt.post(f"/commitments/{ref}/promise", If_Match=current)
    assert (said.status, said.json["code"]) == (409, "commitment_ended")


async def test_what_is_still_the_same_is_changed(
    kern: Software, vogt: Software
) -> None:
    ref = await request(kern)
    seen = (await vogt.get(f"/commitments/{ref}")).headers["ETag"]
    await request(kern)  # another item moves on
    done = await vogt.post(f"/commitments/{ref}/promise", If_Match=seen)
    assert (done.status, done.headers["ETag"]) == (200, '"2"')
    more = await vogt.post(
        f"/commitments/{ref}/report-done", If_Match=done.headers["ETag"]
    )
    assert more.status == 200
    assert (await kern.post("/commitments/Z2/withdraw", If_Match="*")).status == 200


async def test_what_is_known_is_not_sent_again(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    for path in ("/commitments", f"/commitments/{ref}", "/openapi.json"):
        tag = (await kern.get(path)).headers["ETag"]
        said = await kern.get(path, If_None_Match=f'"other", {tag}')
        assert (said.status, said.json) == (304, None), path
    tag = (await kern.get(f"/commitments/{ref}")).headers["ETag"]
    await vogt.post(f"/commitments/{ref}/promise")
    said = await kern.get(f"/commitments/{ref}", If_None_Match=tag)
    assert (said.status, said.json["state"]) == (200, "promised")


async def test_whoever_gave_the_mandate_back_hears_that_it_is_done(
    kern: Software,
) -> None:
    ended = {"person": "p-kern"}
    path = "/organisations/kreis/end-mandate"
    first = await kern.post(path, ended, **KEY)
    assert first.json["events"] == ["organisation.mandate_ended.v1"]
    again = await kern.post(path, ended, **KEY)
    assert (again.status, again.json) == (200, first.json)
    other = await kern.post("/region/add-field", {"field": "x", "name": "X"})
    assert (other.status, other.json["code"]) == (403, "no_mandate")


async def test_an_item_out_of_sight_still_gives_its_first_answer(
    kern: Software, vogt: Software
) -> None:
    ref = await request(kern)
    first = await vogt.post(f"/commitments/{ref}/promise", **KEY)
    await kern.post("/organisations/birkfeld/end-mandate", {"person": "p-vogt"})
    again = await vogt.post(f"/commitments/{ref}/promise", **KEY)
    assert again.json == first.json
    assert (await vogt.post(f"/commitments/{ref}/report-done")).status == 404
