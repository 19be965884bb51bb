"""Explained: what a council reads beside the text, in words (*Teile der Vorlage*)."""

from __future__ import annotations

from bots.chronicle import effects
from bots.decisions import wording
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Facts, Part
from bots.speech import Speech
from core.decision import commands as c
from core.sealed import Sealed


def echo(command: c.Explain, matter: Matter, org: str, speech: Speech) -> list[Part]:
    """Say back what the papers of the councils will say."""
    sentence = N_(
        "For **{org}** you say for the papers on {ref} {what}; the text that is "
        "resolved stays as it is:"
    )
    return [
        speech.text(sentence, **wording.echoed(matter, org, speech)),
        Facts(rows=rows(command, speech)),
    ]


def rows(said: c.Explain | c.Propose, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Return each part that was said, with its label."""
    costs = "; ".join(effects.part(one, speech) for one in said.costs)
    benefits = "; ".join(effects.part(one, speech) for one in said.benefits)
    each = (
        (N_("Reasons"), _words(said.reasons)),
        (N_("Alternatives"), _words(said.alternatives)),
        (N_("If one does not join"), _words(said.otherwise)),
        (N_("Costs"), costs),
        (N_("Own benefit"), benefits),
    )
    return tuple((speech.translate(label), words) for label, words in each if words)


def _words(text: Sealed | None) -> str:
    return (text.text or "") if text else ""
