"""Sign-in at an identity provider, and back (*Anmeldung über das Haus*).

What the provider must answer with is bound to the browser that went there, and good
once. Nobody is made by signing in: a person is known by what the provider calls them,
the first time by a mail address that it has verified.
"""

from __future__ import annotations

from typing import Final

import structlog
from aiohttp import web

from adapters.main import Faden
from adapters.office.signins import Seen, Way, What
from adapters.office.waiting import ATTEMPT, Attempt
from adapters.oidc.provider import (
    CALLBACK,
    AwayError,
    ClientRefusedError,
    NotGivenError,
    Provider,
)
from adapters.oidc.tokens import Claims, UntrustedError
from adapters.web import cookies
from adapters.web.door import DOOR
from adapters.web.entering import signed_in
from adapters.web.https import origin
from adapters.web.keys import FADEN, apart
from adapters.web.limits import ENTERING, LIMITS, TooOften
from adapters.web.render import page
from adapters.web.seen import address_of, seen_of
from bots.locale import N_

__all__ = ["CALLBACK", "back", "begin"]

COOKIE: Final = "faden-attempt"
_LOG: Final = structlog.get_logger("signin")
_AWAY: Final = N_(
    "The sign-in of your house does not answer just now. Please try again in some "
    "minutes, or sign in by a link."
)
_NOT_ACCEPTED: Final = N_(
    "The sign-in of your house does not accept Faden, so nobody was signed in. Please "
    "sign in by a link, and tell whoever runs Faden: faden doctor says what to do."
)
_STALE: Final = N_(
    "This sign-in was used already, took longer than ten minutes, or was begun in "
    "another browser. Please begin anew; nobody was signed in."
)
_STOPPED: Final = N_(
    "The sign-in of your house was not finished. Please begin anew, or sign in by a "
    "link."
)
_UNTRUSTED: Final = N_(
    "The answer from the sign-in of your house was not as it must be, so nobody was "
    "signed in. Please begin anew. If it stays like this, tell whoever runs Faden the "
    "time."
)
_UNKNOWN: Final = N_(
    "Your house knows you, but Faden does not yet. Please ask your coordination to "
    "enter the mail address {mail} for you; then sign in again."
)
_NO_MAIL: Final = N_(
    "Your house knows you, but did not tell Faden a verified mail address by which to "
    "find you. Please ask your coordination for a link, or your house to verify your "
    "address."
)


async def begin(request: web.Request) -> web.StreamResponse:
    """Lead to the provider."""
    provider, waiting = _provider(request), request.app[FADEN].store.office.waiting
    if not request.app[LIMITS].allows(ENTERING, address_of(request)):
        raise TooOften
    attempt = provider.attempt()
    try:
        where = await provider.address(attempt, origin(request))
    except AwayError as error:
        return _away(request, error)
    now = request.app[FADEN].clock()
    token = await apart(request, lambda: waiting.begin(attempt, now).result())
    response = web.Response(status=303, headers={"Location": where})
    cookies.put(request, response, COOKIE, token, ATTEMPT)
    return response


async def back(request: web.Request) -> web.StreamResponse:
    """Take the provider's answer and sign the person in."""
    provider, query = _provider(request), request.query
    attempt = await _attempt(request)
    if attempt is None or query.get("iss", provider.issuer) != provider.issuer:
        return _refused(request, _STALE, 400)
    if "error" in query or not query.get("code"):
        return _refused(request, _STOPPED, 400)
    try:
        claims = await provider.redeem(query["code"], attempt, origin(request))
    except AwayError as error:
        return _away(request, error)
    except ClientRefusedError:
        _LOG.error("provider refuses this client")
        return _refused(request, _NOT_ACCEPTED, 503)
    except NotGivenError:
        return _refused(request, _STALE, 400)
    except UntrustedError as error:
        _LOG.warning("id token refused", why=error.why)
        return _refused(request, _UNTRUSTED, 400)
    faden, seen = request.app[FADEN], seen_of(request)
    session = await apart(request, _enter, faden, provider.issuer, claims, seen)
    if session is None:
        sentence = _NO_MAIL if claims.mail is None else _UNKNOWN
        return _refused(request, sentence, 403, mail=claims.mail or "")
    response = await signed_in(request, session)
    cookies.drop(request, response, COOKIE)
    return response


def _provider(request: web.Request) -> Provider:
    provider = request.app[DOOR].provider
    if provider is None:
        raise web.HTTPNotFound
    return provider


async def _attempt(request: web.Request) -> Attempt | None:
    """Return what this browser began, if the answer belongs to it; only once."""
    faden, token = request.app[FADEN], cookies.read(request, COOKIE)
    state, now = request.query.get("state", ""), request.app[FADEN].clock()
    waiting = faden.store.office.waiting
    return await apart(request, lambda: waiting.take(token, state, now).result())


def _away(request: web.Request, error: AwayError) -> web.Response:
    _LOG.warning("provider is away", why=error.why)
    return _refused(request, _AWAY, 503)


def _refused(
    request: web.Request, sentence: str, status: int, **facts: str
) -> web.Response:
    return page(
        request,
        "refused.html",
        None,
        status=status,
        sentence=sentence,
        facts=facts,
    )


def _enter(faden: Faden, issuer: str, claims: Claims, seen: Seen) -> str | None:
    """Return a new session of whoever it is, ``None`` if we know nobody like that."""
    office, now = faden.store.office, faden.clock()
    person = office.identities.by_subject(issuer, claims.subject)
    if person is None and claims.mail is not None:
        person = office.identities.by_mail(claims.mail)
        if person is not None and office.identities.has_subject(person, issuer):
            person = None  # the address went to somebody else at the provider
        if person is not None:
            office.identities.link(person, issuer, claims.subject, now).result()
    if person is None:
        way = Way.OIDC.value
        office.signins.note("", What.REFUSED, now, seen, way=way).result()
        return None
    return office.sessions.begin(person, Way.OIDC, now, seen).result()
