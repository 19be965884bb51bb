"""What can be said of decisions and councils (*Wendungen*)."""

from __future__ import annotations

from typing import Final

from adapters.web.verb import Verb
from bots.locale import N_

OF_DECISIONS: Final = (
    Verb(
        "propose_decision",
        N_("propose a decision"),
        "Beschlussvorschlag: Klärschlamm gemeinsam verwerten. Konsent, ab 3 Kommunen, "
        "bis 12.5., Wiedervorlage 2 Jahre",
        "proposal: use sewage sludge together, consent, from 3 municipalities, by 12 "
        "May, review in 2 years",
    ),
    Verb(
        "open_decision",
        N_("put a draft to the vote"),
        "B7 eröffnen bis 12.5.",
        "B7 put to the vote until 12 May",
    ),
    Verb(
        "councils_until",
        N_("say by when the councils are to resolve"),
        "B7 Räte bis 30.9.",
        "B7 councils by 30 September",
    ),
    Verb(
        "explain_decision",
        N_("say why, what each pays and has of it, for the papers of the councils"),
        "B7 Begründung: Ab 2029 muss Phosphor zurückgewonnen werden. Kosten: je 5.000 "
        "€. Nutzen: Lindgrund: spart den Transport",
        "B7 reasons: phosphorus must be regained from 2029 on. Costs: each 5,000 €. "
        "Benefit: Lindgrund: saves the transport",
    ),
    Verb("consent", N_("agree to a decision"), "B7 einverstanden", "B7 agreed"),
    Verb(
        "object",
        N_("object, with the reason"),
        "B7 Einwand: Transportkosten zu hoch",
        "B7 objection: transport costs too much",
    ),
    Verb("abstain", N_("abstain"), "B7 Enthaltung", "B7 abstention"),
    Verb("recuse", N_("take no part as recused"), "B7 befangen", "B7 recused"),
    Verb(
        "revise_decision",
        N_("write a new version that takes up objections"),
        "B7 neue Fassung: Klärschlamm gemeinsam verwerten, mit Entfernungsausgleich",
        "B7 new version: use sewage sludge together, distances are balanced",
    ),
    Verb(
        "withdraw_objection",
        N_("say that the own objection is settled"),
        "B7 Einwand erledigt",
        "B7 objection settled",
    ),
    Verb(
        "score_options",
        N_("score options, from 0 (no resistance) to 10"),
        "B7 Option 1: 2, Option 2: 8",
        "B7 option 1: 2, option 2: 8",
    ),
    Verb(
        "rule_objection",
        N_("rule that an objection does not hinder"),
        "B7 Einwand von Mühlau ist nicht vorrangig, weil er B3 betrifft",
        "B7 objection of Mühlau is not paramount because it concerns B3",
    ),
    Verb(
        "escalate_objections",
        N_("give objections to somebody else"),
        "B7 Einwände an die Steuerungsrunde geben: wir kommen nicht weiter",
        "B7 escalate to the steering group: we are stuck",
    ),
    Verb("count_decision", N_("count the votes"), "B7 auszählen", "B7 count"),
    Verb(
        "call_again",
        N_("call a second time, after too few took part"),
        "B7 zweiter Aufruf bis 12.6.",
        "B7 second call until 12 June",
    ),
    Verb(
        "reserve",
        N_("let the own council resolve first"),
        "B7 Gremienvorbehalt Gemeindevertretung bis 12.6.",
        "B7 subject to municipal council until 12 June",
    ),
    Verb(
        "paper",
        N_("say that the paper was submitted"),
        "B7 Vorlage 12/2027 eingereicht",
        "B7 paper 12/2027 submitted",
    ),
    Verb(
        "agenda",
        N_("say when the council deals with it"),
        "B7 Gemeindevertretung: Sitzung am 17.6., TOP 4",
        "B7 municipal council: meeting on 17 June, item 4",
    ),
    Verb(
        "ratification",
        N_("report what the council resolved"),
        "B7 Gemeindevertretung: zugestimmt am 3.3., TOP 7",
        "B7 municipal council: approved on 3 March, item 7",
    ),
    Verb(
        "ratification",
        N_("let the wording that the council resolved be compared"),
        "B7 Gemeindevertretung: zugestimmt am 3.3., TOP 7, Text: Klärschlamm gemeinsam "
        "verwerten",
        "B7 municipal council: approved on 3 March, item 7, text: use sewage sludge "
        "together",
    ),
    Verb(
        "consultation",
        N_("say what a committee advised"),
        "B7 Bauausschuss: Vorberatung am 3.3.: empfiehlt Zustimmung",
        "B7 building committee: preliminary consultation on 3 March: recommends it",
    ),
    Verb(
        "set_term",
        N_("give a council more time"),
        "B7 Gemeindevertretung: Frist bis 12.7.",
        "B7 municipal council: term until 12 July",
    ),
    Verb(
        "waive_council",
        N_("say that the council need not resolve"),
        "B7 Gemeindevertretung nicht nötig: Geschäft der laufenden Verwaltung",
        "B7 municipal council not needed: day-to-day business",
    ),
    Verb(
        "retract_result",
        N_("take back what was entered wrongly"),
        "B7 Gemeindevertretung: falsch eingetragen, die Sitzung fiel aus",
        "B7 municipal council: result was wrong: the meeting was cancelled",
    ),
    Verb(
        "reopen_council",
        N_("ask a council that refused once more"),
        "B7 Gemeindevertretung: noch einmal fragen, neue Zahlen",
        "B7 municipal council: ask again: new figures",
    ),
    Verb(
        "other_condition",
        N_("name what else must come first"),
        "B7 braucht die Genehmigung der Aufsicht",
        "B7 needs supervisory approval",
    ),
    Verb(
        "other_condition",
        N_("say that it has come, with its proof"),
        "B7 Genehmigung der Aufsicht erteilt am 3.3., Az. 12/2027",
        "B7 supervisory approval granted on 3 March, no. 12/2027",
    ),
    Verb(
        "start_councils",
        N_("let what was accepted go to the councils"),
        "B7 in die Gremien",
        "B7 to the councils",
    ),
    Verb(
        "take_up",
        N_("ask the forum whether all take over a condition"),
        "B7 Maßgabe Birkfeld übernehmen: neuer Text mit der Maßgabe",
        "B7 conditions Birkfeld take up: the new text with the condition",
    ),
    Verb(
        "refuse_terms",
        N_("say that the forum does not take over a condition"),
        "B7 Maßgabe Birkfeld nicht übernehmen: zu kurz",
        "B7 conditions Birkfeld refuse: too short",
    ),
    Verb("join_decision", N_("join later"), "B7 beitreten", "B7 join"),
    Verb(
        "leave_decision",
        N_("leave, with the reason"),
        "B7 austreten: zu teuer",
        "B7 leave: too expensive",
    ),
    Verb(
        "review_decision",
        N_("look at a decision again"),
        "B7 überprüfen: neue Preise",
        "B7 call for review: new prices",
    ),
    Verb(
        "keep_decision",
        N_("let a decision stay as it is"),
        "B7 bleibt, Wiedervorlage 2 Jahre",
        "B7 stays, review 2 years",
    ),
    Verb(
        "replace_decision",
        N_("put a decision in the place of another"),
        "B7 ersetzt durch B12",
        "B7 replaced by B12",
    ),
    Verb(
        "repeal_decision",
        N_("end a decision, as another one says"),
        "B7 aufgehoben durch B12: überholt",
        "B7 repealed by B12: obsolete",
    ),
    Verb(
        "what_decided",
        N_("ask what was decided"),
        "Was haben wir zum Klärschlamm entschieden?",
        "What did we decide on sewage sludge?",
    ),
    Verb(
        "what_holds",
        N_("ask what holds now"),
        "Was gilt für Mühlau?",
        "What holds for Mühlau?",
    ),
    Verb(
        "documents",
        N_("see on what a decision rests: texts, papers, proofs"),
        "B7 Unterlagen",
        "B7 documents",
    ),
    Verb(
        "as_of",
        N_("ask what held on a day"),
        "Stand am 1.10.2026: Klärschlamm",
        "as of 1 October 2026: sewage sludge",
    ),
)
