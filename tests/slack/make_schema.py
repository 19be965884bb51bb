"""Make ``schema.json`` out of Slack's own types, so that it can contradict us.

::

    python -m tests.slack.make_schema        needs npm; takes a minute

ts-json-schema-generator turns the TypeScript types into a JSON Schema, without
unknown keys, and keeps Slack's comments as descriptions. The limits in them
("Maximum length for this field is 75 characters") are read out of the prose here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.slack.prose import Node, limit, parts

TYPES: Final = "@slack/types@3.2.0"
GENERATOR: Final = "ts-json-schema-generator@2.4.0"
HERE: Final = Path(__file__).parent
SCHEMA: Final = HERE / "schema.json"
_CONFIG: Final = {
    "compilerOptions": {"module": "nodenext", "strict": True, "skipLibCheck": True},
    "files": ["types.ts"],
}
# What the comments leave to other pages: docs.slack.dev/reference/block-kit
MESSAGE_BLOCKS: Final = 50
TEXT_OBJECT: Final = 3000  # characters


def generated() -> Node:
    """Return the schema as the generator makes it, from the registry's packages."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "types.ts").write_text((HERE / "types.ts").read_text())
        (folder / "tsconfig.json").write_text(json.dumps(_CONFIG))
        install = ["npm", "install", "--silent", "--no-audit", TYPES, GENERATOR]
        subprocess.run(install, cwd=folder, check=True)
        made = subprocess.run(
            [
                *("npx", "ts-json-schema-generator", "--no-type-check"),
                *("--path", "types.ts", "--tsconfig", "tsconfig.json"),
            ],
            cwd=folder,
            check=True,
            capture_output=True,
        )
    schema: Node = json.loads(made.stdout)
    return schema


def judging(schema: Node) -> Node:
    """Return ``schema`` with Slack's limits in it, and one error for a wrong block."""
    definitions = schema["definitions"]
    for node in definitions.values():
        limit(node)
    # AnyBlock = KnownBlock | Block, and a Block is anything with a type
    definitions["AnyBlock"] = {"$ref": "#/definitions/KnownBlock"}
    for node in list(definitions.values()):
        _tell_apart(node, definitions)
    for name in ("PlainTextElement", "MrkdwnElement"):
        text = definitions[name]["properties"]["text"]
        text.update(minLength=1, maxLength=TEXT_OBJECT)
    definitions["Message"]["properties"]["blocks"]["maxItems"] = MESSAGE_BLOCKS
    _strip(definitions)
    comment = f"{TYPES}, by {GENERATOR}: python -m tests.slack.make_schema"
    return {"$comment": comment, "definitions": _reached(definitions)}


def _tell_apart(node: object, definitions: Node) -> None:
    """Turn "any of these" into "if its type is this, then that", where it has one."""
    if isinstance(node, list):
        for one in node:
            _tell_apart(one, definitions)
    if not isinstance(node, dict):
        return
    options = node.get("anyOf", [])
    types = [_types(option, definitions) for option in options]
    if options and "properties" not in node and all(types):
        by_type: dict[str, list[Node]] = {}
        for option, names in zip(options, types, strict=True):
            for name in names:
                by_type.setdefault(name, []).append(option)
        del node["anyOf"]
        node |= {
            "type": "object",
            "required": ["type"],
            "properties": {"type": {"enum": sorted(by_type)}},
            "allOf": [_if(name, same) for name, same in sorted(by_type.items())],
        }
    for one in list(node.values()):
        _tell_apart(one, definitions)


def _if(name: str, same: list[Node]) -> Node:
    return {
        "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
        "then": same[0] if len(same) == 1 else {"anyOf": same},
    }


def _types(node: Node, definitions: Node) -> list[str]:
    """Return the values that ``type`` may have in what ``node`` refers to."""
    if "$ref" not in node:
        return []
    whole = definitions[node["$ref"].rpartition("/")[2]]
    found: set[str] = set()
    for part in (whole, *parts(whole)):
        kind = part.get("properties", {}).get("type", {})
        found |= {kind["const"]} if "const" in kind else set(kind.get("enum", []))
        found |= set(_types(part, definitions))
    return sorted(found)


def _strip(node: object) -> None:
    """Take the prose away; it is in the package."""
    if isinstance(node, list):
        for one in node:
            _strip(one)
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            del node["description"]
        for one in node.values():
            _strip(one)


def _reached(definitions: Node) -> Node:
    """Return only what a message, a modal or a home page can hold."""
    wanted, found = ["Message", "Modal", "Home"], {}
    while wanted:
        name = wanted.pop()
        if name not in found:
            found[name] = definitions[name]
            refs = re.findall(r'"#/definitions/(\w+)"', json.dumps(found[name]))
            wanted += refs
    return dict(sorted(found.items()))


def main() -> None:
    """Write the file."""
    SCHEMA.write_text(json.dumps(judging(generated()), indent=1) + "\n")
    sys.stdout.write(f"{SCHEMA} was made from {TYPES}.\n")


if __name__ == "__main__":
    main()
