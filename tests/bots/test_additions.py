"""Names with additions: a place is found by what people call it, or asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.reference import extract, read
from bots.grammar.additions import short
from bots.grammar.names import Names, Stranger, organisation, whose

_OTHERS = ("Berkatal", "Eschwege", "Sontra")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Heringen", "Heringen (Werra)"),
        ("Stadt Heringen", "Heringen (Werra)"),
        ("Heringen (Werra)", "Heringen (Werra)"),
        ("Rotenburg", "Rotenburg a. d. Fulda"),
        ("Rotenburg an der Fulda", "Rotenburg a. d. Fulda"),
        ("Rotenburg a.d. Fulda", "Rotenburg an der Fulda"),
        ("Bad Sooden", "Bad Sooden-Allendorf"),
        ("Neuenstein", "Neuenstein, Hessen"),
        ("Kirchheim", "Kirchheim im Knüll"),
        ("Schwalbach", "Schwalbach am Taunus"),
        ("Frankfurt", "Frankfurt a. M."),
    ],
)
def test_a_place_is_found_without_its_addition(typed: str, name: str) -> None:
    assert organisation(typed, Names(organisations=(*_OTHERS, name))) == name


def test_where_two_places_share_a_name_both_are_named_back() -> None:
    both = ("Heringen (Werra)", "Heringen (Helme)")
    found = whose("Heringen", Names(organisations=(*_OTHERS, *both)))
    assert isinstance(found, Stranger)
    assert sorted(found.likely) == sorted(both)


def test_a_whole_name_is_nobody_else_s_short_one() -> None:
    both = ("Neuenstein, Hessen", "Neuenstein")
    assert organisation("Neuenstein", Names(organisations=both)) == "Neuenstein"


@pytest.mark.parametrize("name", ["Neu-Eichenberg", "Werra-Meißner-Kreis", "Amöneburg"])
def test_a_name_without_addition_is_left_whole(name: str) -> None:
    assert short(name) == name


_PLACES = tuple(place.name for place in read(extract()).municipalities)


@given(
    place=st.sampled_from(_PLACES),
    addition=st.sampled_from(
        ["", " (Werra)", ", Stadt", " a. d. Werra", " im Ringgau"]
    ),
)
def test_every_place_of_the_directory_is_found_by_its_short_name(
    place: str, addition: str
) -> None:
    name = f"{place}{addition}"
    names = Names(organisations=tuple(name if p == place else p for p in _PLACES))
    shorts = [short(one) for one in names.organisations]
    found = organisation(short(name), names)
    assert shorts.count(short(name)) > 1 or found == name
