"""Slips of what one knows, and of what one wants brought (*Wissen, Wünsche*)."""

from __future__ import annotations

from typing import Final

from bots.chronicle.choosing import DAYS
from bots.grammar import intents as i
from bots.locale import N_
from bots.slips.slip import Blank, Group, Slip

_K, _O = Group.KNOWLEDGE, Group.OWN
_UNTIL: Final = Blank("until", N_("Until and including"), "day")

SLIPS: Final = (
    Slip(
        i.Inform,
        "info",
        N_("Keep what others should know"),
        _K,
        N_("info: {what}"),
        (Blank("what", N_("What should others know?")),),
    ),
    Slip(
        i.FundingExperience,
        "foerdererfahrung",
        N_("Tell of an experience with funding"),
        _K,
        N_("funding experience: {what}"),
        (Blank("what", N_("Programme, share of your own, what went well or badly")),),
    ),
    Slip(
        i.FrameworkChange,
        "rahmen",
        N_("Tell that things have changed, and which decisions that touches"),
        _K,
        N_("framework change: {what}, affects {touched}"),
        (
            Blank("what", N_("What has changed?")),
            Blank("touched", N_("Which decisions, such as B7, B12?")),
        ),
    ),
    Slip(
        i.Concern,
        "sorge",
        N_("Voice a concern"),
        _K,
        N_("concern: {what}"),
        (Blank("what", N_("What worries you?")),),
    ),
    Slip(
        i.NameDevices,
        "geraete",
        N_("Say what you can lend or help with"),
        _K,
        N_("devices: {what}"),
        (Blank("what", N_("Devices and skills, with commas")),),
    ),
    Slip(
        i.Absence,
        "abwesend",
        N_("Say that you are away, and who stands in"),
        _O,
        N_("away until {until}[, deputy {deputy}]"),
        (_UNTIL, Blank("deputy", N_("Who stands in?"), "text", False)),  # noqa: FBT003
    ),
    Slip(i.Back, "zurueck", N_("Say that you are back"), _O, N_("I am back")),
    Slip(
        i.Prefer,
        "ueberblick",
        N_("Choose how often the digest comes"),
        _O,
        N_("digest {rhythm}"),
        (
            Blank(
                "rhythm",
                N_("How often?"),
                (N_("daily"), N_("weekly"), *DAYS.values(), N_("off")),
            ),
        ),
    ),
    Slip(
        i.Limit,
        "erreichbar",
        N_("Say at which hours you can be reached"),
        _O,
        N_("reachable from {start} to {end}"),
        (
            Blank("start", N_("From which hour?"), "number"),
            Blank("end", N_("To which hour?"), "number"),
        ),
    ),
    Slip(
        i.Rest,
        "ruhe",
        N_("Be left in peace for a while"),
        _O,
        N_("quiet until {until}"),
        (_UNTIL,),
    ),
    Slip(i.Undo, "zuruecknehmen", N_("Take the last step back"), _O, N_("undo")),
    Slip(
        i.Correct,
        "korrigieren",
        N_("Correct what was kept"),
        _K,
        N_("{ref} correct: {what}"),
        (Blank("what", N_("How should it read?")),),
        "I",
    ),
)
