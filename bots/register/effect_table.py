"""The table of the effect in words: what a lawyer checks by hand (*Wirkungstafel*)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from bots.locale import N_
from bots.register import rules
from bots.speech import Speech
from core.effect import Effect, Line, Rule, table
from core.effect.table import Case

_CASES: Final[Mapping[Case, str]] = {
    Case.SILENT: N_("has said nothing"),
    Case.REJECTS: N_("said no"),
    Case.ABSTAINS: N_("abstained"),
    Case.AGREES: N_("yes, no body needed"),
    Case.AWAITS: N_("yes, body awaited"),
    Case.TOLD: N_("yes, body approved by word of mouth"),
    Case.CONDITIONAL: N_("yes, body with conditions"),
    Case.APPROVED: N_("yes, body approved"),
    Case.WAIVED: N_("yes, body not needed"),
    Case.REFUSED: N_("yes, body refused"),
    Case.EXPIRED: N_("yes, term of the body gone by"),
    Case.SUPERVISED: N_("yes, supervision awaited"),
    Case.PROHIBITED: N_("yes, supervision refused"),
}
_SUPERVISION: Final = "supervision"  # the name of the condition in the table
_BODY: Final = "GV"  # that of the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line: what became of each, and what follows."""

    cases: Sequence[str]
    status: str
    bound: str
    missing: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All lines under one rule; ``names`` are the members."""

    title: str
    names: Sequence[str]
    lines: Sequence[Told]


def groups(speech: Speech) -> Sequence[Group]:
    """Return the whole table in the words of ``speech``: one member alone first."""
    each = groupby(table(), key=lambda line: (line.rule, len(line.cases)))
    return [_group(rule, list(lines), speech) for (rule, _), lines in each]


def _group(rule: Rule, lines: Sequence[Line], speech: Speech) -> Group:
    names = [*lines[0].cases]
    title = rules.rule(rule, speech)
    if len(names) == 1:
        title = speech.translate(N_("One member alone"))
    return Group(
        title=title, names=names, lines=[_told(line, speech) for line in lines]
    )


def _told(line: Line, speech: Speech) -> Told:
    effect = line.effect
    return Told(
        cases=[speech.translate(_CASES[case]) for case in line.cases.values()],
        status=rules.status(effect.status, speech),
        bound=", ".join(sorted(effect.bound)) or speech.translate(N_("nobody")),
        missing=[*_missing(effect, speech)],
    )


def _missing(effect: Effect, speech: Speech) -> Iterable[str]:
    names = {
        _BODY: speech.translate(N_("body")),
        _SUPERVISION: speech.translate(N_("supervisory authority")),
    }
    plain = replace(speech, organisations={})  # A, B and C are called just that
    for one in effect.missing:
        yield rules.missing(one, names, plain)
