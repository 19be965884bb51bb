"""Whatever is turned around in the effect function, some case notices it."""

from __future__ import annotations

import ast
import contextlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from core.effect import Effect, effect, judging
from tests.core.effect.cases import fixed
from tests.core.effect.mutants import Mutant, mutants
from tests.core.effect.oracle import Case, Verdict, judge

EQUIVALENT: Final[dict[str, str]] = {
    "_LACK: Answer.APPROVED -> the next": "the next is waived, which lacks nothing too",
}
"""Mutants that do the same as the original, with the reason why."""


@cache
def answers() -> list[tuple[Case, Verdict, Effect]]:
    """Return what must come out; judged once, without the function."""
    return [(case, judge(case), effect(*case)) for case in fixed(3_000)]


def survives(mutant: Mutant) -> bool:
    module: dict[str, Any] = {"__name__": "mutant"}
    exec(compile(mutant.code, "mutant", "exec"), module)  # noqa: S102  (our own code)
    with contextlib.suppress(Exception):  # one that breaks has been noticed
        return all(
            _same(module["effect"](*case), verdict, known)
            for case, verdict, known in answers()
        )
    return False


def _same(found: Effect, verdict: Verdict, known: Effect) -> bool:
    told = (found.status, found.bound) == verdict
    return told and (found.missing, found.ready) == (known.missing, known.ready)


def test_what_is_not_changed_is_not_noticed() -> None:
    same = ast.parse(Path(judging.__file__).read_text(encoding="utf-8"))
    assert survives(Mutant("none", same))


def test_every_survivor_is_known_to_be_equivalent_and_no_other_is() -> None:
    source = Path(judging.__file__).read_text(encoding="utf-8")
    found = list(mutants(source))
    assert len(found) > 50
    assert len({mutant.name for mutant in found}) == len(found)
    survivors = {mutant.name for mutant in found if survives(mutant)}
    assert survivors == set(EQUIVALENT)
