"""Story: who said what, how many days before today (*Geschichte*).

``{+9}`` in a line is the day in nine days, ``{-9}`` the one nine days ago. What
binds is echoed by the conversation; the player says yes to it.
"""

from __future__ import annotations

from typing import Final

from adapters.demo.line import Line

STORY: Final = tuple(
    Line(*line)
    for line in (
        (
            54,
            "09:10",
            "kern",
            (
                "Bitte an Birkfeld: Klärschlammmengen 2023–2025 liefern bis {-30}. "
                "Fertig heißt: Tabelle je Kläranlage"
            ),
        ),
        (53, "10:05", "vogt", "Z1 machen wir"),
        (53, "14:20", "lenz", "Info: Die Landesstraße wird im Sommer gesperrt"),
        (
            52,
            "09:30",
            "krueger",
            "Bitte an Mühlau: Pläne des Hochbehälters Nord schicken bis {-35}",
        ),
        (51, "08:50", "winkler", "Z2 erst bis {-26}, unser Archiv zieht um"),
        (51, "11:15", "krueger", "Z2 einverstanden"),
        (
            47,
            "09:00",
            "hartwig",
            "Angebot an Kreis Auenland: Wir stellen den Spülwagen bis {-21}",
        ),
        (46, "16:10", "kern", "Z3 einverstanden"),
        (
            44,
            "10:40",
            "kern",
            "Bitte an Steintal: Leckortung im Ortsnetz Unterdorf bis {-10}",
        ),
        (43, "09:05", "roth", "Z4 geht nicht, Kollege fällt bis zum Sommer aus"),
        (40, "13:30", "kern", "Bitte an Mühlau: Leckortung in Unterdorf bis {+20}"),
        (39, "08:20", "winkler", "Z5 machen wir"),
        (33, "15:00", "lenz", "Z1 erledigt: Tabelle liegt im Ordner Wasser"),
        (32, "09:45", "kern", "Z1 fehlt noch: Anlage Nord 2025"),
        (30, "10:10", "lenz", "Z1 erledigt: Anlage Nord ist nachgetragen"),
        (28, "09:00", "kern", "Z1 passt, danke!"),
        (
            28,
            "11:30",
            "ebel",
            "Bitte an Auenburg: Angebot für die gemeinsame Kanalreinigung bis {+16}",
        ),
        (
            27,
            "14:00",
            "hartwig",
            "Z6 Gremienvorbehalt Stadtverordnetenversammlung bis {+9}",
        ),
        (27, "15:10", "paul", "Z2 erledigt: Pläne sind hochgeladen"),
        (25, "08:55", "krueger", "Z2 passt"),
        (24, "12:20", "brandt", "Z3 erledigt: Spülwagen war in Lindgrund"),
        (23, "09:35", "kern", "Z3 passt, danke!"),
        (22, "16:20", "kern", "Info: Das Land fördert ab Januar Lecksuchgeräte"),
        (
            21,
            "10:00",
            "vogt",
            "Bitte an Lindgrund: Lagerplatz für Trockenschlamm prüfen bis {+2}",
        ),
        (20, "09:15", "ebel", "Z7 machen wir"),
        (20, "11:10", "brandt", "Geräte: Spülwagen, Kehrmaschine"),
        (20, "14:40", "paul", "Geräte: Lecksuchgerät"),
        (
            19,
            "08:40",
            "kern",
            (
                "Abfrage an alle: Wer plant bis 2032 eine neue Kehrmaschine? Jahr und "
                "Betrag bitte. bis {-8}. Zweck: Vielleicht kaufen wir gemeinsam"
            ),
        ),
        (
            19,
            "11:00",
            "krueger",
            "Sorge: Verlieren wir mit der gemeinsamen Leckortung unseren Bauhof?",
        ),
        (16, "13:05", "winkler", "Z5 erst bis {+27}"),
        (16, "15:20", "paul", "F1: ja, 2029, ca. 190.000 €"),
        (15, "10:25", "kern", "Z5 einverstanden"),
        (15, "14:00", "lenz", "F1 Fehlanzeige"),
        (14, "09:15", "dorn", "F1 an Herrn Roth"),
        (14, "09:50", "ebel", "Z7 übergeben an Frau Krüger"),
        (
            13,
            "10:30",
            "hartwig",
            "Bitte an Lindgrund und Birkfeld: Messwerte zum Fremdwasser bis {+6}",
        ),
        (12, "09:00", "ebel", "Z8 machen wir"),
        (12, "13:15", "roth", "F1: ja, 2029, 160.000 €"),
        (11, "11:00", "krueger", "F1: ja, 2030, 175.000 €, nur mit Förderung möglich"),
        (11, "14:45", "lenz", "Z9 machen wir"),
        (
            9,
            "09:20",
            "kern",
            "Bitte an Auenburg: Einsatzplan des Spülwagens bis {-2}",
        ),
        (9, "15:40", "hartwig", "Z10 machen wir"),
        (8, "08:30", "krueger", "Info: Das Rathaus Lindgrund ist morgen zu"),
        (8, "08:35", "krueger", "zurücknehmen"),
        (
            7,
            "10:20",
            "kern",
            "F1 veröffentlichen: Drei Kommunen planen bis 2030, zusammen 525.000 €",
        ),
        (
            7,
            "10:40",
            "kern",
            "F1 daraus folgt: Bitte, Mühlau holt für alle drei ein Angebot ein",
        ),
        (7, "11:10", "krueger", "Z7 Zwischenstand: Ortstermin war, Bericht folgt"),
        (
            7,
            "13:50",
            "krueger",
            "Bitte an Steintal: Zählerstände der Übergabeschächte bis {+3}",
        ),
        (6, "09:25", "kern", "Bitte an Steintal: Notfallnummer nennen bis {+7}"),
        (5, "10:40", "kern", "Z12 machen wir für Steintal, Telefon BM Roth"),
        (5, "15:30", "krueger", "Z8 erledigt: Messreihen liegen im Ordner Wasser"),
        (
            4,
            "09:40",
            "brandt",
            (
                "Fördererfahrung: Städtebauförderung, Bescheid erst nach 9 Monaten, "
                "Eigenanteil 40 %, vorzeitiger Beginn war nicht erlaubt"
            ),
        ),
        (
            4,
            "14:15",
            "vogt",
            "Bitte an Mühlau: Fahrten des Klärschlamms abstimmen bis {+12}",
        ),
        (3, "10:05", "winkler", "Z13 erst bis {+19}, Fahrer ist im Urlaub"),
        (
            3,
            "11:20",
            "kern",
            "Bitte an Lindgrund: Stellungnahme zum Trocknungsplatz bis {+8}",
        ),
        (
            2,
            "09:30",
            "hartwig",
            "Bitte an Mühlau im Forum Wohnen: Liste der leeren Häuser bis {+14}",
        ),
        (
            2,
            "10:45",
            "roth",
            "Bitte an Mühlau im Forum Nahraum: Lücken im Radweg bis {+21}",
        ),
        (
            2,
            "11:30",
            "kern",
            (
                "Bereitschaftsabfrage an alle: Wer macht bei einem gemeinsamen "
                "Ersatzteillager mit? bis {+9}"
            ),
        ),
        (1, "09:10", "winkler", "Z16 machen wir"),
        (1, "09:40", "winkler", "F2: ja"),
        (1, "15:05", "vogt", "F2: nein"),
    )
)
