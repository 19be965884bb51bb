"""Every line that can be said in the chat, by everybody, in every confidentiality."""

from __future__ import annotations

import pytest

from bots.grammar import parse
from bots.grammar.names import Names
from tests.access.county import World
from tests.access.roles import NOWHERE, ROLES
from tests.access.table import Row, rows
from tests.access.verbs import every_intent, filled, outcome

TABLE = rows("verbs.txt")


def test_every_intent_is_in_the_table() -> None:
    every = {kind.__name__ for kind in every_intent()}
    listed = {row.what for row in TABLE}
    assert every - listed == set(), "an intent without a row in tests/access/verbs.txt"
    assert listed - every == set(), "a row without an intent"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.named)
def test_a_line_is_the_verb_it_stands_for(county: World, row: Row) -> None:
    line = filled(row.given, NOWHERE, row.circle)
    names = county.here.faden.speech("p-kern")
    known = Names(
        organisations=tuple(names.organisations.values()),
        forums=tuple(names.forums.values()),
    )
    parsed = parse(line, county.here.faden.today(), known)
    assert type(parsed).__name__ == row.what


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.named)
def test_a_line_brings_what_the_table_says(county: World, row: Row) -> None:
    got = {role: outcome(county, role, row.given, row.circle) for role in ROLES}
    assert got == row.expected
