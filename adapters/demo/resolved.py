"""Resolved: what the forum decides in the story, and what becomes of it (*Beschlüsse*).

One decision waits for its councils, another one for the last positions. Days as in
``story``.
"""

from __future__ import annotations

from typing import Final

from adapters.demo.line import Line

_DEVICE: Final = (
    "Wir beschaffen gemeinsam ein Lecksuchgerät und lassen es reihum fahren; es steht "
    "beim Bauhof Mühlau."
)

RESOLVED: Final = tuple(
    Line(*line)
    for line in (
        (
            45,
            "10:05",
            "kern",
            (
                f"Beschlussvorschlag: {_DEVICE} Konsent, bis {{-33}}, in Kraft ab 3 "
                "Kommunen, Räte bis {+60} / Begründung: Jede dritte Leckortung geben "
                "wir heute nach außen / Alternativen: weiter einzeln beauftragen "
                "(Forum Wasser)"
            ),
        ),
        (43, "11:20", "vogt", "B1 einverstanden"),
        (42, "09:05", "hartwig", "B1 einverstanden"),
        (
            41,
            "14:10",
            "ebel",
            (
                "B1 Einwand: Wer die Einweisung der Bediener bezahlt, ist offen. Das "
                "würde helfen: die Einweisung gehört zum Preis"
            ),
        ),
        (
            39,
            "10:15",
            "kern",
            f"B1 neue Fassung: {_DEVICE} Die Einweisung gehört zum Preis.",
        ),
        (38, "09:30", "ebel", "B1 Einwand erledigt"),
        (38, "09:40", "ebel", "B1 einverstanden"),
        (37, "08:45", "vogt", "B1 einverstanden"),
        (37, "13:20", "hartwig", "B1 einverstanden"),
        (36, "10:10", "roth", "B1 einverstanden"),
        (36, "15:45", "winkler", "B1 einverstanden"),
        (
            34,
            "09:00",
            "kern",
            (
                "B1 Kosten: Auenburg 9.000 €, Birkfeld 4.500 €, Lindgrund 3.500 €, "
                "Mühlau 5.000 €, Steintal 2.000 €"
            ),
        ),
        (33, "08:30", "kern", "B1 auszählen"),
        (
            32,
            "10:00",
            "hartwig",
            "B1 Gremienvorbehalt Stadtverordnetenversammlung bis {+40}",
        ),
        (24, "10:30", "vogt", "B1 Gemeindevertretung: zugestimmt am {-25}, TOP 6"),
        (17, "11:15", "winkler", "B1 Gemeindevertretung: zugestimmt am {-18}, TOP 3"),
        (10, "09:45", "krueger", "B1 Gemeindevertretung: Sitzung am {+12}"),
        (
            5,
            "11:00",
            "kern",
            (
                "Beschlussvorschlag: Die Messwerte zum Fremdwasser legen wir einmal im "
                "Jahr gemeinsam offen. Konsent, bis {+9} / Begründung: Nur zusammen "
                "sehen wir, wo es eindringt (Forum Wasser)"
            ),
        ),
        (4, "10:20", "vogt", "B2 einverstanden"),
        (3, "09:15", "roth", "B2 einverstanden"),
    )
)
