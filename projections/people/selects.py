"""Selects: organisations and forums, as several queries begin."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, or_, select

from projections.people.tables import FORUM, MEMBERSHIP, ORGANISATION, SEAT


def organisations_joined() -> Select[tuple[object, ...]]:
    """Select organisations with how far they came in the region."""
    joined = ORGANISATION.outerjoin(MEMBERSHIP, ORGANISATION.c.org == MEMBERSHIP.c.org)
    columns = (*ORGANISATION.c, MEMBERSHIP.c.path, MEMBERSHIP.c.left_on)
    return select(*columns).select_from(joined)


def takes_part(org: str) -> ColumnElement[bool]:
    """Select where ``org`` leads or sits."""
    sits = select(SEAT.c.forum).where(SEAT.c.org == org)
    return or_(FORUM.c.lead == org, FORUM.c.forum.in_(sits))
