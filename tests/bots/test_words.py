"""The catalogue holds exactly what chat and pages say, in German, hole for hole."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "bots/locale/de.po"
FOLDERS = ("core", "projections", "bots", "adapters")
WORDS = re.findall(r"(?<= -k )[\w:,]+", (ROOT / "dev").read_text("utf-8"))
HOLE = re.compile(r"{\w*}|%\(\w+\)s|\*\*")


@cache
def german() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="de")


@cache
def extracted() -> Catalog:
    """What ``./dev words`` would find, by the same configuration."""
    with (ROOT / "bots/locale/babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel's
    found = Catalog()
    keywords: Any = parse_keywords(WORDS)
    for folder in FOLDERS:
        inside = [
            (p.removeprefix(f"{folder}/"), m)
            for p, m in methods
            if p.startswith(folder)
        ]
        for _, _, words, _, context in extract_from_dir(
            ROOT / folder,
            inside,
            {p.removeprefix(f"{folder}/"): o for p, o in options.items()},
            keywords,
        ):
            found.add(words, context=context)
    return found


def entries(catalogue: Catalog) -> dict[tuple[str | None, str], Message]:
    return {(m.context, str(key(m))): m for m in catalogue if m.id}


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def test_every_sentence_of_the_sources_is_in_the_catalogue() -> None:
    assert set(entries(extracted())) - set(entries(german())) == set()


def test_the_catalogue_holds_nothing_that_nobody_says() -> None:
    assert set(entries(german())) - set(entries(extracted())) == set()
    assert not german().obsolete


def test_every_sentence_is_translated_and_none_is_a_guess() -> None:
    assert [m.id for m in german() if m.id and not all(forms(m.string))] == []
    assert [m.id for m in german() if m.id and m.fuzzy] == []


def test_german_and_english_have_the_same_holes() -> None:
    for message in entries(german()).values():
        asked = forms(message.id)
        for number, said in enumerate(forms(message.string)):
            english = asked[min(number, len(asked) - 1)]
            holes = set(HOLE.findall(english)), set(HOLE.findall(said))
            assert holes[0] == holes[1], message.id


def test_quotation_marks_and_dashes_are_german() -> None:
    for message in entries(german()).values():
        for said in forms(message.string):
            assert said.count("„") == said.count("“"), said
            assert " - " not in said, said
            assert "..." not in said, said


def test_every_sentence_ends_as_its_original_does() -> None:
    for message in entries(german()).values():
        english, said = forms(message.id)[0], forms(message.string)[0]
        if english.endswith("."):
            assert said.endswith((".", "}")), said  # a short day ends in a full stop


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_speech_says_is_marked_for_translation(folder: str) -> None:
    """``speech.words("…")`` is found by nobody; ``speech.words(N_("…"))`` is."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and unmarked(call)
    ]
    assert found == []


def unmarked(call: ast.Call) -> bool:
    """Whether a sentence is handed over that the extraction does not see."""
    if not isinstance(call.func, ast.Attribute) or not call.args:
        return False
    seen = {word.partition(":")[0] for word in WORDS}
    saying = {"words", "text", "translate", "many", "context"} - seen
    first = call.args[0]
    literal = isinstance(first, ast.JoinedStr) or (
        isinstance(first, ast.Constant) and isinstance(first.value, str)
    )
    return call.func.attr in saying and literal
