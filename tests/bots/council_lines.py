"""What is said of a decision in the councils, a line for each command."""

from __future__ import annotations

from typing import Final

from core.decision import commands as c
from tests.bots.deciding import accepted, opened
from tests.bots.stages import (
    APPROVED,
    Case,
    anew,
    approved,
    conditional,
    conditioned,
    refused,
    refused_by_the_county,
    resolved,
    submitted,
)

IN_COUNCILS: Final[dict[type, Case]] = {
    c.StartRatification: Case(
        resolved, "p-kern", "B1 in die Gremien", "B1 to the councils"
    ),
    c.Reserve: Case(
        opened,
        "p-lange",
        "B1 Gremienvorbehalt Gemeindevertretung bis 12.6.",
        "B1 subject to municipal council until 12 June",
    ),
    c.WaiveRatification: Case(
        accepted,
        "p-lange",
        "B1 Gremienvorbehalt entfällt: laufende Verwaltung",
        "B1 municipal council not needed: day-to-day business",
    ),
    c.SetDeadline: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: Frist bis 30.7.",
        "B1 municipal council: term until 30 July",
    ),
    c.SubmitPaper: Case(
        accepted, "p-lange", "B1 Vorlage 12/2027 eingereicht", "B1 paper 12 submitted"
    ),
    c.ScheduleItem: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: Sitzung am 17.6., TOP 4",
        "B1 municipal council: meeting on 17 June, item 4",
    ),
    c.RecordConsultation: Case(
        submitted,
        "p-lange",
        "B1 Bauausschuss: Vorberatung am 12.5.: empfiehlt Zustimmung",
        "B1 building committee: preliminary consultation on 12 May: recommends it",
    ),
    c.RecordPostponement: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: vertagt",
        "B1 municipal council: postponed",
    ),
    c.RecordReferral: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: verwiesen an den Bauausschuss",
        "B1 municipal council: referred to the building committee",
    ),
    c.RecordNotQuorate: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: nicht beschlussfähig",
        "B1 municipal council: not quorate",
    ),
    c.RecordApproval: Case(
        submitted,
        "p-lange",
        APPROVED,
        "B1 municipal council: approved on 12 March, item 7",
    ),
    c.RecordConditions: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: mit Maßgabe: jährlich kündbar",
        "B1 municipal council: with conditions: yearly notice",
    ),
    c.RecordRefusal: Case(
        submitted,
        "p-lange",
        "B1 Gemeindevertretung: abgelehnt am 12.5.",
        "B1 municipal council: refused on 12 March",
    ),
    c.RecheckApproval: Case(anew, "p-lange", APPROVED, "B1 council: approved, item 7"),
    c.RetractResult: Case(
        approved,
        "p-lange",
        "B1 Gemeindevertretung: falsch eingetragen, die Sitzung fiel aus",
        "B1 municipal council: result was wrong: the meeting was cancelled",
    ),
    c.ReopenRatification: Case(
        refused,
        "p-lange",
        "B1 Gemeindevertretung: noch einmal fragen, neue Zahlen",
        "B1 municipal council: ask again: new figures",
    ),
    c.TakeUpConditions: Case(
        conditional,
        "p-kern",
        "B1 Maßgabe Birkfeld übernehmen: jährlich kündbar verwerten",
        "B1 conditions Birkfeld take up: the new text",
    ),
    c.RefuseConditions: Case(
        conditional,
        "p-kern",
        "B1 Maßgabe Birkfeld nicht übernehmen: zu kurz",
        "B1 conditions Birkfeld refuse: too short",
    ),
    c.RequireCondition: Case(
        accepted,
        "p-kern",
        "B1 braucht die Förderzusage für Birkfeld",
        "B1 needs supervisory approval",
    ),
    c.MeetCondition: Case(
        conditioned,
        "p-kern",
        "B1 Genehmigung der Aufsicht erteilt am 12.5., Az. 12/2027",
        "B1 supervisory approval granted on 12 March, no. 12/2027",
    ),
    c.RefuseCondition: Case(
        conditioned,
        "p-kern",
        "B1 Genehmigung der Aufsicht versagt: die Form fehlt",
        "B1 supervisory approval refused: the form is missing",
    ),
    c.WaiveCondition: Case(
        conditioned,
        "p-kern",
        "B1 Genehmigung der Aufsicht nicht nötig: nur eine Anzeige",
        "B1 supervisory approval not needed: a notice is enough",
    ),
    c.ReopenCondition: Case(
        refused_by_the_county,
        "p-kern",
        "B1 Genehmigung der Aufsicht: falsch eingetragen, war zu B2",
        "B1 supervisory approval open again: it was for B2",
    ),
}
