"""Print what each bench measured: ``python -m tests.bench [--json] [CASE …]``.

A ratio is our speed by the speed of raw SQL doing the same in the same run: the
median of several interleaved rounds; ``spread`` is half the range of the rounds.
Peers do the same work in the same rounds. What a peer cannot do stands at the end.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Final

from adapters.collector import calm_collector
from adapters.logs import configure
from tests.bench import (
    acknowledge,
    api,
    backlog,
    board,
    care,
    decisions,
    journal,
    million,
    page,
    record,
    replay,
    year,
)
from tests.bench.measure import Row

CASES: Final[dict[str, Callable[[], Iterator[Row]]]] = {
    "journal": journal.rows,
    "million": million.rows,
    "board": board.rows,
    "decisions": decisions.rows,
    "page": page.rows,
    "care": care.rows,
    "year": year.rows,
    "acknowledge": acknowledge.rows,
    "backlog": backlog.rows,
    "record": record.rows,
    "replay": replay.rows,
    "api": api.rows,
}


def main() -> None:
    """Run the cases, all unless some are named, printing each row when it is there."""
    as_json = "--json" in sys.argv
    calm_collector()  # as the server does
    configure()  # likewise; its lines go to standard error
    wanted = [name for name in sys.argv[1:] if name != "--json"] or list(CASES)
    if unknown := [name for name in wanted if name not in CASES]:
        sys.exit(f"No case: {', '.join(unknown)}. There are: {', '.join(CASES)}.")
    for name in wanted:
        for row in CASES[name]():
            _say(json.dumps(row) if as_json else _line(row))
    if "journal" in wanted and not as_json:
        for note in journal.footnotes():
            _say(f"({note})")


def _line(row: Row) -> str:
    who = row.get("peer", "faden")
    numbers = f"{row['ratio']:8.2f} ± {row['spread']:.2f}"
    return f"{row['name']:50} {row['store']:8} {who:14} {numbers}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
