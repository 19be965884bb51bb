"""Moving: how views take a batch, all in one transaction where that is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine

from core.ports import Recorded
from projections import view as views_
from projections.view import View


def together(
    engine: Engine,
    views: Mapping[str, View],
    going: Mapping[str, int],
    batch: Sequence[Recorded],
) -> Mapping[str, int]:
    """Fold ``batch`` into those ``going``; return where they are. Never raises.

    Empty, with nothing changed: one lags, was moved by somebody else, or its fold
    fails; then each is on its own.
    """
    (low, *others) = set(going.values())
    if others or len(going) == 1 or batch[0].position != low + 1:
        return {}
    try:
        moved = views_.advance_all(engine, [views[n] for n in going], low, batch)
    except Exception:  # noqa: BLE001  (which of them it is will show)
        return {}
    return dict.fromkeys(going, batch[-1].position) if moved else {}


def alone(engine: Engine, view: View, seen: int, batch: Sequence[Recorded]) -> int:
    """Fold ``batch``, which begins right behind ``seen``; return where ``view`` is.

    Somebody else may have brought it there, or further.

    Raises:
        LookupError: another version of the program has made it its own.
    """
    if views_.advance(engine, view, seen, batch):
        return batch[-1].position
    with engine.connect() as db:
        stand = views_.stand(db, view)
    if stand is None or stand.version != view.version:
        raise LookupError(
            f"{view.name} now belongs to another version of the program; please "
            "end this one, or update it"
        )
    return stand.position
