"""A new county in a browser: from an empty folder to the first answered ask."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Queue
from typing import Final

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from playwright.sync_api import Browser

from tests.adapters.mail.server import PASSWORD, Postbox, Server, login
from tests.browser.hands import HANDS, Hands

pytestmark = pytest.mark.browser

_ROOT: Final = Path(__file__).parents[2]
_MOST: Final = 60  # steps of ten seconds are ten minutes
_KERN: Final = "kern@kreis.example"
_MAYOR: Final = "beispiel@eschwege.example"


class Arriving(Postbox):
    """A postbox before which one waits."""

    def __init__(self) -> None:
        super().__init__()
        self._bells: Queue[None] = Queue()

    async def handle_DATA(  # noqa: N802  (the library's name)
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take a letter, and ring."""
        said = await super().handle_DATA(_server, _session, envelope)
        self._bells.put(None)
        return said

    def link(self, to: str) -> str:
        """Wait for the next mail, which goes there; return the link in it."""
        self._bells.get(timeout=30)
        mail = self.taken[-1]
        assert mail["To"] == to
        body = str(mail.get_content())  # type: ignore[attr-defined]  # of the new policy
        found = re.search(r"http\S+/enter/\S+", body)
        assert found, body
        return found[0]


@pytest.fixture
def postbox() -> Arriving:
    """Where the mail of the county arrives."""
    return Arriving()


@pytest.fixture
def founding(postbox: Arriving, tmp_path: Path) -> Iterator[str]:
    """``faden serve`` over an empty folder; the address at which it is founded."""
    mail = Server(
        postbox,
        hostname="127.0.0.1",
        port=0,
        authenticator=login,
        auth_require_tls=False,
    )
    mail.start()
    words = ["serve", "--data", str(tmp_path / "county"), "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", *words],
        cwd=_ROOT,
        env={
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "FADEN_MAIL_SERVER": f"smtp://127.0.0.1:{mail.port}",
            "FADEN_MAIL_FROM": "Faden <faden@kreis.example>",
            "FADEN_MAIL_USER": "faden",
            "FADEN_MAIL_PASSWORD": PASSWORD,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    yield process.stdout.readline().split()[-1]
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, ""), err
    mail.stop()


@pytest.mark.parametrize("with_", ["mouse", "keyboard"])
def test_from_nothing_to_the_first_answer(
    browser: Browser, founding: str, postbox: Arriving, with_: str
) -> None:
    contexts = [browser.new_context(locale="de-DE") for _ in range(2)]
    kern, mayor = (HANDS[with_](one.new_page()) for one in contexts)

    kern.go(founding)
    kern.write(re.compile("Ihr Name"), "Frau Kern")
    kern.write(re.compile("Ihre Mailadresse"), _KERN)
    kern.press("Gründen")
    begin(kern)
    kern.press("Abmelden", within="header")
    kern.write("Ihre Mailadresse", _KERN)
    kern.press("Link zuschicken")

    mayor.go(postbox.link(_MAYOR))
    kern.go(postbox.link(_KERN))
    kern.press("Anmelden")
    kern.follow("Etwas tun")
    kern.follow("Viele auf einmal fragen")
    kern.write("Was möchten Sie wissen?", "Wer plant eine Kehrmaschine?")
    in_a_month = datetime.now(UTC) + timedelta(days=28)
    kern.day("Antworten bis wann?", in_a_month.date().isoformat())
    kern.press("Weiter")
    kern.press("Ja, öffnen")
    kern.reads("#board .row", "Wer plant eine Kehrmaschine?")

    mayor.press("Anmelden")
    mayor.follow(re.compile("Kehrmaschine"), within="#board")
    mayor.choose(re.compile("Bedarf"), "ja")
    mayor.press("Senden")
    mayor.reads("[role=status]", "Für Eschwege notiert")
    kern.reads("#board .row", "Antworten: 1 von 2")  # while she looks
    assert kern.steps + mayor.steps <= _MOST
    for context in contexts:
        context.close()


def begin(kern: Hands) -> None:
    """Take the first steps, as the page leads through them."""
    kern.choose("Eschwege", "macht schon mit")
    kern.choose("Witzenhausen", "macht schon mit")
    kern.write(re.compile("Worauf stützt sich"), "Schreiben vom 3. März")
    kern.press("Eintragen")
    kern.write("Name des Forums", "Wasser")
    kern.write("Wofür ist das Forum da?", "Abwasser gemeinsam planen")
    kern.press("Das Forum eröffnen")
    kern.write("Name", "Frau Beispiel")
    kern.choose("Handelt für", "Eschwege")
    kern.choose("Als", "Bürgermeisteramt")
    kern.write(re.compile("Mailadresse"), _MAYOR)
    kern.press(re.compile("^Hereinlassen"))
    kern.reads(".good", "bekommt jetzt einen Link an")
