"""Neutral messages of all shapes, and the words that must not get lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from adapters.slack.render import Frame, Pages
from bots.message import (
    Choice,
    Choices,
    Facts,
    Form,
    FormField,
    Link,
    Message,
    Part,
    Span,
    Text,
)
from bots.speech import Speech
from tests.slack.judge import texts

PAGES: Final = Pages(base="https://faden.auenland.example")
SPEECH: Final = Speech(language="de", today=date(2027, 3, 17))
FRAME: Final = Frame(key="reaction/12/p-kern", speech=SPEECH, pages=PAGES)

_NASTY: Final = st.sampled_from(
    [
        *("<!channel> alle", "Müller & Söhne <b>", "*fett* _so_ `Code`", ":wave:"),
        *("<@U1|wer>", "x" * 4000, "&" * 3500, "Wort " * 900, "a|b", " ", "\n\n"),
        *("ä" * 200, "12.500 €\nzweite Zeile", "👩‍🚒 Hilfe"),
    ]
)
WORDS: Final = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60) | _NASTY
)
_IDS: Final = st.text("abcdefgh_", min_size=1, max_size=12)
_STYLES: Final = st.sampled_from(["plain", "yes", "no"])
_CHOICE: Final = st.builds(
    Choice, id=_IDS, label=WORDS, twin=WORDS, style=_STYLES, fill=st.booleans()
)
_FIELD: Final = st.builds(
    FormField,
    id=_IDS,
    label=WORDS,
    kind=st.sampled_from(["choice", "number", "text"]),
    options=st.lists(WORDS, max_size=130).map(tuple),
    unit=st.sampled_from(["", "€"]),
    required=st.booleans(),
    value=WORDS,
)
FORMS: Final = st.builds(
    Form,
    id=_IDS,
    label=WORDS,
    twin=WORDS,
    fields=st.lists(_FIELD, min_size=1, max_size=6, unique_by=lambda f: f.id).map(
        tuple
    ),
)
_PARTS: Final = st.one_of(
    st.builds(
        Text,
        spans=st.lists(
            st.builds(
                Span,
                text=WORDS,
                strong=st.booleans(),
                item=st.sampled_from([None, "Z34"]),
            ),
            max_size=4,
        ).map(tuple),
    ),
    st.builds(Facts, rows=st.lists(st.tuples(WORDS, WORDS), max_size=25).map(tuple)),
    st.builds(Choices, options=st.lists(_CHOICE, max_size=27).map(tuple)),
    st.builds(Link, label=WORDS, item=st.sampled_from(["Z34", "F12"])),
    FORMS,
)
MESSAGES: Final = st.builds(
    Message, title=WORDS, parts=st.lists(_PARTS, max_size=8).map(tuple)
)


def text(said: str, *, strong: bool = False) -> Text:
    """Return one paragraph."""
    return Text(spans=(Span(text=said, strong=strong),))


def message(*parts: Part, title: str = "") -> Message:
    """Return a message about Z34."""
    return Message(parts=parts, title=title, item="Z34", version=3)


def choices(count: int, label: str = "Knopf") -> Choices:
    """Return so many buttons."""
    return Choices(
        options=tuple(
            Choice(id=f"c{n}", label=f"{label} {n}", twin=f"Z34 {n}")
            for n in range(count)
        )
    )


def words_of(shown: Message) -> list[str]:
    """Return every word that the neutral message says."""
    return " ".join(_said(shown)).split()


def _said(shown: Message) -> Iterator[str]:
    yield shown.title
    for part in shown.parts:
        match part:
            case Text():
                yield part.plain
            case Facts(rows=rows):
                for row in rows:
                    yield from row
            case Choices(options=options):
                unique = {one.id: one for one in reversed(options)}.values()
                for one in unique:
                    yield from (one.label, one.twin)
            case Form(label=label, twin=twin):
                yield from (label, twin)
            case Link(label=label, item=item):
                yield from (label, item)


def lost(shown: Message, rendered: object) -> list[str]:
    """Return the words that are neither in ``rendered`` nor behind its link."""
    links = list(texts(rendered, keys={"url"}))
    if PAGES.letter(FRAME.key) in links:
        return []
    everything = "".join(texts(rendered, keys={"text"})) + " ".join(links)
    return [word for word in words_of(shown) if word not in everything]


def kinds(rendered: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the kinds of blocks, in order."""
    return [block["type"] for block in rendered]
