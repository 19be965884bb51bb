"""How a forum ends and begins again, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core import forum as f
from core.errors import Code
from core.facts import Duty
from core.sealed import Sealed
from tests.core.test_forum import SAMPLES, WHY, at_work, closed, forum, merged
from tests.given import COORDINATION

BUSY: Final = replace(
    COORDINATION,
    duties=(Duty(ref="Z1", forum="x1", asker="landkreis", holder="lindgrund"),),
)


def test_what_is_open_needs_a_new_home() -> None:
    here = forum.by(BUSY).given(*at_work)
    here.when(f.Close(reason=WHY)).refused(Code.DUTIES_OPEN, refs=("Z1",))
    here.when(f.Close(reason=WHY, successor="infrastruktur")).then(SAMPLES[8])
    here.when(f.Merge(into="infrastruktur")).then(SAMPLES[7])


def test_no_forum_is_its_own_successor() -> None:
    for command in (f.Merge(into="x1"), f.Close(reason=WHY, successor="x1")):
        forum.given(*at_work).when(command).refused(Code.UNKNOWN_FORUM, forum="x1")


def test_a_forum_ends_once() -> None:
    forum.given(*at_work, closed).when(f.Close(reason=WHY)).then()
    forum.given(*at_work, merged).when(f.Merge(into="infrastruktur")).then()
    elsewhere = f.Merge(into="wohnen")
    forum.given(*at_work, merged).when(elsewhere).refused(
        Code.NOT_POSSIBLE_NOW, state="absorbed"
    )


def test_a_closed_forum_may_be_founded_again_with_a_reason() -> None:
    refound = f.Refound(reason=WHY)
    forum.given(*at_work, closed).when(refound).then(f.Refounded(reason=WHY))
    forum.given(*at_work, closed, f.Refounded(reason=WHY)).when(refound).then()
    silent = f.Refound(reason=Sealed(" "))
    forum.given(*at_work, closed).when(silent).refused(Code.TEXT_MISSING)
    forum.given(*at_work).when(refound).refused(Code.NOT_POSSIBLE_NOW, state="active")
