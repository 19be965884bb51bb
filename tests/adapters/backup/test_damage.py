"""A file that is not as it was written puts nothing in any place."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.backup.form import BackupDamagedError, BackupNewerError
from adapters.backup.reading import read
from adapters.store import FILE
from tests.adapters.backup.county import Home, closed


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup in which all fits; nobody changes it."""
    folder = tmp_path_factory.mktemp("sound")
    here = Home(folder / "data", None).founded()
    place = Place(folder / "log.key", "auenland.example/log")
    Sealing(here.faden.store, here.faden.desk, place).make()
    Home(folder / "data", None).saved(folder / "file", here.watch)
    closed(here)
    return folder / "file"


def refused(file: Path) -> str:
    """Return why nothing of ``file`` counts."""
    with pytest.raises(BackupDamagedError) as error:
        list(read(file))
    return str(error.value)


def lines(file: Path) -> list[bytes]:
    return gzip.decompress(file.read_bytes()).splitlines(keepends=True)


def forged(file: Path, said: list[bytes]) -> Path:
    """Write other lines with a hash that fits."""
    *body, last = said
    end = json.loads(last) | {"sha256": sha256(b"".join(body)).hexdigest()}
    whole = b"".join(body) + json.dumps(end).encode() + b"\n"
    file.write_bytes(gzip.compress(whole))
    return file


@pytest.mark.parametrize("seed", range(40))
def test_any_changed_byte_is_found(file: Path, tmp_path: Path, seed: int) -> None:
    held = bytearray(file.read_bytes())
    at = random.Random(seed).randrange(10, len(held))  # noqa: S311  (no secret)
    held[at] ^= 1 << seed % 8
    (tmp_path / "changed").write_bytes(held)
    if not _reads_the_same(bytes(held), file):  # as where bits only fill a byte up
        refused(tmp_path / "changed")


def _reads_the_same(held: bytes, file: Path) -> bool:
    with suppress(OSError, EOFError, zlib.error):
        return gzip.decompress(held) == gzip.decompress(file.read_bytes())
    return False


@pytest.mark.parametrize("part", [0, 3, 100, 0.5, -1])
def test_a_file_cut_short_is_found(file: Path, tmp_path: Path, part: float) -> None:
    held = file.read_bytes()
    kept = int(part * len(held)) if part == 0.5 else int(part)
    (tmp_path / "cut").write_bytes(held[:kept])
    refused(tmp_path / "cut")


def test_a_file_without_its_last_line_is_found(file: Path, tmp_path: Path) -> None:
    cut = b"".join(lines(file)[:-1])
    (tmp_path / "cut").write_bytes(gzip.compress(cut))
    assert refused(tmp_path / "cut") == "it ends too early"


def test_what_stands_behind_the_last_line_is_found(file: Path, tmp_path: Path) -> None:
    more = b"".join([*lines(file), b"[]\n"])
    (tmp_path / "more").write_bytes(gzip.compress(more))
    assert refused(tmp_path / "more") == "its hash is another one"


def test_an_entry_that_was_changed_with_all_hashes_of_the_file_is_found(
    file: Path, tmp_path: Path
) -> None:
    said = [line.replace(b'"forum:wasser"', b'"forum:wald"') for line in lines(file)]
    assert refused(forged(tmp_path / "forged", said)).startswith("entry ")


def test_entries_that_lack_at_the_end_are_found_by_the_checkpoint(
    file: Path, tmp_path: Path
) -> None:
    said = lines(file)
    start = next(n for n, one in enumerate(said) if one.startswith(b'{"table":"event"'))
    last = next(n for n in range(start + 1, len(said)) if said[n].startswith(b"{")) - 1
    rows = json.loads(said[-1])["rows"] - 1
    end = json.dumps({"rows": rows, "sha256": ""}).encode()
    cut = forged(tmp_path / "cut", [*said[:last], *said[last + 1 : -1], end])
    assert refused(cut).startswith("checkpoint ")


def _newer(file: Path) -> Iterator[list[bytes]]:
    head, *others = lines(file)
    yield [head.replace(b'"faden backup":1', b'"faden backup":2'), *others]
    yield [head, *(o.replace(b'"table":"echo"', b'"table":"x"') for o in others)]
    yield [head, *(o.replace(b'"expires_at"', b'"gone_at"') for o in others)]


def test_a_file_of_a_newer_version_is_told_apart(file: Path, tmp_path: Path) -> None:
    for said in _newer(file):
        with pytest.raises(BackupNewerError):
            list(read(forged(tmp_path / "newer", said)))


def test_kinds_of_entries_of_a_newer_version_are_told_apart(
    file: Path, tmp_path: Path, home: Home
) -> None:
    said = [
        line.replace(b"forum.proposed.v1", b"forum.proposed.v9") for line in lines(file)
    ]
    said = [one for one in said if not one.startswith(b"[") or b'"position"' not in one]
    kinds = next(n for n, one in enumerate(said) if b'"table":"kind"' in one)
    only = [said[0], *said[kinds : kinds + 2]]
    end = json.dumps({"rows": 1, "sha256": ""}).encode()
    only[2] = b'["future.thing.v1"]\n'
    newer = forged(tmp_path / "newer", [*only, end])
    with pytest.raises(BackupNewerError), home.loaded(newer):
        pytest.fail("it was believed")
    assert not (home.folder / FILE).exists()


def test_text_that_is_no_backup_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(gzip.compress(b"Lieber Herr Lange\n"))
    assert refused(tmp_path / "text") == "it is no backup"
    (tmp_path / "text").write_bytes(b"Lieber Herr Lange\n")
    refused(tmp_path / "text")
