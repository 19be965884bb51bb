"""What is said of a decision in the forum, a line for each command."""

from __future__ import annotations

from typing import Final

from core.decision import commands as c
from tests.bots.deciding import opened
from tests.bots.stages import (
    Case,
    draft,
    entered,
    followed,
    in_force,
    lapsed,
    left,
    nothing,
    objected,
    over,
    prepared,
    reviewed,
    revised,
    site,
)

IN_FORUM: Final[dict[type, Case]] = {
    c.Propose: Case(nothing, "p-lindner", "Beschlussvorschlag: Brunnen", "proposal: x"),
    c.Open: Case(draft, "p-kern", "B1 eröffnen bis 12.5.", "B1 put to the vote"),
    c.Revise: Case(draft, "p-lindner", "B1 neue Fassung: Alle", "B1 new version: All"),
    c.SetTerm: Case(
        draft, "p-kern", "B1 Räte bis 30.9.", "B1 councils by 30 September"
    ),
    c.Explain: Case(
        draft, "p-lindner", "B1 Begründung: weil es eilt", "B1 reasons: it is urgent"
    ),
    c.GivePosition: Case(opened, "p-lange", "B1 einverstanden", "B1 agreed"),
    c.ScoreOptions: Case(
        site, "p-lange", "B1 Option 1 2, Option 2 8", "B1 option 1: 2, option 2: 8"
    ),
    c.Object: Case(opened, "p-lange", "B1 Einwand: zu teuer", "B1 objection: costly"),
    c.DeclareRecusal: Case(opened, "p-lange", "B1 befangen", "B1 recused"),
    c.AcceptIntegration: Case(
        revised, "p-mueller", "B1 Einwand erledigt", "B1 objection settled"
    ),
    c.WithdrawObjection: Case(
        objected, "p-mueller", "B1 Einwand erledigt", "B1 objection settled"
    ),
    c.RuleNotParamount: Case(
        objected,
        "p-kern",
        "B1 Einwand von Mühlau ist nicht vorrangig, weil er B3 betrifft",
        "B1 objection of Mühlau is not paramount because it concerns B3",
    ),
    c.Escalate: Case(
        objected,
        "p-kern",
        "B1 Einwände an die Steuerungsrunde geben: wir kommen nicht weiter",
        "B1 escalate to the steering group: we are stuck",
    ),
    c.ConfirmPrepared: Case(
        prepared, "p-vogt", "B1 Vorbereitung stimmt", "B1 the draft is right"
    ),
    c.DropPrepared: Case(
        prepared, "p-vogt", "B1 Vorbereitung stimmt nicht", "B1 the draft is wrong"
    ),
    c.ConfirmOnBehalf: Case(
        entered, "p-roth", "B1 Eintrag stimmt", "B1 the entry is right"
    ),
    c.ContestOnBehalf: Case(
        entered, "p-roth", "B1 Eintrag stimmt nicht", "B1 the entry is wrong"
    ),
    c.Close: Case(over, "p-kern", "B1 auszählen", "B1 count"),
    c.Reconvene: Case(lapsed, "p-kern", "B1 zweiter Aufruf", "B1 second call"),
    c.Withdraw: Case(draft, "p-lindner", "B1 zurückziehen, alt", "B1 withdraw, old"),
    c.Join: Case(left, "p-lange", "B1 beitreten", "B1 join"),
    c.Leave: Case(in_force, "p-lange", "B1 austreten: zu teuer", "B1 leave: costly"),
    c.CallReview: Case(
        in_force, "p-kern", "B1 überprüfen: neue Preise", "B1 call for review: prices"
    ),
    c.Confirm: Case(reviewed, "p-kern", "B1 bleibt", "B1 stays"),
    c.Supersede: Case(
        followed,
        "p-kern",
        "B1 ersetzt durch B2, entlässt alle",
        "B1 replaced by B2",
    ),
    c.Repeal: Case(
        followed, "p-kern", "B1 aufgehoben durch B2: überholt", "B1 repealed by B2: old"
    ),
}
