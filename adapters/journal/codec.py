"""Codec: an event and its origin as canonical bytes, and back, by ``KIND``.

Source of the format: ``audit.md``, section "Leaf". What people typed is not in
the bytes, only a salted commitment to it; text and salt are handed over for the
vault. Stored kinds are permanent names, never Python paths. A kind whose
payload changed is brought forward by upcasters, chained on read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from adapters.journal import leaf, plan
from adapters.journal.stored import Stored, origin_of
from adapters.journal.upcasters import UPCASTERS, Upcasters
from core.bundle.leaf import commitment
from core.event import Event
from core.ports import Origin
from core.sealed import Sealed

SOURCE: Final = "origin.source"  # sealed; no event has a field "origin"

Texts: TypeAlias = Mapping[str, str]

_NO_TEXTS: Final[Texts] = MappingProxyType({})


class UnknownKindError(Exception):
    """The log holds an event that this program does not know: it is too old."""

    def __init__(self, kind: str) -> None:
        """Name the kind."""
        super().__init__(
            f"The log holds an event of the kind {kind!r}, which this program does "
            "not know. It was written by a newer version: please install that one."
        )
        self.kind = kind


class UnreadableError(Exception):
    """A stored event is not what its kind says."""


class VaultText(NamedTuple):
    """One sealed text on its way into the vault; ``delete_after`` is an ISO date."""

    stream: str
    version: int
    field: str
    salt: bytes
    text: str
    retention_class: str | None = None
    delete_after: str | None = None


class Encoded(NamedTuple):
    """An event ready to be stored."""

    kind: str
    state: bytes
    texts: list[VaultText]


@dataclass(frozen=True, slots=True)
class _Kind:
    event: type[Event]
    fields: plan.Fields
    names: frozenset[str]
    nested: tuple[str, ...]


class Codec:
    """Events to canonical bytes and back."""

    def __init__(
        self,
        events: Iterable[type[Event]],
        upcasters: Upcasters = UPCASTERS,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        """Know ``events``; ``entropy`` gives nonces and salts.

        Raises:
            TypeError: an event has a field that cannot be stored.
        """
        self._kinds = {event.KIND: _kind(event) for event in events}
        self._upcasters = upcasters
        self._entropy = entropy
        self._stored = msgspec.json.Decoder(Stored)

    def knows(self, kind: str) -> bool:
        """Whether a stored event of this kind can be read."""
        while kind in self._upcasters:
            kind = self._upcasters[kind][0]
        return kind in self._kinds

    def encode(
        self, event: Event, origin: Origin, stream: str, version: int
    ) -> Encoded:
        """Return what is stored when ``event`` becomes ``version`` of ``stream``.

        Raises:
            UnknownKindError: the event is not in the catalogue.
            UnfitTextError: a text holds a control character or lone surrogate.
        """
        kind = self._kinds.get(event.KIND)
        if kind is None:
            raise UnknownKindError(event.KIND)
        aside: plan.Aside = {}
        stored = self._envelope(origin)
        stored["body"] = plan.pack(event, kind.fields, "", aside)
        if origin.source is not None:
            aside[SOURCE] = origin.source
        texts: list[VaultText] = []
        if aside:
            stored["sealed"] = {
                field: self._seal(sealed, stream, version, field, texts)
                for field, sealed in aside.items()
            }
        state = leaf.canonical(stored)
        leaf.check_state(state)
        if not leaf.is_canonical(state):
            raise UnreadableError(f"{event.KIND} has no canonical form")
        return Encoded(event.KIND, state, texts)

    def decode(
        self, kind: str, state: bytes, texts: Texts = _NO_TEXTS
    ) -> tuple[Event, Origin]:
        """Return what was stored; texts that are not given are ``Sealed(None)``.

        Raises:
            UnknownKindError: this program is older than the log.
            UnreadableError: the bytes are not what the kind says.
        """
        try:
            stored = self._stored.decode(state)
            body, source = stored.body, None
            for field in stored.sealed:
                text = Sealed(texts.get(field))
                if field == SOURCE:
                    source = text
                elif "." in field:
                    plan.place(body, field, text)
                else:
                    body[field] = text
            return self._event(kind, body), origin_of(stored, source)
        except (msgspec.DecodeError, LookupError, TypeError) as error:
            raise UnreadableError(f"{kind}: {error}") from error

    def _envelope(self, origin: Origin) -> dict[str, Any]:
        stored: dict[str, Any] = {
            "v": 1,
            "class": origin.circle,
            "nonce": self._entropy(leaf.NONCE_BYTES).hex(),
            "effective": origin.effective_on,
            "actor": origin.actor,
            "mandate": origin.mandate,
            "via": origin.via,
            "command": origin.command_id,
        }
        if origin.cause is not None:
            stored["cause"] = origin.cause
        if origin.on_behalf_org is not None:
            stored["on_behalf"] = {"org": origin.on_behalf_org}
            if origin.basis is not None:
                stored["on_behalf"]["basis"] = origin.basis
        return stored

    def _seal(
        self,
        sealed: Sealed,
        stream: str,
        version: int,
        field: str,
        texts: list[VaultText],
    ) -> str | None:
        """Return the commitment; ``None`` when the text had been erased before."""
        if sealed.text is None:
            return None
        leaf.check_text(sealed.text)
        salt = self._entropy(leaf.SALT_BYTES)
        texts.append(VaultText(stream, version, field, salt, sealed.text))
        return commitment(salt, stream, version, field, sealed.text)

    def _event(self, kind: str, body: dict[str, Any]) -> Event:
        while kind in self._upcasters:
            kind, upcast = self._upcasters[kind]
            body = upcast(body)
        known = self._kinds.get(kind)
        if known is None:
            raise UnknownKindError(kind)
        if not body.keys() <= known.names:
            unknown = sorted(body.keys() - known.names)
            raise UnreadableError(f"{kind} has unknown fields {unknown}")
        for name in known.nested:
            if (inner := body.get(name)) is not None:
                body[name] = self._event(inner.pop(plan.KIND_KEY), inner)
        return msgspec.convert(body, known.event)


_KNOWN: Final[dict[type[Event], _Kind]] = {}  # for every store of this process


def _kind(event: type[Event]) -> _Kind:
    if event not in _KNOWN:
        _KNOWN[event] = _worked_out(event)
    return _KNOWN[event]


def _worked_out(event: type[Event]) -> _Kind:
    fields = plan.fields_of(event)
    names = frozenset(name for name, _ in fields)
    if "origin" in names:
        raise TypeError(f"{event.__name__}: a field must not be called origin")
    return _Kind(event, fields, names, plan.nested_in(event))
