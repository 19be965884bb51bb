"""A forum is called otherwise, and stays the same forum."""

from __future__ import annotations

from core import forum as f
from core.errors import Code
from tests.core.test_forum import at_work, closed, forum, propose, proposed

RENAMED = f.Renamed(name="Forum Wasser und Energie")
RENAME = f.Rename(name=" Forum Wasser und Energie ")


def test_a_forum_is_renamed_once() -> None:
    forum.given(*at_work).when(RENAME).then(RENAMED)
    forum.given(*at_work, RENAMED).when(RENAME).then()
    forum.given(*at_work).when(f.Rename(name=proposed.name)).then()


def test_what_was_proposed_stays_proposed_under_another_name() -> None:
    forum.given(*at_work, RENAMED).when(propose).then()


def test_a_forum_that_has_ended_keeps_its_name() -> None:
    forum.given(*at_work, closed).when(RENAME).refused(Code.NOT_POSSIBLE_NOW)
