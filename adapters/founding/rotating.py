"""Rotating: lets the log be signed with another key (*Schlüsselwechsel*).

::

    key --the next one lies beside it--> announced in the log --the old one signs once
        more, so that it covers this--> the next one takes its place in the file

Whatever dies on the way goes on there when it is done again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place, made
from adapters.founding import orders
from adapters.main import Faden
from core.log import AnnounceKey
from core.note import Key
from core.ports import Circle
from projections import people

_NEXT: Final = ".neu"


def stream_of(faden: Faden) -> str:
    """Return the stream in which the keys of the log are named."""
    with faden.reading() as db:
        region = people.region(db)
    return f"log:{region.region if region else ''}"


def rotate(faden: Faden, sealing: Sealing) -> Key:
    """Let the next key take over; return it.

    Raises:
        DamagedError, OtherKeyError, MalformedError, OSError: see ``Sealing.make``.
        Refusal: the store is away.
    """
    sealing.make()
    return _replaced(faden, sealing, sealing.at_hand().name, lost=False)


def begin_anew(faden: Faden, sealing: Sealing, name: str) -> Key:
    """Let a new key sign though the old one is lost; raises as ``rotate``, and more.

    Raises:
        FileExistsError: another key lies there, or what is none.
    """
    if sealing.place.file.exists():
        raise FileExistsError(sealing.place.file)
    return _replaced(faden, sealing, name, lost=True)


def _replaced(faden: Faden, sealing: Sealing, name: str, *, lost: bool) -> Key:
    file = sealing.place.file
    beside = file.with_name(f"{file.name}{_NEXT}")
    key = made(Place(beside, name)).key
    command = AnnounceKey(key=key.written(), lost=lost)
    orders.give(faden, stream_of(faden), command, circle=Circle.PUBLIC)
    if not lost:
        sealing.make()
    _put(beside, file)
    sealing.make()
    return key


def _put(beside: Path, file: Path) -> None:
    """Let the next key take the place of the old one, for good."""
    beside.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
