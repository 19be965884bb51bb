"""What may be stored of what people typed."""

from __future__ import annotations

import pytest

from core.errors import Code, Refusal
from core.sealed import Sealed
from core.texts import LABEL_LIMIT, TEXT_LIMIT, between, checked, key, label


def test_a_text_is_kept_as_typed() -> None:
    assert checked(Sealed(" Schlammmengen\n")) == Sealed(" Schlammmengen\n")
    assert checked(Sealed("x" * TEXT_LIMIT)) == Sealed("x" * TEXT_LIMIT)


@pytest.mark.parametrize("text", [None, "", " \n\t"])
def test_blanks_are_no_text(text: str | None) -> None:
    with pytest.raises(Refusal) as caught:
        checked(Sealed(text))
    assert caught.value.code is Code.TEXT_MISSING


def test_one_character_too_many_is_refused_with_both_numbers() -> None:
    with pytest.raises(Refusal) as caught:
        checked(Sealed("x" * (TEXT_LIMIT + 1)))
    assert caught.value.code is Code.TEXT_TOO_LONG
    assert caught.value.facts == {"length": TEXT_LIMIT + 1, "limit": TEXT_LIMIT}


@pytest.mark.parametrize("name", ["Träger", "Tra\u0308ger", "  Träger "])
def test_a_label_is_composed_and_without_outer_blanks(name: str) -> None:
    assert label(name) == "Träger"


@pytest.mark.parametrize(
    "name", ["", "  ", "x" * (LABEL_LIMIT + 1), "a\nb", "a\x00b", "a\u202eb", "\ud800"]
)
def test_a_label_is_one_visible_line(name: str) -> None:
    with pytest.raises(Refusal) as caught:
        label(name)
    assert caught.value.code is Code.LABEL_INVALID


@pytest.mark.parametrize("name", ["", "a b", "ä", "a/b", "x" * 61])
def test_a_key_can_be_typed(name: str) -> None:
    assert key("p-1_a.b:C") == "p-1_a.b:C"
    with pytest.raises(Refusal) as caught:
        key(name)
    assert caught.value.code is Code.KEY_INVALID


def test_borders_are_allowed_and_their_neighbours_are_not() -> None:
    assert [between(1, 1, 3), between(1, 3, 3)] == [1, 3]
    for number in (0, 4):
        with pytest.raises(Refusal) as caught:
            between(1, number, 3)
        assert caught.value.code is Code.NUMBER_OUT_OF_RANGE
