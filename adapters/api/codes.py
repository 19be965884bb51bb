"""Codes: with which status something is refused, and what only this face says.

::

    400 not readable      401 no token      403 not yours     404 not there, for you
    409 the rules say no  412 moved on      422 not well-formed
    429 too often         503 later         500 our mistake
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import OF_THE_PROGRAM, Code

INVALID: Final = "request_invalid"
_FORBIDDEN: Final = frozenset(
    {
        Code.NO_MANDATE,
        Code.NO_POWER,
        Code.AUDITORS_READ,
        Code.ONLY_COORDINATION,
        Code.ON_BEHALF_ONLY_COORDINATION,
        Code.ONLY_THE_PROGRAM,
        Code.NOT_A_PARTY,
        Code.NOT_ASKED,
        Code.NOT_YOUR_OBJECTION,
        Code.NOT_YOURS_TO_TAKE_BACK,
        Code.NO_SEAT,
        Code.NO_VOTE,
        Code.OBSERVERS_DO_NOT_BIND,
    }
)
_NOT_THERE: Final = frozenset({Code.UNKNOWN_REFERENCE, Code.NO_SUCH_ENTRY})

OWN: Final[Mapping[str, tuple[int, str]]] = {
    "token_missing": (
        401,
        N_(
            "Please send a token: “Authorization: Bearer faden_…”. You make one "
            "under “Access for other software” on the pages of Faden."
        ),
    ),
    "token_invalid": (
        401,
        N_(
            "This token is not known, has expired or was revoked. Please make a new "
            "one on the pages of Faden."
        ),
    ),
    "scope_missing": (
        403,
        N_("This token may not do that: it lacks the scope “{scope}”."),
    ),
    "not_found": (
        404,
        N_("There is nothing here, or nothing that you may see."),
    ),
    "no_such_state": (404, N_("Nothing can be shown as of then.")),
    "method_not_allowed": (
        405,
        N_("This address is not called like that. “Allow” names the ways it is."),
    ),
    "not_acceptable": (
        406,
        N_("This address answers with {type} only. Please accept that."),
    ),
    "foreign_host": (
        421,
        N_(
            "The demonstration answers only under the address of this computer. "
            "Please open it as 127.0.0.1 or localhost."
        ),
    ),
    "request_too_large": (
        413,
        N_("That is more than one request can hold. Nothing was done."),
    ),
    "media_type_unknown": (415, N_("Please send the body as application/json.")),
    "json_invalid": (400, N_("The body is no JSON in UTF-8. Nothing was done.")),
    "header_invalid": (
        400,
        N_("The header {header} cannot be read. Nothing was done."),
    ),
    INVALID: (
        422,
        N_("The request does not fit; “errors” says where. Nothing was done."),
    ),
    "key_used": (
        422,
        N_(
            "This Idempotency-Key stands for another request already. Please use a "
            "new one for each request of its own."
        ),
    ),
    "organisation_wanted": (
        409,
        N_(
            "You act for {orgs}. Please say for which one, in “acting.org”. Nothing "
            "was done."
        ),
    ),
    "too_often": (
        429,
        N_("Those were many requests. Please go on in {seconds} seconds."),
    ),
    "unexpected": (
        500,
        N_(
            "That was our mistake, not yours. Please try again with the same "
            "Idempotency-Key; what was already done is not done twice."
        ),
    ),
}
"""What only this face says; all other codes are those of refusals."""


def status_of(code: Code) -> int:
    """Return the status that goes with a refusal."""
    if code in OF_THE_PROGRAM:
        return 503
    if code in _FORBIDDEN:
        return 403
    if code in _NOT_THERE:
        return 404
    return 412 if code is Code.ITEM_MOVED else 409
