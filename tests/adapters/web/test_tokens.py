"""The colours: every text reads at 4.5 : 1 or better (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import product

import pytest

CSS = files("adapters.web").joinpath("static", "faden.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
)
PAIRS = [
    *product(("ink", "soft", "accent"), ("ground", "sheet", "sunk", "tint")),
    ("warm", "warm-tint"),
    ("warm", "ground"),
    ("warm", "sheet"),
    ("on-accent", "accent"),
    ("ink", "mark"),
    ("ink", "warm-tint"),
]
EDGES = [*product(("edge", "focus"), ("ground", "sheet"))]


def light(colour: str) -> float:
    """Relative luminance; source: WCAG 2.2."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(scheme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(scheme[text], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen(scheme: dict[str, str], edge: str, ground: str) -> None:
    assert contrast(scheme[edge], scheme[ground]) >= 3


def test_every_colour_is_a_token_of_both_schemes() -> None:
    assert LIGHT.keys() == DARK.keys()
    rules = CSS.split("* { box-sizing", 1)[1]
    used = set(re.findall(r"var\(--([a-z-]+)\)", rules))
    assert used - LIGHT.keys() <= {"space", "round", "text"}
    screen = rules.split("@media print", 1)[0]
    assert not re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", screen)


def test_text_stands_on_grounds_that_are_tested() -> None:
    """Whatever rule sets both colours sets a pair whose contrast is tested above."""
    found = re.findall(
        r"background: var\(--([a-z-]+)\)[^}]*?[; ]color: var\(--([a-z-]+)\)", CSS
    )
    assert found
    assert {(text, ground) for ground, text in found} <= set(PAIRS)


def test_the_script_is_plain_enough_for_old_browsers() -> None:
    script = files("adapters.web").joinpath("static", "faden.js").read_text("utf-8")
    assert not re.findall(r"=>|\?\.|\?\?|`|\basync\b|\bawait\b|\.\.\.[a-z]", script)
    assert not re.findall(r"https?:", script)
