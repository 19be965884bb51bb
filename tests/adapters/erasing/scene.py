"""A county in which somebody said too much."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from adapters.journal import tables
from adapters.journal.tables import event
from adapters.main import Faden
from adapters.store import FILE
from core import person, text
from core.grounds import Ground
from core.organisation import EndMandate
from core.sealed import Sealed
from tests.auenland import Auenland

SPOKEN: Final = "Schlammmengen von Quirin Zwetschgenbaum"
WORDS: Final = ("Zwetschgenbaum", "zwetschgenbaum", "Quirin")
_OLDER: Final = "INSERT OR REPLACE INTO main.? SELECT * FROM older.?"
NEW: Final = "Schlammmengen der Anlage"


def promise(here: Auenland) -> None:
    """Let Lindgrund ask Birkfeld for something, and name somebody in it."""
    here.say("p-lange", f"Bitte an Birkfeld: {SPOKEN} bis 30.4.")
    here.say("p-lange", "ja")
    here.say("p-vogt", "Z1 ja")
    here.say("p-vogt", "ja")


def entries(
    here: Auenland, said: str = WORDS[0], noun: str = ""
) -> list[tuple[int, str]]:
    """Return which entries (of ``noun``) hold ``said``, and in which field."""
    wanted = sa.select(
        event.c.position, event.c.stream, tables.text.c.field, tables.text.c.text
    ).join(
        tables.text,
        sa.and_(
            tables.text.c.stream == event.c.stream,
            tables.text.c.version == event.c.version,
        ),
    )
    with here.faden.store.reading() as db:
        rows = db.execute(wanted.order_by(event.c.position)).all()
    return [
        (row.position, row.field)
        for row in rows
        if said in row.text and row.stream.startswith(noun)
    ]


def erase(here: Auenland, instead: str | None = None) -> None:
    """Let the text of the promise go, which names the person."""
    for position, field in entries(here, noun="commitment:"):
        stream = f"text:{position}"
        if instead is None:
            here.order(stream, text.Offer(field=field))
            gone = text.Erase(field=field, ground=Ground.OBJECTION)
            here.order(stream, gone)
        else:
            said = Sealed(instead)
            new = text.Replace(field=field, ground=Ground.CORRECTION, text=said)
            here.order(stream, new)


def forget(here: Auenland, who: str, org: str) -> None:
    """Let somebody go who acted for ``org``."""
    here.order(f"organisation:{org}", EndMandate(person=who))
    here.order(f"person:{who}", person.Forget(ground=Ground.OBJECTION))


def again(here: Auenland) -> Auenland:
    """End the program and start it anew."""
    folder, server = here.faden.store.folder, here.faden.store.server
    here.faden.close()  # twice does no harm
    return replace(here, faden=Faden.open(folder, server=server, clock=here.watch))


def bring_back(older: Path, folder: Path) -> None:
    """Put the vault of an older file under the log that is there."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as raw:
        raw.execute("ATTACH ? AS older", (str(older),))
        for table in ("text", "person", "address", "profile"):
            raw.execute(_OLDER.replace("?", table))


def left(folder: Path, words: tuple[str, ...] = WORDS) -> list[str]:
    """Return which of ``words`` are in which files, however they are written."""
    return [f"{word} in {file.name}" for file, word in _found(folder, words)]


def _found(folder: Path, words: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            held = file.read_bytes()
            for word in words:
                escaped = json.dumps(word)[1:-1].encode()
                if word.encode() in held or escaped in held:
                    yield file, word
