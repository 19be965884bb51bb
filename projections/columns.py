"""Columns: how times, texts and lists lie in the tables of the views."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.
from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import DateTime, Dialect, MetaData, String
from sqlalchemy.types import TypeDecorator

METADATA: Final = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware UTC time; SQLite keeps it without the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  (the library's)
    ) -> datetime | None:
        """Store the UTC time."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  (the library's)
    ) -> datetime | None:
        """Read it as the UTC time it is."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value


def ordered() -> String:
    """Return a text type that sorts by code point on every database."""
    return String().with_variant(String(collation="C"), "postgresql")


def listed(names: Iterable[str]) -> str:
    """Return ``names`` as they lie in a column, always in the same order."""
    return json.dumps(sorted(names), ensure_ascii=False)


def names(cell: str) -> tuple[str, ...]:
    """Return what ``listed`` stored."""
    return tuple(str(name) for name in json.loads(cell))
