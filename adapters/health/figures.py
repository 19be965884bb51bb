"""Figures: what is counted and measured, as Prometheus reads it (*Messwerte*).

No label holds a text, a name or an address: routes are those of the program, commands
their nouns, refusals their codes.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from adapters.health.backlog import backlog
from adapters.main import Faden
from core.catalogue import NOUNS
from core.errors import Refusal
from core.ports import Answer, Order

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Figures:
    """What happened in this process, and how the region stands when it is asked."""

    def __init__(self, faden: Faden) -> None:
        """Begin to count what ``faden`` is ordered to do."""
        self._registry = CollectorRegistry()
        self._registry.register(_Standing(faden))
        self._commands = Histogram(
            "faden_command_seconds",
            "From the order to its durable answer.",
            ["noun"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._refusals = Counter(
            "faden_refusals",
            "Orders that were refused.",
            ["code"],
            registry=self._registry,
        )
        self._pages = Histogram(
            "faden_page_seconds",
            "From the request to its answer.",
            ["method", "route", "status"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        faden.store.journal.on_answer(self.answered)

    def answered(self, order: Order, answer: Answer, seconds: float) -> None:
        """Note an order; called by whoever settles it."""
        self._commands.labels(NOUNS[type(order.command)]).observe(seconds)
        if answer.refusal is not None:
            self._refusals.labels(answer.refusal.code.value).inc()

    def shown(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note a request."""
        self._pages.labels(method, route, str(status)).observe(seconds)

    def written(self) -> bytes:
        """Return all of it; what cannot be read just now is left out."""
        return generate_latest(self._registry)


def _number(value: float | timedelta) -> float:
    return value / timedelta(seconds=1) if isinstance(value, timedelta) else value


class _Standing(Collector):
    """How the region stands at the moment of the question."""

    def __init__(self, faden: Faden) -> None:
        self._faden = faden

    def collect(self) -> Iterator[Metric]:
        """Yield what can be read."""
        try:
            yield from self._views()
            yield from self._office()
        except (Refusal, sa.exc.SQLAlchemyError):
            return

    def _views(self) -> Iterator[Metric]:
        lag = GaugeMetricFamily(
            "faden_view_lag_entries", "Entries that a view is behind.", labels=["view"]
        )
        stopped = GaugeMetricFamily(
            "faden_view_stopped", "Whether a view has stopped.", labels=["view"]
        )
        for name, health in self._faden.worker.health().items():
            lag.add_metric([name], health.lag)
            stopped.add_metric([name], float(health.error is not None))
        yield lag
        yield stopped

    def _office(self) -> Iterator[Metric]:
        found = backlog(self._faden)
        for name, told, value in (
            ("entries", "Entries of the log.", found.entries),
            ("entries_unsigned", "Entries that no checkpoint covers.", found.unsigned),
            ("inbox_waiting", "Messages that nobody dealt with yet.", found.inbox),
            ("outbox_waiting", "Letters that could be brought by now.", found.outbox),
            ("outbox_oldest_seconds", "Since when the oldest waits.", found.outbox_age),
            ("due_oldest_seconds", "Since when the oldest is due.", found.due_age),
            (
                "stuck",
                "What failed and waits for its next try or a person.",
                found.stuck,
            ),
        ):
            yield GaugeMetricFamily(f"faden_{name}", told, value=_number(value))

    def describe(self) -> Iterator[Metric]:
        """Yield nothing: names are known when they are asked for."""
        return iter(())
