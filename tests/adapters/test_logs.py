"""A log line says where, never what somebody typed."""

from __future__ import annotations

import io
import json
import logging

import pytest
import structlog

from adapters import logs

TYPED = "Herr Geheim wohnt am Bach"


@pytest.fixture
def written() -> io.StringIO:
    """What was logged."""
    stream = io.StringIO()
    logs.configure(stream)
    return stream


def failing() -> None:
    """Fail, quoting what was typed."""
    raise ValueError(TYPED)


def test_an_error_is_its_type_and_its_places(written: io.StringIO) -> None:
    try:
        failing()
    except ValueError:
        structlog.get_logger().exception("message failed", ref="m1")
    entry = json.loads(written.getvalue())
    assert entry["error"] == "ValueError"
    assert entry["ref"] == "m1"
    assert "test_logs.py" in entry["at"][-1]
    assert TYPED not in written.getvalue()


def test_the_standard_library_is_as_discreet(written: io.StringIO) -> None:
    try:
        failing()
    except ValueError:
        logging.getLogger("x").exception("failed with %s", TYPED)
    entry = json.loads(written.getvalue())
    assert entry["event"] == "failed with %s"
    assert TYPED not in written.getvalue()
