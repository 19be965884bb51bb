"""The official directory is read as it is, or refused by its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from adapters.reference import (
    ATTRIBUTION,
    DirectoryError,
    Fault,
    PlaceKind,
    extract,
    read,
)

LINES = extract().decode().split("\n")
TOWN = next(n for n, line in enumerate(LINES) if line.startswith("60"))


def _with(number: int, change: Callable[[str], str]) -> bytes:
    changed = [change(line) if n == number else line for n, line in enumerate(LINES)]
    return "\n".join(changed).encode()


def test_the_extract_holds_sixteen_municipalities_of_100_208_people() -> None:
    directory = read(extract())
    assert len(directory.municipalities) == 16
    assert directory.inhabitants == 100_208
    assert sum(place.inhabitants for place in directory.municipalities) == 100_208
    assert directory.day == date(2023, 11, 30)


def test_the_county_has_its_key_and_its_seat() -> None:
    directory = read(extract())
    assert directory.county.ags == "06636"
    assert directory.county.name == "Werra-Meißner-Kreis"
    assert directory.seat == "Eschwege"


def test_a_town_and_a_municipality_differ_in_kind_and_lose_their_titles() -> None:
    places = {place.ags: place for place in read(extract()).municipalities}
    seat, village = places["06636003"], places["06636002"]
    assert (seat.name, seat.kind, seat.inhabitants) == (
        "Eschwege",
        PlaceKind.TOWN,
        19_472,
    )
    assert (village.name, village.kind) == ("Berkatal", PlaceKind.MUNICIPALITY)


def test_the_unincorporated_area_is_no_municipality() -> None:
    (forest,) = read(extract()).unincorporated
    assert (forest.ags, forest.name) == ("06636200", "Gutsbezirk Kaufunger Wald")
    assert forest.inhabitants == 0


def test_a_file_with_a_mark_and_windows_line_ends_is_read_as_well() -> None:
    assert read(b"\xef\xbb\xbf" + extract().replace(b"\n", b"\r\n")) == read(extract())


def test_a_path_is_read_like_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "gv.txt"
    file.write_bytes(extract())
    assert read(file) == read(extract())


def test_the_attribution_names_the_source() -> None:
    assert "Statistisches Bundesamt (Destatis)" in ATTRIBUTION


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda line: "99" + line[2:], Fault.RECORD_TYPE),
        (lambda line: line[:2] + "20231331" + line[10:], Fault.DAY),
        (lambda line: line[:10] + "0663600x" + line[18:], Fault.KEY),
        (lambda line: line[:10] + "07636001" + line[18:], Fault.FOREIGN),
        (lambda line: line[:22] + " " * 50 + line[72:], Fault.NAME),
        (lambda line: line[:122] + "99" + line[124:], Fault.KIND),
        (lambda line: line[:139] + "many people" + line[150:], Fault.INHABITANTS),
        (lambda line: line[:145], Fault.TOO_SHORT),
        (lambda _: LINES[TOWN + 1], Fault.TWICE),
    ],
)
def test_a_wrong_line_is_named_with_what_was_expected(
    change: Callable[[str], str], fault: Fault
) -> None:
    with pytest.raises(DirectoryError) as raised:
        read(_with(TOWN, change))
    later = TOWN + 2 if fault is Fault.TWICE else TOWN + 1
    assert (raised.value.fault, raised.value.line) == (fault, later)


def test_a_byte_that_is_no_utf_8_is_named_by_its_line() -> None:
    with pytest.raises(DirectoryError) as raised:
        read(LINES[0].encode() + b"\n60\xff\xfe")
    assert (raised.value.fault, raised.value.line) == (Fault.NOT_UTF8, 2)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (b"", Fault.NO_COUNTY),
        (LINES[0].encode(), Fault.NO_MUNICIPALITY),
        (b"\n".join([LINES[0].encode()] * 2), Fault.SEVERAL_COUNTIES),
        (b" " * 5_000_001, Fault.TOO_LARGE),
    ],
)
def test_a_file_without_a_county_and_its_municipalities_is_refused(
    source: bytes, fault: Fault
) -> None:
    with pytest.raises(DirectoryError) as raised:
        read(source)
    assert raised.value.fault is fault
