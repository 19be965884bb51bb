"""Blocks: the pieces of Slack's Block Kit that we use, and their limits.

Words of people stand in rich text, which Slack never reads for markup: a typed
``<!channel>``, ``*`` or ``:smile:`` stays what it is. Only the text of a message is
read, so ``escaped`` is for that. Limits are characters, from
docs.slack.dev/reference/block-kit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

Block: TypeAlias = dict[str, Any]
Words: TypeAlias = tuple[Block, ...]  # some of a paragraph of rich text

HEADER: Final = 150
BUTTON: Final = 75
OPTION: Final = 75  # of its text and of its value
OPTIONS: Final = 100  # in a list, and lists in a group
BUTTONS: Final = 25  # in a row
PIECE: Final = 2900  # of rich text at once; a section takes 3000
CONTEXT: Final = 2900
LABEL: Final = 2000
INPUT: Final = 3000
TITLE: Final = 24
DOTS: Final = "…"
BREAK: Final[Block] = {"type": "text", "text": "\n"}  # before a paragraph

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str, limit: int) -> Block:
    """Return a text object without markup; Slack wants at least one character."""
    return {"type": "plain_text", "text": cut(text, limit), "emoji": False}


def cut(text: str, limit: int) -> str:
    """Return ``text``, shortened visibly if need be."""
    text = text.strip() or "–"
    return text if len(text) <= limit else text[: limit - 1].rstrip() + DOTS


def escaped(text: str, limit: int) -> str:
    """Return ``text`` so that nothing in it means anything, in ``limit`` characters."""
    whole = text.strip().translate(_ESCAPES) or "–"
    if len(whole) <= limit:
        return whole
    room, kept = limit - len(DOTS), []
    for character in text.strip():
        said = character.translate(_ESCAPES)
        if len(said) > room:
            break
        room -= len(said)
        kept.append(said)
    return "".join(kept) + DOTS


def run(text: str, *, strong: bool = False, url: str = "") -> Words:
    """Return some words of rich text; with ``url`` they lead somewhere."""
    if not text:
        return ()
    kind: Block = {"type": "link", "url": url} if url else {"type": "text"}
    if strong:
        kind["style"] = {"bold": True}
    return tuple(kind | {"text": piece} for piece in pieces(text))


def pieces(text: str, limit: int = PIECE) -> Iterator[str]:
    """Split ``text`` where there is a space, if there is one; nothing is lost."""
    while len(text) > limit:
        space = max(text.rfind(" ", limit // 2, limit), text.rfind("\n", 0, limit))
        end = space + 1 if space > 0 else limit
        yield text[:end]
        text = text[end:]
    yield text


def rich(paragraphs: Sequence[Words]) -> Block:
    """Return one block of several paragraphs; each but the first begins with BREAK.

    One section with line ends in it is what Slack's own composer makes.
    """
    elements = [word for paragraph in paragraphs for word in paragraph]
    if elements[0] == BREAK:
        del elements[0]
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "elements": [section]}


def small(text: str) -> Block:
    """Return a line of small print."""
    return {"type": "context", "elements": [plain(text, CONTEXT)]}


def row(buttons: Iterable[Block]) -> Block:
    """Return buttons side by side."""
    return {"type": "actions", "elements": list(buttons)}


def button(action: str, label: str, value: str, style: str) -> Block:
    """Return a button; ``style`` is that of a neutral choice."""
    known = {"type": "button", "action_id": action, "text": plain(label, BUTTON)}
    colour = {"yes": {"style": "primary"}, "no": {"style": "danger"}}
    return known | {"value": value} | colour.get(style, {})


def select(options: Sequence[str], chosen: str) -> Block:
    """Return a list to choose from; an option's value is its place, from nought."""
    listed = [_option(n, text) for n, text in enumerate(options)]
    element: Block = {"type": "static_select"}
    if len(listed) <= OPTIONS:
        element["options"] = listed
    else:
        element["option_groups"] = [
            {
                "label": plain(f"{start + 1}–{start + len(some)}", OPTION),
                "options": some,
            }
            for start in range(0, len(listed), OPTIONS)
            if (some := listed[start : start + OPTIONS])
        ]
    return element | _initial(listed, options, chosen)


def radio(options: Sequence[str], chosen: str) -> Block:
    """Return a few answers that all are seen at once."""
    listed = [_option(n, text) for n, text in enumerate(options)]
    element: Block = {"type": "radio_buttons", "options": listed}
    return element | _initial(listed, options, chosen)


def _option(n: int, text: str) -> Block:
    return {"text": plain(text, OPTION), "value": str(n)}


def _initial(listed: Sequence[Block], options: Sequence[str], chosen: str) -> Block:
    found = [one for one, text in zip(listed, options, strict=True) if text == chosen]
    return {"initial_option": found[0]} if chosen and found else {}


def length(part: object) -> int:
    """Return how many characters of ``part`` count for the limit of a message."""
    if isinstance(part, Mapping):
        own = sum(len(v) for k, v in part.items() if k in _READ and isinstance(v, str))
        return own + sum(length(v) for v in part.values() if not isinstance(v, str))
    if isinstance(part, list | tuple):
        return sum(length(one) for one in part)
    return 0


_READ: Final = {"text", "url"}
