"""A terminal for tests: what a call of ``faden`` prints, and its exit code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from adapters.cli.call import Call
from adapters.cli.run import run
from adapters.clock import SetClock

MORNING = datetime(2027, 3, 17, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Printed:
    """What came of a call."""

    code: int
    out: str
    err: str


@dataclass
class Terminal:
    """A folder, a clock and a language in which ``faden`` is called."""

    folder: Path
    language: str = "en"
    clock: SetClock = field(default_factory=lambda: SetClock(MORNING))
    environment: Mapping[str, str] = field(default_factory=dict)

    def call(self, *words: str, stdin: str = "") -> Printed:
        """Call ``faden`` with ``words``, in the data folder unless one is named."""
        out, err = StringIO(), StringIO()
        call = Call(
            language=self.language,
            cwd=self.folder.parent,
            environment={"FADEN_DATA": str(self.folder), **self.environment},
            stdin=StringIO(stdin),
            out=out,
            err=err,
            clock=self.clock,
        )
        code = run(words, call)
        return Printed(code, out.getvalue(), err.getvalue())

    def must(self, *words: str, stdin: str = "") -> str:
        """Call ``faden``; it works, and this is what it prints."""
        printed = self.call(*words, stdin=stdin)
        assert printed.code == 0, printed
        return printed.out

    def refused(self, *words: str, code: int = 1) -> str:
        """Call ``faden``; it does not work, and this is why."""
        printed = self.call(*words)
        assert printed.code == code, printed
        assert printed.out == ""
        assert "Traceback" not in printed.err
        return printed.err.strip()
