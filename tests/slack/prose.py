"""Prose: the limits that Slack's comments state, written into the schema.

"Maximum length for this field is 75 characters" becomes ``maxLength``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

Node: TypeAlias = dict[str, Any]

_LENGTH: Final = re.compile(
    r"(?:maximum length|max length|limit|less than)[^.]{0,70}?([\d,]+) ?char(?:acter)?s"
    r"|maximum length is ([\d,]+)",
    re.IGNORECASE,
)
_ITEMS: Final = re.compile(
    r"(?:maximum number of (?:items|options|option groups) is"
    r"|maximum of|maximum|max of) ([\d,]+)",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"text in each item is ([\d,]+)")
_LEAST: Final = re.compile(r"minimum length[^.]{0,60}? is ([\d,]+)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://\S+")


def limit(node: Node) -> None:
    """Read the comments of the fields of ``node``."""
    for field in (node.get("properties") or {}).values():
        said = _ADDRESS.sub("", field.get("description", "").replace("\n", " "))
        if _is_list(field):
            if most := _ITEMS.search(said):
                field["maxItems"] = _number(most)
            if each := _EACH.search(said):
                most_of_each = _text(1, _number(each))
                field["items"] = {"allOf": [field["items"], most_of_each]}
            field.setdefault("minItems", 1)
        elif most := _LENGTH.search(said):
            least = _LEAST.search(said)
            own = _text(_number(least) if least else 1, _number(most))
            whole = {key: field.pop(key) for key in list(field) if key != "description"}
            field["allOf"] = [whole, own]  # draft 7 ignores what stands beside $ref
    for part in parts(node):
        limit(part)


def _is_list(field: Node) -> bool:
    return "array" in {field.get("type"), *(p.get("type") for p in parts(field))}


def parts(node: Node) -> Iterator[Node]:
    """Return what ``node`` is put together from."""
    for key in ("allOf", "anyOf", "oneOf"):
        yield from node.get(key, [])


def _number(found: re.Match[str]) -> int:
    return int(next(group for group in found.groups() if group).replace(",", ""))


def _text(least: int, most: int) -> Node:
    """Return the limit of a string, or of the text inside a text object."""
    inner = {"minLength": least, "maxLength": most}
    return {
        "if": {"type": "object"},
        "then": {"properties": {"text": inner}},
        "else": inner,
    }
