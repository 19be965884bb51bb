"""Log: with which keys the log is signed and witnessed (German: *Protokoll*).

::

    Known --KeyAnnounced, WitnessNamed--> Known

One stream per region, so that no key stands for two. Keys are public and written as
C2SP ``signed-note`` does (*vkey*). Source: ``audit.md``, "Tree, checkpoint, witnesses".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Never, TypeAlias, assert_never

from core.authority import coordinating
from core.decider import Decider
from core.errors import Code, Refusal
from core.facts import Facts
from core.log.events import Happening, KeyAnnounced, WitnessNamed
from core.note import COSIGNATURE, ED25519, Key, MalformedError, parse_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceKey:
    """Let the log be signed with another key; see ``KeyAnnounced``."""

    key: str
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWitness:
    """Let a key bear witness for an organisation; see ``WitnessNamed``."""

    org: str
    key: str


Command: TypeAlias = AnnounceKey | NameWitness


def _none() -> Mapping[str, Never]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The keys announced so far, and of all witnesses ever named the organisation.

    Of each key it is kept whether the one before was lost; ``current`` is the key by
    which each organisation bears witness now.
    """

    keys: Mapping[str, bool] = field(default_factory=_none)
    witnesses: Mapping[str, str] = field(default_factory=_none)
    current: Mapping[str, str] = field(default_factory=_none)


State: TypeAlias = Known


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return what ``command`` makes known.

    Raises:
        Refusal: ``ONLY_THE_PROGRAM``, ``ONLY_COORDINATION``, ``NO_KEY`` or
            ``KEY_TAKEN``.
    """
    match command:
        case AnnounceKey(key=said, lost=lost):
            if not facts.operates:
                raise Refusal(Code.ONLY_THE_PROGRAM)
            key = _key(said, ED25519)
            same = state.keys.get(key) in {True, lost}
            return [] if same else [KeyAnnounced(key=key, lost=lost)]
        case NameWitness(org=org, key=said):
            coordinating(facts)
            key = _key(said, COSIGNATURE)
            if state.witnesses.get(key, org) != org:
                raise Refusal(Code.KEY_TAKEN, org=state.witnesses[key])
            same = state.current.get(org) == key
            return [] if same else [WitnessNamed(org=org, key=key)]
        case _:
            assert_never(command)


def _key(said: str, kind: int) -> str:
    try:
        key: Key = parse_key(said.strip())
    except MalformedError as error:
        raise Refusal(Code.NO_KEY) from error
    if key.kind != kind:
        raise Refusal(Code.NO_KEY)
    return key.written()


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case KeyAnnounced(key=key, lost=lost):
            return replace(state, keys=MappingProxyType({**state.keys, key: lost}))
        case WitnessNamed(org=org, key=key):
            return replace(
                state,
                witnesses=MappingProxyType({**state.witnesses, key: org}),
                current=MappingProxyType({**state.current, org: key}),
            )
        case _:
            assert_never(event)


LOG: Final[Decider[Command, State, Happening]] = Decider(Known(), decide, evolve)

__all__ = [
    "LOG",
    "AnnounceKey",
    "Command",
    "Happening",
    "KeyAnnounced",
    "Known",
    "NameWitness",
    "State",
    "WitnessNamed",
    "decide",
    "evolve",
]
