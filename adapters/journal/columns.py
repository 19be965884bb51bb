"""Columns: the types that the tables of a store share."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

from datetime import datetime
from typing import final

import sqlalchemy as sa

from adapters.journal import leaf


@final
class Instant(sa.types.TypeDecorator[datetime]):
    """An aware instant, stored as microseconds since 1970 in UTC."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: sa.Dialect,  # noqa: ARG002
    ) -> int | None:
        """Return what is stored."""
        return None if value is None else leaf.microseconds(value)

    def process_result_value(
        self,
        value: int | None,
        dialect: sa.Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """Return the instant."""
        return None if value is None else leaf.instant(value)


def number() -> sa.Column[int]:
    """Return a rising number that is never used again, even after deletion."""
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("seq", kind, primary_key=True, autoincrement=True)


def name() -> sa.Text:
    """Return the type of a name, compared byte by byte wherever the server stands."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
