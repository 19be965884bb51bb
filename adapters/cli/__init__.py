"""Command line: ``faden`` (German: *Befehlszeile*).

Every command runs where the store is open::

    faden say … --> folder is free ------> opens it, runs the command, closes it
                --> folder is served ----> sends the same words to that process,
                                           which runs the same command and answers

Exit codes: 0 done, 1 not possible (a sentence says what to do), 2 misspelt.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def main() -> None:
    """Run the command line of this process."""
    from adapters.cli.call import Call
    from adapters.cli.run import run

    _in_utf8(sys.stdin, "surrogateescape")
    _in_utf8(sys.stdout, "replace")
    _in_utf8(sys.stderr, "replace")
    code = run(sys.argv[1:], Call.of_process())
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone; nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 1
    raise SystemExit(code)


def _in_utf8(stream: TextIO | None, errors: str) -> None:
    """Read and write UTF-8, whatever the terminal claims to speak."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors)
