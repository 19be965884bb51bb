"""Filling: a sheet as a form, with what there is to choose from (*Felder*)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from bots.decisions.sheets import DAYS, LABELS, LONG, OF_SHEET, SHEETS
from bots.message import Form, FormField
from bots.speech import Speech

_PLAIN: Final = str.maketrans("{}[]", "()()")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_KINDS: Final[Mapping[str, Literal["long", "day"]]] = {
    **dict.fromkeys(LONG, "long"),
    **dict.fromkeys(DAYS, "day"),
}
_MAYBE: Final = re.compile(r"\[[^\]]*\]")


def form(
    key: str, speech: Speech, options: Mapping[str, Sequence[str]], ref: str = ""
) -> Form:
    """Return the form ``key`` about ``ref``.

    ``options`` are by field, as they are said; the only one is chosen already.
    """
    label, sentence = SHEETS[key]
    line = speech.translate(sentence).replace("{ref}", ref)
    maybe = set(_FIELD.findall("".join(_MAYBE.findall(line))))
    names = dict.fromkeys(_FIELD.findall(line))
    fields = (
        _field(key, name, speech, options.get(name, ()), required=name not in maybe)
        for name in names
    )
    return Form(
        id=key,
        label=speech.translate(label),
        twin=re.split(r"[\[{]", line)[0],
        line=line,
        fields=tuple(fields),
    )


def _field(
    key: str, name: str, speech: Speech, options: Sequence[str], *, required: bool
) -> FormField:
    label = speech.translate(OF_SHEET.get((key, name), LABELS[name]))
    plain = tuple(option.translate(_PLAIN) for option in options)
    return FormField(
        id=name,
        label=label,
        kind="choice" if plain else _KINDS.get(name, "text"),
        options=plain,
        required=required,
        value=plain[0] if len(plain) == 1 and required else "",
    )
