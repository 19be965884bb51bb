"""Information, as other software reads it (*Informationen*)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from adapters.api.commitments import paged
from adapters.api.operation import Id, Listed, Paged, Reading, Then, query
from projections import information
from projections.information import InformationRow

Ref = Annotated[str, Field(pattern="^I[1-9][0-9]{0,8}$")]


class Wanted(Paged):
    """Which information, by forum and by who told it."""

    forum: Id | None = None
    org: Id | None = None


class One(Then):
    """One of them."""

    ref: Ref


@query("/informations", "informations", InformationRow, listed=True)
def list_informations(at: Reading, asked: Wanted) -> Listed:
    """List what members told their forums, concerns included, the newest first."""
    known = information.listing(at.db, at.viewer, asked.forum, asked.org)
    newest = sorted(known, key=_number, reverse=True)
    behind = [r for r in newest if asked.before is None or _number(r) < asked.before]
    return paged(behind, asked.limit, len(known))


@query("/informations/{ref}", "informations", InformationRow)
def get_information(at: Reading, asked: One) -> InformationRow | None:
    """Return one piece of information."""
    return information.get(at.db, at.viewer, asked.ref)


def _number(row: InformationRow) -> int:
    return int(row.ref[1:])
