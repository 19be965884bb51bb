"""Single: the proof of one entry as a file, with what the entry says (*Nachweis*).

The file is a C2SP ``tlog-proof``; beside the proof it carries the leaf, which holds no
text of anybody. What is proved is proved for whoever knows the key of the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from adapters.audit.checkpoints import Signed
from adapters.audit.entries import Entry
from adapters.audit.leaves import DamagedError
from adapters.audit.signing import verify
from adapters.journal import leaf
from core.checkpoint import Proof, proves
from core.decision.events import SETTLED
from core.tree import Tree

_SETTLING: Final = frozenset(one.KIND for one in SETTLED)


def deciding(entries: Sequence[Entry]) -> Entry:
    """Return the entry that settled a decision last; of all else, the newest."""
    settled = [entry for entry in entries if entry.kind in _SETTLING]
    return (settled or entries)[-1]


def single(tree: Tree, entry: Entry, signed: Signed) -> Proof:
    """Return the proof of an entry that ``signed`` covers.

    Raises:
        DamagedError: it is not what was signed.
    """
    index, size = entry.position - 1, signed.checkpoint.size
    try:
        header = leaf.header(entry.kind, entry.recorded_at, entry.stream, entry.version)
        said = b"%s\n%s" % (header, entry.state)
    except (TypeError, ValueError) as error:
        raise DamagedError(entry.position) from error
    proof = Proof(index, tuple(tree.inclusion_proof(index, size)), signed.note, said)
    if not proves(proof, said, signed.key, verify):
        raise DamagedError(entry.position)
    return proof
