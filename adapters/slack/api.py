"""Api: Slack's Web API, and what an answer of it means (*Schnittstelle*).

::

    ok                              -> the answer
    429                             -> Limited: nobody may ask for so many seconds
    an error code                   -> Refused: nothing was done
    5xx, no answer, internal_error  -> Unanswered: it may have been done, or not

Slack's client tries once more by itself where a connection breaks. For what must
happen once that is wrong, so ``thread_client`` does not; whoever calls decides.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Final
from urllib.error import URLError

from adapters.settings import SlackAccess

if TYPE_CHECKING:
    from aiohttp import ClientSession
    from slack_sdk import WebClient
    from slack_sdk.errors import SlackApiError
    from slack_sdk.web.async_client import AsyncWebClient

TIMEOUT: Final = 4  # seconds for one call; a letter takes four and a probe at most
PROBE: Final = 3  # seconds
_RETRY_AFTER: Final = 30.0  # seconds, should Slack forget to say
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{1,60}")
_MAYBE_DONE: Final = {
    "fatal_error",
    "internal_error",
    "request_timeout",
    "service_unavailable",
}
_ONCE: Final = {"chat.postMessage"}  # all else may be done twice
_NEVER_THERE: Final = (ConnectionRefusedError, socket.gaierror)


class LimitedError(Exception):
    """Slack takes nothing for ``seconds``."""

    def __init__(self, seconds: float) -> None:
        """Keep how long."""
        super().__init__(seconds)
        self.seconds = seconds


class RefusedError(Exception):
    """Slack says no, with its ``code``; nothing was done."""

    def __init__(self, code: str) -> None:
        """Keep why."""
        super().__init__(code)
        self.code = code


class UnansweredError(Exception):
    """Slack did not say what became of it.

    ``perhaps``: it may have been done, and must not be done once more.
    """

    def __init__(self, *, perhaps: bool) -> None:
        """Keep whether doing it again is harmless."""
        super().__init__()
        self.perhaps = perhaps


def client(access: SlackAccess, session: ClientSession) -> AsyncWebClient:
    """Return a client for an event loop, on the one ``session``."""
    from slack_sdk.web.async_client import AsyncWebClient

    return AsyncWebClient(access.token, base_url=access.api, session=session)


def thread_client(access: SlackAccess, timeout: int = TIMEOUT) -> WebClient:
    """Return a client for a thread, which tries nothing twice."""
    from slack_sdk import WebClient

    return WebClient(
        access.token, base_url=access.api, timeout=timeout, retry_handlers=[]
    )


def call(slack: WebClient, method: str, **args: object) -> Mapping[str, Any]:
    """Call ``method`` and return its answer.

    Raises:
        LimitedError: too much was asked, by whomever.
        RefusedError: Slack says no.
        UnansweredError: what became of it is not known.
    """
    from slack_sdk.errors import SlackApiError

    given = {name: value for name, value in args.items() if value is not None}
    try:
        answer = slack.api_call(method, json=given)
    except SlackApiError as error:
        raise meaning(error, perhaps=method in _ONCE) from None
    except URLError as error:
        there = not isinstance(error.reason, _NEVER_THERE)
        raise UnansweredError(perhaps=there and method in _ONCE) from None
    except (OSError, HTTPException):
        raise UnansweredError(perhaps=method in _ONCE) from None
    return dict(answer.data) if isinstance(answer.data, dict) else {}


def meaning(
    error: SlackApiError, *, perhaps: bool
) -> LimitedError | RefusedError | UnansweredError:
    """Return what an answer means that is not ok; its words may hold ours."""
    response = error.response
    code = str(response.get("error", "")) if isinstance(response.data, dict) else ""
    if response.status_code == 429 or code == "ratelimited":  # noqa: PLR2004
        headers = {name.lower(): value for name, value in response.headers.items()}
        return LimitedError(_seconds(headers.get("retry-after", "")))
    known = _CODE.fullmatch(code) and code not in _MAYBE_DONE
    if response.status_code < 500 and known:  # noqa: PLR2004
        return RefusedError(code)
    return UnansweredError(perhaps=perhaps)


def _seconds(said: str) -> float:
    return float(said) if said.isdigit() else _RETRY_AFTER
