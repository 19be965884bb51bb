"""Axe: what WCAG 2.2 AA finds fault with on a page, in its looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

from tests.browser.conftest import Person

_LEVELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_OPTIONS: Final = {
    "runOnly": {"type": "tag", "values": [*_LEVELS, "best-practice"]},
    "rules": {"target-size": {"enabled": True}},  # of 2.2; axe runs it when asked
    "resultTypes": ["violations"],
}
_JUDGE: Final = """options => axe.run(document, options).then(found =>
    found.violations.flatMap(v => v.nodes.map(n =>
        [v.id, n.target.join(" "), n.failureSummary].join(" | "))))"""
LOOKS: Final = {  # with the languages, every width meets every scheme
    "de": ((1280, "light"), (360, "dark")),
    "en": ((1280, "dark"), (360, "light")),
}


def faults(person: Person, pages: Mapping[str, int], language: str) -> list[str]:
    """Return every fault of ``pages``, which answer with these statuses."""
    return [
        f"{path}: {fault}"
        for path, status in pages.items()
        for fault in looked_at(person, path, status, language)
    ]


def looked_at(person: Person, path: str, status: int, language: str) -> Iterator[str]:
    """Open a page and judge it with its forms open."""
    page = person.page
    answer = page.goto(person.address + path)
    assert answer is not None
    assert answer.status == status, path
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(AXE_FILE_PATH.read_text())
    for width, scheme in LOOKS[language]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        yield from (f"{width} {scheme}: {fault}" for fault in judged(page))


def judged(page: Page) -> list[str]:
    """Return the faults of the page as it is shown; axe must be there already."""
    faults = page.evaluate(_JUDGE, _OPTIONS)
    return [str(fault) for fault in faults]
