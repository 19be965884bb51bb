"""Shown: what a viewer may know of an ask and of its replies, once they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.ask import events
from core.ports import Circle
from projections import disclosure
from projections.asks.table import AskRow, ReplyRow
from projections.columns import names
from projections.packing import unpacked
from projections.rows import Row
from projections.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Dossier:
    """An ask and its replies as they lie in the tables; one viewer after another asks.

    It answers as the queries do, without a query (*Akte*).
    """

    cells: Row
    rows: Sequence[Row]

    def ask(self, viewer: Viewer) -> AskRow | None:
        """See ``queries.get``."""
        seen = viewer.may_see(self.cells["circle"], self.cells["org"])
        asked = viewer.is_party(*(row["org"] for row in self.rows))
        return shown(self.cells, viewer) if seen or asked else None

    def replies(self, viewer: Viewer) -> Sequence[ReplyRow]:
        """See ``queries.replies``."""
        return shown_replies(self.rows, self.cells["opened"], viewer)

    def reply_of(self, viewer: Viewer, org: str) -> ReplyRow | None:
        """See ``queries.reply_of``."""
        own = [row for row in self.rows if row["org"] == org]
        found = shown_replies(own, self.cells["opened"], viewer)
        return found[0] if found else None


def shown_replies(rows: Sequence[Row], cell: str, viewer: Viewer) -> Sequence[ReplyRow]:
    """Return of replies to the ask that was opened as ``cell`` says what is known."""
    opened = _opened(cell)
    knows = _knows_missing(viewer, opened.org)
    found = [_reply(row, opened, viewer) for row in rows]
    return [one for one in found if one.reply or knows or viewer.is_party(one.org)]


@lru_cache(maxsize=256)
def _opened(cell: str) -> events.Opened:
    """Return how an ask was opened; the same text says the same."""
    opened: events.Opened = unpacked(cell)
    return opened


def shown(row: Row, viewer: Viewer) -> AskRow:
    """Return of the cells of an ask what ``viewer`` may know."""
    opened = _opened(row["opened"])
    published = unpacked(row["published"]) if row["published"] else None
    ended = unpacked(row["concluded"]) if row["concluded"] else None
    concluded = ended if isinstance(ended, events.Concluded) else None
    why = ended.reason if isinstance(ended, events.Cancelled) else None
    missing = names(row["missing"])
    if not _knows_missing(viewer, row["org"]):
        missing = tuple(org for org in missing if viewer.is_party(org))
    known = ("ref", "on", "deadline", "promised", "minutes", "state", "going")
    times = ("answered", "published_at", "opener", "opened_at", "changed_at")
    cells = {name: row[name] for name in (*known, *times, "version", "position")}
    return AskRow(
        **cells,
        forum=opened.forum,
        org=opened.org,
        kind=opened.kind,
        meant=opened.meant,
        text=opened.text.text,
        questions=opened.questions,
        audience=opened.audience,
        disclosure=opened.disclosure,
        purpose=opened.purpose.text if opened.purpose else None,
        horizon=opened.horizon,
        needs=opened.needs,
        missing=missing,
        figures=published.figures if published else (),
        kept=published.kept if published else (),
        summary=published.summary.text if published and published.summary else None,
        told=published.answered if published else None,
        follows=concluded.follows if concluded else None,
        why=concluded.why.text if concluded else why and why.text,
        leads_to=concluded.ref if concluded else None,
        circle=Circle(row["circle"]),
    )


def _knows_missing(viewer: Viewer, asker: str) -> bool:
    """Whether the viewer may know who has not replied yet (rules 8 and 11)."""
    return viewer.coordinates or viewer.is_party(asker)


def _reply(row: Row, opened: events.Opened, viewer: Viewer) -> ReplyRow:
    said = unpacked(row["said"]) if row["said"] else None
    needs = {need.casefold() for need in opened.needs}
    told = said and disclosure.shown(said, opened, viewer)
    answer = told if isinstance(told, events.Answered | events.Revised) else None
    declined = told if isinstance(told, events.AnswerDeclined) else None
    remark = answer.remark if answer else declined.reason if declined else None
    return ReplyRow(
        ref=row["ref"],
        org=row["org"],
        reply=_KINDS.get(type(told), ""),
        values=answer.values if answer else (),
        remark=remark.text if remark else None,
        late=bool(said and said.late)
        and viewer.knows_of_lateness(row["org"], opened.org),
        hidden=told != said,
        at=row["at"],
        person=row["person"],
        pending_until=row["pending_until"],
        has=tuple(name for name in row["lends"] if name.casefold() in needs),
    )


_KINDS: Mapping[type[object], str] = {
    events.Answered: "answered",
    events.Revised: "answered",
    events.NothingReported: "nothing",
    events.AnswerDeclined: "declined",
}
