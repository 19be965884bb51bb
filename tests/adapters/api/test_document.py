"""Document: the description is what is served, and each of its calls can be sent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import jsonschema

from adapters.api.commands import acts
from adapters.api.document import document, text
from adapters.api.examples import calls
from adapters.api.operation import PREFIX, QUERIES
from tests.adapters.api.conftest import Give, Software

COMMITTED: Final = Path(__file__).parents[3] / "deploy" / "openapi.json"


def test_what_is_committed_is_what_the_program_says() -> None:
    assert COMMITTED.read_text("utf-8") == text()  # else: ./dev openapi


def test_everything_is_described_once() -> None:
    described = [
        told["operationId"]
        for ways in document()["paths"].values()
        for told in ways.values()
    ]
    known = {one.name for one in QUERIES} | {act.name for act in acts()}
    assert sorted(described) == sorted({*known, "follow", "get_openapi"})


def test_every_schema_is_one() -> None:
    for schema in document()["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


async def test_it_is_for_everybody(software: Give) -> None:
    said = await software().get("/openapi.json")
    assert said.json == json.loads(text())


async def test_each_call_of_the_page_is_understood(kern: Software) -> None:
    assert {call.name for call in calls()} >= {act.name for act in acts()}
    for call in calls():
        if call.follows:
            continue
        path = call.address.removeprefix(PREFIX)
        said = await kern.send(call.method, path, call.body)
        assert said.status in {200, 201, 403, 404, 409}, (call.address, said.json)
        if said.status == 404:
            assert said.json["code"] in {
                "not_found",
                "unknown_reference",
                "no_such_entry",
                "no_such_state",
            }


def test_a_call_is_written_as_it_is_typed() -> None:
    (promise,) = (c for c in calls() if c.name == "ask_extend")
    assert promise.curl("https://x") == (
        'curl -H "Authorization: Bearer $FADEN_TOKEN" -X POST '
        "-H \"Idempotency-Key: $(uuidgen)\" -H 'Content-Type: application/json' "
        '-d \'{"deadline": "2027-04-30"}\' https://x/api/v1/asks/F12/extend'
    )
    assert promise.python() == (
        'faden.post(base + "/api/v1/asks/F12/extend", '
        "json={'deadline': '2027-04-30'}, headers=once())"
    )
