"""A mail server, and a certificate of our own making, which nobody trusts."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.adapters.mail.server import Postbox, Server, login


@pytest.fixture
def own_certificate(tmp_path: Path) -> ssl.SSLContext:
    """What a server shows that signed its certificate itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.fixture
def postbox() -> Postbox:
    """What has arrived."""
    return Postbox()


@pytest.fixture
def server(postbox: Postbox) -> Iterator[Server]:
    """A mail server on loopback that wants a password."""
    running = Server(
        postbox,
        hostname="127.0.0.1",
        port=0,
        authenticator=login,
        auth_require_tls=False,
    )
    running.start()
    yield running
    running.stop()
