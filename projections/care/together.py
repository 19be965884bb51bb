"""Bündeln: threads of different forums that name the same thing (*Gehört zusammen?*).

A hint and no finding: two texts share a word, and the word is told with the hint. What
counts as a topic is a German noun, known by its capital letter, unless everything is
typed in small ones; the longer a word is, the more it says. Whoever runs the forums
judges; what they set apart is the face's business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, select

from core.ports import Circle
from projections import people
from projections.asks import table as asked
from projections.commitments import table as promised
from projections.decisions import tables as decided
from projections.decisions.rows import DECIDING, HOLDING
from projections.viewer import Viewer
from projections.words import spellings

NEAR: Final = timedelta(days=14)  # calendar days between two due days
MOST: Final = 20  # pairs that are looked at; the desk shows a few of them
_COMMON: Final = 4  # threads; a word of more of them is no topic but a habit
_LONG: Final = 8  # letters; a word so long says enough alone
_SHORT: Final = 5  # letters; two such words do together
_ROOT: Final = 9  # letters in which Klärschlamm meets Klärschlammmengen
_NOUN: Final = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{4,}")
_WORD: Final = re.compile(r"\b[a-zäöüß]{8,}")
_GENERAL: Final = """
    abfrage abstimm angebot antrag arbeit aufgabe austausch bedarf bericht beschluss
    bestand beteilig bitte daten durchfuh entwick entwurf ergebnis forum gemein
    information jahr kommune konzept koordin kosten kreis landkreis liste massnahm menge
    nummer plan projekt prufung region sitzung stelle tabelle termin thema ubersich
    umsetz unterlag verfahr verwalt vorbereit vorlage vorschla welch woche zusammen
    zustand
"""  # how words begin that municipalities write about everything
_HABITS: Final = tuple(_GENERAL.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Something that goes on, or holds; ``org`` has it in hand until ``due``.

    A decision that holds is not ``open``: there is nothing to do to it any more.
    """

    ref: str
    forum: str
    title: str
    org: str
    due: date | None
    open: bool
    cites: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Two threads that may belong together, and why that is asked.

    ``words`` stand in both, the shorter spelling is told; ``lenders`` have something
    of that name to lend. ``near``: both are due within two weeks of each other.
    """

    one: Thread
    other: Thread
    words: tuple[str, ...]
    lenders: tuple[str, ...]
    near: bool


def together(db: Connection, viewer: Viewer) -> Sequence[Together]:
    """Return what may belong together, the likeliest first; for coordination alone.

    What is closed to others is left out, as the next step is to write to both sides.
    """
    if not viewer.coordinates:
        return []
    threads = {one.ref: one for one in _threads(db, viewer)}
    names = {
        key for name in people.names(db).organisations.values() for key in _topics(name)
    }
    topics = {ref: _topics(one.title) for ref, one in threads.items()}
    holders: dict[str, list[str]] = defaultdict(list)
    for ref, own in topics.items():
        for key in own:  # in the order of the text
            if key not in names:
                holders[key].append(ref)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, refs in holders.items():
        if len(refs) <= _COMMON:
            for pair in combinations(refs, 2):
                shared[pair].append(key)
    lent, found = _lent(db), []
    for (one, other), keys in shared.items():
        words = tuple(min(topics[one][k], topics[other][k], key=len) for k in keys)
        if _worth_asking(threads[one], threads[other], words):
            lenders = {org for key in keys for org in lent.get(key, ())}
            found.append(_pair(threads[one], threads[other], words, lenders))
    return sorted(found, key=_rank)[:MOST]


def _threads(db: Connection, viewer: Viewer) -> Iterator[Thread]:
    c, closed = promised.C, Circle.CLOSED.value
    mine = select(c.ref, c.forum, c.what, c.holder, c.due, c.cites).where(
        c.open.is_(True), c.draft_of.is_(None), c.circle != closed, c.what.is_not(None)
    )
    for row in db.execute(mine.where(promised.visible(viewer)).order_by(c.number)):
        yield Thread(
            ref=row.ref,
            forum=row.forum,
            title=row.what,
            org=row.holder,
            due=row.due,
            open=True,
            cites=row.cites,
        )
    a = asked.C
    going = select(a.ref, a.forum, a.text, a.org, a.deadline).where(
        a.going.is_(True), a.circle != closed, a.text.is_not(None)
    )
    for ask in db.execute(going.where(asked.visible(viewer)).order_by(a.number)):
        yield Thread(
            ref=ask.ref,
            forum=ask.forum,
            title=ask.text,
            org=ask.org,
            due=ask.deadline,
            open=True,
        )
    d = decided.DECISION.c
    known = select(d.ref, d.forum, d.title, d.org, d.until, d.state).where(
        d.state.in_((*DECIDING, *HOLDING)), d.circle != closed
    )
    for decision in db.execute(known.where(decided.visible(viewer)).order_by(d.number)):
        deciding = decision.state in DECIDING
        yield Thread(
            ref=decision.ref,
            forum=decision.forum,
            title=decision.title,
            org=decision.org,
            due=decision.until if deciding else None,
            open=deciding,
        )


def _topics(text: str) -> Mapping[str, str]:
    """Return the topics of ``text``: under what each is compared, and as it stands."""
    pattern = _NOUN if text != text.lower() else _WORD
    found: dict[str, str] = {}
    for word in pattern.findall(text):
        key = min(spellings(word), key=len)[:_ROOT]
        if len(key) >= _SHORT and not key.startswith(_HABITS):
            found.setdefault(key, word)
    return found


def _lent(db: Connection) -> Mapping[str, Sequence[str]]:
    """Return who lends something, by the topics of its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for org, name in people.devices(db):
        for key in _topics(name):
            found[key].append(org)
    return found


def _worth_asking(one: Thread, other: Thread, words: Sequence[str]) -> bool:
    if one.forum == other.forum or not (one.open or other.open):
        return False
    if one.cites == other.ref or other.cites == one.ref:
        return False
    return len(words) > 1 or any(len(word) >= _LONG for word in words)


def _pair(
    one: Thread, other: Thread, words: tuple[str, ...], lenders: Collection[str]
) -> Together:
    apart = None
    if one.due is not None and other.due is not None:
        apart = abs(one.due - other.due)
    return Together(
        one=one,
        other=other,
        words=words,
        lenders=tuple(sorted(lenders)),
        near=apart is not None and apart <= NEAR,
    )


def _rank(pair: Together) -> tuple[int, int, bool, str, str]:
    """Return the order: most and longest words first, then the same organisation."""
    letters = sum(map(len, pair.words))
    same = pair.one.org == pair.other.org
    return -len(pair.words), -letters, not same, pair.one.ref, pair.other.ref
