"""The catalogue names everything there is, once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from types import ModuleType
from typing import Final, get_type_hints

import core
from core.catalogue import DECIDERS, EVENTS, LETTERS, NOUNS, noun_of
from core.event import Event
from tests.core.variants import variants

_KIND: Final = re.compile(r"([a-z]+)\.[a-z_]+\.v[1-9][0-9]*")
_MODULES: Final[list[ModuleType]] = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(core.__path__, "core.")
]


def test_every_event_that_is_written_down_is_listed() -> None:
    written = {
        thing
        for module in _MODULES
        for _, thing in inspect.getmembers(module, inspect.isclass)
        if issubclass(thing, Event) and thing is not Event
    }
    assert written == set(EVENTS)


def test_every_kind_is_used_once_and_begins_with_its_noun() -> None:
    assert len({event.KIND for event in EVENTS}) == len(EVENTS)
    for event in EVENTS:
        found = _KIND.fullmatch(event.KIND)
        assert found, event.KIND
        assert found[1] in DECIDERS
        assert event.__module__.startswith(f"core.{found[1]}")


def test_every_command_that_a_decider_takes_has_its_noun() -> None:
    for noun, decider in DECIDERS.items():
        taken = variants(get_type_hints(decider.decide)["command"])
        assert taken == {kind for kind, own in NOUNS.items() if own == noun}


def test_every_event_that_a_decider_takes_is_listed() -> None:
    taken = [variants(get_type_hints(d.evolve)["event"]) for d in DECIDERS.values()]
    assert set().union(*taken) == set(EVENTS)


def test_a_letter_leads_to_its_noun_in_either_case() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    for noun, letter in LETTERS.items():
        assert noun_of(f"{letter}34") == noun_of(f"{letter.lower()}34") == noun
    assert noun_of("Q1") is None
    assert noun_of("") is None
