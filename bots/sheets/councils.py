"""Councils: the matrix of decisions by municipality, and what is owed, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bots.chronicle import names
from bots.locale import N_
from bots.register import marks
from bots.sheets.sheet import Cell, Sheet
from bots.speech import Speech
from projections.decisions import FollowUp, Line


def matrix(lines: Sequence[Line], speech: Speech) -> Sheet:
    """Return one row per decision, one column per municipality."""
    _ = speech.translate
    own = [{cell.org: cell for cell in line.cells} for line in lines]
    orgs = sorted({org for cells in own for org in cells}, key=speech.org)
    return Sheet(
        title=_(N_("In the councils")),
        heads=[
            _(N_("Item number")),
            _(N_("Title")),
            _(N_("State")),
            *(speech.org(org) for org in orgs),
            _(N_("Ready")),
            _(N_("On the list")),
        ],
        rows=[
            (
                line.row.ref,
                line.row.title,
                names.state(line.row.state, speech),
                *(
                    marks.cell(cells[org], speech) if org in cells else None
                    for org in orgs
                ),
                line.ready,
                len(line.cells),
            )
            for line, cells in zip(lines, own, strict=True)
        ],
    )


def owed(rows: Sequence[FollowUp], bodies: Mapping[str, str], speech: Speech) -> Sheet:
    """Return what bodies still owe; ``bodies`` are names by organisation/body."""
    _ = speech.translate
    return Sheet(
        title=_(N_("Follow-up")),
        heads=[
            _(N_("Item number")),
            _(N_("Title")),
            _(N_("Whose turn")),
            _(N_("Body")),
            _(N_("Date")),
            _(N_("State")),
            _(N_("Overdue")),
            _(N_("Reason of the delay")),
            _(N_("Looked after by")),
        ],
        rows=[_owed(one, bodies, speech) for one in rows],
    )


def _owed(one: FollowUp, bodies: Mapping[str, str], speech: Speech) -> Sequence[Cell]:
    known = {one.body: bodies.get(f"{one.mover}/{one.body}", one.body)}
    delay = marks.delay(one.delay, speech) if one.delay else ""
    return (
        one.ref,
        one.title,
        speech.org(one.mover),
        marks.body(one.body, known, speech),
        one.on,
        names.state(f"council_{one.step.value}", speech),
        speech.translate(N_("yes")) if one.late else None,
        ": ".join(filter(None, (delay, one.delay_reason))) or None,
        speech.person(one.responsible) if one.responsible else speech.org(one.mover),
    )
