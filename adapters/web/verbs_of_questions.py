"""Verbs of questions: what the record can be asked, for the handbook (*Auskünfte*)."""

from __future__ import annotations

from typing import Final

from adapters.web.verb import Verb
from bots.locale import N_

OF_QUESTIONS: Final = (
    Verb("what_is_open", N_("see what is open"), "Was ist offen?", "What is open?"),
    Verb(
        "who_does",
        N_("find who does something"),
        "Wer macht Klärschlamm?",
        "Who does sewage sludge?",
    ),
    Verb(
        "what_promised",
        N_("see what a municipality has promised"),
        "Was hat Lindgrund zugesagt?",
        "What has Lindgrund promised?",
    ),
    Verb(
        "who_takes_part",
        N_("find who is in on something"),
        "Wer ist beim Klärschlamm dabei?",
        "Who is in on sewage sludge?",
    ),
    Verb(
        "what_known",
        N_("find what is known, with its sources"),
        "Was wissen wir zu Klärschlamm?",
        "What do we know about sewage sludge?",
    ),
)
