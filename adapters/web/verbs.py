"""Verbs: what can be said, for the handbook (*Wendungen*)."""

from __future__ import annotations

from typing import Final

from adapters.web.verb import Verb
from adapters.web.verbs_of_decisions import OF_DECISIONS
from adapters.web.verbs_of_questions import OF_QUESTIONS
from bots.locale import N_

VERBS: Final = (
    Verb(
        "request",
        N_("ask an organisation for something"),
        "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4.",
        "request to Lindgrund: sludge quantities 2024–26 by 30 April",
    ),
    Verb(
        "offer",
        N_("offer something"),
        "Angebot: Wir stellen den Spülwagen bis Ende Mai",
        "offer: we lend the flusher until the end of May",
    ),
    Verb(
        "offer",
        N_("promise something because of a decision"),
        "B7 wir sagen zu: Probenplan für beide Anlagen bis 30.4.",
        "B7 we promise: sampling plan for both plants by 30 April",
    ),
    Verb("promise", N_("promise"), "Z34 machen wir", "Z34 we will"),
    Verb(
        "counter",
        N_("propose another day"),
        "Z34 erst bis 15. Mai",
        "Z34 not before 15 May",
    ),
    Verb("decline", N_("decline"), "Z34 geht nicht", "Z34 not possible"),
    Verb(
        "reserve",
        N_("promise subject to the council"),
        "Z34 Gremienvorbehalt Gemeindevertretung bis 12.6.",
        "Z34 subject to council until 12 June",
    ),
    Verb(
        "agree",
        N_("accept a proposal, an offer or a completion"),
        "Z34 einverstanden",
        "Z34 agreed",
    ),
    Verb(
        "report_done",
        N_("report as done"),
        "Z34 erledigt: Tabelle liegt im Ordner Wasser",
        "Z34 done: the table is in the water folder",
    ),
    Verb(
        "lacking",
        N_("say what is missing"),
        "Z34 fehlt noch: Anlage Nord 2025",
        "Z34 still missing: plant North 2025",
    ),
    Verb(
        "progress",
        N_("tell how far it is"),
        "Z34 Zwischenstand: zwei von drei Anlagen erfasst",
        "Z34 progress: two of three plants covered",
    ),
    Verb(
        "hand_over",
        N_("hand over to another organisation or a colleague"),
        "Z34 übergeben an Mühlau",
        "Z34 hand over to Mühlau",
    ),
    Verb("withdraw", N_("withdraw a request"), "Z34 zurückziehen", "Z34 withdraw"),
    Verb(
        "uphold",
        N_("say that it stands although its decision is gone"),
        "Z34 bleibt",
        "Z34 stands",
    ),
    Verb(
        "release",
        N_("release somebody, or ask to be released"),
        "Z34 freigeben",
        "Z34 release",
    ),
    Verb(
        "open_ask",
        N_("ask many at once"),
        "Abfrage an alle: Wer plant bis 2030 eine Kehrmaschine? Jahr und Betrag, "
        "bis 30.4.",
        "ask all: who plans a sweeper by 2030? year and amount, by 30 April",
    ),
    Verb(
        "answer",
        N_("answer an ask"),
        "F12: ja, 2028, ca. 180.000 €",
        "F12: yes, 2028, about 180,000 €",
    ),
    Verb(
        "nothing_to_report",
        N_("say that there is nothing to report"),
        "F12 Fehlanzeige",
        "F12 nothing to report",
    ),
    Verb("delegate", N_("give it to a colleague"), "F12 an Frau Y", "F12 to Mrs Y"),
    Verb(
        "publish_result",
        N_("publish the result of an ask"),
        "F12 veröffentlichen: Drei Kommunen planen",
        "F12 publish: three municipalities plan",
    ),
    Verb(
        "conclude",
        N_("say what follows from it"),
        "F12 daraus folgt: Beschluss, wir kaufen gemeinsam",
        "F12 follows: decision, we buy together",
    ),
    Verb(
        "extend_ask",
        N_("give more time"),
        "F12 verlängern bis 7.5.",
        "F12 more time until 7 May",
    ),
    Verb(
        "name_devices",
        N_("say what you can lend or help with"),
        "Geräte: Lecksuchgerät, Spülwagen",
        "devices: leak detector, flusher",
    ),
    Verb(
        "who_has",
        N_("see who can lend or help with what"),
        "Wer hat ein Notstromaggregat?",
        "Who has a leak detector?",
    ),
    Verb(
        "emergency",
        N_("call for help whoever has what you need"),
        "Notfall: Rohrbruch im Unterdorf, brauchen Lecksuchgerät",
        "emergency: burst pipe, we need a leak detector",
    ),
    *OF_DECISIONS,
    Verb(
        "convene_meeting",
        N_("convene a forum"),
        "Sitzung Forum Wasser am 12.10. um 14 Uhr in Birkfeld",
        "meeting forum Wasser on 12 October at 14:00 in Birkfeld",
    ),
    Verb(
        "call_off_meeting",
        N_("call a meeting off"),
        "Sitzung am 12.10. fällt aus: zu wenige Zusagen",
        "meeting on 12 October cancelled: too few can come",
    ),
    Verb(
        "record_meeting",
        N_("record that a meeting took place, and who was there"),
        "Sitzung vom 12.10. fand statt: anwesend Birkfeld, Lindgrund; Protokoll "
        "Ordner Wasser 5",
        "meeting of 12 October took place: present Birkfeld, Lindgrund; minutes water "
        "folder 5",
    ),
    Verb(
        "file_minutes",
        N_("say where the minutes of a meeting lie"),
        "Protokoll der Sitzung vom 12.10.: Ordner Wasser 5",
        "minutes of the meeting of 12 October: water folder 5",
    ),
    Verb(
        "approve_minutes",
        N_("record that minutes were approved"),
        "Protokoll der Sitzung vom 12.10. genehmigt",
        "minutes of the meeting of 12 October approved",
    ),
    Verb(
        "which_meetings",
        N_("see when a forum meets"),
        "Wann ist die nächste Sitzung?",
        "when is the next meeting?",
    ),
    Verb(
        "inform",
        N_("keep what others should know"),
        "Info: Förderbescheide dauern zurzeit neun Monate",
        "info: funding decisions take nine months at present",
    ),
    Verb(
        "framework_change",
        N_("tell that things have changed, and which decisions that touches"),
        "Rahmenbedingung geändert: Neue Klärschlammverordnung ab 2029, betrifft B7",
        "framework change: new sewage sludge act from 2029, affects B7",
    ),
    Verb(
        "concern",
        N_("voice a concern"),
        "Sorge: Die Transportkosten steigen",
        "concern: transport costs are rising",
    ),
    *OF_QUESTIONS,
    Verb("digest", N_("see how things stand for you"), "Überblick", "digest"),
    Verb(
        "digest",
        N_("see what a forum has done"),
        "Überblick Forum Wasser",
        "digest forum Wasser",
    ),
    Verb(
        "preferences",
        N_("get the digest daily, weekly, or not at all"),
        "Überblick täglich",
        "digest daily",
    ),
    Verb(
        "preferences",
        N_("switch something off, in one channel or everywhere"),
        "Erinnerungen in Slack aus",
        "reminders by Slack off",
    ),
    Verb("rest", N_("be left in peace"), "Diese Woche Ruhe", "quiet this week"),
    Verb("status", N_("see where something stands"), "Status Z34", "status Z34"),
    Verb(
        "snooze",
        N_("be reminded of something later"),
        "Z34 später in zwei Tagen",
        "Z34 later in two days",
    ),
    Verb(
        "absence",
        N_("say that you are away, and who stands in"),
        "Urlaub bis 14.5., Vertretung Frau Kaya",
        "away until 14 May, deputy Ms Kaya",
    ),
    Verb("undo", N_("take the last step back"), "zurücknehmen", "undo"),
    Verb("help", N_("see what can be typed"), "Hilfe", "help"),
)
