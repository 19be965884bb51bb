"""The wording of a resolution that came back from a body, or its mark (*Wortlaut*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx

_TEXT: Final = rx(
    r"(?:^|(?:(?<!\d)\.|[\s,;(])+)(?:und\s|and\s|mit\s|with\s)?(?:(?:der|the|dem)\s)?(?:beschluss)?"
    r"(?:text|wortlaut|wording)\s*:\s*(?P<t>\S(?:.|\n)*)$"
)
_MARK: Final = rx(
    r"[\s,;(]*(?:\b(?:kennmarke|marke|kennung|mark)\s*:?\s*)?"
    r"(?<![\w-])(?P<m>[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})(?![\w-])\)?"
)


def wording_in(core: str) -> tuple[str, str, str]:
    """Part a result from the wording that came back, and from its mark (rule T1)."""
    wording = mark = ""
    if (found := _TEXT.search(fold(core))) is not None:
        wording = core[found.start("t") :].strip().strip('"„“”»«').strip()
        core = core[: found.start()]
    if (found := _MARK.search(fold(core))) is not None:
        mark = found["m"]
        core = f"{core[: found.start()]} {core[found.end() :]}"
    return core, wording, mark
