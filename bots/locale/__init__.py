"""Words: one gettext catalogue for chat and pages (German: *Wortkatalog*).

English sentences in the code are the keys; ``de.po`` holds the German ones.
Placeholders are ``{name}``; ``**…**`` marks strong words in the sentence itself,
never in what is put into it.
"""

from __future__ import annotations

import gettext
import io
import re
from functools import cache
from importlib.resources import files
from typing import Final

from bots.message import Span, Text

LANGUAGES: Final = ("de", "en")
_TWICE: Final = re.compile(r"(?<!\.)\.\.(?!\.)")
_STRONG: Final = re.compile(r"(\*\*.+?\*\*)")


def N_(sentence: str) -> str:  # noqa: N802  (gettext's usual name)
    """Mark ``sentence`` for translation where it is only kept."""
    return sentence


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of ``language`` (ISO 639-1); English needs none."""
    if language == "en":
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    source = files("bots.locale").joinpath(f"{language}.po").read_bytes()
    write_mo(compiled, read_po(io.BytesIO(source), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def strong(sentence: str, facts: dict[str, str | int]) -> Text:
    """Return ``sentence`` as spans, with ``facts`` put in after the markup is read.

    A day ends with a full stop, and so do many texts; the sentence's own is then
    left out.
    """
    spans: list[Span] = []
    stopped = False
    for piece in _STRONG.split(sentence):
        marked = bool(_STRONG.fullmatch(piece))
        said = (piece[2:-2] if marked else piece).format(**facts)
        if stopped and re.match(r"\.(?!\.)", said):
            said = said[1:]
        said = once(said)
        if said:
            stopped = said.endswith(".")
            spans.append(Span(text=said, strong=marked))
    return Text(spans=tuple(spans))


def once(said: str) -> str:
    """Return ``said`` with one full stop where a day or a text brought a second."""
    return _TWICE.sub(".", said)
