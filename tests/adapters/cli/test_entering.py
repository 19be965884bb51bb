"""From the command line: where links go, and who came in."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.cli.call import Call
from adapters.cli.run import run
from adapters.office.signins import Seen, Way
from core import person
from core.ports import Card
from tests.adapters.cli.terminal import Terminal
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, served."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def call(here: Auenland, *words: str) -> tuple[int, str]:
    """Call ``faden`` where Auenland is served; return code and what is printed."""
    out = io.StringIO()
    folder = here.faden.store.folder
    where = Call(language="de", cwd=folder, out=out, err=out, faden=here.faden)
    return run(words, where), out.getvalue()


def test_an_address_is_entered_shown_and_ended(here: Auenland) -> None:
    assert call(here, "mail", "Kern") == (0, "Es ist keine Mailadresse eingetragen.\n")
    code, said = call(here, "mail", "Kern", "Kern@Kreis.example")
    assert (code, said) == (0, "Links gehen jetzt an kern@kreis.example.\n")
    assert call(here, "mail", "p-kern") == (0, "kern@kreis.example\n")
    identities = here.faden.store.office.identities
    identities.link("p-kern", "https://id.example", "s", here.watch()).result()
    assert call(here, "mail", "Kern", "--end")[0] == 0
    assert identities.mail_of("p-kern") is None
    assert identities.by_subject("https://id.example", "s") is None


def test_an_address_belongs_to_one_person(here: Auenland) -> None:
    call(here, "mail", "p-kern", "post@kreis.example")
    call(here, "mail", "p-vogt", "POST@kreis.example")
    identities = here.faden.store.office.identities
    assert identities.by_mail(" post@Kreis.example") == "p-vogt"
    assert identities.mail_of("p-kern") is None


@pytest.mark.parametrize("said", ["kern", "@kreis.example", "kern@kreis", "a b@c.de"])
def test_what_is_no_address_is_not_entered(here: Auenland, said: str) -> None:
    code, told = call(here, "mail", "p-kern", said)
    assert code == 1
    assert "keine Mailadresse" in told


def test_sign_ins_are_listed(here: Auenland) -> None:
    assert call(here, "signins") == (
        0,
        "In letzter Zeit hat sich niemand angemeldet.\n",
    )
    seen = Seen("Firefox, Windows", "192.0.2.0/24")
    sessions = here.faden.store.office.sessions
    sessions.begin("p-kern", Way.OIDC, here.watch(), seen).result()
    _, said = call(here, "signins")
    assert "2027-03-17 09:00" in said
    assert "Frau Kern" in said
    assert "angemeldet (über die Anmeldung des Hauses)" in said
    assert "Firefox, Windows" in said
    (row,) = json.loads(call(here, "signins", "Kern", "--json")[1])
    assert (row["person"], row["what"], row["way"]) == ("p-kern", "in", "oidc")
    assert json.loads(call(here, "signins", "p-vogt", "--json")[1]) == []


def test_what_names_somebody_goes_with_them(here: Auenland) -> None:
    office, now = here.faden.store.office, here.watch()
    here.order("person:p-gast", person.Admit(), Card(name="Frau Gast"))
    call(here, "mail", "p-gast", "gast@birkfeld.example")
    office.identities.link("p-gast", "https://id.example", "s", now).result()
    office.sessions.begin("p-gast", Way.LINK, now).result()
    assert call(here, "forget", "p-gast", "--ground", "objection", "--yes")[0] == 0
    assert office.identities.mail_of("p-gast") is None
    assert office.identities.by_subject("https://id.example", "s") is None
    assert not office.signins.newest(9)


@pytest.mark.parametrize(
    "said, missing",
    [
        ({"FADEN_MAIL_FROM": "faden@kreis.example"}, "FADEN_MAIL_SERVER"),
        ({"FADEN_OIDC_ISSUER": "https://id.kreis.example"}, "FADEN_OIDC_CLIENT_ID"),
    ],
)
def test_what_is_half_set_up_is_said_before_anything_is_served(
    founded: Terminal, said: dict[str, str], missing: str
) -> None:
    founded.environment = said
    told = founded.refused("serve")
    assert f"{missing} is not set" in told
    assert "together" in told
