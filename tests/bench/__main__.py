"""Print what each bench measured: ``python -m tests.bench [--json]``.

A ratio is our speed by the speed of raw SQL doing the same in the same run: the
median of several interleaved rounds; ``spread`` is half the range of the rounds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Final

from tests.bench import board, journal, page
from tests.bench.measure import Row

CASES: Final[tuple[Callable[[], Iterator[Row]], ...]] = (
    journal.rows,
    board.rows,
    page.rows,
)


def main() -> None:
    """Run all cases, printing each row when it is there."""
    for case in CASES:
        for row in case():
            if "--json" in sys.argv:
                line = json.dumps(row)
            else:
                line = f"{row['name']:50} {row['store']:8} "
                line += f"{row['ratio']:8.2f} ± {row['spread']:.2f}"
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
