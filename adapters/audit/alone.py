"""Alone: checking a bundle from the command line, with nothing but Python.

``deploy/verify.py`` is made of this and of what it needs; see ``onefile.py``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Final

from core.bundle.judge import judged
from core.bundle.kept import Kept, UnprovedError, kept
from core.bundle.verdict import Exit, Said, Verdict
from core.note import MalformedError

LONGEST: Final = 64 * 2**20  # bytes of a line; a longer one is none of ours
_USAGE: Final = "python verify.py DATEI [--against ALT] [--quorum N]\n"


def lines_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file, none longer than ``LONGEST``."""
    while line := file.readline(LONGEST):
        yield line


def check(file: Path, against: Path | None, quorum: int, now: int) -> Verdict:
    """Return what is to be said of a bundle.

    ``now`` in seconds since 1970.

    Raises:
        OSError: a file cannot be read.
    """
    measures: list[Kept] = []
    if against is not None:
        try:
            measures = kept(against.read_bytes())
        except UnprovedError:
            said = ((Said.UNPROVED, {"file": against.name}),)
            return Verdict(Exit.INVALID, said)
        except MalformedError:
            said = ((Said.NO_KEPT, {"file": against.name}),)
            return Verdict(Exit.UNREADABLE, said)
    with file.open("rb") as bundle:
        return judged(lines_of(bundle), measures, quorum, now)


def main(arguments: Sequence[str], words: Mapping[str, str]) -> int:
    """Check what ``arguments`` name; return the exit code.

    ``words`` by what is said, and by the name of a fact and its code.
    """
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may know few letters
        sys.stdout.reconfigure(errors="replace")
    named = _named(arguments)
    if named is None:
        sys.stderr.write(_USAGE)
        return Exit.UNREADABLE
    try:
        verdict = check(*named, int(time.time()))
    except OSError as error:
        why = "no file" if isinstance(error, FileNotFoundError) else "closed file"
        sys.stderr.write(words[why].format(file=error.filename) + "\n")
        return Exit.UNREADABLE
    for code, facts in verdict.shown():
        said = {name: words.get(f"{name} {fact}", fact) for name, fact in facts.items()}
        sys.stdout.write(words[code.value].format(**said) + "\n")
    return verdict.exit


def _named(arguments: Sequence[str]) -> tuple[Path, Path | None, int] | None:
    """Return file, what was kept, and quorum; ``None`` if they are misspelt."""
    files, options = [], {"--against": "", "--quorum": "0"}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in options and rest:
            options[word] = rest.pop(0)
        elif word.startswith("--"):
            return None
        else:
            files.append(word)
    against, quorum = options.values()
    if len(files) != 1 or not (quorum.isascii() and quorum.isdigit()):
        return None
    return Path(files[0]), Path(against) if against else None, int(quorum)
