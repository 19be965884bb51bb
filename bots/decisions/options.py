"""Options: what can be chosen from, and how much each is resisted (*Widerstand*)."""

from __future__ import annotations

from collections.abc import Sequence

from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Form, FormField
from bots.speech import Speech
from core.decision.kinds import Score

MOST = 10  # resistance; source: the scale of systemic consensing
SCORES = "scores"


def scored(
    scores: Sequence[Score], matter: Matter, speech: Speech
) -> tuple[tuple[str, str], ...]:
    """Return each option with the figure that is given to it."""
    given = {one.option: str(one.resistance) for one in scores}
    return tuple(
        (name, given.get(n, "–")) for n, name in enumerate(named(matter, speech), 1)
    )


def named(matter: Matter, speech: Speech) -> list[str]:
    """Return what the options are called: "Option 1: Auenburg"."""
    return [
        speech.words(N_("Option {n}: {name}"), n=n, name=name)
        for n, name in enumerate(matter.row.options, 1)
    ]


def sums(matter: Matter, speech: Speech) -> list[tuple[str, str]]:
    """Return each option with the resistance of all, the least marked."""
    row = matter.row
    count = row.standing if matter.in_forum else row.tally
    totals = count.resistance if count else ()
    best = count.option if count else None
    rows = []
    for n, name in enumerate(named(matter, speech), 1):
        if n > len(totals):
            rows.append((name, speech.translate(N_("not scored yet"))))
        elif n == best:
            total = totals[n - 1]
            rows.append((name, speech.words(N_("sum {n}, the least"), n=total)))
        else:
            rows.append((name, speech.words(N_("sum {n}"), n=totals[n - 1])))
    return rows


def form(matter: Matter, org: str, speech: Speech) -> Form:
    """Return the form that scores all options, with what was given so far."""
    known = matter.position(org)
    given = {one.option: one.resistance for one in known.scores} if known else {}
    fields = tuple(
        FormField(
            id=f"o{n}",
            label=name,
            kind="choice",
            options=tuple(str(figure) for figure in range(MOST + 1)),
            value=str(given[n]) if n in given else "",
        )
        for n, name in enumerate(named(matter, speech), 1)
    )
    pairs = ", ".join(
        speech.words(N_("option {n}: {figure}"), n=n, figure=f"{{o{n}}}")
        for n in range(1, len(fields) + 1)
    )
    resisted = speech.translate(N_("resistance"))
    return Form(
        id=SCORES,
        label=speech.translate(N_("Score the options …")),
        twin=f"{matter.row.ref} {resisted}: ",
        line=f"{matter.row.ref} {pairs}",
        fields=fields,
    )
