"""Forms: what somebody filled in, as the line they could have typed (*Formular*).

Each value stands behind the label of its field, or where the form says, so that the
same grammar reads a form, a line in the chat and a mail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from bots.grammar import MAX_LENGTH
from bots.locale import N_
from bots.message import Form, FormField
from bots.speech import Speech

_MAYBE: Final = re.compile(r"\[([^\[\]]*\{(\w+)\}[^\[\]]*)\]")
EMPTIED: Final = "–"  # what stood in a field was taken out
_DIGIT: Final = re.compile(r"\d")  # "ca. 180.000 €" is a number people write


def typed(form: Form, values: Mapping[str, str]) -> str:
    """Return the typed twin of ``form`` with ``values`` in it."""
    neat = {field.id: _neat(field, values.get(field.id, "")) for field in form.fields}
    if form.line:
        return _filled(form.line, neat)
    said = [
        f"{field.label}: {neat[field.id] or EMPTIED}"
        for field in form.fields
        if neat[field.id] or field.value
    ]
    return form.twin + "; ".join(said)


def _filled(line: str, neat: Mapping[str, str]) -> str:
    """Put the values in; what stands in brackets goes where its value is missing."""
    kept = _MAYBE.sub(lambda part: part[1] if neat.get(part[2], "") else "", line)
    return kept.format_map(neat)


def _neat(field: FormField, value: str) -> str:
    """Return what was filled in, if not long on one line; a day as people write it."""
    if field.kind == "long":
        lines = (" ".join(line.split()) for line in value.splitlines())
        return "\n".join(line for line in lines if line)
    try:
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return " ".join(value.split())


def with_values(form: Form, values: Mapping[str, str]) -> Form:
    """Return ``form`` with what was filled in."""
    fields = (
        field.model_copy(update={"value": values.get(field.id, "")})
        for field in form.fields
    )
    return form.model_copy(update={"fields": tuple(fields)})


def mistakes(form: Form, values: Mapping[str, str], speech: Speech) -> dict[str, str]:
    """Return what to mend, by field: nothing is said before that."""
    found = {
        field.id: _mistake(field, values.get(field.id, "").strip(), speech)
        for field in form.fields
    }
    wrong = {name: sentence for name, sentence in found.items() if sentence}
    return wrong or _too_long(form, values, speech)


def _too_long(form: Form, values: Mapping[str, str], speech: Speech) -> dict[str, str]:
    """Return that the longest field is too long, if all of the line is."""
    length = len(typed(form, values))
    if length <= MAX_LENGTH:
        return {}
    longest = max((len(values.get(one.id, "")), one.id) for one in form.fields)[1]
    sentence = N_(
        "With this the form has {length} characters, and {limit} are possible. Please "
        "shorten it, or file it as a document and name the link."
    )
    return {longest: speech.words(sentence, length=length, limit=MAX_LENGTH)}


def _mistake(field: FormField, value: str, speech: Speech) -> str:
    if not value:
        return speech.translate(N_("Please fill this in.")) if field.required else ""
    if field.kind == "choice" and value not in field.options:
        return speech.translate(N_("Please choose one of the answers."))
    if field.kind == "number" and _DIGIT.search(value) is None:
        if field.example:
            return speech.words(
                N_("Please write a number, such as {example}."), example=field.example
            )
        return speech.translate(N_("Please write a number, such as 12 or 180,000."))
    return ""
