"""Checkpoints and proofs are read as their specifications write them."""

from __future__ import annotations

from typing import Final

import pytest

from core.checkpoint import Checkpoint, Proof, parse_checkpoint, parse_proof
from core.note import MalformedError, parse

ROOT: Final = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
TEXT: Final = f"example.com/behind-the-sofa\n20852163\n{ROOT}\n"
# C2SP, tlog-cosignature, the example in front
COSIGNED: Final = (
    f"{TEXT}\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmR"
    "DeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZ"
    "CB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
)
# C2SP, tlog-proof, the hashes of the example in front
HASHES: Final = (
    "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n"
    "B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n"
)
PROOF: Final = f"c2sp.org/tlog-proof@v1\nindex 73894\n{HASHES}\n{COSIGNED}"


def test_the_example_of_the_specification_is_read() -> None:
    note = parse(COSIGNED)
    checkpoint = parse_checkpoint(note.text)
    assert checkpoint.origin == "example.com/behind-the-sofa"
    assert checkpoint.size == 20852163
    assert checkpoint.text() == note.text == TEXT
    moment = int.from_bytes(note.signatures[1].signed[:8], "big")
    assert moment == 1679315147  # as the specification tells it


def test_the_short_form_shows_so_much_of_the_root_as_nobody_can_forge() -> None:
    shown = parse_checkpoint(TEXT).digits()
    assert shown == "0AC5-186A-9186-3E8E-1D90-C808"
    assert parse_checkpoint(TEXT).root.hex().upper().startswith(shown.replace("-", ""))


def test_extensions_stay_with_the_checkpoint() -> None:
    read = parse_checkpoint(f"{TEXT}more\n")
    assert read.extensions == ("more",)
    assert read.text() == f"{TEXT}more\n"


def test_an_empty_log_has_a_checkpoint() -> None:
    assert parse_checkpoint(f"a\n0\n{ROOT}\n").size == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT[:-1],
        f"{TEXT}\n",
        f"\n1\n{ROOT}\n",
        "a\n1\n",
        f"a\n01\n{ROOT}\n",
        f"a\n-1\n{ROOT}\n",
        f"a\n+1\n{ROOT}\n",
        f"a\n1 \n{ROOT}\n",
        f"a\n1_0\n{ROOT}\n",
        f"a\n\N{ARABIC-INDIC DIGIT ONE}\n{ROOT}\n",
        f"a\n{10**19}\n{ROOT}\n",
        f"a\n1\n{ROOT[:-4]}\n",
        f"a\n1\n{ROOT[:-1]}\n",
        f"a\n1\n{ROOT.replace('2I=', '2J=')}\n",
        f"a\n1\n{ROOT}\n\nmore\n",
    ],
)
def test_what_is_not_in_the_one_form_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_checkpoint(text)


def test_a_proof_is_read_and_written() -> None:
    proof = parse_proof(PROOF)
    assert (proof.index, len(proof.hashes), proof.extra) == (73894, 2, None)
    assert proof.note == parse(COSIGNED)
    assert proof.written() == PROOF


def test_a_proof_may_carry_something_beside_and_no_hash() -> None:
    said = f"c2sp.org/tlog-proof@v1\nextra AAE=\nindex 0\n\n{COSIGNED}"
    proof = parse_proof(said)
    assert proof == Proof(0, (), parse(COSIGNED), b"\0\1")
    assert proof.written() == said


@pytest.mark.parametrize(
    "said",
    [
        "",
        PROOF.replace("@v1", "@v2"),
        PROOF.replace("index 73894\n", ""),
        PROOF.replace("index 73894", "index 073894"),
        PROOF.replace("index 73894", "index -1"),
        PROOF.replace("index 73894", "extra !\nindex 73894"),
        PROOF.replace("PlQ=", "PlR="),
        PROOF.replace(HASHES, HASHES[4:]),
        PROOF.replace(f"\n\n{TEXT}", f"\n{TEXT}"),
        PROOF.replace("20852163", "020852163"),
        f"c2sp.org/tlog-proof@v1\nextra AAE=\n\n{COSIGNED}",
    ],
)
def test_what_is_no_proof_is_refused(said: str) -> None:
    with pytest.raises(MalformedError):
        parse_proof(said)


def test_a_checkpoint_is_a_value() -> None:
    assert Checkpoint("a", 1, bytes(32)) == Checkpoint("a", 1, bytes(32))
