"""For schemathesis: a key stands for one request, so each gets one of its own."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import schemathesis


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:  # noqa: ANN401, ARG001  (as the library calls it)
    """Put another key in the place of one that fits; others must be refused."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch("[!-~]{1,200}", key):
        case.headers["Idempotency-Key"] = uuid4().hex
