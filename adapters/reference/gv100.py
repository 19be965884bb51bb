"""The official municipality directory GV100AD (German: *Gemeindeverzeichnis*).

::

    1-2    record type: 40 county, 60 municipality; 10, 20, 30, 50 are passed over
    3-10   day of the data, YYYYMMDD
    11-18  AGS: Land 2, Regierungsbezirk 1, county 2, municipality 3
    23-72  name, "Eschwege, Kreisstadt"
    73-122 seat of the administration (counties)
    123-124 kind: 63 town, 64 municipality, 65 and 66 unincorporated ...
    140-150 inhabitants (municipalities)

Columns are 1-based characters. Source: Destatis, record description GV100AD.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from importlib.resources import files
from pathlib import Path
from typing import Final

ATTRIBUTION: Final = "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis"

_COUNTY, _MUNICIPALITY = "40", "60"
_PASSED_OVER: Final = frozenset({"10", "20", "30", "50"})
_TOWNS: Final = frozenset({"61", "62", "63", "67"})
_VILLAGES: Final = frozenset({"60", "64"})  # 60: market towns
_UNINCORPORATED: Final = frozenset({"65", "66"})
_COUNTY_KEY: Final = 5  # digits of an AGS that name the county
_MOST: Final = 5_000_000  # bytes; the whole directory has less than 3 MB


@unique
class Fault(Enum):
    """What is wrong with a file; values are what was expected instead."""

    NOT_UTF8 = "text in UTF-8"
    TOO_LARGE = "at most 5 MB"
    RECORD_TYPE = "record type 10 to 60 in columns 1-2"
    TOO_SHORT = "150 characters"
    DAY = "a day as YYYYMMDD in columns 3-10"
    KEY = "a key of 5 digits (county) or 8 digits (municipality) from column 11"
    NAME = "a name in columns 23-72"
    KIND = "a kind from 60 to 67 in columns 123-124"
    INHABITANTS = "a number of inhabitants in columns 140-150"
    TWICE = "each municipality once"
    FOREIGN = "municipalities of the county named before"
    NO_COUNTY = "a county (record type 40)"
    SEVERAL_COUNTIES = "one county only"
    NO_MUNICIPALITY = "municipalities (record type 60)"


class DirectoryError(Exception):
    """A file is not the directory; ``line`` counts from 1, 0 is the whole file."""

    def __init__(self, fault: Fault, line: int = 0) -> None:
        """Keep what was expected, and where."""
        super().__init__(f"line {line}: expected {fault.value}")
        self.fault = fault
        self.line = line


@unique
class PlaceKind(Enum):
    """What sort of area it is, as far as the cooperation cares."""

    COUNTY = "Landkreis"
    TOWN = "Stadt"
    MUNICIPALITY = "Gemeinde"
    UNINCORPORATED = "gemeindefreies Gebiet"  # nobody lives or decides there


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One area; ``ags`` has 5 digits for a county, else 8."""

    ags: str
    name: str
    kind: PlaceKind
    inhabitants: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A county with its municipalities, counted on ``day``."""

    day: date
    county: Place
    seat: str
    municipalities: tuple[Place, ...]
    unincorporated: tuple[Place, ...]

    @property
    def inhabitants(self) -> int:
        """How many people live in the county."""
        return self.county.inhabitants


def extract() -> bytes:
    """Return the extract that is shipped: Werra-Meißner-Kreis, 30 November 2023."""
    return files("adapters.reference").joinpath("gv100ad_06636.txt").read_bytes()


def read(source: Path | bytes) -> Directory:
    """Return what the directory says about its one county.

    Raises:
        DirectoryError: the first line that is not as expected.
        OSError: the file cannot be read.
    """
    lines = list(_lines(source))
    counties = [line for line in lines if line.kind == _COUNTY]
    if not counties:
        raise DirectoryError(Fault.NO_COUNTY)
    if len(counties) > 1:
        raise DirectoryError(Fault.SEVERAL_COUNTIES, counties[1].number)
    county = counties[0]
    key = county.key(_COUNTY_KEY)
    places = [line.place(key) for line in lines if line.kind == _MUNICIPALITY]
    _check_once(lines)
    if not places:
        raise DirectoryError(Fault.NO_MUNICIPALITY)
    people = sum(place.inhabitants for place in places)
    return Directory(
        day=county.day(),
        county=Place(
            ags=key, name=county.name(), kind=PlaceKind.COUNTY, inhabitants=people
        ),
        seat=county.seat(),
        municipalities=tuple(
            place for place in places if place.kind is not PlaceKind.UNINCORPORATED
        ),
        unincorporated=tuple(
            place for place in places if place.kind is PlaceKind.UNINCORPORATED
        ),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str

    @property
    def kind(self) -> str:
        return self.text[:2]

    def day(self) -> date:
        digits = self.text[2:10]
        try:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError as error:
            raise DirectoryError(Fault.DAY, self.number) from error

    def key(self, length: int) -> str:
        key = self.text[10:18].rstrip()
        if len(key) != length or not (key.isascii() and key.isdigit()):
            raise DirectoryError(Fault.KEY, self.number)
        return key

    def name(self) -> str:
        """Return the name without its title: "Eschwege, Kreisstadt" is Eschwege."""
        name = self.text[22:72].partition(",")[0].strip()
        if not name or not name.isprintable():
            raise DirectoryError(Fault.NAME, self.number)
        return name

    def seat(self) -> str:
        return self.text[72:122].strip()

    def place(self, county: str) -> Place:
        self.day()
        ags = self.key(8)
        if not ags.startswith(county):
            raise DirectoryError(Fault.FOREIGN, self.number)
        return Place(
            ags=ags, name=self.name(), kind=self._sort(), inhabitants=self._people()
        )

    def _sort(self) -> PlaceKind:
        kind = self.text[122:124]
        if kind in _TOWNS:
            return PlaceKind.TOWN
        if kind in _VILLAGES:
            return PlaceKind.MUNICIPALITY
        if kind in _UNINCORPORATED:
            return PlaceKind.UNINCORPORATED
        raise DirectoryError(Fault.KIND, self.number)

    def _people(self) -> int:
        digits = self.text[139:150]
        if len(digits) < 11:  # noqa: PLR2004  (columns 140 to 150)
            raise DirectoryError(Fault.TOO_SHORT, self.number)
        if not (digits.isascii() and digits.isdigit()):
            raise DirectoryError(Fault.INHABITANTS, self.number)
        return int(digits)


def _lines(source: Path | bytes) -> Iterator[_Line]:
    if isinstance(source, Path):
        with source.open("rb") as file:
            source = file.read(_MOST + 1)
    if len(source) > _MOST:
        raise DirectoryError(Fault.TOO_LARGE)
    for number, raw in enumerate(source.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            text = raw.decode().rstrip("\r")
        except UnicodeDecodeError as error:
            raise DirectoryError(Fault.NOT_UTF8, number) from error
        if not text.strip():
            continue
        line = _Line(number, text)
        if line.kind not in {_COUNTY, _MUNICIPALITY, *_PASSED_OVER}:
            raise DirectoryError(Fault.RECORD_TYPE, number)
        yield line


def _check_once(lines: list[_Line]) -> None:
    seen: set[str] = set()
    for line in lines:
        if line.kind != _MUNICIPALITY:
            continue
        if line.key(8) in seen:
            raise DirectoryError(Fault.TWICE, line.number)
        seen.add(line.key(8))
