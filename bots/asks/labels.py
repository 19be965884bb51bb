"""Labels: what a line says behind the names of its questions (*Feldnamen*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.ask.questions import Question

REMARK: Final = ("Bemerkung", "Remark", "Hinweis", "Note")
NOTHING: Final = {"–", "—", "-"}  # behind a label: not answered any more
_NOW: Final = re.compile(
    r"^(?:(?:doch|jetzt|nun|eher|inzwischen|nur(?:\snoch)?|ist|sind|now|is|are|rather)"
    r"\s+)+",
    re.IGNORECASE,
)


def behind(question: Question, said: str) -> str | None:
    """Return what is said behind the label with which ``said`` begins, if it does."""
    label, rest = said[: len(question.label)], said[len(question.label) :]
    parted = rest[:1].isspace() or rest[:1] in {":", "="}
    if label.casefold() != question.label.casefold() or not parted:
        return None
    return _NOW.sub("", rest.strip(" :=")) or None


def labelled(questions: Sequence[Question], text: str) -> list[tuple[str, str]]:
    """Part ``text`` at the labels of the questions; "" is what has none."""
    labels = [question.label for question in questions] + list(REMARK)
    either = "|".join(re.escape(one) for one in sorted(labels, key=len, reverse=True))
    pattern = re.compile(
        rf"(?:^|[;,\n]|\s(?:und|and)\s)\s*({either})(?:\s*[:=]|\s(?=(?:ca\.?\s)?\d))",
        re.IGNORECASE,
    )
    found: list[tuple[str, str]] = []
    last, label = 0, ""
    for match in pattern.finditer(text):
        found.append((label, text[last : match.start()]))
        label = next(one for one in labels if one.casefold() == match[1].casefold())
        last = match.end()
    found.append((label, text[last:]))
    return [(name, said) for name, said in found if said.strip(" ,;")]
