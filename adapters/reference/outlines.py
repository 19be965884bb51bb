"""Outlines: where the municipalities lie, as paths to be drawn (*Umrisse*).

Source: VG5000 Gemeinden of 1 January 2021, © GeoBasis-DE / BKG 2021 (data changed),
licence dl-de/by-2-0. Longitude and latitude in degrees (WGS84) become plain
coordinates in which a kilometre is as long both ways.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians
from typing import Final, TypeAlias

CREDIT: Final = "© GeoBasis-DE / BKG 2021 (Daten verändert), dl-de/by-2-0"
WIDTH: Final = 600.0  # units of the drawing

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """One area: its official key, its path, and where its number stands."""

    ags: str
    path: str
    middle: Point


@dataclass(frozen=True, slots=True)
class Drawing:
    """All areas, and how large the sheet is on which they lie."""

    width: float
    height: float
    outlines: Sequence[Outline]


@cache
def drawing() -> Drawing:
    """Return the areas that are shipped."""
    text = files("adapters.reference").joinpath("werra-meissner.geojson").read_text()
    areas = [
        (str(one["properties"]["AGS"]), _outer(one["geometry"]))
        for one in json.loads(text)["features"]
    ]
    east = [x for _, ring in areas for x, _ in ring]
    north = [y for _, ring in areas for _, y in ring]
    shrink = cos(radians((min(north) + max(north)) / 2))
    scale = WIDTH / ((max(east) - min(east)) * shrink)

    def placed(ring: Sequence[Point]) -> Iterator[Point]:
        for x, y in ring:
            yield (x - min(east)) * shrink * scale, (max(north) - y) * scale

    drawn = [(ags, list(placed(ring))) for ags, ring in areas]
    height = (max(north) - min(north)) * scale
    outlines = [Outline(ags, _path(ring), _middle(ring)) for ags, ring in drawn]
    return Drawing(WIDTH, round(height, 1), outlines)


def _outer(geometry: dict[str, list[list[Point]]]) -> list[Point]:
    return [(x, y) for x, y in geometry["coordinates"][0]]


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _middle(ring: Sequence[Point]) -> Point:
    """Return the centroid of a ring."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return round(x / (3 * area), 1), round(y / (3 * area), 1)
