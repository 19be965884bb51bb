"""Queries: what the pages show, for other software, and no more."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from adapters.api.document import document
from adapters.api.operation import QUERIES
from core.ask.kinds import AskKind, Meant
from tests.adapters.api.conftest import Give, Software
from tests.adapters.api.test_commands import request

ASK = {
    "kind": AskKind.NEED,
    "forum": "wasser",
    "meant": Meant.EVERYBODY,
    "questions": [{"key": "bedarf", "kind": "ja/nein", "label": "Bedarf"}],
    "text": "Wer plant eine Kehrmaschine?",
    "deadline": "2027-04-20",
    "promised": "2027-04-30",
    "minutes": 3,
}
PROPOSAL = {"forum": "wasser", "title": "Klärschlamm", "text": "Wir verwerten ihn."}
NAMED = {
    "ref": "",
    "org": "birkfeld",
    "forum": "wasser",
    "stream": "Z1",
    "kind": "corrections",
    "person": "p-vogt",
}
WANTED = {
    "/asks/waiting": "?for=answer",
    "/register/search": "?q=Klärschlamm",
    "/search": "?q=Klärschlamm",
    "/comparison": "?old=1&new=44",
}


async def filled(kern: Software) -> None:
    """Let there be one of everything."""
    await request(kern)
    for path, body in (
        ("/asks/open", ASK),
        ("/decisions/propose", PROPOSAL),
        ("/informations/raise-concern", {"forum": "wasser", "text": "Zu teuer"}),
    ):
        said = await kern.post(path, body)
        assert said.status == 201, said.json


def _path(template: str) -> str:
    letter = {"commitments": "Z", "asks": "F", "decisions": "B", "informations": "I"}
    noun = template.strip("/").partition("/")[0]
    named = {**NAMED, "ref": f"{letter.get(noun, 'Z')}1"}
    return template.format(**named) + WANTED.get(template, "")


async def test_every_answer_is_what_its_description_says(kern: Software) -> None:
    await filled(kern)
    whole = document()
    for one in QUERIES:
        said = await kern.get(_path(one.path))
        assert said.status == 200, (one.path, said.json)
        told = whole["paths"][one.path]["get"]["responses"]["200"]
        schema = told["content"]["application/json"]["schema"]
        jsonschema.validate(said.json, {**schema, "components": whole["components"]})


async def test_lists_come_by_the_page_the_newest_first(kern: Software) -> None:
    for _ in range(5):
        await request(kern)
    first = await kern.get("/commitments?limit=2")
    assert [row["ref"] for row in first.json["items"]] == ["Z5", "Z4"]
    assert first.json["next"] == 4
    second = await kern.get("/commitments?limit=3&before=4")
    assert [row["ref"] for row in second.json["items"]] == ["Z3", "Z2", "Z1"]
    assert second.json["next"] is None


async def test_a_list_tells_up_to_which_entry(kern: Software) -> None:
    await request(kern)
    said = await kern.get("/commitments")
    assert said.json["stand"] == kern.here.faden.store.journal.head()


async def test_filters_leave_out(kern: Software, vogt: Software) -> None:
    await filled(kern)
    assert len((await kern.get("/commitments?org=birkfeld&open=true")).json["items"])
    assert not (await kern.get("/commitments?org=steintal")).json["items"]
    assert not (await kern.get("/commitments?due_until=2027-04-29")).json["items"]
    await vogt.post("/commitments/Z1/decline")
    assert not (await kern.get("/commitments?open=true")).json["items"]
    assert len((await kern.get("/commitments?state=declined")).json["items"])


async def test_stand_tells_what_was_known_then(kern: Software, vogt: Software) -> None:
    ref = await request(kern)
    position = kern.here.faden.store.journal.head()
    kern.here.watch.forward(days=1)
    await vogt.post(f"/commitments/{ref}/promise")
    for stand in (str(position), "2027-03-17"):
        then = await kern.get(f"/commitments/{ref}?stand={stand}")
        assert then.json["state"] == "requested"
    assert (await kern.get(f"/commitments/{ref}")).json["state"] == "promised"
    said = await kern.get(f"/commitments/{ref}?stand=2026-01-01")
    assert (said.status, said.json["code"]) == (404, "no_such_state")
    assert "17.03.2027" in said.json["detail"]


async def test_wirksam_tells_what_held_on_a_day(kern: Software) -> None:
    kern.here.watch.forward(days=10)
    left = {"org": "muehlau", "effective_on": "2027-04-01"}
    assert (await kern.post("/region/leave", left)).status == 200
    members = {}
    for day in ("2027-03-31", "2027-04-01"):
        said = await kern.get(f"/region/members?wirksam={day}")
        paths = {row["org"]: row["path"] for row in said.json["items"]}
        members[day] = paths["muehlau"]
    assert members == {"2027-03-31": "member", "2027-04-01": "left"}


async def birkfeld(who: Software) -> dict[str, Any]:
    """Return what Birkfeld replied to the first ask, for the eyes of ``who``."""
    found = (await who.get("/asks/F1/replies")).json["items"]
    return next(row for row in found if row["org"] == "birkfeld")


async def test_an_answer_hidden_on_the_page_is_hidden_here(
    kern: Software, software: Give
) -> None:
    await kern.post("/asks/open", {**ASK, "disclosure": "nur Koordination"})
    said = {"values": [{"question": "bedarf", "said": "ja"}], "remark": "geheim"}
    done = await software("p-birke").post("/asks/F1/answer", said)
    assert done.status == 200, done.json
    mine = await birkfeld(kern)
    assert mine["values"][0]["said"] == "ja"
    other = await birkfeld(software("p-lange"))
    assert (other["hidden"], other["values"], other["remark"]) == (True, [], None)
    steps = await software("p-lange").get("/history/F1")
    assert "geheim" not in str(steps.json)


async def test_lateness_is_the_two_parties_business(
    kern: Software, vogt: Software, software: Give
) -> None:
    ref = await request(kern)
    await vogt.post(f"/commitments/{ref}/promise")
    kern.here.watch.forward(days=60)
    board = await kern.get("/forums/wasser/board")
    assert board.json["promises"]["overdue"]["total"] == 1
    other = await software("p-lange").get("/forums/wasser/board")
    assert other.json["promises"]["overdue"]["total"] == 0


async def test_an_erased_text_is_gone_at_once(kern: Software) -> None:
    worry = {"forum": "wasser", "text": "Geheimnis"}
    said = await kern.post("/informations/raise-concern", worry)
    assert "Geheimnis" in str((await kern.get("/informations")).json)
    erased = {"field": "text", "ground": "unlawful"}
    done = await kern.post(f"/texts/{said.json['position']}/erase", erased)
    assert done.status == 200, done.json
    assert kern.here.faden.erasing.carry_out()
    assert "Geheimnis" not in str((await kern.get("/informations")).json)


@pytest.mark.parametrize("path", ["/persons", "/region/members", "/asks/minutes"])
async def test_somebody_without_a_mandate_sees_nobody_else(
    kern: Software, software: Give, path: str
) -> None:
    done = await kern.post("/persons", {"name": "Fremd"})
    who = software(done.json["ref"])
    seen = (await who.get(path)).json["items"]
    assert {row["person"] for row in seen} <= {done.json["ref"]}
    assert (await who.get("/persons/p-vogt")).status == 404
    assert (await who.get(f"/persons/{done.json['ref']}")).status == 200
