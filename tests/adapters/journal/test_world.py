"""The world: fresh states for whoever decides, and never too many in memory."""

from __future__ import annotations

from adapters.journal.world import Memory, Nouns, Scene
from adapters.store import Store
from core.facts import LastAct
from core.world import Loaded
from tests.adapters.notebook import MORNING, NOTEBOOK, Write, order, tell


def _scene(store: Store, memory: Memory) -> Scene:
    """Return a scene whose notebooks may be regions, too."""
    nouns = Nouns({"note": NOTEBOOK, "region": NOTEBOOK}, {"note": "N"})
    database = store.writer._desk.database  # noqa: SLF001
    return Scene(memory, database, store.codec, nouns)


def test_a_state_says_who_wrote_last(store: Store) -> None:
    tell(store, order(Write(("one", "two"))))
    loaded = _scene(store, Memory()).load("note:N1")
    assert loaded == Loaded(("one", "two"), 2, LastAct("p-1", MORNING, 2))


def test_a_stream_that_is_new_has_the_initial_state(store: Store) -> None:
    assert _scene(store, Memory()).load("note:N9") == Loaded((), 0, None)


def test_a_number_is_asked_for_once_per_order_and_then_used(store: Store) -> None:
    tell(store, order(Write(("one",))))
    scene = _scene(store, Memory())
    assert [scene.next_reference("N") for _ in range(2)] == ["N2", "N3"]
    scene.begin()
    assert scene.next_reference("N") == "N2"
    assert scene.load("note:N2") == Loaded((), 0, None)
    scene.change("note:N2", Loaded(("two",), 1, None))
    scene.begin()
    assert scene.next_reference("N") == "N3"


def test_what_was_not_committed_is_not_remembered(store: Store) -> None:
    tell(store, order(Write(("one",))))
    memory = Memory()
    scene = _scene(store, memory)
    scene.load("note:N1")
    scene.change("note:N1", Loaded(("one", "two"), 2, None))
    assert scene.load("note:N1").version == 2
    assert _scene(store, memory).load("note:N1").version == 1
    scene.committed(2)
    assert _scene(store, memory).load("note:N1").version == 2


def test_the_memory_keeps_what_was_used_last(store: Store) -> None:
    tell(store, order(Write(("one",)), "note:a"))
    memory = Memory(kept=2)
    for name in ("a", "b", "a", "c"):
        _scene(store, memory).load(f"note:{name}")
    assert list(memory.states) == ["note:a", "note:c"]


def test_all_streams_of_a_noun_include_those_not_yet_written(store: Store) -> None:
    for name in ("b", "a"):
        tell(store, order(Write(("one",)), f"note:{name}"))
    scene = _scene(store, Memory())
    scene.change("note:new", Loaded(("x",), 1, None))
    assert set(scene.streams("note")) == {"note:a", "note:b", "note:new"}
    assert scene.streams("not") == ()


def test_the_region_is_known_once_it_is_founded(store: Store) -> None:
    memory = Memory()
    scene = _scene(store, memory)
    assert scene.region == ""
    scene.change("region:wmk", Loaded((), 1, None))
    assert scene.region == "wmk"
    assert _scene(store, memory).region == ""
    tell(store, order(Write(("founded",)), "region:wmk"))
    assert _scene(store, memory).region == "wmk"


def test_what_another_process_wrote_changes_the_states_in_memory(store: Store) -> None:
    tell(store, order(Write(("one",))))
    nouns = Nouns({"note": NOTEBOOK, "region": NOTEBOOK}, {"note": "N"})
    memory = Memory(position=1)
    scene = _scene(store, memory)
    assert scene.load("note:N1").version == 1
    assert scene.next_reference("N") == "N2"
    tell(store, order(Write(("two",)), "note:N1"))
    tell(store, order(Write(("three",))))
    for entry in store.journal.since(1):
        memory.follow(entry, nouns)
    assert memory.position == 3
    assert memory.states["note:N1"].state == ("one", "two")
    assert "note:N2" not in memory.states
    assert _scene(store, memory).next_reference("N") == "N3"
