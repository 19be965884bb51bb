"""Judge: whether Slack would take what we send, by two sources that are not ours.

The first is a JSON Schema made from Slack's own types (``make_schema.py``), the
second are the models of Slack's own client. What both leave to prose (ids that must
differ, nothing that calls a whole channel) stands here, with its source.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum, unique
from functools import cache
from io import StringIO
from typing import Any, Final

from jsonschema import Draft7Validator
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.slack.make_schema import SCHEMA

# "For best results, limit the text to 4,000 characters": chat.postMessage
MESSAGE_TEXT: Final = 4000
# msg_blocks_too_long: 12,000 of text and a buffer (github.com/slackapi/bolt-js,
# issue 2509); in practice 11,341 of text were refused (issue 2867)
MESSAGE_CHARACTERS: Final = 11_000
METADATA: Final = 8000  # bytes; "metadata_too_large"
_READ: Final = frozenset({"text", "url", "initial_value"})
# Nobody has agreed to be called by a bot: chat.md, rule 7
_CALLING: Final = re.compile(r"<!(?:channel|here|everyone|subteam)")


@unique
class Kind(StrEnum):
    """What is judged; the values are definitions of the schema."""

    MESSAGE = "Message"
    MODAL = "Modal"
    HOME = "Home"


def complaints(kind: Kind, payload: Mapping[str, Any]) -> list[str]:
    """Return why Slack would not take ``payload``, one sentence for each mistake."""
    said = payload
    if kind is Kind.MESSAGE:
        said = {key: payload[key] for key in ("text", "blocks") if key in payload}
    found = [*_by_types(kind, said), *_by_models(kind, said), *_by_prose(kind, payload)]
    return list(dict.fromkeys(found))


@cache
def _validator(kind: Kind) -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text())
    return Draft7Validator(schema | {"$ref": f"#/definitions/{kind}"})


def _by_types(kind: Kind, payload: Mapping[str, Any]) -> Iterator[str]:
    for error in _validator(kind).iter_errors(payload):
        where = "/".join(str(step) for step in error.absolute_path)
        yield f"types: /{where} {error.message[:160]}"


def _by_models(kind: Kind, payload: Mapping[str, Any]) -> list[str]:
    with _warnings() as found:
        try:
            if kind is Kind.MESSAGE:
                for block in payload.get("blocks") or []:
                    _validate(Block.parse(block), set())
            else:
                _validate(View(**payload), set())
        except (SlackObjectFormationError, TypeError) as error:
            found.append(str(error)[:160])
    return [f"models: {sentence}" for sentence in found]


def _validate(part: object, seen: set[int]) -> None:
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, JsonObject):
        part.validate_json()
        for value in vars(part).values():
            _validate(value, seen)
    elif isinstance(part, list | tuple):
        for value in part:
            _validate(value, seen)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the models only warn of: parts that they do not know."""
    found: list[str] = []
    written = StringIO()
    logger, handler = logging.getLogger("slack_sdk"), logging.StreamHandler(written)
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        found += [line[:160] for line in written.getvalue().splitlines()]


def _by_prose(kind: Kind, payload: Mapping[str, Any]) -> Iterator[str]:
    blocks = [b for b in payload.get("blocks") or [] if isinstance(b, dict)]
    yield from _twice("block_id", (block.get("block_id") for block in blocks))
    for part in _inside(blocks):
        elements = part.get("elements")
        if isinstance(elements, list):
            actions = (e.get("action_id") for e in elements if isinstance(e, dict))
            yield from _twice("action_id", actions)
        options = part.get("options")
        if isinstance(options, list):
            yield from _twice("value", (option.get("value") for option in options))
            yield from _chosen(part, options)
        if "deny" not in part.get("confirm", {"deny": ""}):
            yield "prose: confirm needs deny"  # reference/block-kit/composition-objects
        if part.get("type") == "mrkdwn" and _CALLING.search(str(part.get("text"))):
            yield "prose: it calls a whole channel"
    if kind is Kind.MESSAGE:
        yield from _message(payload, blocks)
    fields = any(block.get("type") == "input" for block in blocks)
    if kind is Kind.MODAL and fields and not payload.get("submit"):
        yield "prose: a modal with fields needs submit"


def _chosen(part: Mapping[str, Any], options: Sequence[object]) -> Iterator[str]:
    first = part.get("initial_option")
    if first is not None and first not in options:
        yield "prose: initial_option is none of the options"


def _message(
    payload: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    text = str(payload.get("text", ""))
    if len(text) > MESSAGE_TEXT:
        yield f"prose: the text has {len(text)} characters"
    if not text.strip():
        yield "prose: a message needs a text, for notifications"
    if _CALLING.search(text) or payload.get("link_names"):
        yield "prose: it calls a whole channel"
    if re.search(r"&(?!amp;|lt;|gt;)|<(?![!@#h])", text):
        yield "prose: & < > are not escaped in the text"
    length = sum(len(words) for words in texts(blocks))
    if length > MESSAGE_CHARACTERS:
        yield f"prose: the blocks have {length} characters"
    if len(json.dumps(payload.get("metadata") or {})) > METADATA:
        yield "prose: the metadata is too large"


def texts(part: object, *, keys: Container[str] = _READ) -> Iterator[str]:
    """Return all strings that somebody reads or follows, in order."""
    if isinstance(part, dict):
        for key, value in part.items():
            if isinstance(value, str):
                if key in keys:
                    yield value
            else:
                yield from texts(value, keys=keys)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from texts(value, keys=keys)


def _inside(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from _inside(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _inside(value)


def _twice(name: str, values: Iterable[str | None]) -> Iterator[str]:
    counted = Counter(value for value in values if value is not None)
    for value, times in counted.items():
        if times > 1:
            yield f"prose: {name} {value!r} stands there {times} times"
