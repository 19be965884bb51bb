"""The codec: canonical bytes without a single word that people typed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.journal import leaf
from adapters.journal.codec import (
    Codec,
    Encoded,
    UnknownKindError,
    UnreadableError,
)
from core.catalogue import EVENTS
from core.event import Event
from core.facts import Basis
from core.ports import Circle, Origin, Via
from core.sealed import Sealed
from tests.adapters.journal.specimen import MARKER, Inner, specimen

CODEC: Final = Codec((*EVENTS, Inner))
ORIGIN: Final = Origin(
    actor="p-4f2a",
    mandate="06636003/mayor",
    effective_on=date(2026, 11, 20),
    via=Via.SLACK,
    command_id="c1",
    circle=Circle.CLOSED,
    on_behalf_org="06636004",
    basis=Basis.PHONE,
    cause=41,
    source=Sealed(f"permalink {MARKER}"),
)
BARE: Final = Origin(
    actor="operator",
    mandate="/operator",
    effective_on=date(2026, 11, 20),
    via=Via.CLI,
    command_id="c2",
)
# { printf 'faden-seal/v1\0'; head -c 32 /dev/zero; printf 'commitment:Z34\0004\0'
#   printf 'origin.source\0permalink Klärschlamm geheim'; } | sha256sum
_COMMITMENT: Final = "e93d0d08e37addc01d604b6e5ef389693d068502fddbf1bc379c24cea7c1ef31"
_KINDS: Final = pytest.mark.parametrize("kind", [*EVENTS, Inner], ids=lambda k: k.KIND)


def _texts(encoded: Encoded) -> dict[str, str]:
    return {text.field: text.text for text in encoded.texts}


@_KINDS
def test_nothing_that_people_typed_is_in_the_log(kind: type[Event]) -> None:
    encoded = CODEC.encode(specimen(kind), ORIGIN, "a:1", 1)
    assert "geheim" not in encoded.state.decode()
    assert len(encoded.texts) == repr(specimen(kind)).count("Sealed(") + 1


@_KINDS
def test_what_was_stored_is_read_again(kind: type[Event]) -> None:
    event = specimen(kind)
    encoded = CODEC.encode(event, ORIGIN, "a:1", 1)
    assert CODEC.decode(event.KIND, encoded.state, _texts(encoded)) == (event, ORIGIN)


@_KINDS
def test_without_the_vault_texts_are_erased_and_facts_remain(kind: type[Event]) -> None:
    encoded = CODEC.encode(specimen(kind), BARE, "a:1", 1)
    event, origin = CODEC.decode(kind.KIND, encoded.state)
    assert re.sub(r"Sealed\(\w+\)", "…", repr(event)) == re.sub(
        r"Sealed\(\w+\)", "…", repr(specimen(kind))
    )
    assert "Sealed(erased)" in repr(event) or "Sealed" not in repr(specimen(kind))
    assert origin == BARE


@_KINDS
def test_the_stored_form_is_canonical_for_any_reader(kind: type[Event]) -> None:
    state = CODEC.encode(specimen(kind), ORIGIN, "a:1", 1).state
    again = json.dumps(
        json.loads(state), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert again.encode() == state
    assert leaf.is_canonical(state)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    st.binary(min_size=32, max_size=32),
)
def test_any_text_comes_back_and_is_committed_to(text: str, salt: bytes) -> None:
    codec = Codec((Inner,), entropy=lambda n: salt[:n])
    event = Inner(kind="k", due=date(2026, 1, 1), reason=Sealed(text))
    encoded = codec.encode(event, BARE, "item:Z1", 3)
    place = b"item:Z1\0" + b"3\0reason\0" + text.encode()
    expected = sha256(b"faden-seal/v1\0" + salt + place).hexdigest()
    assert json.loads(encoded.state)["sealed"] == {"reason": expected}
    assert codec.decode(Inner.KIND, encoded.state, _texts(encoded))[0] == event


def test_the_stored_form_word_for_word() -> None:
    codec = Codec(EVENTS, entropy=bytes)
    event = specimen(next(e for e in EVENTS if e.KIND == "commitment.promised.v1"))
    assert codec.encode(event, ORIGIN, "commitment:Z34", 4).state.decode() == (
        '{"actor":"p-4f2a","body":{"due":"2027-04-30"},"cause":41,'
        '"class":"nichtöffentlich","command":"c1","effective":"2026-11-20",'
        '"mandate":"06636003/mayor","nonce":"00000000000000000000000000000000",'
        '"on_behalf":{"basis":"telefon","org":"06636004"},"sealed":{"origin.source":'
        f'"{_COMMITMENT}"'
        '},"v":1,"via":"slack"}'
    )


def test_a_text_that_had_been_erased_stays_erased() -> None:
    event = Inner(kind="k", due=date(2026, 1, 1), reason=Sealed(None))
    encoded = CODEC.encode(event, BARE, "a:1", 1)
    assert json.loads(encoded.state)["sealed"] == {"reason": None}
    assert CODEC.decode(Inner.KIND, encoded.state)[0] == event


@pytest.mark.parametrize("text", ["\0", "a\x1b[31m", "\x7f", "\x85", "\ud800", "\r"])
def test_control_characters_and_half_pairs_are_refused(text: str) -> None:
    sealed = Inner(kind="k", due=date(2026, 1, 1), reason=Sealed(text))
    open_ = Inner(kind=text, due=date(2026, 1, 1), reason=Sealed("x"))
    for event in (sealed, open_):
        with pytest.raises(ValueError):  # noqa: PT011  (half pairs fail in UTF-8)
            CODEC.encode(event, BARE, "a:1", 1)


@pytest.mark.parametrize("text", ["a\n\tb", "Zeile\\r", "\\\\u0000", "ü😀", "«Â»"])
def test_line_feeds_tabs_and_backslashes_are_no_control_characters(text: str) -> None:
    event = Inner(kind=text, due=date(2026, 1, 1), reason=Sealed(text))
    encoded = CODEC.encode(event, BARE, "a:1", 1)
    assert CODEC.decode(Inner.KIND, encoded.state, _texts(encoded))[0] == event


def test_an_unknown_kind_is_named() -> None:
    state = CODEC.encode(specimen(Inner), BARE, "a:1", 1).state
    with pytest.raises(UnknownKindError, match=r"item\.teleported\.v7.*newer version"):
        CODEC.decode("item.teleported.v7", state)
    with pytest.raises(UnknownKindError):
        Codec(()).encode(specimen(Inner), BARE, "a:1", 1)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("body", "due"), "31.2."),
        (("body", "due"), 20270430),
        (("body", "unheard"), 1),
        (("body", "kind"), None),
        (("via",), "telex"),
        (("v",), 2),
        (("extra",), 1),
        (("sealed", "lines.9"), "00"),
    ],
)
def test_bytes_that_are_not_what_the_kind_says_are_refused(
    path: tuple[str, ...], value: object
) -> None:
    stored = json.loads(CODEC.encode(specimen(Inner), BARE, "a:1", 1).state)
    *steps, last = path
    at: dict[str, Any] = stored
    for step in steps:
        at = at[step]
    at[last] = value
    with pytest.raises(UnreadableError, match=r"specimen\.inner\.v1"):
        CODEC.decode(Inner.KIND, json.dumps(stored).encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Priced(Event):
    KIND = "item.priced.v1"
    euros: float


def test_a_type_without_one_canonical_form_is_refused_at_the_start() -> None:
    with pytest.raises(TypeError, match=r"_Priced\.euros"):
        Codec((_Priced,))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left(Event):
    KIND = "item.left.v1"
    heir: str | None


def test_what_may_be_nothing_without_saying_so_is_refused_at_the_start() -> None:
    with pytest.raises(TypeError, match=r"_Left\.heir"):
        Codec((_Left,))
