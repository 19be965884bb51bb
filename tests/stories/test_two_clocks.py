"""B7 on three days by both clocks: what was known then, and what counted on a day."""

from __future__ import annotations

from tests.adapters.cli.terminal import Terminal
from tests.stories.test_record import desk, here

__all__ = ["desk", "here"]


def stood(desk: Terminal, at: str, on: str) -> str:
    """Return how B7 stood on a day, as known at the end of another: state and signs."""
    asked = ("decision", "B7", "--as", "Prüfer", "--at", at, "--on", on)
    _, said = desk.must(*asked).split(": ", 1)
    state, _, bound = said.partition("; bindet ")
    binds, *lines = bound.strip().split("\n")
    return f"{state}; {binds}; {''.join(line[0] for line in lines)}"


def test_both_clocks_are_read_on_three_days(desk: Terminal) -> None:
    proposed, resolved, entered = "2027-03-17", "2027-03-20", "2027-04-14"
    going = "wird entschieden, mit Einwänden; –; ·····"
    waiting = "in den Räten; –; ○○○○○"
    partly = "teilweise in Kraft; Auenburg, Birkfeld, Lindgrund; ●●●○○"
    for at, on, said in (
        (proposed, proposed, going),
        (proposed, entered, going),  # nobody knew then what came
        (resolved, proposed, going),
        (resolved, resolved, waiting),
        (resolved, "2027-04-12", waiting),
        (entered, proposed, going),
        (entered, resolved, waiting),
        (entered, "2027-04-11", waiting),
        (entered, "2027-04-12", partly),  # entered on the 14th for that day
        (entered, entered, partly),
    ):
        assert stood(desk, at, on) == said, (at, on)
