"""What somebody kept is found in whatever it was kept in."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage
from typing import Final

import pytest

from core.bundle.kept import Kept, kept
from core.checkpoint import parse_checkpoint
from core.note import MalformedError
from tests.adapters.audit.bundles import closed, log

LOG: Final = log(24, 7, 14)
NOTE: Final = LOG.note(14).written()
CHECKPOINT: Final = parse_checkpoint(LOG.note(14).text)
WHOLE: Final = Kept(14, CHECKPOINT.root.hex(), CHECKPOINT.origin)
SHORT: Final = Kept(14, CHECKPOINT.digits().replace("-", "").lower())


def mail(text: str, encoding: str) -> bytes:
    """Return a mail with ``text``, wrapped for its way."""
    message = EmailMessage()
    message["Subject"] = "Prüfstand 14"
    message["From"] = "faden@auenland.example"
    message.set_content(text, cte=encoding)
    message.add_alternative(f"<p>{text}</p>", subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize(
    "said",
    [
        NOTE,
        CHECKPOINT.text(),
        f"Guten Morgen,\nheute Nacht:\n\n{NOTE}\nFreundliche Grüße",
        NOTE.replace("\n", "\r\n"),
        "".join(f"> > {line}\n" for line in NOTE.splitlines()),
        "".join(f"   | {line}  \n" for line in NOTE.splitlines()),
    ],
)
def test_a_note_is_found_among_other_words(said: str) -> None:
    assert kept(said.encode()) == [WHOLE]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_is_taken_as_it_is(encoding: str) -> None:
    assert set(kept(mail(f"Guten Morgen!\n\n{NOTE}", encoding))) == {WHOLE}


def test_the_short_form_is_found_in_minutes() -> None:
    said = f"TOP 4: Prüfstand 14 · {CHECKPOINT.digits()}, alle stimmen zu."
    assert kept(said.encode()) == [SHORT]
    assert SHORT.fits(CHECKPOINT.root)
    assert not SHORT.fits(bytes(32))


@pytest.mark.parametrize(
    "said",
    [
        "Prüfstand 14 {}",
        "Prüfstand 14: {}",
        "Prüfstand: 14 - {}",
        "Prüfstand 14\n{}",
        "14 \N{EN DASH} {}",
        "Prüfstand 14. {}",
        "Pruefstand 14 {spaced}",
        "Prüfstand (14, {lower})",
        "checkpoint 14 · {lower}",
        "PRÜFSTAND 14: {spaced}, Bade 2027",
        "> Prüfstand 14 {broken}",
    ],
)
def test_whoever_typed_it_off_a_letter_need_not_match_its_signs(said: str) -> None:
    digits = CHECKPOINT.digits()
    typed = said.format(
        digits,
        spaced=digits.replace("-", " "),
        lower=digits.lower(),
        broken=digits.replace("-", "-\n> ", 1),
    )
    assert kept(f"TOP 4: {typed}".encode()) == [SHORT]


def test_the_first_digits_are_not_taken_for_the_size() -> None:
    digits = "8450-28C6-DCA8-D1CE-8EE0-F118"
    found = kept(mail(f"Prüfstand 185 · {digits}, bitte", "quoted-printable"))
    assert set(found) == {Kept(185, digits.replace("-", "").lower())}
    with pytest.raises(MalformedError):
        kept(f"Prüfstand · {digits}".encode())


@pytest.mark.parametrize(
    "said",
    [
        "IBAN DE02 1203 0000 0000 2020 51",
        "Konto 12 3456 7890 1234 5678 9012",
        "550e8400-e29b-41d4-a716-446655440000",
        "Telefon 0561 1234-5678, am 3.12.2026 um 14 Uhr",
    ],
)
def test_other_numbers_are_no_measure(said: str) -> None:
    with pytest.raises(MalformedError):
        kept(said.encode())


def test_too_short_a_form_is_no_measure() -> None:
    with pytest.raises(MalformedError):
        kept(f"Prüfstand 14 · {CHECKPOINT.digits()[:14]}".encode())


def test_of_an_older_bundle_all_checkpoints_count() -> None:
    found = kept(b"".join(closed(LOG.lines())))
    assert [each.size for each in found] == [7, 14, 24]
    assert found[1] == WHOLE


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"Guten Morgen!",
        b"\xff\xfe\x00",
        NOTE.replace("\n14\n", "\n014\n").encode(),
        NOTE.replace("=\n", "==\n").encode(),
        CHECKPOINT.text().replace("\n14\n", f"\n14\n{'A' * 42}B=\n").encode(),
        b'{"bundle":1}\n{"checkpoint":1}\n',
        b'{"bundle":1}\n',
        b"Content-Type: text/plain; charset=none\n\nx",
        b"Content-Transfer-Encoding: base64\nContent-Type: text/plain\n\n%%%",
    ],
)
def test_where_nothing_was_kept_that_is_said(said: bytes) -> None:
    with pytest.raises(MalformedError):
        kept(said)


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Type: text/plain; charset*=us-ascii'en'\0",
        b"Content-Type: multipart/mixed; boundary=x; a*0*\nf-8''b",
        b"Content-Type: text/plain; a*\n0*=utf-8''b",
        b"Content-Type: text/plain; charset=nobody",
    ],
)
def test_an_odd_mail_is_read_or_not_but_stops_nobody(header: bytes) -> None:
    with suppress(MalformedError):
        assert kept(b"MIME-Version: 1.0\n" + header + b"\n\n" + NOTE.encode()) == [
            WHOLE
        ]
