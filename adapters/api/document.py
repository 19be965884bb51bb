"""Document: the whole interface as OpenAPI 3.1, made of what serves it.

Nothing is said here that the operations do not say themselves; ``deploy/openapi.json``
is this text, and a test compares both.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Final

from adapters.api import shapes
from adapters.api.catalogue import queries
from adapters.api.commands import Act, Done, acts
from adapters.api.events import MEDIA as STREAM
from adapters.api.events import PATH as EVENTS
from adapters.api.events import Following
from adapters.api.operation import PREFIX, Operation
from adapters.api.parameters import HEADERS, header, headers, parameters
from adapters.api.problems import MEDIA, ProblemDetails
from adapters.api.schemas import REF, Json, Schemas
from adapters.api.steps import EntryOut
from adapters.office.api_tokens import Scope

VERSION: Final = "1.0.0"
_JSON: Final = "application/json"
_ABOUT: Final = (
    "Everything that people do in chat and on the pages, for other software. A token "
    "acts as its person, within its scopes; what that person may not see is not there. "
    "Lists come by the page: `next` of one page is `before` of the next. `stand` asks "
    "what was known then (a day, or an entry of the log), `wirksam` what held on a "
    "day. Errors are problems by RFC 9457 with the codes of the chat in `code`. Write "
    "with an Idempotency-Key of your own, and the same request is done once, however "
    "often it is sent; with If-Match only what you saw is changed."
)
_PROBLEM: Final = {"$ref": "#/components/responses/Problem"}
_BAD: Final[Json] = {"4XX": _PROBLEM, "5XX": _PROBLEM}


@cache
def document() -> Json:
    """Return the description of everything."""
    schemas = Schemas()
    paths: dict[str, Json] = {}
    for operation in queries():
        paths.setdefault(operation.path, {})["get"] = _query(operation, schemas)
    for act in acts():
        paths.setdefault(act.path, {})["post"] = _act(act, schemas)
    paths.setdefault(EVENTS, {})["get"] = _stream(schemas)
    paths["/openapi.json"] = {"get": _itself()}
    schemas.add(ProblemDetails, "serialization")
    return {
        "openapi": "3.1.0",
        "info": {"title": "Faden", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": PREFIX}],
        "security": [{"token": []}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": schemas.all(),
            "parameters": {name: header(name) for name in HEADERS},
            "responses": {"Problem": _problem()},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "bearerFormat": "faden_…"}
            },
        },
    }


def text() -> str:
    """Return it as it is committed and served: a line for each path and each part."""
    return _lines(document(), 3) + "\n"


def _lines(part: object, deep: int) -> str:
    if not deep or not isinstance(part, dict):
        return json.dumps(part, ensure_ascii=False)
    inner = (
        f"{json.dumps(name)}: {_lines(one, deep - 1)}" for name, one in part.items()
    )
    return "{\n" + ",\n".join(inner) + "\n}"


def _query(operation: Operation, schemas: Schemas) -> Json:
    out = schemas.add(shapes.outgoing(operation.out), "serialization")
    body = _page(out) if operation.listed else out
    good = {
        "description": "OK",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {_JSON: {"schema": body}},
    }
    if operation.path == f"/{operation.tag}":
        good |= _links(operation.tag, "/items/0/ref")
    found: Json = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [
            *parameters(operation.asked, operation.holes, schemas),
            *headers("If-None-Match"),
        ],
        "responses": {"200": good, "304": {"description": "Not Modified"}, **_BAD},
    }
    return {**found, **_security(operation.scope)}


def _links(tag: str, where: str) -> Json:
    """Return where what came back, or its first row, can be read by its number."""
    single = next((one for one in queries() if one.path == f"/{tag}/{{ref}}"), None)
    if single is None:
        return {}
    link = {
        "operationId": single.name,
        "parameters": {"ref": f"$response.body#{where}"},
    }
    return {"links": {single.name: link}}


def _page(out: Json) -> Json:
    number = {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    return {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": out},
            "next": {**number, "description": "`before` of the next page, if any."},
            "total": {**number, "description": "Of all pages, where it is counted."},
            "stand": {"type": "integer", "description": "Up to this entry of the log."},
        },
        "required": ["items", "next", "total", "stand"],
    }


def _act(act: Act, schemas: Schemas) -> Json:
    holes = tuple(name for name in act.asked.model_fields if f"{{{name}}}" in act.path)
    done = {
        "description": "Created" if act.opens else "OK",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {_JSON: {"schema": schemas.add(Done, "serialization")}},
    }
    said = ("Idempotency-Key",) if act.opens else ("Idempotency-Key", "If-Match")
    weighed = {**done, "description": "It would be done"}
    good = (
        {"200": weighed, "201": {**done, **_links(act.tag, "/ref")}}
        if act.opens
        else {"200": done}
    )
    return {
        "operationId": act.name,
        "summary": act.summary,
        "tags": [act.tag],
        "parameters": [*parameters(act.asked, holes, schemas), *headers(*said)],
        "requestBody": {
            "required": act.needs_body,
            "content": {_JSON: {"schema": schemas.add(act.body, "validation")}},
        },
        "responses": {**good, **_BAD},
        **_security(act.scope),
    }


def _stream(schemas: Schemas) -> Json:
    schemas.add(shapes.outgoing(EntryOut), "serialization")
    return {
        "operationId": "follow",
        "summary": "Send every entry that you may see, as it is recorded.",
        "description": "Each event has the position of its entry as id, its kind as "
        "name, and an `EntryOut` as data.",
        "tags": ["record"],
        "parameters": [
            *parameters(Following, (), schemas),
            *headers("Last-Event-ID"),
        ],
        "responses": {
            "200": {
                "description": "OK",
                "content": {STREAM: {"schema": {"type": "string"}}},
            },
            **_BAD,
        },
        **_security(Scope.READ),
    }


def _itself() -> Json:
    return {
        "operationId": "get_openapi",
        "summary": "Return this description.",
        "tags": ["record"],
        "parameters": headers("If-None-Match"),
        "responses": {
            "200": {
                "description": "OK",
                "content": {_JSON: {"schema": {"type": "object"}}},
            },
            "304": {"description": "Not Modified"},
            **_BAD,
        },
        "security": [],
    }


def _security(scope: Scope | None) -> Json:
    if scope is None:
        return {"security": []}
    return {"x-scope": scope.value, "security": [{"token": []}]}


def _problem() -> Json:
    schema = {"$ref": REF.format(model="ProblemDetails")}
    return {"description": "Why not", "content": {MEDIA: {"schema": schema}}}
