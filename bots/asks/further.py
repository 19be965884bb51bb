"""Further: an answer that fills or changes the one before it (*Nachtrag*).

::

    ja                 then "2028"              ja · 2028
    ja · 2028 · gut    then "Zustand schlecht"  ja · 2028 · schlecht
    ja · 2028 · gut    then "nein"              nein: the first question has turned
    ja · 2028 – Rest   then all questions       these alone
"""

from __future__ import annotations

from bots.asks.reading import OWN_WORDS, Reading
from core.ask import commands as c
from core.ask.kinds import AskKind
from core.ask.questions import NO, QuestionKind
from core.sealed import Sealed
from projections.asks import AskRow, ReplyRow


def joined(row: AskRow, before: ReplyRow | None, now: Reading) -> c.Answer:
    """Return the answer that ``now`` makes of the one before it."""
    if before is None or before.reply != "answered" or _stands_alone(row, now):
        return c.Answer(values=now.answers, remark=now.remark)
    kept = {key: one for key, one in now.given.items() if key not in now.emptied}
    old = before.remark if OWN_WORDS not in now.emptied else None
    return c.Answer(
        values=tuple({**kept, **now.values}.values()),
        remark=now.remark or (Sealed(old) if old else None),
    )


def _stands_alone(row: AskRow, now: Reading) -> bool:
    """Whether ``now`` is an answer to everything, or has turned round the first one."""
    if not now.left:
        return True
    first = row.questions[0]
    leads = first.kind is QuestionKind.YES_NO or row.kind is AskKind.HELP
    said, known = now.values.get(first.key), now.given.get(first.key)
    if said is None or not leads:
        return False
    return said.said.text == NO or (known is not None and known.said != said.said)
