"""Who asks to sign in is told how, wherever it is typed; no link is made there."""

from __future__ import annotations

from datetime import date

import pytest

from bots.grammar import parse
from bots.grammar.wishes import SignIn
from bots.heard import TextSaid
from bots.message import Link
from core.ports import Via
from tests.auenland import Auenland


@pytest.mark.parametrize(
    "line",
    ["anmelden", "Mich anmelden", "Anmeldung!", "Anmeldelink", "sign in", "Log in?"],
)
def test_a_line_asks_to_sign_in(line: str) -> None:
    assert parse(line, date(2027, 3, 17)) == SignIn()


def test_on_the_page_one_is_told_where_one_is_in_and_how_to_get_in_elsewhere(
    here: Auenland,
) -> None:
    here.say("p-lindner", "anmelden")
    _, message = here.thread("p-lindner")[-1]
    assert "Frau Lindner" in message.plain
    links = [part.item for part in message.parts if isinstance(part, Link)]
    assert links == ["/anmeldungen", "/hilfe#anmelden"]


def test_in_the_terminal_one_is_told_the_command(here: Auenland) -> None:
    said = TextSaid(ref="t", person="p-lindner", via=Via.CLI, text="anmelden")
    here.hear(said)
    assert 'faden link "Frau Lindner"' in here.news("p-lindner")[-1]
