"""Delivery: what somebody did, which can be brought once more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Delivery: TypeAlias = Callable[[], None]
