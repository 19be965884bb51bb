"""Notes are read in one form only, and trusted only by a known key's signature."""

from __future__ import annotations

from typing import Final

import pytest

from core import ed25519
from core.note import (
    COSIGNATURE,
    ED25519,
    Key,
    MalformedError,
    Note,
    UntrustedError,
    covered,
    opened,
    parse,
    parse_key,
    signed,
)

# Key, text and signature: golang.org/x/mod/sumdb/note, note_test.go
PETER: Final = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH: Final = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
TEXT: Final = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
PETER_LINE: Final = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
    "KvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCH_LINE: Final = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01"
    "oOTGwnWLox33WWd1RvMc+QQ=\n"
)
# C2SP, signed-note, the example in front; its key is not published
POEM: Final = (
    "Ognuno sta solo sul cuor della terra\n"
    "trafitto da un raggio di sole:\n"
    "\n"
    "ed è subito sera.\n"
)
POEM_LINE: Final = (
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW"
    "9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)


def read(said: str, *keys: str) -> set[str]:
    """Return the names of those of ``keys`` that signed."""
    known = [parse_key(key) for key in keys]
    return {key.name for key in opened(parse(said), known, ed25519.verify)}


def test_the_example_of_the_specification_is_read() -> None:
    note = parse(f"{POEM}\n{POEM_LINE}")
    assert note.text == POEM
    (signature,) = note.signatures
    assert signature.name == "quasimodo.example/salvatore"
    assert (signature.key_id.hex(), len(signature.signed)) == ("367ba04b", 64)
    assert note.written() == f"{POEM}\n{POEM_LINE}"


def test_the_example_of_the_go_project_is_trusted_by_its_key() -> None:
    assert read(f"{TEXT}\n{PETER_LINE}", PETER) == {"PeterNeumann"}
    assert read(f"{TEXT}\n{PETER_LINE}{ENOCH_LINE}", PETER, ENOCH) == {
        "PeterNeumann",
        "EnochRoot",
    }


def test_unknown_signatures_are_passed_over() -> None:
    assert read(f"{TEXT}\n{ENOCH_LINE}{PETER_LINE}", PETER) == {"PeterNeumann"}


def test_a_signature_given_twice_counts_once() -> None:
    assert read(f"{TEXT}\n{PETER_LINE}{PETER_LINE}", PETER) == {"PeterNeumann"}


@pytest.mark.parametrize(
    "said",
    [
        f"{TEXT}\n{ENOCH_LINE}",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', 'PeterNeuman')}",
        f"{TEXT}\n{PETER_LINE.replace('x08go', 'x08gp')}",
        f"{TEXT} \n\n{PETER_LINE}",
        f"{TEXT}\n{PETER_LINE.replace('S9UG', 'S9UH')}",
        f"{TEXT}\n{PETER_LINE}{PETER_LINE.replace('S9UG', 'S9UH')}",
    ],
)
def test_what_no_known_key_signed_is_not_trusted(said: str) -> None:
    with pytest.raises(UntrustedError):
        read(said, PETER)


@pytest.mark.parametrize(
    "said",
    [
        "",
        TEXT,
        f"{TEXT}\n",
        f"{TEXT}\n{PETER_LINE[:-1]}",
        f"{TEXT}\n{PETER_LINE}\n",
        f"\x01{TEXT}\n{PETER_LINE}",
        f"\ud800{TEXT}\n{PETER_LINE}",
        f"{TEXT}\r\n{PETER_LINE}",
        f"{TEXT}\n{PETER_LINE}Unexpected line.\n",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', 'Peter Neumann')}",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', 'Peter+Neumann')}",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', '')}",
        f"{TEXT}\n{PETER_LINE.replace('—', '-')}",
        f"{TEXT}\n{PETER_LINE.replace('nAM=', 'nAM')}",
        f"{TEXT}\n{PETER_LINE.replace('nAM=', 'nAN=')}",
        f"{TEXT}\n{PETER_LINE.replace('nAM=', 'n AM=')}",
        f"{TEXT}\n{PETER_LINE.replace('nAM=', 'nÄM=')}",
        f"{TEXT}\n— PeterNeumann x08gow==\n",
        f"{TEXT}\n{PETER_LINE * 101}",
    ],
)
def test_what_is_not_in_the_one_form_is_refused(said: str) -> None:
    with pytest.raises(MalformedError):
        parse(said)


def test_a_hundred_signatures_are_read() -> None:
    assert len(parse(f"{TEXT}\n{PETER_LINE * 100}").signatures) == 100


def test_a_key_in_a_line_is_read_whole_or_not_at_all() -> None:
    key = parse_key(PETER)
    assert (key.name, key.kind, key.id.hex()) == ("PeterNeumann", ED25519, "c74f20a3")
    assert key.written() == PETER
    parts = [PETER[at:to] for at in range(len(PETER)) for to in range(at, len(PETER))]
    next_sign = [
        PETER[:at] + chr(ord(sign) + 1) + PETER[at + 1 :]
        for at, sign in enumerate(PETER)
    ]
    for said in (*parts, *next_sign):
        with pytest.raises(MalformedError):
            parse_key(said)


@pytest.mark.parametrize(
    "said",
    [  # golang.org/x/mod/sumdb/note, note_test.go: wrong length, unknown algorithm
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ],
)
def test_a_key_of_another_sort_is_refused(said: str) -> None:
    with pytest.raises(MalformedError):
        parse_key(said)


def test_a_witness_signs_the_moment_as_well() -> None:
    # C2SP, tlog-cosignature, section "Ed25519 signed message"
    assert covered("a\n", 1679315147) == b"cosignature/v1\ntime 1679315147\na\n"
    key = Key("witness.example/w1", COSIGNATURE, bytes(32))
    line = signed(key, bytes(64), 1679315147)
    assert line.signed[:8].hex() == "00000000641850cb"

    def verify(public: bytes, message: bytes, signature: bytes) -> bool:
        return (public, message, signature) == (
            key.public,
            covered("a\n", 1679315147),
            bytes(64),
        )

    assert opened(Note("a\n", (line,)), [key], verify) == {key: 1679315147}
    late = signed(key, bytes(64), 2**63)
    with pytest.raises(UntrustedError):
        opened(Note("a\n", (late,)), [key], lambda *_: True)
