"""Measure: ratios of rates, from interleaved rounds of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from time import perf_counter
from typing import NamedTuple, NotRequired, TypedDict

ROUNDS = 7


class Row(TypedDict):
    """One line of the result; ``peer`` names whose it is if it is not ours."""

    name: str
    store: str
    ratio: float
    spread: float
    peer: NotRequired[str]


class Task(NamedTuple):
    """Some work that can be done any number of times, and how often per round."""

    work: Callable[[int], None]
    times: int


def rate(task: Task) -> float:
    """Return how often per second the work was done."""
    began = perf_counter()
    task.work(task.times)
    return task.times / (perf_counter() - began)


def row(name: str, store: str, rounds: Sequence[float], peer: str = "") -> Row:
    """Return the median of the rounds, and half their range."""
    spread = (max(rounds) - min(rounds)) / 2
    line = Row(name=name, store=store, ratio=median(rounds), spread=spread)
    return Row(**line, peer=peer) if peer else line


def race(
    name: str, store: str, ours: Task, raw: Task, peers: Mapping[str, Task]
) -> Iterator[Row]:
    """Yield our rate by the raw rate, then that of every peer."""
    tasks = {"": ours, **peers}
    ratios: dict[str, list[float]] = {who: [] for who in tasks}
    for _ in range(ROUNDS + 1):
        basis = rate(raw)
        for who, task in tasks.items():
            ratios[who].append(rate(task) / basis)
    for who, found in ratios.items():
        yield row(name, store, found[1:], who)  # the first round warms up


def ratio(name: str, store: str, ours: Task, raw: Task) -> Row:
    """Return our rate by the raw rate."""
    return next(race(name, store, ours, raw, {}))
