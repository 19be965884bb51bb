"""Who looks, and by which words what they look at is known."""

from __future__ import annotations

from typing import Final

from core.facts import OPERATOR
from core.ports import Circle

ROLES: Final = {
    "stranger": "",  # nobody is signed in
    "guest": "p-gast",  # known, without any mandate
    "party": "p-lange",  # the mayor of Lindgrund, whose matter it is
    "member": "p-mueller",  # the mayor of Mühlau, whose matter it is not
    "auditor": "p-pruefer",
    "coordinator": "p-kern",
    "operator": OPERATOR,
}
WORDS: Final = {
    Circle.PUBLIC: "Zitrone",
    Circle.INTERNAL: "Pflaume",
    Circle.CLOSED: "Holunder",
}
COMMON: Final = "Apfelmost"  # what all have in common, to be searched for
ASKED: Final = {  # what is searched for where the question is repeated in the answer
    Circle.PUBLIC: "Anis",
    Circle.INTERNAL: "Basilikum",
    Circle.CLOSED: "Curry",
}
FORUMS: Final = {
    Circle.PUBLIC: "markt",
    Circle.INTERNAL: "hof",
    Circle.CLOSED: "keller",
}
ITEMS: Final = (
    *("Z", "Z2", "Z3", "I", "I2", "F", "F2", "F3"),
    *("B", "B2", "B3", "B4", "B5"),
)
NOWHERE: Final = {name: f"{name[0]}{990 + n}" for n, name in enumerate(ITEMS)}
