"""A witness signs what continues the log that they saw, and nothing else."""

from __future__ import annotations

from typing import Final

import pytest

from adapters.audit.signing import verify
from core.note import MalformedError
from core.witness import RefusedError, Request, Seen, Why, parse_request, weigh
from tests.adapters.audit.bundles import FORGER, LOG, Log, log

TALE: Final = log(24)
FORK: Final = TALE.rewritten(3)


def request(of: Log, size: int, old: int = 0) -> Request:
    """Return what a witness is asked to sign who saw ``old`` entries."""
    proof = of.tree().consistency_proof(old, size) if old else ()
    return Request(of.note(size), old, tuple(proof))


def seen(of: Log, size: int) -> Seen:
    return Seen(size, of.tree().root(size))


def refused(asked: Request, last: Seen | None) -> Why:
    with pytest.raises(RefusedError) as error:
        weigh(asked, LOG.key, last, verify)
    return error.value.why


def test_the_first_one_is_signed_if_the_log_signed_it() -> None:
    assert weigh(request(TALE, 7), LOG.key, None, verify).size == 7
    assert weigh(request(TALE, 0), LOG.key, None, verify).size == 0
    forged = Log(TALE.entries, signer=FORGER)
    assert refused(request(forged, 7), None) is Why.OTHER_KEY


def test_another_log_is_none_of_ours() -> None:
    asked = Request(parse_request(TALE.note(7).written().replace("land", "see")).note)
    assert refused(asked, None) is Why.OTHER_LOG


@pytest.mark.parametrize("size", [7, 8, 16, 24])
def test_what_continues_is_signed(size: int) -> None:
    asked = request(TALE, size, 7)
    assert weigh(asked, LOG.key, seen(TALE, 7), verify).size == size
    assert weigh(request(TALE, size), LOG.key, seen(TALE, 0), verify).size == size


def test_the_same_is_signed_again_and_a_fork_of_it_never() -> None:
    assert weigh(request(TALE, 7), LOG.key, seen(TALE, 7), verify).size == 7
    assert refused(request(FORK, 7), seen(TALE, 7)) is Why.FORKED


def test_a_log_never_shrinks() -> None:
    assert refused(request(TALE, 6), seen(TALE, 7)) is Why.SMALLER


def test_a_log_that_was_rewritten_is_not_signed() -> None:
    assert refused(request(FORK, 24, 7), seen(TALE, 7)) is Why.FORKED
    mixed = Request(FORK.note(24), 7, request(TALE, 24, 7).proof)
    assert refused(mixed, seen(TALE, 7)) is Why.FORKED


def test_without_a_proof_from_there_nothing_is_signed() -> None:
    assert refused(request(TALE, 24), seen(TALE, 7)) is Why.NO_PROOF
    assert refused(request(TALE, 24, 5), seen(TALE, 7)) is Why.NO_PROOF


def test_a_request_is_read_as_it_was_written() -> None:
    for asked in (request(TALE, 24, 7), request(TALE, 24)):
        assert parse_request(asked.written()) == asked
    note = TALE.note(24)
    assert parse_request(note.written()) == Request(note)


@pytest.mark.parametrize(
    "said",
    ["", "old 7", "old x\n\n", "old 7\nabc\n\n", "old 07\n\n{note}", "old 7\n{note}"],
)
def test_anything_else_is_no_request(said: str) -> None:
    with pytest.raises(MalformedError):
        parse_request(said.replace("{note}", TALE.note(24).written()))
