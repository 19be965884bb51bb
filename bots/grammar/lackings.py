"""A completion that is not accepted (German: *Nachbesserung*): ``Z34 fehlt noch``."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.commitments import Lacking
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.item import Item

_LACKING: Final = rx(
    r"(?:(?:da|uns|es|hier|leider|doch|still|something\sis)\s)*(?:(?:fehlt|fehlen|missing|"
    r"lacking)(?:\s(?:noch|uns|immer|leider|hier|da|is|are))*|(?:ist\s|sind\s|is\s)?(?:noch\s"
    r"|doch\s|leider\s)*(?:unvollständig|incomplete|nicht\s(?:vollständig|in\sordnung|i\.\s?"
    r"o\.?|ok|okay|ausreichend|erledigt|fertig|komplett)|not\s(?:ok|complete|done|in\sorder|"
    r"sufficient|finished))|reicht\s(?:noch\s|leider\s)*nicht(?:\saus)?|nachbessern|"
    r"bitte\snachbessern|nachbesserung)(?P<s>\s*[:,;-]\s*|\s+|$)(?P<t>.*)"
)
_LACKING_BEHIND: Final = rx(
    r"(?P<t>.+?)\s(?:fehlt|fehlen|is\smissing|are\smissing)(?:\snoch)?"
)
_NOTHING: Final = rx(r"(?:noch\s)?(?:nichts|nix|nothing|kein\w*|no\b|gar\snichts|none)")
_NOUNS: Final = 6  # words that may be missing


def lacking(item: Item) -> Lacking | AskBack | None:
    """Read what is missing; nothing missing, or nothing said, is asked about."""
    folded = fold(item.body)
    found = _LACKING.fullmatch(folded)
    if found is None:
        found = _LACKING_BEHIND.fullmatch(folded)
        if (
            found is None
            or len(found["t"].split()) > _NOUNS
            or re.search(r"[,:?]", found["t"])
        ):
            return None
        text = tidy(item.body[: found.end("t")])
    else:
        text = tidy(item.body[found.start("t") :])
    if _NOTHING.match(fold(text)) or folded.endswith("?"):
        question = Question.QUESTION_MARK if folded.endswith("?") else Question.NEGATED
        return item.ask(question, understood="lacking", phrase=item.body)
    if not text:
        return item.ask(Question.MISSING_TEXT, understood="lacking", phrase=item.body)
    if (
        {"nicht", "not"} & set(folded.split())
        and ":" not in folded
        and "," not in folded
    ):
        return item.ask(Question.NEGATED, understood="lacking", phrase=item.body)
    return Lacking(ref=item.ref, text=text, on_behalf=item.on_behalf)
