"""Parameters: path, query and headers of an operation, as OpenAPI writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import BaseModel

from adapters.api.operation import Asked
from adapters.api.reading import SEEN, VERSION
from adapters.api.schemas import Json, Schemas, schema_of

HEADERS: Final[Mapping[str, tuple[str, str, str]]] = {
    "Idempotency-Key": (
        "Your own name for this request: sent again, it gets the same answer.",
        "^[!-~]{1,200}$",
        "8f14e45f-ceea-467f-a3ba-2b1c3d4e5f60",
    ),
    "If-Match": (
        "Only if this is still the version; the ETag of what you read.",
        VERSION,
        '"3"',
    ),
    "If-None-Match": (
        "The ETag of what you know; the same is answered with 304.",
        SEEN,
        '"3.0123456789abcdef"',
    ),
    "Last-Event-ID": (
        "The last entry that was received.",
        "^[0-9]{1,15}$",
        "4711",
    ),
}
"""What each says, what it looks like, and an example."""


def parameters(
    asked: type[Asked | BaseModel], holes: Sequence[str], schemas: Schemas
) -> list[Json]:
    """Return what stands in path and query; ``holes`` are those of the path."""
    schema = schema_of(asked)
    for name, part in schema.pop("$defs", {}).items():
        schemas.keep(name, part)
    required = set(schema.get("required", ()))
    return [
        _parameter(name, part, within=name in holes, needed=name in required)
        for name, part in schema.get("properties", {}).items()
    ]


def _parameter(name: str, schema: Json, *, within: bool, needed: bool) -> Json:
    plain = dict(schema)
    options = [one for one in plain.get("anyOf", ()) if one != {"type": "null"}]
    if len(options) == 1:  # in an address nothing is said by leaving it out
        plain = {**options[0], **{k: v for k, v in plain.items() if k != "anyOf"}}
        if plain.get("default", ...) is None:
            del plain["default"]
    found: Json = {"name": name, "in": "path" if within else "query"}
    found["required"] = within or needed
    if "description" in plain:
        found["description"] = plain.pop("description")
    return {**found, "schema": plain}


def headers(*names: str) -> list[Json]:
    """Return references to some of ``HEADERS``."""
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]


def header(name: str) -> Json:
    """Return one of ``HEADERS`` as it is described."""
    description, pattern, example = HEADERS[name]
    return {
        "name": name,
        "in": "header",
        "required": False,
        "description": description,
        "schema": {"type": "string", "pattern": pattern, "examples": [example]},
    }
