"""Questions about one item: ``Ist Z34 erledigt?`` asks, it reports nothing."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.inquiries import Status
from bots.grammar.item import refs_in

_ASKED: Final = rx(
    r"(?:und\s)?(?:(?:ist|wird|wurden?|war|wann|wie|warum|weshalb|hat|is|was|when|why|how|has)"
    r"\b.*\?|(?:ist|is|(?:wann|wie|when|how)(?:\s(?:ist|is))?)\s[bzfirkvm]\s?\d{1,6}\b.*)"
)


def about_item(line: Line) -> Status | None:
    """Read a question about one item: it is never the answer it asks for."""
    refs = refs_in(line.text)
    asked = line.text.rstrip(" .!")
    if len(refs) != 1 or not _ASKED.fullmatch(fold(asked)):
        return None
    return Status(ref=refs[0])
