"""Changes of framework, by the day on which they were told in the region."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine

from core import information
from core.information import InformationKind
from core.sealed import Sealed
from projections import framework
from projections.framework import Change
from tests.projections.given import REQUESTED, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

CHANGED = information.Recorded(
    forum="wasser",
    org="kreis",
    kind=InformationKind.FRAMEWORK,
    text=Sealed("Neue Verordnung"),
    about=("B1",),
)


def test_what_is_told_after_midnight_in_the_region_is_of_the_new_day(
    engine: Engine,
) -> None:
    tale = founded()
    while tale.log.head() < 14:  # the next is recorded at 23:00 UTC
        tale.tell(f"commitment:Z{tale.log.head()}", REQUESTED)
    tale.tell("information:I1", CHANGED).seen(engine)
    with engine.connect() as db:
        assert framework.changes(db) == [Change("I1", date(2027, 3, 16), ("B1",))]
