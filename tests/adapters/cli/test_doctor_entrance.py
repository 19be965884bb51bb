"""``faden doctor`` says when nobody can sign in without help."""

from __future__ import annotations

from tests.adapters.cli.terminal import Terminal
from tests.adapters.cli.test_doctor import lines, signs

MAIL = {
    "FADEN_MAIL_SERVER": "smtp://127.0.0.1:9",
    "FADEN_MAIL_FROM": "faden@kreis.example",
}


def test_without_any_way_in_it_says_what_to_do(founded: Terminal) -> None:
    assert "no way in" in signs(founded)
    (said,) = (one for one in lines(founded, "!") if one.startswith("Sign-in"))
    assert "nobody can sign in without help" in said
    assert "faden link" in said


def test_mail_without_addresses_lets_nobody_in_either(founded: Terminal) -> None:
    founded.environment = MAIL
    assert "nobody known" in signs(founded)
    founded.must("person", "add", "Frau Kern")
    founded.must("mail", "Kern", "kern@kreis.example")
    assert "entrance well" in signs(founded)


def test_a_clock_that_is_fine_is_not_called_behind(founded: Terminal) -> None:
    (clock,) = (one for one in lines(founded, "✓") if one.startswith("Clock"))
    assert "later than the last entry" in clock
    assert "behind" not in clock
