"""A forum decides for how long an entry may be contested; the echo names that day."""

from __future__ import annotations

from core import forum
from core.decision import commands as c
from core.effect import Stance
from core.ports import Order, Via
from core.rulebook import Rulebook
from core.sealed import Sealed
from tests.auenland import Auenland


def says(here: Auenland, who: str, org: str, command: object) -> None:
    """Let somebody with a mandate say something about B1."""
    now = here.watch()
    order = Order(
        command_id=f"say/{who}",
        command=command,
        stream="decision:B1",
        actor=who,
        org=org,
        today=now.date(),
        now=now,
        via=Via.WEB,
    )
    assert here.faden.desk.submit(order).refusal is None


def decided(here: Auenland, rulebook: Rulebook) -> None:
    """Let the forum give itself other rules, eight days later."""
    text = Sealed("Widerspruch künftig zwei Tage.")
    proposal = c.Propose(forum="wasser", title="Regelwerk", text=text)
    here.order("decision:B1", proposal)
    here.order("decision:B1", c.Open())
    yes = c.GivePosition(stance=Stance.YES)
    for who, org in (
        ("p-lange", "lindgrund"),
        ("p-vogt", "birkfeld"),
        ("p-roth", "steintal"),
    ):
        says(here, who, org, yes)
    here.watch.forward(days=8)
    here.order("decision:B1", c.Close())
    change = forum.ChangeRulebook(rulebook=rulebook, decision="B1")
    here.order("forum:wasser", change)


def entered(here: Auenland) -> str:
    """Let coordination enter a promise by phone; return what is said back."""
    here.say("p-kern", "Bitte an Steintal: Hydrantenliste bis 30.4.")
    here.say("p-kern", "ja")
    said = here.say("p-kern", "Z1 machen wir für Steintal, Telefon BM Roth")
    return " ".join(said)


def test_the_echo_and_the_entry_name_the_day_of_the_forums_own_rules(
    here: Auenland,
) -> None:
    decided(here, Rulebook(contest_days=2))
    assert "31.03." in entered(here)  # Thursday, then Easter
    here.say("p-kern", "ja")
    event = here.faden.store.journal.stream("commitment:Z1")[-1].event
    assert str(getattr(event, "contest_until", "")) == "2027-03-31"
