"""Whatever core can do with a decision can be said, in German and in English.

The list of commands is taken from the code, so that a new one without a line fails.
"""

from __future__ import annotations

from typing import Final, get_args

import pytest

from bots.grammar import parse
from core.decision import commands as c
from tests.auenland import Auenland
from tests.bots.council_lines import IN_COUNCILS
from tests.bots.deciding import kinds
from tests.bots.forum_lines import IN_FORUM

BY_ITSELF: Final = {
    c.AskForPromises: "the hour asks whoever it binds, once",
    c.Deliver: "the hour notes it when a message has arrived; nobody can say so",
    c.LetOnBehalfStand: "the hour does when the period to contest is over",
    c.ExpireRatification: "the hour does when the term of a body is over",
}
CASES: Final = {**IN_FORUM, **IN_COUNCILS}


def _commands(kind: object) -> set[object]:
    parts = get_args(kind)
    return {one for part in parts for one in _commands(part)} if parts else {kind}


def test_every_command_can_be_said_or_happens_by_itself() -> None:
    assert CASES.keys() | BY_ITSELF.keys() == _commands(c.Command)
    assert not CASES.keys() & BY_ITSELF.keys()


@pytest.mark.parametrize("command", CASES, ids=lambda kind: kind.__name__)
def test_a_line_gives_the_command(here: Auenland, command: type) -> None:
    case = CASES[command]
    case.before(here)
    before = len(kinds(here))
    here.say(case.who, case.de)
    echoes = here.faden.desk.echoes(case.who)
    given = [type(order.command) for echo in echoes for order in echo.orders]
    if command is c.DropPrepared:  # it binds nobody, and is done at once
        assert kinds(here)[before:] == ["PreparedDropped"]
        return
    assert command in given, given
    here.say(case.who, "ja")
    assert len(kinds(here)) > before


@pytest.mark.parametrize("command", CASES, ids=lambda kind: kind.__name__)
def test_the_english_twin_means_the_same(here: Auenland, command: type) -> None:
    today, case = here.watch().date(), CASES[command]
    assert type(parse(case.en, today)) is type(
        parse(case.de.replace("12.5.", "12.3."), today)
    )
