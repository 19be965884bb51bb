"""Plain: what people typed, without Slack's markup (*Klartext*).

Slack sends ``<@U1>``, ``<!channel>``, ``<https://…|words>`` and ``&amp;``; the grammar
gets what the person saw. Source: Slack, "Formatting text for app surfaces".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_TOKEN: Final = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_USER: Final = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_SCHEMES: Final = ("https://", "http://", "mailto:", "tel:")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))  # the last one last


def mentioned(text: str) -> tuple[str, ...]:
    """Return the ids of the users that ``text`` mentions, each once."""
    return tuple(dict.fromkeys(_USER.findall(text)))


def plain(text: str, names: Mapping[str, str], own: str = "") -> str:
    """Return what the person saw; ``own`` is our user id, which is left out.

    ``names`` are those of the users mentioned, as far as they are known.
    """

    def seen(found: re.Match[str]) -> str:
        sign, inner, label = found[1], found[2], found[3]
        match sign:
            case "@" if inner == own:
                return ""
            case "@":
                return names.get(inner) or label or f"@{inner}"
            case "#":
                return f"#{label or inner}"
            case "!":
                return _special(inner, label)
            case _:
                return _link(inner, label)

    bare = _TOKEN.sub(seen, text)
    for entity, character in _ENTITIES:
        bare = bare.replace(entity, character)
    return bare.strip()


def _special(inner: str, label: str | None) -> str:
    """Return ``<!channel>`` and the like; a date has its words behind the bar."""
    if label:
        return label
    return f"@{inner.partition('^')[0]}"


def _link(inner: str, label: str | None) -> str:
    scheme = next((scheme for scheme in _SCHEMES if inner.startswith(scheme)), None)
    if scheme is None:  # no markup of Slack's: it escapes what people type
        return f"<{inner}>" if label is None else f"<{inner}|{label}>"
    address = inner.removeprefix("mailto:").removeprefix("tel:")
    same = {
        address,
        address.removeprefix(scheme),
        address.removeprefix(scheme).rstrip("/"),
    }
    if label is None or label in same:
        return label or address
    return f"{label} ({address})"
