"""``faden token``: given once, listed without the secret, revoked."""

from __future__ import annotations

import json

from tests.adapters.cli.terminal import Terminal


def _somebody(founded: Terminal) -> str:
    return founded.must("person", "add", "Frau Kern").strip()


def test_a_token_is_given_listed_and_revoked(founded: Terminal) -> None:
    who = _somebody(founded)
    both = ("--scope", "read", "--scope", "write")
    token = founded.must("token", "new", who, "--label", "Kasse", *both).strip()
    assert token.startswith("faden_")
    listed = founded.must("token", "list", who, "--json")
    assert token not in listed
    (one,) = json.loads(listed)
    assert (one["label"], one["scopes"]) == ("Kasse", ["read", "write"])
    assert "Kasse" in founded.must("token", "list", "Kern")
    assert one["id"] in founded.must("token", "revoke", who, one["id"])
    assert json.loads(founded.must("token", "list", who, "--json")) == []


def test_without_a_scope_it_may_only_read(founded: Terminal) -> None:
    who = _somebody(founded)
    founded.must("token", "new", who, "--label", "Anzeige", "--days", "7")
    (one,) = json.loads(founded.must("token", "list", who, "--json"))
    assert one["scopes"] == ["read"]


def test_what_cannot_be_done_is_said(founded: Terminal) -> None:
    who = _somebody(founded)
    assert "0815" in founded.refused("token", "revoke", who, "0815")
    assert "60" in founded.refused("token", "new", who, "--label", "x" * 61)
