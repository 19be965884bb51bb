"""Forms: all that somebody may do with a decision now, to fill in (*Formulare*).

Sending one is saying its line; so what binds is said back as always.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bots.decisions import choices, filling, options, wording
from bots.decisions.choices import Look
from bots.decisions.matter import IN_FORUM, Matter
from bots.locale import N_
from bots.message import Choice, Form
from bots.speech import Speech
from core.decision.councils import OUTSTANDING, RESULTS, SOME_BODY, Step
from core.decision.kinds import ConditionKind
from core.effect import Answer, Stance
from core.rulebook import OBJECTING, Mode
from projections.decisions import CouncilRow

_MODES: Final = {
    Mode.CONSENT: N_("consensus"),
    Mode.MAJORITY: N_("majority"),
    Mode.TWO_THIRDS: N_("two thirds"),
    Mode.UNANIMOUS: N_("unanimous"),
    Mode.TACIT: N_("tacit"),
    Mode.RESISTANCE: N_("resistance"),
    Mode.RECOMMENDATION: N_("recommendation"),
}
_KINDS: Final = {
    ConditionKind.SUPERVISORY_NOTICE: N_("supervisory notice"),
    ConditionKind.SUPERVISORY_APPROVAL: N_("supervisory approval"),
    ConditionKind.PUBLICATION: N_("publication"),
    ConditionKind.FUNDING: N_("funding"),
}
_SAID: Final = (N_("agreed"), N_("abstention"))
_HOW: Final = (N_("phone"), N_("mail"), N_("meeting"), N_("letter"))
_ALIVE: Final = frozenset(
    {"decision_draft", "decision_open", "decision_objected", "decision_escalated"}
    | {"decision_lapsed", "decision_resolved", "decision_ratifying"}
)
_EXPLAINED: Final = _ALIVE | {"decision_partly_in_force"}
_BEFORE_COUNCILS: Final = frozenset({"decision_draft", "decision_resolved", *IN_FORUM})
_STANDING: Final = frozenset({"decision_in_force", "decision_partly_in_force"})
_REVIEWED: Final = frozenset({"decision_under_review", "decision_reconsidered"})
_WAITING: Final = (
    *("agenda", "approved", "conditions", "refused"),
    *("postponed", "referred", "inquorate", "term"),
)
_WITH_FIELDS: Final = frozenset({"b_paper", "b_open", "b_again", "b_keep", "b_count"})
_APPROVED: Final = frozenset({Step.APPROVED, Step.PROVISIONAL})
_OVER: Final = frozenset({Step.REFUSED, Step.EXPIRED})


def propose(speech: Speech) -> Form:
    """Return the form that proposes something to decide."""
    modes = [speech.translate(name) for name in _MODES.values()]
    forums = sorted(set(speech.forums.values()), key=str.casefold)
    return filling.form("propose", speech, {"mode": modes, "forum": forums})


def of(matter: Matter, look: Look, speech: Speech) -> tuple[Form, ...]:
    """Return what ``look`` may fill in: what its buttons say first, then the rarer."""
    ref = matter.row.ref
    found: dict[str, Form] = {}
    if choices.scores(matter, look):
        found[options.SCORES] = options.form(matter, look.org, speech)
    for one in choices.of(matter, look, speech):
        if not one.fill and one.id not in _WITH_FIELDS:
            found[one.id] = _of_choice(one)
    for key, bodies in _keys(matter, look):
        named = _options(matter, look, bodies, speech)
        found.setdefault(key, filling.form(key, speech, named, ref))
    return tuple(found.values())


def _of_choice(one: Choice) -> Form:
    """Return a button as a form without fields."""
    line = one.twin.translate(str.maketrans("{}[]", "()()"))
    return Form(id=one.id, label=one.label, twin=one.twin, line=line, fields=())


def _keys(matter: Matter, look: Look) -> Iterator[tuple[str, Sequence[CouncilRow]]]:
    """Yield the forms, each with the bodies of which it may be said."""
    for key in (*_saying(matter, look), *_running(matter, look)):
        yield key, ()
    yield from _councils(matter, look)
    for key in _conditions(matter, look):
        yield key, ()


def _saying(matter: Matter, look: Look) -> Iterator[str]:
    row = matter.row
    known = matter.position(look.org) if look.org else None
    taking_part = known is not None and not known.recused
    hindering = row.mode in OBJECTING
    if taking_part and matter.in_forum and row.mode is not Mode.RESISTANCE:
        yield "object" if hindering else "against"
    agreed = known is not None and known.stance is Stance.YES and not known.left_on
    if agreed and (row.in_councils or row.holds):
        yield "leave"
    if look.org and taking_part and (matter.in_forum or row.in_councils):
        yield "reserve"


def _running(matter: Matter, look: Look) -> Iterator[str]:
    state, own = matter.row.state, look.runs or look.org == matter.row.org
    if own and (state == "decision_draft" or matter.open_objections):
        yield "revise"
    if (own and state == "decision_draft") or (look.runs and state in _EXPLAINED):
        yield "explain"
    elif matter.position(look.org) is not None and state in _EXPLAINED:
        yield "own"
    if own and state in _ALIVE:
        yield "withdraw"
    if matter.row.council and not matter.councils:
        before = {"decision_draft"} if own else set()
        if state in before or (look.runs and state in _BEFORE_COUNCILS):
            yield "councils"
    if not look.runs:
        return
    after = {"decision_draft": "open", "decision_lapsed": "again"}
    after |= {"decision_resolved": "start", "decision_open": "count"}
    if state in after:
        yield after[state]
    if matter.in_forum:
        yield "behalf"
        yield from ("rule", "escalate") if matter.open_objections else ()
    if any(one.answer is Answer.CONDITIONAL for one in matter.councils):
        yield from (*(("take_up",) if matter.negotiable else ()), "refuse_terms")
    if state in _REVIEWED:
        yield from ("keep", "replace", "repeal")
    elif state in _STANDING or matter.row.recommends:
        yield from ("review", "replace", "repeal")


def _councils(matter: Matter, look: Look) -> Iterator[tuple[str, Sequence[CouncilRow]]]:
    own = [one for one in matter.councils if look.runs or one.org == look.org]
    waiting = [one for one in own if one.step in OUTSTANDING and one.awaited]
    stale = [o for o in own if o.step in _APPROVED and o.edition != matter.row.edition]
    ours = any(one.org == look.org for one in waiting)
    if waiting:
        yield from (("paper", ()), ("advised", ())) if ours else ()
        yield from ((key, waiting) for key in _WAITING)
        yield from [("waive", waiting)] if ours and look.able else ()
    elif stale:
        yield "approved", stale
    for key, steps in (("retract", RESULTS), ("reopen", _OVER)):
        some = [one for one in own if one.step in steps]
        yield from [(key, some)] if some else ()


def _conditions(matter: Matter, look: Look) -> Iterator[str]:
    row = matter.row
    going = matter.in_forum or row.state in {"decision_resolved", "decision_ratifying"}
    own = [one for one in matter.conditions if look.runs or one.org == look.org]
    if look.runs and going:
        yield "require"
    if any(one.answer is Answer.OPEN for one in own):
        yield from ("met", "denied")
        yield from ("spared",) if look.runs else ()
    if any(one.answer is not Answer.OPEN for one in own):
        yield "open_again"


def _options(
    matter: Matter, look: Look, bodies: Sequence[CouncilRow], speech: Speech
) -> Mapping[str, Sequence[str]]:
    """Return what can be chosen, by field."""
    conditional = [o.org for o in matter.councils if o.answer is Answer.CONDITIONAL]
    voting = [one.org for one in matter.members]
    orgs = conditional if conditional and not matter.in_forum else voting
    return {
        "body": [_body(matter, look, one, speech) for one in bodies],
        "n": [str(one.n) for one in matter.open_objections],
        "org": [speech.org(org) for org in orgs],
        "said": [speech.translate(word) for word in _SAID],
        "how": [speech.translate(word) for word in _HOW],
        "kind": _kinds(matter, speech),
    }


def _body(matter: Matter, look: Look, one: CouncilRow, speech: Speech) -> str:
    name = wording.body(matter, one.org, one.body, speech)
    if one.body == SOME_BODY:
        name = speech.translate(N_("municipal council"))
    return f"{name} {speech.org(one.org)}" if look.runs else name


def _kinds(matter: Matter, speech: Speech) -> list[str]:
    """Return the conditions that can be named; those of one member with its name."""
    found = [speech.translate(name) for name in _KINDS.values()]
    for one in matter.conditions:
        if one.org is not None:
            name = speech.translate(_KINDS[one.kind])
            said = N_("{condition} for {org}")
            found.append(speech.words(said, condition=name, org=speech.org(one.org)))
    return found
