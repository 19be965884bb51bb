"""A checkpoint proves only what the key of the log signed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from adapters.audit.checkpoints import newest
from adapters.audit.leaves import DamagedError
from adapters.audit.proving import Held, Proving
from adapters.audit.replay import holds
from adapters.audit.signing import Signer
from adapters.store import open_store
from core.checkpoint import Checkpoint
from tests.adapters.audit.damage import copied, run

OTHER = Signer.of("auenland.example/log", bytes(32))
NOTE = "UPDATE checkpoint SET note = ? WHERE number = 3"
KEY = "UPDATE checkpoint SET key = ? WHERE number = 3"
STREAMS = ("commitment:Z1", "information:I1")


def of_newest(folder: Path) -> Checkpoint:
    with closing(open_store(folder)) as store, store.reading() as db:
        found = newest(db)
    assert found is not None
    return found.checkpoint


@pytest.mark.parametrize("keys", [(), (OTHER.key.written(),)])
def test_what_another_key_signed_proves_nothing(
    sound: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        said = of_newest(folder)
        with closing(open_store(folder)) as store:
            before = Proving(store).of(STREAMS, said.size)
            assert Proving(store).covering(said.size) == said
        assert {one.held for one in before.values()} == {Held.SIGNED}
        run(folder / "faden.db", NOTE, OTHER.note(said.text()).written())
        for key in keys:
            run(folder / "faden.db", KEY, key)
        with closing(open_store(folder)) as store:
            proving = Proving(store)
            after = proving.of(STREAMS, said.size)
            assert proving.covering(said.size) is None
            with pytest.raises(DamagedError):
                proving.single([said.size])
    covered = {one for one in after if after[one].checkpoint == said}
    assert covered
    assert covered == {one for one in after if after[one] != before[one]}
    assert {after[one].held for one in covered} == {Held.FORGED}
    assert not any(holds(after[one]) for one in covered)
