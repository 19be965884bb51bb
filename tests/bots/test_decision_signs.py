"""The signs in the chat are those of the pages."""

from __future__ import annotations

from bots.decisions import wording
from bots.decisions.matter import load
from bots.register import marks
from core.effect import Stance
from projections.decisions import Mark
from tests.auenland import Auenland
from tests.ballots import opened, say


def test_whoever_said_nothing_has_another_sign_than_an_open_body(
    here: Auenland,
) -> None:
    opened(here)
    with here.faden.reading() as db:
        viewer = here.faden.viewer("p-kern")
        matter = load(db, viewer, "B1", here.faden.today())
        assert matter is not None
        said = wording.matrix(matter, here.faden.speech("p-kern"))
    assert said.split()[::2] == [marks.SYMBOLS[Mark.SILENT]] * 5


def test_whoever_agreed_and_needs_no_body_has_the_sign_of_an_approval(
    here: Auenland,
) -> None:
    opened(here, council=False)
    say(here, "B1", Stance.YES)
    with here.faden.reading() as db:
        viewer = here.faden.viewer("p-kern")
        matter = load(db, viewer, "B1", here.faden.today())
        assert matter is not None
        said = wording.matrix(matter, here.faden.speech("p-kern"))
    assert said.count(marks.SYMBOLS[Mark.AGREED]) == 4
    assert said.endswith("· Auenburg")
