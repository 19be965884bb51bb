"""State: whether an open region can serve just now (*Bereitschaft*)."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from concurrent.futures import TimeoutError as LateError
from typing import Final

from adapters.main import Faden
from core.errors import Refusal

NEAR: Final = 500  # entries that views may be behind
_PATIENCE: Final = 2.0  # seconds for the writer
WELL: Final = "ok"


def state(faden: Faden) -> Mapping[str, str]:
    """Return what was looked at, each ``ok`` or a code that says why not.

    A view that has stopped keeps nobody from using the others; the figures show it.
    """
    return {
        "views": _views(faden),
        "writer": _writer(faden),
        "disk": _disk(faden),
    }


def _views(faden: Faden) -> str:
    if faden.worker.renewing() is not None:
        return "building"
    try:
        health = faden.worker.health().values()
    except Refusal as refusal:
        return refusal.code.value
    behind = max((one.lag for one in health if one.error is None), default=0)
    return WELL if behind <= NEAR else "behind"


def _writer(faden: Faden) -> str:
    try:
        faden.store.writer.run(lambda _: None).result(_PATIENCE)
    except LateError:
        return "busy"
    except Refusal as refusal:
        return refusal.code.value
    return WELL


def _disk(faden: Faden) -> str:
    """Whether a byte can be written where the data lie; servers look by themselves."""
    if faden.store.server is not None:
        return WELL
    try:
        with tempfile.TemporaryFile(dir=faden.store.folder) as probe:
            probe.write(b"\0")
            probe.flush()
    except OSError:
        return "unwritable"
    return WELL
