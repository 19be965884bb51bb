"""A decision that was stored is the same decision, and counts the same."""

from __future__ import annotations

from typing import cast

from adapters.journal.codec import Codec
from core.catalogue import EVENTS
from core.decision import DECISION, recount
from core.decision import events as e
from tests.core.test_decision_story import in_force
from tests.golden.make import ORIGIN


def test_it_is_read_back_as_it_was_and_counted_again() -> None:
    codec, stream, told = Codec(EVENTS), "decision:B7", in_force()
    read: list[e.Happening] = []
    for version, event in enumerate(told, 1):
        stored = codec.encode(event, ORIGIN, stream, version)
        texts = {text.field: text.text for text in stored.texts}
        again, _ = codec.decode(event.KIND, stored.state, texts)
        read.append(cast("e.Happening", again))
    assert tuple(read) == told
    assert DECISION.replay(read) == DECISION.replay(told)
    assert recount(read) == recount(told)


def test_without_its_texts_it_still_binds_the_same() -> None:
    codec, told = Codec(EVENTS), in_force()
    erased: list[e.Happening] = []
    for version, event in enumerate(told, 1):
        stored = codec.encode(event, ORIGIN, "decision:B7", version)
        again, _ = codec.decode(event.KIND, stored.state)
        erased.append(cast("e.Happening", again))
    assert recount(erased) == recount(told)
    assert [one for one in erased if isinstance(one, e.Effects)] == [
        one for one in told if isinstance(one, e.Effects)
    ]
