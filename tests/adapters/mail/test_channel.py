"""A link comes by mail: to the right one, once, and not in the clear."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator

import pytest

from adapters.entry_settings import MailAccess
from adapters.mail.channel import PAUSE, MailChannel, connect
from adapters.office import Confirmed, Posted
from adapters.office.entering import confirmation, letter
from adapters.office.outbox import put_letters
from adapters.office.sender import Away, Broken, Later, Sender
from tests.adapters.mail.server import PASSWORD, Postbox, Server
from tests.auenland import Auenland, found

WHERE = "kern@kreis-auenland.example"
PAGES = "https://faden.example"


@pytest.fixture
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Auenland]:
    """Auenland, where the coordinator has a mail address."""
    county = found(tmp_path_factory.mktemp("mail") / "data")
    identities = county.faden.store.office.identities
    identities.put_mail("p-kern", WHERE, county.watch()).result()
    yield county
    county.faden.close()


def _access(server: Server, password: str = PASSWORD) -> MailAccess:
    return MailAccess(
        host="127.0.0.1",
        port=server.port,
        locked=False,
        sender="Faden <faden@auenland.example>",
        user="faden",
        password=password,
    )


def _channel(here: Auenland, access: MailAccess) -> MailChannel:
    return connect(access, PAGES)(here.faden.store, here.faden.desk)


def _posted(here: Auenland, person: str = "p-kern") -> Posted:
    one = letter(person, "mail", here.faden.speech(person))
    store = here.faden.store
    store.writer.run(lambda db: put_letters(db, [one], here.watch())).result()
    return store.office.outbox.thread(person, 0, 10, "mail")[-1]


def test_a_link_comes_and_lets_in(
    here: Auenland, server: Server, postbox: Postbox
) -> None:
    name = _channel(here, _access(server)).post(_posted(here))
    (mail,) = postbox.taken
    assert mail["To"] == WHERE
    assert mail["From"] == "Faden <faden@auenland.example>"
    assert mail["Subject"] == "Anmeldung bei Faden"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == name
    body = str(mail.get_content())  # type: ignore[attr-defined]  # of the new policy
    assert "zehn Minuten" in body
    (token,) = re.findall(rf"{PAGES}/enter/(\S+)", body)
    sessions = here.faden.store.office.sessions
    session = sessions.redeem(token, here.watch()).result()
    assert sessions.person_of(str(session), here.watch()) == "p-kern"


def test_a_code_goes_to_the_address_that_is_to_be_confirmed(
    here: Auenland, server: Server, postbox: Postbox
) -> None:
    store, now = here.faden.store, here.watch()
    mailboxes = store.office.mailboxes
    mailboxes.want("p-kern", "neu@kreis.example", now).result()
    one = confirmation("p-kern", here.faden.speech("p-kern"))
    store.writer.run(lambda db: put_letters(db, [one], now)).result()
    posted = store.office.outbox.thread("p-kern", 0, 10, "mail")[-1]
    _channel(here, _access(server)).post(posted)
    (mail,) = postbox.taken
    assert mail["To"] == "neu@kreis.example"
    body = str(mail.get_content())  # type: ignore[attr-defined]  # of the new policy
    (code,) = re.findall(r"Ihr Code: (\d{4} \d{4})", body)
    assert mailboxes.confirm("p-kern", code, now).result() is Confirmed.DONE
    assert store.office.identities.mail_of("p-kern") == "neu@kreis.example"


def test_a_letter_is_brought_once_by_the_sender(
    here: Auenland, server: Server, postbox: Postbox
) -> None:
    _posted(here)
    channel = _channel(here, _access(server))
    sender = Sender(here.faden.store.office.deliveries, channel, here.watch)
    assert sender.step() == 1
    here.watch.forward(seconds=2)
    assert sender.step() == 0
    assert len(postbox.taken) == 1


@pytest.mark.parametrize(
    "said, result",
    [("451 later", Later(PAUSE)), ("550 never", Broken("refused"))],
)
def test_what_the_server_says_is_heeded(
    here: Auenland,
    server: Server,
    postbox: Postbox,
    said: str,
    result: Later | Broken,
) -> None:
    postbox.answers.append(said)
    assert _channel(here, _access(server)).post(_posted(here)) == result
    assert not postbox.taken


def test_a_wrong_password_is_no_reason_to_try_for_ever(
    here: Auenland, server: Server
) -> None:
    access = _access(server, password="falsch")  # noqa: S106  (wrong)
    assert _channel(here, access).post(_posted(here)) == Broken("refused")


def test_a_server_that_is_away_is_asked_again(here: Auenland) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    access = MailAccess(host="127.0.0.1", port=port, locked=False, sender="a@b.example")
    assert _channel(here, access).post(_posted(here)) == Away(PAUSE)


def test_whoever_has_no_address_gets_none(here: Auenland, server: Server) -> None:
    found_nowhere = _channel(here, _access(server)).post(_posted(here, "p-vogt"))
    assert found_nowhere == Broken("no mail address")


def test_without_tls_nothing_is_said_to_another_machine(
    here: Auenland,
    server: Server,
    postbox: Postbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("adapters.mail.channel.LOOPBACK", frozenset())
    assert _channel(here, _access(server)).post(_posted(here)) == Away(PAUSE)
    assert not postbox.taken


def test_a_server_whose_certificate_nobody_knows_gets_nothing(
    here: Auenland, postbox: Postbox, own_certificate: ssl.SSLContext
) -> None:
    running = Server(postbox, hostname="127.0.0.1", port=0, ssl_context=own_certificate)
    running.start()
    access = MailAccess(
        host="127.0.0.1", port=running.port, locked=True, sender="a@b.example"
    )
    assert _channel(here, access).post(_posted(here)) == Away(PAUSE)
    running.stop()
    assert not postbox.taken
