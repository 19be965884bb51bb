"""Items: commitments, asks, decisions and what was found, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bots.asks import wording
from bots.chronicle import names
from bots.locale import N_
from bots.sheets.sheet import Cell, Sheet
from bots.speech import Speech
from projections.asks import AskRow
from projections.commitments import CommitmentRow, overdue
from projections.decisions import Entry
from projections.search import Hit
from projections.viewer import Viewer


def commitments(rows: Iterable[CommitmentRow], viewer: Viewer, speech: Speech) -> Sheet:
    """Return commitments; lateness as far as it is the viewer's business."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Commitments")),
        heads=[
            _(N_("Item number")),
            _(N_("Forum")),
            _(N_("Who has promised")),
            _(N_("To whom")),
            _(N_("What")),
            _(N_("Due")),
            _(N_("First due")),
            _(N_("State")),
            _(N_("Overdue")),
            _(N_("Reported on")),
            _(N_("Settled on")),
        ],
        rows=[_commitment(row, viewer, speech) for row in rows],
    )


def _commitment(row: CommitmentRow, viewer: Viewer, speech: Speech) -> Sequence[Cell]:
    late = overdue(row, viewer, speech.today)
    return (
        row.ref,
        speech.forum(row.forum),
        speech.org(row.holder),
        speech.org(row.asker),
        _said(row.what, speech),
        row.due,
        row.first_due,
        names.state(row.state, speech),
        speech.translate(N_("yes")) if late else None,
        row.reported_on,
        row.settled_on,
    )


def asks(rows: Iterable[AskRow], speech: Speech) -> Sheet:
    """Return asks."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Asks")),
        heads=[
            _(N_("Item number")),
            _(N_("Forum")),
            _(N_("Asked by")),
            _(N_("Question")),
            _(N_("Asked on")),
            _(N_("Answer by")),
            _(N_("State")),
            _(N_("Asked")),
            _(N_("Answered")),
            _(N_("Still missing")),
            _(N_("Result")),
        ],
        rows=[
            (
                row.ref,
                speech.forum(row.forum),
                speech.org(row.org),
                _said(row.text, speech),
                row.on,
                row.deadline,
                wording.state(row, speech),
                len(row.audience),
                row.answered,
                ", ".join(map(speech.org, row.missing)) or None,
                row.summary,
            )
            for row in rows
        ],
    )


def decisions(entries: Iterable[Entry], speech: Speech) -> Sheet:
    """Return decisions as they stood on a day."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Decisions")),
        heads=[
            _(N_("Item number")),
            _(N_("Forum")),
            _(N_("Title")),
            _(N_("Text")),
            _(N_("State")),
            _(N_("Opened on")),
            _(N_("Position by")),
            _(N_("In force since")),
            _(N_("Whom it binds")),
            _(N_("Review")),
            _(N_("Ended on")),
        ],
        rows=[
            (
                one.row.ref,
                speech.forum(one.row.forum),
                one.row.title,
                _said(one.row.text, speech),
                names.state(one.state, speech),
                one.row.opened_on,
                one.row.until,
                one.row.holds_since,
                ", ".join(map(speech.org, one.bound)) or None,
                one.row.review_on,
                one.row.ended_on,
            )
            for one in entries
        ],
    )


def hits(found: Iterable[Hit], speech: Speech) -> Sheet:
    """Return in which items words were found."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Search")),
        heads=[_(N_("Item number")), _(N_("What"))],
        rows=[(hit.ref, hit.title) for hit in found],
    )


def _said(text: str | None, speech: Speech) -> str:
    return text or speech.translate(N_("(text erased)"))
