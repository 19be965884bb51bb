"""What the first version wrote, every later one reads."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

import pytest

from adapters.journal.codec import Codec
from adapters.journal.upcasters import UPCASTERS
from core.catalogue import EVENTS
from tests.golden import Golden, records
from tests.golden.make import ORIGIN, said

CODEC: Final = Codec(EVENTS)
GOLDEN: Final = records()
_EACH: Final = pytest.mark.parametrize("golden", GOLDEN, ids=lambda g: g.kind)


@_EACH
def test_it_still_says_the_same(golden: Golden) -> None:
    texts = {field: text for field, (_, text) in golden.texts.items()}
    event, origin = CODEC.decode(golden.kind, golden.state.encode(), texts)
    says = said(event)
    assert isinstance(says, dict)
    kind = UPCASTERS[golden.kind][0] if golden.kind in UPCASTERS else golden.kind
    was = {**golden.says, "KIND": kind}
    assert _knows(says, was)
    assert origin == ORIGIN


def _knows(later: object, was: object) -> bool:
    """Whether ``later`` says all that ``was`` says; it may know more, in parts too."""
    match was, later:
        case dict(), dict():
            names = was.keys() <= later.keys()
            return names and all(_knows(later[name], was[name]) for name in was)
        case list(), list():
            pairs = zip(later, was, strict=False)
            return len(later) == len(was) and all(_knows(*pair) for pair in pairs)
        case _:
            return later == was


@_EACH
def test_its_texts_are_the_ones_committed_to(golden: Golden) -> None:
    for field, (salt, text) in golden.texts.items():
        place = f"{golden.stream}\0{golden.version}\0{field}\0{text}".encode()
        seal = sha256(b"faden-seal/v1\0" + bytes.fromhex(salt) + place).hexdigest()
        assert seal in golden.state
        assert text not in golden.state


def test_every_kind_is_kept_once() -> None:
    kinds = [golden.kind for golden in GOLDEN]
    assert len(kinds) == len(set(kinds))
    missing = {event.KIND for event in EVENTS} - set(kinds)
    assert not missing, "please run: python -m tests.golden.make"


def test_no_kind_is_ever_forgotten() -> None:
    assert [g.kind for g in GOLDEN if not CODEC.knows(g.kind)] == []
