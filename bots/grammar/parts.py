"""Parts of a proposal that a council reads beside its text (*Teile der Vorlage*).

::

    Beschlussvorschlag: … / Begründung: … / Kosten: … / Alternativen: … /
    Wer nicht mitmacht: … / Nutzen: …

Each begins a line or a sentence, or stands behind ``/``, ``;`` or ``|``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.names import Names, Stranger
from bots.grammar.sums import benefits, costs

TEXT: Final = "text"
_LABELS: Final = {
    "reasons": (
        r"begründung(?:en)?|gründe|grund|sachverhalt|warum|reasons?|rationale|why"
    ),
    "alternatives": (
        r"(?:geprüfte\s|andere\s)?alternativen?|andere\smöglichkeiten|"
        r"(?:other\s)?alternatives?|also\sweighed"
    ),
    "otherwise": (
        r"(?:wer|und\swer)\snicht\s(?:mitmacht|mit\smacht|mitzieht|beitritt|dabei\sist|"
        r"teilnimmt|zustimmt)|(?:falls|wenn)\s\S{1,20}(?:\s\S{1,20})?\snicht\s(?:mitmacht|"
        r"mit\smacht|beitritt|teilnimmt|zustimmt)|(?:bei\s)?nichtteilnahme|ohne\steilnahme|"
        r"(?:if|whoever)\s(?:\S{1,20}\s){0,2}?(?:does|do)\snot\sjoin|otherwise|not\sjoining"
    ),
    "costs": (
        r"(?:die\s|own\s|eigene\s)?(?:kosten(?:anteile?)?|eigenanteile?|finanzielle\s"
        r"auswirkung(?:en)?|costs?|shares?)(?:\s(?:je|pro)\s(?:kommune|gemeinde|mitglied))?"
    ),
    "benefits": (
        r"(?:(?:der\s|eigener\s|unser\s)*(?:nutzen|vorteile?)|(?:own\s|our\s)?benefits?)"
    ),
    TEXT: r"beschluss(?:-?text)?|text|resolution|wording",
    "due": r"(?:frist|entscheidung\sbis|bis\swann|deadline|by\swhen|due)",
    "terms": r"(?:verfahren|regel|modus|wirkung|rule|mode|effect)",
}
_ANY: Final = "|".join(f"(?P<{name}>{label})" for name, label in _LABELS.items())
_BEGIN: Final = rx(
    r"(?:^|\n|(?:^|\s)[/|]\s*|;\s*|(?<=[.!?])\s+|\s-\s)(?:[-*•]\s*)?"
    rf"(?:{_ANY})(?:\s(?:für|for)\s(?P<of>[^:\n/;]{{2,60}}?))?\s*:(?!//|\d)[ \t]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What was said beside the text.

    ``costs`` are cents and ``benefits`` words by organisation: "alle" for everybody,
    empty where none was named.
    """

    reasons: str = ""
    alternatives: str = ""
    otherwise: str = ""
    costs: tuple[tuple[str, int], ...] = ()
    benefits: tuple[tuple[str, str], ...] = ()

    def of(self, org: str) -> Parts:
        """Return the same, what names nobody as that of ``org``."""
        return replace(
            self,
            costs=tuple((named or org, cents) for named, cents in self.costs),
            benefits=tuple((named or org, said) for named, said in self.benefits),
        )


def parted(text: str) -> Mapping[str, str]:
    """Return the words behind each label, those before the first as ``TEXT``."""
    found = list(_BEGIN.finditer(fold(text)))
    starts = [*(one.start() for one in found), len(text)]
    said: dict[str, str] = {}
    if lead := text[: starts[0]].strip(" /;|\n"):
        said[TEXT] = lead
    for one, end in zip(found, starts[1:], strict=True):
        name = next(key for key in _LABELS if one[key] is not None)
        words = text[one.end() : end].strip(" /;|\n")
        if one["of"]:
            words = f"{text[slice(*one.span('of'))]}: {words}"
        said[name] = f"{said[name]}\n{words}" if said.get(name) else words
    return said


def read(said: Mapping[str, str], names: Names, understood: str) -> Parts | AskBack:
    """Return what was said beside the text; ask where it cannot be read."""
    empty = [name for name in _LABELS if name in said and not said[name].strip()]
    if empty:
        return AskBack(question=Question.MISSING_TEXT, understood=understood)
    shares = costs(said.get("costs", ""), names)
    gains = benefits(said.get("benefits", ""), names)
    if isinstance(shares, str):
        question = Question.UNCLEAR_COSTS
        return AskBack(question=question, understood=understood, phrase=shares)
    if isinstance(shares, Stranger):
        return _whose(shares, understood)
    if isinstance(gains, Stranger):
        return _whose(gains, understood)
    reasons, alternatives, otherwise = (
        _tidy_lines(said.get(name, ""))
        for name in ("reasons", "alternatives", "otherwise")
    )
    return Parts(
        reasons=reasons,
        alternatives=alternatives,
        otherwise=otherwise,
        costs=shares,
        benefits=gains,
    )


def _whose(name: Stranger, understood: str) -> AskBack:
    return AskBack(
        question=Question.WHICH_ORGANISATION,
        understood=understood,
        phrase=name.typed,
        choices=name.likely,
    )


def _tidy_lines(text: str) -> str:
    return "\n".join(line for one in text.splitlines() if (line := tidy(one)))
