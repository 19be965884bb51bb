"""Logs: what went wrong and where, one line of JSON each (*Protokoll*).

Never a text, a name or the values of variables: an error is its type and the
places it passed, not its message, which may quote what somebody typed.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, Final, TextIO

import structlog
from structlog.typing import Processor


def configure(stream: TextIO | None = None) -> None:
    """Write to ``stream`` (standard error): structlog and the standard library."""
    to = stream or sys.stderr
    render = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[*_SHARED, render],
        logger_factory=structlog.PrintLoggerFactory(to),
    )
    handler = logging.StreamHandler(to)
    handler.addFilter(_discreet)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                render,
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def _located(
    _logger: object, _method: str, entry: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Put the type of an error and the places it passed in its place."""
    info = entry.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        entry["error"] = type(error).__name__
        entry["at"] = [f"{f.filename}:{f.lineno} {f.name}" for f in frames]
    return entry


def _discreet(record: logging.LogRecord) -> bool:
    """Leave out what a message was filled with."""
    record.args = ()
    return True


_SHARED: Final[list[Processor]] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _located,
]
