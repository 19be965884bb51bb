"""A call for help finds a device however it is named."""

from __future__ import annotations

import pytest

from bots.asks.devices import fitting

LISTED = (
    "2 Pumpen",
    "Sandsäcke",
    "Sandsäcke 500 Stück",
    "Radlader",
    "Lecksuchgerät",
    "Spülwagen",
    "LF 10",
    "Notstromaggregat 60 kVA",
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Keller voll, brauchen Pumpen", {"2 Pumpen"}),
        ("Keller voll, brauchen Pumpe", {"2 Pumpen"}),
        ("Keller voll, brauchen 3 Tauchpumpen", {"2 Pumpen"}),
        ("brauchen Aggregat", {"Notstromaggregat 60 kVA"}),
        ("brauchen Notstrom", {"Notstromaggregat 60 kVA"}),
        (
            "stromausfall in der kita, brauchen dringend notstromagregat",
            {"Notstromaggregat 60 kVA"},
        ),
        ("brauchen ein Agregat", {"Notstromaggregat 60 kVA"}),
        ("Baum, brauchen Sandsäcke", {"Sandsäcke", "Sandsäcke 500 Stück"}),
        ("brauchen 40 Stück Sandsack", {"Sandsäcke", "Sandsäcke 500 Stück"}),
        ("brauchen Sandsaecke", {"Sandsäcke", "Sandsäcke 500 Stück"}),
        ("Rohrbruch, brauchen Lecksuche", {"Lecksuchgerät"}),
        ("Kanalpumpe kaputt, brauchen Spülwagen", {"Spülwagen"}),
        ("Spülwagen brauchen wir", {"Spülwagen"}),
        ("we need a Radlader", {"Radlader"}),
        ("Rohrbruch, brauchen 2 Personen", set()),
        ("Stromausfall im Rathaus", set()),
        ("Wasserschaden in der Schule", set()),
        ("Brand im Lager, brauchen Drehleiter", set()),
    ],
)
def test_quantity_number_part_and_slip_do_not_matter(
    said: str, found: set[str]
) -> None:
    assert set(fitting(said, LISTED)) == found


@pytest.mark.parametrize("device", LISTED)
def test_as_it_was_entered_it_is_always_found(device: str) -> None:
    assert device in fitting(f"Notlage, brauchen {device}", LISTED)
