"""Measure: ratios of rates, from interleaved rounds of one run."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import TypedDict

ROUNDS = 7


class Row(TypedDict):
    """One line of the result."""

    name: str
    store: str
    ratio: float
    spread: float


def rate(work: Callable[[int], None], count: int) -> float:
    """Return how often per second ``work`` was done, given ``count`` times."""
    began = perf_counter()
    work(count)
    return count / (perf_counter() - began)


def ratio(
    name: str,
    store: str,
    ours: tuple[Callable[[int], None], int],
    raw: tuple[Callable[[int], None], int],
) -> Row:
    """Return our rate by the raw rate; each work comes with its count per round."""
    ratios = [rate(*ours) / rate(*raw) for _ in range(ROUNDS + 1)][1:]  # one warms up
    spread = (max(ratios) - min(ratios)) / 2
    return Row(name=name, store=store, ratio=median(ratios), spread=spread)
