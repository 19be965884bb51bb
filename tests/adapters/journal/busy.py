"""A process that writes from eight threads and says what was acknowledged.

Started by the crash test with a data folder and a round; killed at any moment.
"""

from __future__ import annotations

import sys
import threading
from itertools import count
from pathlib import Path

from adapters.store import Store
from tests.adapters.notebook import Write, open_notebook, order, tell


def _write(store: Store, name: str) -> None:
    for number in count():
        id_ = f"{name}.{number}"
        tell(store, order(Write((f"{id_} a", f"{id_} b")), id=id_))
        sys.stdout.write(f"{id_}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    opened = open_notebook(Path(sys.argv[1]))
    for worker in range(8):
        threading.Thread(
            target=_write, args=(opened, f"{sys.argv[2]}.{worker}")
        ).start()
