"""Forums are told apart by their names, as people name them in a line."""

from __future__ import annotations

from dataclasses import replace

from core import desk, forum
from core.errors import Code
from core.facts import OPERATOR
from core.ports import Order
from tests.core.desk_world import founded, order, proposed, refused
from tests.core.test_commitment import WHY


def asked(command: object, stream: str) -> Order:
    return order(command)._replace(stream=stream, actor=OPERATOR, org="")


PROPOSE = forum.Propose(
    name="forum",
    kind=forum.ForumKind.FIELD,
    fields=("wasser",),
    purpose=WHY,
    lead="kreis",
)


def test_no_two_forums_that_live_have_one_name() -> None:
    again = asked(PROPOSE, "forum:wohnen")
    refused(again, founded(), Code.NAME_TAKEN, name="forum")
    log = founded().tell("forum:infra", replace(proposed("wasser"), name="Infra"))
    taken = asked(forum.Rename(name="Forum"), "forum:infra")
    refused(taken, log, Code.NAME_TAKEN, name="Forum")
    over = log.tell("forum:wasser", forum.Merged(into="infra", duties=()))
    assert desk.decide(taken, over).events == (forum.Renamed(name="Forum"),)
