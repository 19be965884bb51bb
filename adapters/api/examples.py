"""Examples: for each operation a call that can be sent as it stands (*Beispiele*).

Made of the description, like all else: what must be said is said, with names of the
invented county.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import quote, urlencode

from adapters.api.document import document
from adapters.api.operation import PREFIX

_REF: Final = "#/components/"
_NAMED: Final[Mapping[str, object]] = {
    "org": "birkfeld",
    "holder": "birkfeld",
    "lead": "birkfeld",
    "asker": "kreis",
    "forum": "wasser",
    "person": "me",
    "export": "lieferung-1",
    "entry": 80,
    "stream": "B7",
    "old": "2027-03-17",
    "new": "2027-04-30",
    "q": "Klärschlamm",
    "field": "wasser",
    "body": "gemeindevertretung",
}
_LETTERS: Final = {"Z": "Z34", "F": "F12", "B": "B7", "I": "I88"}
_DAY: Final = "2027-04-30"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request; ``body`` is ``None`` where nothing has to be said."""

    name: str
    tag: str
    summary: str
    method: str
    path: str
    scope: str
    address: str
    body: object | None

    def curl(self, base: str) -> str:
        """Return it as one line for a shell; the token lies in ``FADEN_TOKEN``."""
        parts = ["curl", "-H", '"Authorization: Bearer $FADEN_TOKEN"']
        if self.follows:
            parts.append("-N")
        if self.method == "POST":
            parts += ["-X", "POST", "-H", '"Idempotency-Key: $(uuidgen)"']
        if self.body is not None:
            said = json.dumps(self.body, ensure_ascii=False)
            parts += ["-H", "'Content-Type: application/json'", "-d", shlex.quote(said)]
        return " ".join([*parts, shlex.quote(base + self.address)])

    def python(self) -> str:
        """Return it as a line of Python; its names come from the page's beginning."""
        more = [f'base + "{self.address}"']
        if self.body is not None:
            more.append(f"json={self.body!r}")
        if self.method == "POST":
            more.append("headers=once()")
        if self.follows:
            more.append("stream=True")
        return f"faden.{self.method.lower()}({', '.join(more)})"

    @property
    def follows(self) -> bool:
        """Whether the answer goes on and on."""
        return self.name == "follow"


@cache
def calls() -> tuple[Call, ...]:
    """Return one for each operation, in the order of the description."""
    return tuple(_calls(document()))


def _calls(whole: Mapping[str, Any]) -> Iterator[Call]:
    for path, ways in whole["paths"].items():
        for method, told in ways.items():
            given = [_open(one, whole) for one in told.get("parameters", ())]
            yield Call(
                name=told["operationId"],
                tag=told["tags"][0],
                summary=told["summary"],
                method=method.upper(),
                path=path,
                scope=told.get("x-scope", ""),
                address=_address(path, given, whole),
                body=_body(told, whole),
            )


def _address(
    path: str, given: Sequence[Mapping[str, Any]], whole: Mapping[str, Any]
) -> str:
    said = {
        one["name"]: str(_value(one["name"], one["schema"], whole))
        for one in given
        if one["required"]
    }
    asked = {name: text for name, text in said.items() if f"{{{name}}}" not in path}
    for name, text in said.items():
        path = path.replace(f"{{{name}}}", quote(text, safe=":"))
    return PREFIX + path + (f"?{urlencode(asked)}" if asked else "")


def _body(told: Mapping[str, Any], whole: Mapping[str, Any]) -> object | None:
    body = told.get("requestBody")
    if body is None or not body["required"]:
        return None
    return _value("", body["content"]["application/json"]["schema"], whole)


def _open(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference into the description."""
    if "$ref" not in schema:
        return schema
    kind, _, name = schema["$ref"].removeprefix(_REF).partition("/")
    found: Mapping[str, Any] = whole["components"][kind][name]
    return found


def _value(name: str, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> object:
    """Return something that fits ``schema``, as it would be said of a ``name``."""
    schema = _open(schema, whole)
    if "anyOf" in schema:
        return _value(name, schema["anyOf"][0], whole)
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            return _object(schema, whole)
        case "array":
            return [_value(name, schema["items"], whole)]
        case "integer":
            return _NAMED.get(name, max(schema.get("minimum", 1), 1))
        case "boolean":
            return True
        case _:
            return _text(name, schema)


def _object(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> object:
    parts = schema.get("properties", {})
    if not parts and "additionalProperties" in schema:
        return {"birkfeld": _value("", schema["additionalProperties"], whole)}
    return {one: _value(one, parts[one], whole) for one in schema.get("required", ())}


def _text(name: str, schema: Mapping[str, Any]) -> object:
    if schema.get("format") == "date":
        return _DAY
    letter = re.match(r"\^\(?\[?([ZFBI])", schema.get("pattern", ""))
    if letter and name == "ref":
        return _LETTERS[letter[1]]
    return _NAMED.get(name, "…")
