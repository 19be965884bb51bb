"""Bundles: made by hand, so that anything in them can be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final

from adapters.audit.signing import Signer
from core.bundle.canonical import written
from core.bundle.judge import judged
from core.bundle.kept import Kept
from core.bundle.leaf import ANNOUNCED, NAMED, commitment
from core.bundle.verdict import Exit, Said, Verdict
from core.checkpoint import Checkpoint
from core.merkle import leaf_hash
from core.note import COSIGNATURE, Note
from core.tree import Tree

LOG: Final = Signer.of("auenland.example/log", bytes(32))
FORGER: Final = Signer.of("auenland.example/log", bytes(31) + b"1")
WITNESS: Final = Signer.of("auenburg.example/zeuge", bytes(32), COSIGNATURE)
NOW: Final = 1_800_000_000  # seconds since 1970: in January 2027
SALT: Final = bytes(range(32))
TEXT: Final = "weil die Waage geeicht wird"

Line = dict[str, Any]


def stream(position: int) -> str:
    """Return to what an entry belongs."""
    return f"note:N{position}"


def shown(position: int, **body: object) -> Line:
    """Return the line of an entry; every tenth has a sealed text."""
    sealed = {}
    if position % 10 == 0:
        place = (stream(position), 1, "reason")
        sealed["sealed"] = {"reason": commitment(SALT, *place, TEXT)}
    return {
        "entry": position,
        "header": {
            "kind": str(body.pop("kind", "note.noted.v1")),
            "recorded": f"2026-11-23T08:{position // 60:02}:{position % 60:02}.000000Z",
            "stream": stream(position),
            "version": 1,
        },
        "state": {
            "body": {"number": position, **body},
            "class": "intern",
            "nonce": f"{position:032x}",
            "v": 1,
            **sealed,
        },
    }


def text(position: int) -> Line:
    """Return the line of the text of an entry."""
    return {
        "entry": position,
        "field": "reason",
        "salt": SALT.hex(),
        "text": TEXT,
    }


def hash_of(entry: Line) -> bytes:
    """Return the leaf hash of a disclosed entry."""
    return leaf_hash(f"{written(entry['header'])}\n{written(entry['state'])}".encode())


def naming(
    position: int, key: str, org: str | None = None, *, lost: object = False
) -> Line:
    """Return the line of an entry that says who signs, or who bears witness."""
    if org is None:
        return shown(position, kind=ANNOUNCED, key=key, lost=lost)
    return shown(position, kind=NAMED, key=key, org=org)


@dataclass(frozen=True)
class Log:
    """A log, its checkpoints, and who signs them."""

    entries: Sequence[Line]
    sizes: Sequence[int] = ()
    signer: Signer = LOG
    witnesses: Mapping[Signer, str] = field(default_factory=dict)
    moment: int = NOW
    next: tuple[int, Signer] | None = None  # the entry that announces another key
    since: int = 0  # from this size on, the other one signs

    def tree(self) -> Tree:
        """Return its hashes."""
        return Tree(hash_of(entry) for entry in self.entries)

    def note(self, size: int) -> Note:
        """Return the signed checkpoint of so many entries."""
        said = Checkpoint(self.signer.key.name, size, self.tree().root(size)).text()
        cosigned = [each.sign(said, self.moment) for each in self.witnesses]
        later = self.next is not None and size >= self.since
        signer = self.next[1] if self.next and later else self.signer
        return Note(said, (signer.sign(said), *cosigned))

    def head(self) -> Line:
        """Return the first line."""
        return {
            "bundle": 2,
            "key": self.signer.key.written(),
            "keys": [
                {"entry": entry, "key": signer.key.written()}
                for entry, signer in ([self.next] if self.next else [])
            ],
            "origin": self.signer.key.name,
            "scope": "full",
            "size": len(self.entries),
            "texts": True,
            "witnesses": [
                {"key": each.key.written(), "org": org}
                for each, org in self.witnesses.items()
            ],
        }

    def checkpoints(self) -> list[Line]:
        """Return the lines of the checkpoints."""
        tree, sizes = self.tree(), [*self.sizes, len(self.entries)]
        return [
            {
                "checkpoint": self.note(new).written(),
                "consistency": [h.hex() for h in tree.consistency_proof(old, new)],
            }
            for old, new in zip([0, *sizes], sizes, strict=False)
        ]

    def disclosed(self) -> list[Line]:
        """Return the lines of the entries with their texts."""
        return [
            line
            for entry in deepcopy(self.entries)
            for line in (
                (entry, text(entry["entry"]))
                if "sealed" in entry["state"]
                else (entry,)
            )
        ]

    def lines(self) -> list[Line]:
        """Return all lines but the last."""
        return [self.head(), *self.checkpoints(), *self.disclosed()]

    def rewritten(self, position: int) -> Log:
        """Return a log in which one entry says something else."""
        other = shown(position, forged=True)
        entries = [
            other if entry["entry"] == position else entry for entry in self.entries
        ]
        return replace(self, entries=entries)


def log(size: int, *sizes: int) -> Log:
    """Return a log of so many entries, with checkpoints."""
    return Log([shown(position) for position in range(1, size + 1)], sizes)


def witnessed(of: Log, witnesses: Mapping[Signer, str]) -> Log:
    """Return a log that names witnesses at its end, and is cosigned by them."""
    first = len(of.entries) + 1
    named = [
        naming(position, each.key.written(), org)
        for position, (each, org) in enumerate(witnesses.items(), first)
    ]
    return replace(of, entries=[*of.entries, *named], witnesses=witnesses)


def closed(lines: Iterable[Line]) -> list[bytes]:
    """Return ``lines`` as they stand in a file, with a last one that fits."""
    raw = [f"{written(line)}\n".encode() for line in lines]
    end = {"end": sha256(b"".join(raw)).hexdigest(), "lines": len(raw)}
    return [*raw, f"{written(end)}\n".encode()]


def verdict(
    lines: Iterable[bytes], against: Sequence[Kept] = (), quorum: int = 0
) -> Verdict:
    """Return what is said of a file."""
    return judged(lines, against, quorum, NOW)


def outcome(
    lines: Iterable[bytes], against: Sequence[Kept] = (), quorum: int = 0
) -> tuple[Exit, Said]:
    """Return the exit code, and what is said first."""
    found = verdict(lines, against, quorum)
    return found.exit, found.said[0][0]
