"""Decisions in words: signs, rules and what is missing, each with a name of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from bots.register import effect_table, marks, rules
from bots.speech import Speech
from core.decision.file import Work
from core.effect import EffectKind, Form, Lack, Measure, Missing, Rule, table
from core.rulebook import Mode
from projections.decisions import Band, Cell, Leaning, Mark

DE = Speech(language="de", today=date(2027, 6, 1), organisations={"muehlau": "Mühlau"})
EN = Speech(language="en", today=date(2027, 6, 1))


def different(said: Iterable[str]) -> bool:
    """Whether all of them say something, and each something else."""
    each = list(said)
    return all(each) and len(set(each)) == len(each)


@pytest.mark.parametrize("speech", [DE, EN])
def test_every_code_has_words_of_its_own(speech: Speech) -> None:
    assert different(marks.words(mark, speech) for mark in Mark)
    assert different(marks.leaning(one, speech) for one in Leaning)
    assert different(marks.work(one, speech) for one in Work)
    assert different(rules.mode(one, speech) for one in Mode)
    lacks = (Missing("muehlau", lack, "gv") for lack in Lack)
    assert different(rules.missing(one, {"gv": "Rat"}, speech) for one in lacks)


def test_signs_that_mean_something_else_look_different() -> None:
    assert different(marks.symbol(mark) for mark in marks.LEGEND)
    assert {marks.symbol(mark) for mark in Mark} == {
        marks.symbol(mark) for mark in marks.LEGEND
    }


def test_a_cell_says_its_day() -> None:
    cell = Cell(
        org="muehlau",
        mark=Mark.OPEN,
        on=date(2027, 6, 17),
        body="gv",
        bound=False,
        late=False,
    )
    assert marks.cell(cell, DE) == "Mühlau: offen (17.06.)"


def test_a_share_is_told_in_per_cent_and_a_majority_that_binds_all() -> None:
    rule = Rule(
        EffectKind.THRESHOLD,
        Measure.INHABITANTS,
        600,
        binds_all=True,
        form=Form.SPECIAL_PURPOSE,
    )
    said = rules.rule(rule, DE)
    assert "sobald sie 60 % der Einwohner stellen" in said
    assert "Die Mehrheit bindet alle (Zweckverband)" in said


def test_what_everybody_lacks_is_said_of_all() -> None:
    one = Missing("", Lack.RESOLUTION, "funding")
    assert rules.missing(one, {}, DE) == "Alle: Förderzusage steht aus"
    unnamed = Missing("muehlau", Lack.RESOLUTION, "gremium")
    assert rules.missing(unnamed, {}, DE) == "Mühlau: Gremium steht aus"


@pytest.mark.parametrize(
    ("low", "high", "shares", "said"),
    [
        (
            2,
            4,
            (500, 900),
            "Nach heutiger Sicht gilt es für 2 bis 4 von 5, 50 bis 90 % der Einwohner.",
        ),
        (2, 4, (None, None), "Nach heutiger Sicht gilt es für 2 bis 4 von 5."),
        (3, 3, (None, None), "Nach heutiger Sicht gilt es für 3 von 5."),
        (0, 0, (0, 0), "Nach heutiger Sicht gilt es für niemanden."),
    ],
)
def test_a_forecast_is_a_band(
    low: int, high: int, shares: tuple[int | None, int | None], said: str
) -> None:
    rule = Rule(EffectKind.EACH_FOR_ITSELF)
    band = Band(
        rule=rule, low=low, high=high, low_share=shares[0], high_share=shares[1]
    )
    assert rules.band(band, 5, DE) == said


@pytest.mark.parametrize("speech", [DE, EN])
def test_the_table_of_the_handbook_holds_every_line_of_the_function(
    speech: Speech,
) -> None:
    groups = effect_table.groups(speech)
    assert sum(len(group.lines) for group in groups) == len(table())
    assert different(group.title for group in groups)
    told = [line for group in groups for line in group.lines]
    for line, made in zip(told, table(), strict=True):
        assert line.status == rules.status(made.effect.status, speech)
        assert len(line.missing) == len(made.effect.missing)
