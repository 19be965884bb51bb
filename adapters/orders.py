"""Orders as bytes: what waits for a yes, kept in the office until then.

They hold texts in clear and live no longer than their echo. Commands are named
``noun.Class``; they are never part of the log, so a name may change with a release:
an echo that cannot be read any more is dropped and asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from core.catalogue import NOUNS
from core.ports import Order
from core.sealed import Sealed

_BY_NAME: Final = {f"{noun}.{kind.__name__}": kind for kind, noun in NOUNS.items()}
_PLAIN: Final = tuple(name for name in Order._fields if name != "command")


def encode(orders: Sequence[Order]) -> bytes:
    """Return ``orders`` as JSON."""
    rows = [
        {
            "is": f"{NOUNS[type(order.command)]}.{type(order.command).__name__}",
            "command": order.command,
            "order": {name: getattr(order, name) for name in _PLAIN},
        }
        for order in orders
    ]
    return msgspec.json.encode(rows, enc_hook=_open)


def decode(raw: bytes) -> tuple[Order, ...]:
    """Return what ``encode`` was given.

    Raises:
        ValueError: written by another release; ask the person again.
    """
    return tuple(_order(row) for row in msgspec.json.decode(raw))


def _order(row: dict[str, Any]) -> Order:
    try:
        kind = _BY_NAME[row["is"]]
    except KeyError as error:
        raise ValueError(row["is"]) from error
    command = msgspec.convert(row["command"], kind, dec_hook=_seal)
    plain = {**Order._field_defaults, **row["order"], "command": None}
    in_order = [plain[name] for name in Order._fields]
    order = msgspec.convert(in_order, Order, dec_hook=_seal, strict=False)
    return order._replace(command=command)


def _open(value: object) -> object:
    if isinstance(value, Sealed):
        return {"text": value.text}
    raise NotImplementedError(type(value).__name__)


def _seal(kind: type, raw: Any) -> object:  # noqa: ANN401
    if kind is Sealed:
        return Sealed(raw["text"])
    if kind is object:
        return raw
    raise NotImplementedError(kind.__name__)
