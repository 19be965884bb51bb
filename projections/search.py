"""Search: which items hold a word (*Suche*).

One table from token to item, the same on every database, so that forgetting an
item is one DELETE. The row with the empty token is the item itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    Select,
    String,
    Table,
    and_,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from projections.columns import METADATA, ordered
from projections.commitments.table import C
from projections.viewer import Viewer, sees, speaks_for
from projections.words import asked, beginnings

TOKEN: Final = Table(
    "token",
    METADATA,
    Column("stream", String, primary_key=True),
    Column("token", ordered(), primary_key=True),
    Column("weight", Integer, nullable=False),
    Column("title", String),
    Column("forum", String),
    Column("circle", String),
    Column("asker", String),
    Column("holder", String),
    Column("draft_of", String),
    Column("listed", String),  # whoever else a closed item is for
)
_T: Final = TOKEN.c
Index("token_by_token", _T.token, _T.stream, _T.weight)

_ORG: Final = "organisation:"  # begins their streams
_EXACT: Final = 2  # times the weight, where the whole word is meant
_WORDS: Final = 8  # words of a question; more make no better answer
_ABOVE: Final = "\U0010ffff"  # sorts behind every continuation


class Hit(NamedTuple):
    """An item found; ``title`` is ``None`` where its text was erased."""

    ref: str
    noun: str
    title: str | None
    forum: str | None
    score: int


def find(
    db: Connection,
    viewer: Viewer,
    text: str,
    limit: int = 10,
    nouns: Sequence[str] = (),
) -> Sequence[Hit]:
    """Return the items in which most words of ``text`` stand, best first.

    An organisation is held by the commitments in which it is a party, too.
    Without ``nouns`` everything is looked through: items, forums, organisations.
    """
    sought = asked(text)[:_WORDS]
    if not sought:
        return []
    places = [_called(db, word) for word in sought]
    each = union_all(
        *(_holding(n, word) for n, word in enumerate(sought)),
        *(_of_parties(n, orgs) for n, orgs in enumerate(places) if orgs),
    ).subquery()
    best = (
        select(
            each.c.stream,
            func.count(each.c.n.distinct()).label("words"),
            func.sum(each.c.weight).label("score"),
        )
        .group_by(each.c.stream)
        .subquery()
    )
    query = (
        select(_T.stream, _T.title, _T.forum, best.c.score)
        .join(best, best.c.stream == _T.stream)
        .where(_T.token == "", _visible(viewer), _of(nouns))
        .order_by(best.c.words.desc(), best.c.score.desc(), _T.stream)
        .limit(limit)
    )
    return [_hit(*row) for row in db.execute(query)]


def forget(db: Connection, stream: str) -> None:
    """Take everything about one item out of the table."""
    db.execute(delete(TOKEN).where(_T.stream == stream))


def _holding(n: int, word: str) -> Select[str, int, int]:
    """Return the query for the items that hold ``word``, or a word begun by it."""
    exact = beginnings(word)
    begun = [and_(_T.token >= start, _T.token < start + _ABOVE) for start in exact]
    weight = case((_T.token.in_(sorted(exact)), _T.weight * _EXACT), else_=_T.weight)
    return (
        select(_T.stream, literal(n).label("n"), func.max(weight).label("weight"))
        .where(or_(*begun))
        .group_by(_T.stream)
    )


def _called(db: Connection, word: str) -> Sequence[str]:
    """Return the organisations in whose names ``word`` stands."""
    named = _T.token.in_(sorted(beginnings(word))), _T.stream.startswith(_ORG)
    return [s.removeprefix(_ORG) for s in db.scalars(select(_T.stream).where(*named))]


def _of_parties(n: int, orgs: Sequence[str]) -> Select[str, int, int]:
    """Return the query for the commitments in which one of ``orgs`` is a party."""
    stream = (literal("commitment:") + C.ref).label("stream")
    party = or_(C.asker.in_(orgs), C.holder.in_(orgs))
    return select(stream, literal(n).label("n"), literal(1).label("weight")).where(
        party
    )


def _of(nouns: Sequence[str]) -> ColumnElement[bool]:
    if not nouns:
        return true()
    return or_(*(_T.stream.startswith(f"{noun}:") for noun in nouns))


def _visible(viewer: Viewer) -> ColumnElement[bool]:
    seen = sees(viewer, _T.circle, _T.asker, _T.holder)
    if viewer.orgs:
        seen = seen | or_(
            *(
                _T.listed.contains(f'"{org}"', autoescape=True)
                for org in sorted(viewer.orgs)
            )
        )
    if viewer.oversees:
        return seen
    return seen & or_(_T.draft_of.is_(None), speaks_for(viewer, _T.draft_of))


def _hit(stream: str, title: str | None, forum: str | None, score: int) -> Hit:
    noun, _, ref = stream.partition(":")
    return Hit(ref, noun, title, forum, score)
