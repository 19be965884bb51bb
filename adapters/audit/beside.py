"""Beside: the small tables that repeat or point into what the log says."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from adapters.audit.difference import Difference, What, different
from adapters.journal.database import VERSION_ROW
from adapters.journal.tables import (
    OF_LOG,
    VERSION,
    answer,
    cursor,
    event,
    kind,
    meta,
)


def of_file(engine: sa.Engine, name: str) -> Iterator[Difference]:
    """Let SQLite look whether its pages and indexes fit together."""
    if engine.dialect.name != "sqlite":
        return  # a server's files are looked after by its own tools
    try:
        with engine.connect() as db:
            found = db.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    except sa.exc.DBAPIError as error:
        found = [str(error.orig)]
    for reason in found:
        if reason != "ok":
            yield different(What.DAMAGED_FILE, file=name, reason=str(reason))


def of_meta(engine: sa.Engine) -> Iterator[Difference]:
    """Yield what is wrong with the version of the tables."""
    with engine.connect() as db:
        wanted = sa.select(meta.c.value).where(meta.c.name == VERSION_ROW)
        found = db.scalar(wanted)
    if found != str(VERSION):
        yield different(What.TABLES_VERSION, found=str(found), known=VERSION)


def of_kinds(engine: sa.Engine) -> Iterator[Difference]:
    """Compare the list of kinds with those that occur."""
    used, listed = sa.select(event.c.kind).distinct(), sa.select(kind.c.kind)
    unlisted = used.where(event.c.kind.not_in(listed))
    unused = listed.where(kind.c.kind.not_in(used))
    with engine.connect() as db:
        for name in db.scalars(unlisted):
            yield different(What.KIND_UNLISTED, kind=name)
        for name in db.scalars(unused):
            yield different(What.KIND_UNUSED, kind=name)


def of_office(engine: sa.Engine) -> Iterator[Difference]:
    """Compare what the office keeps of commands and positions with the log."""
    head = sa.select(sa.func.coalesce(sa.func.max(event.c.position), 0))
    ahead = head.scalar_subquery()
    accepted = sa.select(event.c.position).where(
        event.c.command_id == answer.c.command_id, event.c.n == 0
    )
    twice = sa.select(answer.c.command_id).where(accepted.exists())
    with engine.connect() as db:
        for command in db.scalars(twice):
            yield different(What.ANSWER_TWICE, command=command)
        answers = sa.select(answer.c.command_id).where(answer.c.position > ahead)
        cursors = sa.select(cursor.c.name).where(cursor.c.position > ahead)
        ours = cursors.where(cursor.c.name == OF_LOG)
        for table, beyond in ((answer, answers), (cursor, ours)):
            for name in db.scalars(beyond):
                yield different(What.AHEAD_OF_LOG, table=table.name, row=name)
