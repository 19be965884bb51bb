"""Progress: how far something is that takes a while (*Fortschritt*)."""

from __future__ import annotations

from typing import Final

from adapters.cli.call import Call

_WIDTH: Final = 30  # characters


def bar(call: Call, what: str, now: int, head: int) -> None:
    """Draw how much of ``head`` is done, where somebody looks; end the line at all."""
    if not call.terminal:
        return
    full = _WIDTH if now >= head else _WIDTH * now // max(head, 1)
    drawn = "█" * full + "░" * (_WIDTH - full)
    end = "\n" if now >= head else ""
    call.err.write(f"\r{what} {drawn} {now}/{head}{end}")
    call.err.flush()
