"""Whichever single byte of a bundle changes, the bundle is refused."""

from __future__ import annotations

import pickle
from hashlib import sha256

from adapters.audit.signing import verify
from core.bundle.judge import Judge
from core.bundle.verdict import Exit, RefusedError
from tests.adapters.audit.bundles import NOW, closed, log, outcome


def test_every_byte_counts_even_if_the_last_line_were_made_anew() -> None:
    lines = closed(log(200, *range(7, 200, 7)).lines())
    assert outcome(lines)[0] is Exit.SOUND
    accepted, judge = [], Judge(verify, NOW)
    whole = sha256(b"".join(lines[:-1])).digest()  # as the last line says
    for number, line in enumerate(lines):
        here = pickle.dumps(judge)
        for at in range(len(line)):
            changed = bytearray(line)
            changed[at] ^= 1 << at % 8
            twin: Judge = pickle.loads(here)  # noqa: S301  (made two lines above)
            if _goes_on(twin, [bytes(changed), *lines[number + 1 :]], whole):
                accepted.append((number, at))
        judge.take(line, whole)
    assert not accepted
    judge.seen()


def _goes_on(judge: Judge, rest: list[bytes], whole: bytes) -> bool:
    """Whether a bundle that goes on so is believed, if its last line fits."""
    try:
        for line in rest:
            judge.take(line, whole)
        judge.seen()
    except RefusedError:
        return False
    return True
