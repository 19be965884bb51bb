"""The key of the log lies in a file of its own and signs what others can check."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from adapters.audit.signing import Place, Signer, kept, made, verify
from core import ed25519
from core.note import (
    COSIGNATURE,
    MalformedError,
    Note,
    Verify,
    opened,
    parse_key,
)

# golang.org/x/mod/sumdb/note, note_test.go
PETER: Final = (
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
)
TEXT: Final = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
NOTE: Final = (
    f"{TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFY"
    "C2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_a_note_is_signed_as_by_the_go_project() -> None:
    signer = Signer.parse(PETER)
    assert signer.note(TEXT).written() == NOTE
    assert signer.written() == f"{PETER}\n"
    public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert signer.key == parse_key(public)


@pytest.mark.parametrize("check", [verify, ed25519.verify])
def test_both_ways_to_check_a_signature_agree(check: Verify) -> None:
    signer = Signer.parse(PETER)
    (line,) = signer.note(TEXT).signatures
    assert check(signer.key.public, TEXT.encode(), line.signed)
    assert not check(signer.key.public, b"else", line.signed)
    assert not check(b"short", TEXT.encode(), line.signed)


def test_a_witness_signs_a_moment_and_a_log_none() -> None:
    witness = Signer.of("auenburg.example/zeuge", bytes(32), COSIGNATURE)
    note = Note("a\n", (witness.sign("a\n", 1_800_000_000),))
    assert opened(note, [witness.key], verify) == {witness.key: 1_800_000_000}
    with pytest.raises(ValueError, match="moment"):
        witness.sign("a\n")
    with pytest.raises(ValueError, match="moment"):
        Signer.parse(PETER).sign("a\n", 1)
    assert Signer.parse(witness.written()).key == witness.key


@pytest.mark.parametrize(
    "line",
    [
        "",
        PETER.removeprefix("PRIVATE+KEY+"),
        PETER.replace("c74f", "c74e"),
        PETER.replace("AYEK", "AIEK"),
        PETER[:-4],
        PETER.replace("PeterNeumann", "Peter Neumann"),
    ],
)
def test_what_is_no_key_is_refused(line: str) -> None:
    with pytest.raises(MalformedError):
        Signer.parse(line)


def test_a_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "log.key"
    assert kept(file) is None
    signer = made(Place(file, "auenland.example/log"))
    assert file.stat().st_mode & 0o777 == 0o600
    assert made(Place(file, "else.example/log")).key == signer.key
    again = kept(file)
    assert again is not None
    assert again.key == signer.key
    assert list(tmp_path.iterdir()) == [file]


def test_a_key_that_another_process_made_meanwhile_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, link = tmp_path / "log.key", os.link

    def late(source: Path, target: Path) -> None:
        file.write_text(f"{PETER}\n")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    assert made(Place(file, "auenland.example/log")).key.name == "PeterNeumann"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_holds_no_key_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "log.key"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(MalformedError):
        made(Place(file, "auenland.example/log"))
    assert file.read_bytes() == b"\xff\xfe"


def test_the_secret_is_not_shown() -> None:
    assert "AYEK" not in repr(Signer.parse(PETER))
