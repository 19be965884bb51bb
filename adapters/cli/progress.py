"""Progress: how far something is that takes a while (*Fortschritt*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TextIO

from adapters.cli.marks import N_

if TYPE_CHECKING:
    from adapters.main import Faden

_WIDTH: Final = 30  # characters
_LOOK: Final = 0.2  # seconds between two looks
_BUILDING: Final = 600.0  # seconds


class Screen(Protocol):
    """Where somebody looks, perhaps."""

    err: TextIO
    terminal: bool

    def words(self, sentence: str, /, **facts: object) -> str:
        """Return ``sentence`` in their language."""
        ...


def bar(call: Screen, what: str, now: int, head: int) -> None:
    """Draw how much of ``head`` is done, where somebody looks; end the line at all."""
    if not call.terminal:
        return
    full = _WIDTH if now >= head else _WIDTH * now // max(head, 1)
    drawn = "█" * full + "░" * (_WIDTH - full)
    end = "\n" if now >= head else ""
    call.err.write(f"\r{what} {drawn} {now}/{head}{end}")
    call.err.flush()


def await_views(call: Screen, faden: Faden) -> None:
    """Wait until the views know everything; after an update they are built anew."""
    worker, head = faden.worker, faden.store.journal.head()
    what, percent = call.words(N_("Views")), worker.renewing()
    if percent is not None:
        while percent is not None:
            bar(call, what, percent, 100)
            worker.wait(head, _LOOK, worker.going())
            percent = worker.renewing()
        bar(call, what, 100, 100)
    worker.wait(head, _BUILDING, worker.going())
