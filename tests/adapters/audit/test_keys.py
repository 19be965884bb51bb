"""A bundle follows the keys that its log announces, and no other one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.bundle.verdict import Exit, Said
from tests.adapters.audit.bundles import (
    FORGER,
    LOG,
    WITNESS,
    Line,
    Log,
    closed,
    hash_of,
    log,
    naming,
    outcome,
    shown,
    text,
    verdict,
    witnessed,
)

INVALID: Final = Exit.INVALID
NEXT: Final = FORGER  # another key of the same name, here an honest one


def rotated(entry: int, *sizes: int, since: int, lost: object = False) -> Log:
    """Return a log of 24 entries, of which one announces the next key."""
    of, next_ = log(24, *sizes), NEXT.key.written()
    entries = [
        naming(entry, next_, lost=lost) if one["entry"] == entry else one
        for one in of.entries
    ]
    return replace(of, entries=entries, next=(entry, NEXT), since=since)


def test_a_key_takes_over_when_the_old_one_has_signed_for_it() -> None:
    found = verdict(closed(rotated(9, 7, 9, since=24).lines()))
    assert found.exit is Exit.SOUND
    assert (Said.KEY, {"key": NEXT.key.written()}) in found.said
    changed = {"entry": 9, "key": LOG.key.written()}
    assert (Said.KEY_CHANGED, changed) in found.said


def test_a_key_that_signs_too_early_is_refused() -> None:
    early = rotated(9, 7, 14, since=14)
    assert outcome(closed(early.lines())) == (INVALID, Said.KEY_EARLY)


def test_a_key_that_no_entry_announces_is_refused() -> None:
    lines = replace(log(24, 7, 9), next=(9, NEXT), since=24).lines()
    assert outcome(closed(lines)) == (INVALID, Said.KEY_UNKNOWN)
    lines[0]["keys"] = []
    assert outcome(closed(lines)) == (INVALID, Said.SIGNATURE)


def test_the_old_key_signs_no_more() -> None:
    honest, lines = rotated(9, 7, 9, 14, since=14), []
    for line in honest.lines():
        if line.get("checkpoint") == honest.note(24).written():
            line["checkpoint"] = replace(honest, next=None).note(24).written()
        lines.append(line)
    assert outcome(closed(lines)) == (INVALID, Said.SIGNATURE)


def test_a_lost_key_vouches_for_none_and_signs_no_more() -> None:
    of = rotated(9, 7, 9, since=24, lost=True)
    assert outcome(closed(of.lines())) == (INVALID, Said.KEY_LOST)
    stolen = replace(of, next=None)  # signed on by whoever has the lost one
    assert outcome(closed(stolen.lines())) == (INVALID, Said.KEY_LOST)
    odd = rotated(9, 7, 9, since=24, lost="no")
    assert outcome(closed(odd.lines())) == (INVALID, Said.MALFORMED)


def test_whoever_checks_reads_that_a_key_was_lost() -> None:
    anew = replace(rotated(9, 7, since=24, lost=True), next=None, signer=NEXT)
    found = verdict(closed(anew.lines()))
    assert found.exit is Exit.SOUND
    told = {"entry": 9, "key": NEXT.key.written()}
    assert (Said.KEY_ANEW, told) in found.said


def test_keys_of_the_head_are_in_order() -> None:
    for wrong in (
        [{"entry": 9}],
        [{"entry": 0, "key": NEXT.key.written()}],
        [{"entry": 9, "key": LOG.key.written()}],
        [{"entry": 9, "key": WITNESS.key.written()}],
    ):
        lines = log(24, 7).lines()
        lines[0]["keys"] = wrong
        assert outcome(closed(lines))[0] is INVALID


def test_a_bundle_of_the_first_format_is_still_believed() -> None:
    lines = log(24, 7).lines()
    lines[0] = {**lines[0], "bundle": 1}
    assert outcome(closed(lines)) == (Exit.UNREADABLE, Said.NO_BUNDLE)
    del lines[0]["keys"]
    assert outcome(closed(lines)) == (Exit.SOUND, Said.SOUND)
    lines[0]["bundle"] = 3
    assert outcome(closed(lines)) == (Exit.UNREADABLE, Said.NEWER)


def test_a_witness_that_no_entry_names_does_not_count() -> None:
    lines = replace(log(24, 7), witnesses={WITNESS: "a"}).lines()
    assert outcome(closed(lines)) == (INVALID, Said.WITNESS_UNKNOWN)
    lines = witnessed(log(24, 7), {WITNESS: "a"}).lines()
    lines[0]["witnesses"][0]["org"] = "b"  # as if another had signed
    assert outcome(closed(lines)) == (INVALID, Said.WITNESS_UNKNOWN)


def early(of: Log, size: int, *later: int) -> list[Line]:
    """Return the lines of a bundle that ends at ``size``, with what came later."""
    whole = replace(of, sizes=())
    first = replace(whole, entries=of.entries[:size])
    tree, lines = of.tree(), [line for line in first.lines() if "text" not in line]
    if later:
        proof = [node.hex() for node in tree.consistency_proof(size, len(tree))]
        said = whole.note(len(tree)).written()
        lines.append({"checkpoint": said, "consistency": proof})
    for entry in later:
        hashes = [node.hex() for node in tree.inclusion_proof(entry - 1)]
        lines.append({**of.entries[entry - 1], "inclusion": hashes})
    return lines


def erasing(position: int, leaf: int) -> Line:
    """Return an entry that says why the text of ``leaf`` is gone."""
    words = {"leaf": leaf, "field": "reason", "ground": "withdrawn"}
    return shown(position, kind="text.erased.v1", **words)


ERASED: Final = Log([*log(14).entries, erasing(15, 10), shown(16)])


def test_what_was_erased_later_is_explained_from_later_on() -> None:
    assert verdict(closed(early(ERASED, 12))).exit is Exit.UNEXPLAINED
    found = verdict(closed(early(ERASED, 12, 15)))
    assert found.exit is Exit.SOUND
    assert [facts["by"] for code, facts in found.said if code is Said.ERASED_LATER] == [
        15
    ]
    assert found.said[0][1]["size"] == 12


def test_only_what_explains_comes_from_later_on() -> None:
    lines = early(ERASED, 12, 14)
    assert outcome(closed(lines)) == (INVALID, Said.MALFORMED)
    lines = early(ERASED, 12, 15)
    lines[-1] = {**lines[-1], **erasing(15, 8)}  # another one than was signed
    assert outcome(closed(lines)) == (INVALID, Said.INCLUSION)
    lines[-1]["entry"] = 17
    assert outcome(closed(lines)) == (INVALID, Said.ORDER)
    lines[-1] = {"entry": 15, "hash": hash_of(ERASED.entries[14]).hex()}
    assert outcome(closed(lines)) == (INVALID, Said.ORDER)


def test_what_comes_later_does_not_stand_for_what_comes_before() -> None:
    lines = early(ERASED, 12, 15)
    (head, first), rest = lines[:2], lines[-2:]
    assert outcome(closed([head, first, *rest])) == (INVALID, Said.ORDER)
    part = {**head, "scope": "part"}
    assert outcome(closed([part, first, *rest])) == (Exit.SOUND, Said.SOUND)


def test_nothing_is_erased_before_it_is_said() -> None:
    of = Log([*log(4).entries, erasing(5, 10), *log(12).entries[5:]])
    lines = [line for line in of.lines() if "text" not in line]
    assert verdict(closed(lines)).exit is Exit.UNEXPLAINED


def test_nothing_goes_on_behind_what_came_later() -> None:
    lines = early(ERASED, 12, 15)
    assert outcome(closed([*lines, text(15)]))[0] is INVALID
    lines.insert(5, lines[-2])  # a later checkpoint among the entries
    assert outcome(closed(lines)) == (INVALID, Said.ORDER)
    cut = early(ERASED, 12)
    assert outcome(closed([*cut[:-1], *early(ERASED, 12, 15)[-2:]]))[0] is INVALID
