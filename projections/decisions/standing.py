"""Standing: how a decision stood with everybody on a day (*wirksam*)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter

from core.decision import file as files
from core.decision import states as core
from core.effect import Answer
from projections.decisions.matrix import Body, Line, cell_of
from projections.decisions.rows import DecisionRow


def line_on(row: DecisionRow, state: core.State, bound: Collection[str]) -> Line:
    """Return the line of a decision as it stood in ``state``, when it bound some."""
    if isinstance(state, core.Absent):
        return Line(row=row, cells=[])
    file = state.file
    return Line(
        row=row,
        cells=[
            cell_of(
                member.org,
                _stance(file, member.org),
                [*_bodies(file, member.org)],
                bound=member.org in bound,
                late=False,
            )
            for member in sorted(file.entitled, key=attrgetter("org"))
        ],
    )


def _stance(file: files.File, org: str) -> str | None:
    vote = file.votes.get(org)
    return vote.stance.value if vote and vote.text == file.text else None


def _bodies(file: files.File, org: str) -> Iterator[Body]:
    for key, council in file.councils.items():
        if key.org == org:
            answer = council.answer(file.text)
            on = None if answer is Answer.OPEN else council.on
            yield {
                "body": key.body,
                "answer": answer,
                "meeting": council.meeting,
                "on": on,
            }
