"""Problems: every answer that is none, by RFC 9457, with the codes of the chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from adapters.api.codes import INVALID, OWN, status_of
from adapters.api.faults import explained
from adapters.asof import AsOfError
from bots import refusals
from bots.speech import Speech
from core.errors import Fact, Refusal

MEDIA: Final = "application/problem+json"
SOON: Final = 3  # seconds
_TYPE: Final = "/api/problems#"


class Fault(BaseModel):
    """One place in a request that does not fit."""

    model_config = ConfigDict(frozen=True)

    pointer: str = Field(description="Where, as a JSON pointer into body or query.")
    detail: str


class ProblemDetails(BaseModel):
    """Why not (RFC 9457). ``code`` is for programs, ``detail`` for people."""

    model_config = ConfigDict(frozen=True)

    type: str
    title: str
    status: int
    detail: str
    code: str
    facts: dict[str, str | int | list[str]]
    errors: list[Fault]


class Problem(Exception):  # noqa: N818  (most are nobody's mistake)
    """A request that this face does not carry out."""

    def __init__(
        self,
        code: str,
        /,
        *,
        errors: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        **facts: Fact,
    ) -> None:
        """Keep one of ``OWN`` with what belongs into its sentence.

        ``errors`` are places with kinds of faults.
        """
        super().__init__(code)
        self.code = code
        self.errors = errors
        self.headers = dict(headers or {})
        self.facts = facts


def of_problem(problem: Problem, speech: Speech) -> ProblemDetails:
    """Return a problem of this face in words."""
    status, sentence = OWN[problem.code]
    facts = {name: _said(fact, speech) for name, fact in problem.facts.items()}
    return _details(
        status,
        problem.code,
        speech.words(sentence, **facts),
        problem.facts,
        [
            Fault(pointer=pointer, detail=explained(kind, speech))
            for pointer, kind in problem.errors
        ],
    )


def of_refusal(refusal: Refusal, speech: Speech) -> ProblemDetails:
    """Return a refusal as it is said in the chat."""
    sentence = refusals.explain(refusal, speech).plain
    return _details(
        status_of(refusal.code), refusal.code.value, sentence, refusal.facts, []
    )


def of_as_of(error: AsOfError, speech: Speech) -> ProblemDetails:
    """Return why nothing can be shown as of then."""
    sentence = speech.words(error.sentence, **error.facts)
    return _details(404, "no_such_state", sentence, error.facts, [])


def unfit(error: ValidationError, within: str) -> Problem:
    """Return what a request does not fit; ``within`` is ``body`` or ``query``."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    if any(one["type"] == "json_invalid" for one in found):
        return Problem("json_invalid")
    faults = [
        ("/" + "/".join((within, *(str(part) for part in one["loc"]))), one["type"])
        for one in found
    ]
    return Problem(INVALID, errors=faults)


def _said(fact: Fact, speech: Speech) -> str | int:
    match fact:
        case tuple():
            return ", ".join(speech.org(one) for one in fact)
        case str() | int():
            return fact
        case _:
            return fact.isoformat()


def _details(
    status: int,
    code: str,
    detail: str,
    facts: Mapping[str, Fact],
    errors: list[Fault],
) -> ProblemDetails:
    return ProblemDetails(
        type=f"{_TYPE}{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        facts={name: _plain(fact) for name, fact in facts.items()},
        errors=errors,
    )


def _plain(fact: Fact) -> str | int | list[str]:
    match fact:
        case tuple():
            return list(fact)
        case str() | int():
            return fact
        case _:
            return fact.isoformat()
