"""By which ways people may sign in, as the environment says it."""

from __future__ import annotations

import pytest

from adapters.entry_settings import MailAccess, OidcAccess, mail, oidc
from adapters.settings import MissingSettingError, SettingsError, check

SERVER = "FADEN_MAIL_SERVER"
FROM = "FADEN_MAIL_FROM"
USER = "FADEN_MAIL_USER"
PASSWORD = "FADEN_MAIL_PASSWORD"  # noqa: S105  (a name)
ISSUER = "FADEN_OIDC_ISSUER"
CLIENT = "FADEN_OIDC_CLIENT_ID"
SECRET = "FADEN_OIDC_CLIENT_SECRET"  # noqa: S105  (a name)
HOUSE = {ISSUER: "https://id.kreis.example/realms/kreis", CLIENT: "faden", SECRET: "s"}
POST = {SERVER: "smtp://mail.kreis.example", FROM: "Faden <faden@kreis.example>"}


def test_nothing_set_is_nothing_set_up() -> None:
    assert mail({}) is None
    assert oidc({}) is None
    assert mail({SERVER: " "}) is None


def test_a_mail_server_is_read() -> None:
    sender = "Faden <faden@kreis.example>"
    assert mail(POST) == MailAccess(
        host="mail.kreis.example", port=587, locked=False, sender=sender
    )
    locked = {**POST, SERVER: "smtps://mail.kreis.example", USER: "u", PASSWORD: "p"}
    found = mail(locked)
    assert found is not None
    assert (found.port, found.locked, found.user) == (465, True, "u")
    assert "'p'" not in repr(found)
    own = mail({**POST, SERVER: "smtp://127.0.0.1:2525"})
    assert own is not None
    assert own.port == 2525


@pytest.mark.parametrize(
    "said, name",
    [
        ({SERVER: POST[SERVER]}, FROM),
        ({FROM: POST[FROM]}, SERVER),
        ({**POST, USER: "u"}, PASSWORD),
        ({**POST, PASSWORD: "p"}, USER),
        ({ISSUER: HOUSE[ISSUER]}, CLIENT),
        ({CLIENT: "c", SECRET: "s"}, ISSUER),
        ({**HOUSE, SECRET: ""}, SECRET),
    ],
)
def test_half_of_it_is_an_error(said: dict[str, str], name: str) -> None:
    with pytest.raises(MissingSettingError) as refused:
        (oidc if name.startswith("FADEN_OIDC") else mail)(said)
    assert refused.value.name == name


@pytest.mark.parametrize(
    "said", ["mail.kreis.example", "http://mail.kreis.example", "smtp://", "smtp://a:b"]
)
def test_what_is_no_mail_server_is_an_error(said: str) -> None:
    with pytest.raises(SettingsError):
        mail({**POST, SERVER: said})


def test_a_sender_is_an_address() -> None:
    with pytest.raises(SettingsError):
        mail({**POST, FROM: "Faden"})


def test_a_provider_is_read() -> None:
    assert oidc(HOUSE) == OidcAccess(
        issuer=HOUSE[ISSUER],
        client="faden",
        secret=HOUSE[SECRET],
        name="id.kreis.example",
    )
    named = oidc({**HOUSE, "FADEN_OIDC_NAME": "Kreisanmeldung"})
    assert named is not None
    assert named.name == "Kreisanmeldung"
    assert "'s'" not in repr(named)


@pytest.mark.parametrize(
    "issuer",
    ["id.kreis.example", "http://id.kreis.example", "https://", "https://a.b/?x=1"],
)
def test_a_provider_is_asked_under_lock_alone(issuer: str) -> None:
    with pytest.raises(SettingsError):
        oidc({**HOUSE, ISSUER: issuer})
    assert oidc({**HOUSE, ISSUER: "http://127.0.0.1:8080"})


def test_all_of_these_are_known_names() -> None:
    check(dict.fromkeys((*POST, *HOUSE, USER, PASSWORD, "FADEN_OIDC_NAME"), ""))
    with pytest.raises(SettingsError):
        check({"FADEN_OIDC_CLIENT": "x"})
