"""A bundle in which anything was changed is refused, and the reason is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from core.bundle.verdict import Exit, Said
from core.checkpoint import PROOF
from tests.adapters.audit.bundles import (
    FORGER,
    LOG,
    WITNESS,
    Line,
    closed,
    log,
    outcome,
    shown,
)

SMALL: Final = log(24, 7, 14)
INVALID: Final = Exit.INVALID
Change: TypeAlias = Callable[[list[Line]], object]


def changed(change: Change) -> tuple[Exit, Said]:
    """Return what is said of a bundle whose last line fits what was changed."""
    lines = SMALL.lines()
    change(lines)
    return outcome(closed(lines))


CHANGES: Final[list[tuple[Change, Exit, Said]]] = [
    (lambda ls: ls.pop(6), INVALID, Said.ORDER),  # an entry is missing
    (lambda ls: ls.insert(6, ls[6]), INVALID, Said.ORDER),  # it stands there twice
    (lambda ls: ls.insert(6, ls.pop(7)), INVALID, Said.ORDER),
    (lambda ls: ls.pop(), INVALID, Said.CUT),  # the last entry is missing
    (lambda ls: ls.append(shown(25)), INVALID, Said.ORDER),
    (lambda ls: ls.insert(1, ls.pop(2)), INVALID, Said.CONSISTENCY),
    (lambda ls: ls.pop(1), INVALID, Said.CONSISTENCY),
    (lambda ls: ls.pop(3), INVALID, Said.ORDER),  # the last checkpoint
    (lambda ls: ls.append(ls[3]), INVALID, Said.ORDER),
    (lambda ls: ls.insert(2, ls[1]), INVALID, Said.ORDER),
    (lambda ls: ls[0].update(size=23), INVALID, Said.ORDER),
    (lambda ls: ls[0].update(size=25), INVALID, Said.ORDER),
    (lambda ls: ls[0].update(size=-1), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(size=True), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(scope="all"), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(scope=[]), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(texts=False), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(texts=1), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(origin="else.example/log"), INVALID, Said.ORIGIN),
    (lambda ls: ls[0].update(key=WITNESS.key.written()), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(key=FORGER.key.written()), INVALID, Said.SIGNATURE),
    (lambda ls: ls[0].update(key="none"), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(witnesses=[1]), INVALID, Said.MALFORMED),
    (
        lambda ls: ls[0].update(witnesses=[{"key": LOG.key.written(), "org": "a"}]),
        INVALID,
        Said.MALFORMED,
    ),
    (lambda ls: ls[0].update(witnesses=1), INVALID, Said.MALFORMED),
    (lambda ls: ls[1].update(consistency=1), INVALID, Said.MALFORMED),
    (lambda ls: ls[1].update(checkpoint=1), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(bundle=True), INVALID, Said.MALFORMED),
    (lambda ls: ls[0].update(bundle=3), Exit.UNREADABLE, Said.NEWER),
    (lambda ls: ls[0].update(more=1), Exit.UNREADABLE, Said.NO_BUNDLE),
    (lambda ls: ls.pop(0), Exit.UNREADABLE, Said.NO_BUNDLE),
    (lambda ls: ls.clear(), Exit.UNREADABLE, Said.NO_BUNDLE),
    (lambda ls: ls.insert(5, {"new": 1}), Exit.UNREADABLE, Said.UNKNOWN_LINE),
    (lambda ls: ls.append({"end": "0" * 64, "lines": 31}), INVALID, Said.DIGEST),
    (lambda ls: ls[5]["state"].update(forged=1), INVALID, Said.ROOT),
    (lambda ls: ls[5]["state"].update(v=2), INVALID, Said.MALFORMED),
    (lambda ls: ls[5]["state"].update(nonce=""), INVALID, Said.MALFORMED),
    (lambda ls: ls[5]["header"].update(more=1), INVALID, Said.MALFORMED),
    (lambda ls: ls[5]["header"].update(recorded="2026"), INVALID, Said.MALFORMED),
    (lambda ls: ls[5].update(header=1), INVALID, Said.MALFORMED),
    (lambda ls: ls[5].update(inclusion=[]), INVALID, Said.MALFORMED),
    (lambda ls: ls.insert(5, {"entry": 2, "hash": "A" * 64}), INVALID, Said.MALFORMED),
    (lambda ls: ls[14].update(salt="00" * 32), INVALID, Said.TEXT),
    (lambda ls: ls[14].update(salt="zz" * 32), INVALID, Said.MALFORMED),
    (lambda ls: ls[14].update(text="etwas anderes"), INVALID, Said.TEXT),
    (lambda ls: ls[14].update(field="else"), INVALID, Said.TEXT),
    (lambda ls: ls.insert(14, ls[14]), INVALID, Said.TEXT),
    (lambda ls: ls.insert(17, ls.pop(14)), INVALID, Said.TEXT),
]


@pytest.mark.parametrize("change, exit_, said", CHANGES)
def test_what_is_changed_is_refused_though_its_last_line_fits(
    change: Change, exit_: Exit, said: Said
) -> None:
    assert changed(change) == (exit_, said)


RAW: Final[list[tuple[Callable[[list[bytes]], object], Exit, Said]]] = [
    (lambda ls: ls.pop(), INVALID, Said.CUT),
    (lambda ls: ls.append(ls[-1]), INVALID, Said.ORDER),
    (lambda ls: ls.append(ls.pop()[:-9]), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.append(ls.pop()[:-1]), INVALID, Said.NOT_CANONICAL),
    (lambda ls: ls.insert(4, b"\n"), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.insert(4, b"[1]\n"), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.insert(4, b'{"a":1.5}\n'), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.insert(4, b'{"a":NaN}\n'), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.insert(4, b"\xff\n"), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.insert(4, b"[" * 99_999), Exit.UNREADABLE, Said.NO_JSON),
    (lambda ls: ls.insert(4, b'{"a":1,"a":1}\n'), INVALID, Said.NOT_CANONICAL),
    (lambda ls: ls.insert(4, b'{"b":1,"a":1}\n'), INVALID, Said.NOT_CANONICAL),
    (lambda ls: ls.insert(4, ls.pop(4)[:-1] + b"\r\n"), INVALID, Said.NOT_CANONICAL),
    (lambda ls: ls.insert(0, b"GIF89a"), Exit.UNREADABLE, Said.NO_BUNDLE),
    (lambda ls: ls.insert(0, PROOF.encode()), Exit.UNREADABLE, Said.PROOF_ALONE),
]


@pytest.mark.parametrize("change, exit_, said", RAW)
def test_what_is_not_in_the_one_form_is_refused(
    change: Callable[[list[bytes]], object], exit_: Exit, said: Said
) -> None:
    lines = closed(SMALL.lines())
    change(lines)
    assert outcome(lines) == (exit_, said)
