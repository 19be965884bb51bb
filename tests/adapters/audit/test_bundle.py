"""What is written of a region is believed; what is not so any more is not written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.audit.bundle import lines
from adapters.audit.checkpoints import OtherKeyError
from adapters.audit.extent import Request, extent
from adapters.audit.leaves import DamagedError
from adapters.audit.signing import Place, Signer
from adapters.audit.source import of_folder
from core.bundle.head import Scope
from core.bundle.kept import kept
from core.bundle.verdict import Exit, Said
from core.note import MalformedError
from tests.adapters.audit.bundles import verdict
from tests.adapters.audit.damage import copied, run

NAME = "auenland.example/log"
FULL = Request(Scope.FULL)
PUBLIC = Request(Scope.PUBLIC)


@pytest.fixture
def key(sound: Path, tmp_path: Path) -> Path:
    """A copy of the key of the log."""
    return Path(shutil.copy(sound / "log.key", tmp_path / "log.key"))


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of a region that may be changed."""
    with copied(sound, tmp_path / "copy") as copy:
        yield copy


def written(
    folder: Path, key: Path, request: Request = FULL, at: int | None = None
) -> list[bytes]:
    """Return the lines of a bundle."""
    with of_folder(folder) as source:
        found = extent(source.log, Place(key, NAME), request, at)
        return list(lines(source.log, found, request, []))


def parsed(found: list[bytes]) -> list[dict[str, Any]]:
    """Return what the lines say."""
    return [json.loads(line) for line in found]


def test_a_region_is_believed_as_a_whole(sound: Path, key: Path) -> None:
    found = written(sound, key)
    judged = verdict(found)
    assert judged.exit is Exit.SOUND
    texts = [line["text"] for line in parsed(found) if "text" in line]
    assert (Said.TEXTS, {"count": len(texts)}) in judged.said
    assert any("Waage" in text for text in texts)


def test_the_same_entries_give_the_same_bytes(sound: Path, key: Path) -> None:
    assert written(sound, key) == written(sound, key)
    assert written(sound, key, at=9) == written(sound, key, at=9)


def test_an_earlier_bundle_is_continued_by_a_later_one(sound: Path, key: Path) -> None:
    early = written(sound, key, at=9)
    assert verdict(early).exit is Exit.SOUND
    later = verdict(written(sound, key), kept(b"".join(early)))
    assert later.exit is Exit.SOUND
    assert later.said[-1][0] is Said.AGREES


def test_what_is_for_everybody_opens_no_text(folder: Path, key: Path) -> None:
    found = written(folder, key, PUBLIC)
    assert verdict(found).exit is Exit.SOUND
    entries = [line for line in parsed(found) if "entry" in line]
    assert not [line for line in entries if "text" in line]
    classes = {line["state"]["class"] for line in entries if "state" in line}
    assert classes <= {"öffentlich"}
    assert b"Waage" not in b"".join(found)


def test_an_item_is_proved_as_a_part(sound: Path, key: Path) -> None:
    found = written(sound, key, Request(Scope.PART, frozenset({"commitment:Z1"})))
    judged = verdict(found)
    assert judged.exit is Exit.SOUND
    streams = {line["header"]["stream"] for line in parsed(found) if "header" in line}
    assert streams == {"commitment:Z1"}
    assert judged.said[2][0] is Said.PART


def test_a_text_that_vanished_is_told(folder: Path, key: Path) -> None:
    before = written(folder, key)
    assert run(folder / "faden.db", "DELETE FROM text WHERE field = 'reason'") == 1
    found = written(folder, key)
    judged = verdict(found, kept(b"".join(before)))
    assert judged.exit is Exit.UNEXPLAINED
    assert judged.said[0][0] is Said.UNEXPLAINED
    assert verdict(before).exit is Exit.SOUND


@pytest.mark.parametrize(
    "change",
    ["salt = x''", "salt = zeroblob(32)", "salt = 'x'", "text = 'anderes'"],
)
def test_a_text_whose_salt_is_lost_is_left_out(
    folder: Path, key: Path, change: str
) -> None:
    run(folder / "faden.db", f"UPDATE text SET {change} WHERE field = 'reason'")  # noqa: S608
    found = verdict(written(folder, key))
    assert found.exit is Exit.UNEXPLAINED
    assert [
        facts["field"] for code, facts in found.said if code is Said.UNEXPLAINED
    ] == ["reason"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET state = replace(state, 'in', 'x') WHERE position = 5",
        "UPDATE event SET leaf_hash = zeroblob(32) WHERE position = 5",
        "UPDATE event SET kind = 'else.v1' WHERE position = 5",
        "UPDATE event SET state = x'00' WHERE position = 5",
        "DELETE FROM event WHERE position = 5",
    ],
)
def test_what_was_changed_is_not_written(folder: Path, key: Path, change: str) -> None:
    run(folder / "faden.db", change)
    with pytest.raises(DamagedError):
        written(folder, key)


def test_a_log_is_signed_with_one_key_only(folder: Path, key: Path) -> None:
    whole = written(folder, key)
    key.write_text(Signer.of(NAME, bytes(32)).written())
    with pytest.raises(OtherKeyError):
        written(folder, key, at=9)
    key.unlink()
    with pytest.raises(OtherKeyError):
        written(folder, key, at=9)
    assert not key.exists()
    assert written(folder, key) == whole  # it was signed before
    key.write_text("no key")
    with pytest.raises(MalformedError):
        written(folder, key, at=9)


def test_a_log_that_was_rewritten_since_is_not_signed(folder: Path, key: Path) -> None:
    other = Signer.of(NAME, bytes(32))
    note = other.note(f"{NAME}\n9\n{'A' * 43}=\n").written()
    change = "UPDATE checkpoint SET size = 9, note = ?, key = ? WHERE number = 1"
    run(folder / "faden.db", change, note, other.key.written())
    with pytest.raises(DamagedError):
        written(folder, key, at=10)


def test_a_store_from_before_there_were_checkpoints_is_written(
    folder: Path, key: Path
) -> None:
    run(folder / "faden.db", "DROP TABLE checkpoint")
    assert verdict(written(folder, key)).exit is Exit.SOUND
