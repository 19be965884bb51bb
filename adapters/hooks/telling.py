"""Telling: what is said of one entry, and its signature.

Source: Standard Webhooks 1.0, "Signature scheme": HMAC-SHA256 over id, second since
1970 and body, joined by full stops.
"""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Final

import msgspec

from core.ports import Circle, Recorded

NOUNS: Final = frozenset(
    {"region", "organisation", "forum", "commitment", "information", "ask", "decision"}
)
"""Of whose entries is told; what concerns single persons is nobody else's."""

_PREFIX: Final = "whsec_"


def body(recorded: Recorded, pages: str) -> bytes | None:
    """Return what is told of an entry, ``None``: nothing; no closed item is named."""
    noun = recorded.stream.partition(":")[0]
    if noun not in NOUNS:
        return None
    data: dict[str, object] = {"entry": recorded.position, "noun": noun}
    if recorded.origin.circle is not Circle.CLOSED:
        data |= {
            "ref": recorded.ref,
            "version": recorded.version,
            "organisation": recorded.origin.org,
            "effective_on": recorded.origin.effective_on,
        }
        if noun not in {"region", "organisation", "forum"}:
            data["url"] = f"{pages}/item/{recorded.ref}"
    return msgspec.json.encode(
        {
            "type": recorded.event.KIND.rpartition(".")[0],
            "timestamp": recorded.recorded_at,
            "data": data,
        }
    )


def headers(secret: str, id_: str, second: int, said: bytes) -> Mapping[str, str]:
    """Return the headers by which the receiver knows that it comes from us."""
    key = b64decode(secret.removeprefix(_PREFIX))
    signed = hmac.digest(key, f"{id_}.{second}.".encode() + said, "sha256")
    return {
        "content-type": "application/json",
        "webhook-id": id_,
        "webhook-timestamp": str(second),
        "webhook-signature": f"v1,{b64encode(signed).decode()}",
    }
