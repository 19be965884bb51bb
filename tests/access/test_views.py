"""Every query of the views, as everybody, in every confidentiality."""

from __future__ import annotations

import pytest

from tests.access.asked import Asked, viewer
from tests.access.county import World
from tests.access.everything import every_query
from tests.access.queries import CALLS
from tests.access.roles import ROLES
from tests.access.table import HERE, Row, rows

TABLE = rows("views.txt")
UNGUARDED = {
    line.split()[0]
    for line in (HERE / "unguarded.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
}


def test_every_query_is_in_one_of_the_tables() -> None:
    every = set(every_query())
    listed = {row.what for row in TABLE} | UNGUARDED
    assert every - listed == set(), "a query without a row in tests/access/*.txt"
    assert listed - every == set(), "a row without a query"
    assert not {row.what for row in TABLE} & UNGUARDED


@pytest.mark.parametrize("name", sorted({row.what for row in TABLE}))
def test_a_query_has_a_row_for_every_confidentiality(name: str) -> None:
    assert len([row for row in TABLE if row.what == name]) == 3
    assert name in CALLS, "tests/access/queries.py says how it is asked"
    told = {row.circle for row in TABLE if row.what == name}
    assert len(told) == 3


@pytest.mark.parametrize("name", sorted({row.what for row in TABLE}))
def test_a_query_finds_something_for_somebody(name: str) -> None:
    """Else its rows would promise nothing."""
    found = [row.expected.values() for row in TABLE if row.what == name]
    assert any("sees" in cells for cells in found)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.named)
def test_a_query_tells_what_the_table_says(county: World, row: Row) -> None:
    assert row.circle is not None
    got: dict[str, str] = {}
    with county.here.faden.reading() as db:
        for role in ROLES:
            asked = Asked(county, db, viewer(county, db, role), row.circle)
            seen = asked.sees(CALLS[row.what](asked))
            got[role] = "sees" if seen else "withheld"
    assert got == row.expected
