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
    Verb("count_decision", N_("count the votes"), "B7 auszählen", "B7 count"),
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
        "ratification",
        N_("report what the council resolved"),
        "B7 Gemeindevertretung: zugestimmt am 3.3., TOP 7",
        "B7 municipal council: approved on 3 March, item 7",
    ),
    Verb(
        "take_up",
        N_("ask the forum whether all take over a condition"),
        "B7 Maßgabe Birkfeld übernehmen: neuer Text mit der Maßgabe",
        "B7 conditions Birkfeld take up: the new text with the condition",
    ),
    Verb("join_decision", N_("join later"), "B7 beitreten", "B7 join"),
    Verb(
        "replace_decision",
        N_("put a decision in the place of another"),
        "B7 ersetzt durch B12",
        "B7 replaced by B12",
    ),
    Verb(
        "what_decided",
        N_("ask what was decided"),
        "Was haben wir zum Klärschlamm entschieden?",
        "What did we decide on sewage sludge?",
    ),
    Verb(
        "as_of",
        N_("ask what held on a day"),
        "Stand am 1.10.2026: Klärschlamm",
        "as of 1 October 2026: sewage sludge",
    ),
)
