"""Hands: the same story walked with the mouse, and with the keyboard alone.

Every act is a step; whoever counts them knows how long a story takes.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import re
from typing import Final, Literal

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Person

Role = Literal["button", "checkbox", "combobox", "link", "radio", "slider", "textbox"]
Name = str | re.Pattern[str]

_STOPS: Final = 150  # more than any page of these stories has
_HELD: Final = """wanted => {
    const held = document.activeElement, style = getComputedStyle(held);
    const box = held.getBoundingClientRect();
    return {
        here: held === wanted,
        none: held === document.body,
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        seen: box.top < innerHeight && box.bottom > 0 && box.right > 0,
    };
}"""


class Hands:
    """Whoever holds them before a page; what they did is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(15_000)
        self.steps = 0

    def go(self, address: str) -> None:
        """Open an address that somebody was given."""
        self.steps += 1
        self.page.goto(address)

    def press(self, name: Name, role: Role = "button", within: str = "main") -> None:
        """Press a button, or tick a box."""
        self._act(self._one(role, name, within))

    def follow(self, name: Name, within: str = "body") -> None:
        """Follow a link."""
        self._act(self._one("link", name, within))

    def write(self, label: Name, text: str, within: str = "main") -> None:
        """Write into a field."""
        self.steps += 1
        self._write(self._one("textbox", label, within), text)

    def choose(self, label: Name, option: str, within: str = "main") -> None:
        """Choose from a list."""
        self.steps += 1
        self._choose(self._one("combobox", label, within), option)

    def day(self, label: str, day: str) -> None:
        """Fill in a day; how one is typed is the browser's own."""
        self.steps += 1
        self.page.get_by_label(label).fill(day)

    def open(self, words: str) -> None:
        """Open what is folded up."""
        self._act(self.page.locator("summary", has_text=words).last)

    def reads(self, where: str, text: Name) -> None:
        """Find ``text`` there."""
        expect(self.page.locator(where).filter(has_text=text).first).to_be_visible()

    def _one(self, role: Role, name: Name, within: str) -> Locator:
        found = self.page.locator(within).get_by_role(
            role, name=name, exact=isinstance(name, str)
        )
        return found.first

    def _act(self, what: Locator) -> None:
        self.steps += 1
        self._press(what)

    def _press(self, what: Locator) -> None:
        what.click()

    def _write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def _choose(self, field: Locator, option: str) -> None:
        field.select_option(option)


class Keys(Hands):
    """Hands on the keyboard alone; wherever the focus is, it can be seen."""

    def to(self, wanted: Locator) -> None:
        """Press Tab until ``wanted`` has the focus."""
        handle = wanted.element_handle()
        for _ in range(_STOPS):
            held = self.page.evaluate(_HELD, handle)
            if held["here"]:
                return
            assert held["none"] or held["seen"], wanted
            assert held["none"] or held["ring"] >= 2, wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} cannot be reached")

    def _press(self, what: Locator) -> None:
        self.to(what)
        linked = what.evaluate("e => e.tagName === 'A'")
        self.page.keyboard.press("Enter" if linked else "Space")

    def _write(self, field: Locator, text: str) -> None:
        self.to(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def _choose(self, field: Locator, option: str) -> None:
        self.to(field)
        self.page.keyboard.press("Home")
        for _ in range(field.locator("option").count()):
            if field.evaluate("e => e.selectedOptions[0].label") == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{option} cannot be chosen")


HANDS: Final[dict[str, type[Hands]]] = {"mouse": Hands, "keyboard": Keys}


def unharmed(*people: Person) -> None:
    """Say that no page of theirs complained."""
    assert [person.errors for person in people if person.errors] == []
