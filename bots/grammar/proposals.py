"""A proposal for a decision, taken apart (German: *Beschlussvorschlag*)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from bots.grammar import forums, terms
from bots.grammar.answers import AskBack, Question
from bots.grammar.council_terms import taken_out
from bots.grammar.dates import Found, find_date
from bots.grammar.decisions import Mode, ProposeDecision, Whom
from bots.grammar.fold import ended, fold, rx, tidy
from bots.grammar.heads import Line
from bots.grammar.intents import Parsed
from bots.grammar.item import cut
from bots.grammar.parts import TEXT, parted, read
from bots.grammar.wanted import told_in
from bots.grammar.words import NUMBER, number

MODES: Final = (
    (
        Mode.TWO_THIRDS,
        rx(r"(?:zwei-?\s?drittel(?:-?mehrheit)?|2/3(?:-mehrheit)?|two[\s-]thirds)"),
    ),
    (
        Mode.CONSENT,
        rx(r"(?:im\s|per\s|by\s)?(?:konsent|consensus|consent)(?:prinzip)?"),
    ),
    (Mode.UNANIMOUS, rx(r"(?:einstimmig(?:keit)?|unanimous(?:ly)?)")),
    (Mode.TACIT, rx(r"(?:schweigefrist|schweigeverfahren|umlaufverfahren|tacit)")),
    (
        Mode.RESISTANCE,
        rx(r"(?:widerstand(?:sabfrage)?|systemisches\skonsensieren|sk|resistance)"),
    ),
    (Mode.MAJORITY, rx(r"(?:einfache\s)?(?:mehrheit(?:sbeschluss)?|majority)")),
    (Mode.ADVICE, rx(r"(?:nur\s)?(?:empfehlung|recommendation)")),
)
_HEAD: Final = r"(?:(?:wirkung|effect)\s?:?\s*)?"
EFFECTS: Final = (
    (
        Whom.FROM,
        rx(
            r"(?:jede(?:r|s)?\sf(?:ü)r\ssich,?\s(?:und\s)?|each\sfor\sitself,?\s)?"
            r"(?:(?:gilt|wirksam|verbindlich|(?:tritt\s)?in\skraft|binding|in\sforce)\s"
            r"(?:erst\s|only\s)?)?"
            rf"(?:ab|from|(?:mit\s)?mindestens|at\sleast)\s(?P<n>{NUMBER})\s(?:kommunen?|gemeinden?|städte?n?|"
            r"mitglied(?:ern?)?|municipalit(?:ies|y)|members?)(?:\son)?"
        ),
    ),
    (
        Whom.ALL,
        rx(
            r"(?:nur\s)?alle(?:\soder\s(?:keine[r]?|niemand))?(?:\s(?:gemeinsam|zusammen))?|"
            r"all\sor\s(?:none|nobody)"
        ),
    ),
    (Whom.EACH, rx(r"jede(?:r|s)?\sf(?:ü)r\ssich|each\sfor\sitself")),
)
_REVIEW: Final = rx(
    r"(?:[,;\s(]|(?<!\d)\.)*\b(?P<no>keine\s|ohne\s|no\s)?(?:wiedervorlage|überprüfung|review)\b"
    r"(?P<t>[^,;.)]{0,24}(?:\d\.[^,;)]{0,12})?)\)?"
)
_OPTION: Final = rx(
    r"(?:^|[,;.\n(]|\s)\s*(?:option|variante)\s?(?P<n>\d{1,2})\s*[:=]\s*"
)
_SENTENCE: Final = re.compile(r"(?<=[^\d][.!?])\s+|\n")
_SPAN: Final = rx(
    r"\s*(?:in\s|nach\s|after\s)?(?P<n>.*(?:jahre?n?|monate?n?|years?|months?))\s*"
)


def propose(line: Line, text: str, placed: str = "") -> Parsed:
    """Read the text, by which rule it is to be decided, and what goes with it.

    ``placed`` is the forum that was named before the text.
    """
    text, forum = forums.taken_out(text, line.names)
    said = dict(parted(text))
    moved = [said.pop(TEXT, "")]
    moved += [f"bis {due}" for due in said.pop("due", "").split("\n") if due]
    moved += [terms for terms in said.pop("terms", "").split("\n") if terms]
    for name, words in said.items():
        said[name], behind = _ended(line, words)
        moved += behind
    found = read(said, line.names, ProposeDecision.NAME)
    if isinstance(found, AskBack):
        return found
    whole = ", ".join(part.strip(" ,") for part in moved if part.strip())
    proposed = _plain(line, whole)
    if isinstance(proposed, ProposeDecision):
        return replace(proposed, parts=found, forum=forum or placed)
    return proposed


def _ended(line: Line, words: str) -> tuple[str, list[str]]:
    """Take from the end of a part what only says how and by when it is decided."""
    behind: list[str] = []
    while (cuts := list(_SENTENCE.finditer(words))) and _only_terms(
        line, words[cuts[-1].end() :]
    ):
        behind.insert(0, words[cuts[-1].end() :].strip())
        words = words[: cuts[-1].start()].rstrip()
    return words, behind


def _only_terms(line: Line, words: str) -> bool:
    read_ = _plain(line, f"x, {words.strip()}")
    return isinstance(read_, ProposeDecision) and read_.text.rstrip(".") == "x"


def _plain(line: Line, text: str) -> Parsed:
    """Read the text and its terms."""
    review = _REVIEW.search(fold(text))
    said = text if review is None else text[: review.start()] + text[review.end() :]
    said, councils = taken_out(said, line.today)
    told = told_in(said, line.today, "propose_decision")
    if isinstance(told, AskBack):
        return told
    kept, mode = _mode(told.text)
    kept, effect, at_least = _effect(kept)
    kept, options = _options(kept)
    if options and mode is None:
        mode = Mode.RESISTANCE
    review_on = _review_on(text, review, line.today)
    strange = terms.strange(kept, [*MODES, *EFFECTS]) or _unread(
        text, review, review_on
    )
    if strange:
        return AskBack(
            question=Question.UNCLEAR_TERM,
            understood="propose_decision",
            phrase=strange,
        )
    return ProposeDecision(
        text=ended(kept),
        due=told.due,
        councils=councils,
        session=told.session,
        mode=mode,
        review_on=review_on,
        effect=effect,
        at_least=at_least,
        options=options,
        no_review=review is not None and review["no"] is not None,
        why_no_review=_why(text, review),
        on_behalf=line.on_behalf,
    )


def _mode(text: str) -> tuple[str, Mode | None]:
    """Find the mode between commas or full stops, or at the end."""
    for mode, pattern in MODES:
        alone = re.compile(rf"(?:^|[,;.(]\s*)(?:{pattern.pattern})\)?\s*(?=$|[,;.])")
        found = alone.search(fold(text))
        if found is not None:
            return cut(text, found.start(), found.end()), mode
    return text, None


def _effect(text: str) -> tuple[str, Whom | None, int]:
    """Find whom it is to bind, where that stands alone; a threshold goes first."""
    for effect, pattern in EFFECTS:
        alone = re.compile(
            rf"(?:^|[,;.(]\s*){_HEAD}(?:{pattern.pattern})\)?\s*(?=$|[,;.])"
        )
        found = alone.search(fold(text))
        if found is not None:
            said = found.groupdict().get("n")
            kept = cut(text, found.start(), found.end())
            return kept, effect, number(said) if said else 0
    return text, None, 0


def _options(text: str) -> tuple[str, tuple[str, ...]]:
    """Take "Option 1: …; Option 2: …" out of the text."""
    found = list(_OPTION.finditer(fold(text)))
    if not found or [int(one["n"]) for one in found] != [*range(1, len(found) + 1)]:
        return text, ()
    ends = [*(one.start() for one in found[1:]), len(text)]
    options = [
        tidy(text[one.end() : end]).rstrip(".")
        for one, end in zip(found, ends, strict=True)
    ]
    return tidy(text[: found[0].start()]), tuple(options)


def _unread(text: str, review: re.Match[str] | None, day: date | None) -> str:
    """Return the words of a review that name no day that could be read."""
    if review is None or review["no"] is not None or day is not None:
        return ""
    return tidy(text[slice(*review.span())]) if review["t"].strip(" :") else ""


def _why(text: str, review: re.Match[str] | None) -> str:
    """Return why it is never looked at again, if that was said."""
    if review is None or review["no"] is None:
        return ""
    return tidy(text[slice(*review.span("t"))])


def _review_on(text: str, review: re.Match[str] | None, today: date) -> date | None:
    if review is None:
        return None
    said = text[slice(*review.span("t"))].strip(" :")
    span = _SPAN.fullmatch(fold(said))
    outcome = find_date(f"in {span['n']}" if span else f"bis {said}", today)
    return outcome.day if isinstance(outcome, Found) else None
