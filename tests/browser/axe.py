"""Axe: what WCAG 2.2 AA finds fault with on a page, in its looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Error, Page

from tests.browser.conftest import Person

_LEVELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_OPTIONS: Final = {
    "runOnly": {"type": "tag", "values": [*_LEVELS, "best-practice"]},
    "rules": {"target-size": {"enabled": True}},  # of 2.2; axe runs it when asked
    "resultTypes": ["violations"],
}
_AGAIN: Final = ", ".join(  # what a loop makes of the same template once more
    f"{one}:nth-of-type(n+13)" for one in ("main > section", "main li", "main tr")
)
_JUDGE: Final = """options => axe.run(document, options).then(found =>
    found.violations.flatMap(v => v.nodes.map(n =>
        [v.id, n.target.join(" "), n.failureSummary].join(" | "))))"""
_OPEN: Final = """again => {
    if (!document.doctype) { return false; }  // a fragment, or no page at all
    document.querySelectorAll("details").forEach(d => d.open = true);
    document.querySelectorAll(again).forEach(one => one.remove());
    return true;
}"""
LOOKS: Final = {  # with the languages, every width meets every scheme
    "de": ((1280, "light"), (360, "dark")),
    "en": ((1280, "dark"), (360, "light")),
}


def faults(person: Person, pages: Mapping[str, int], language: str) -> list[str]:
    """Return every fault of ``pages``, which answer with these statuses."""
    arm(person.page)
    found: list[str] = []
    for path, status in pages.items():
        assert shown(person, path) == status, path
        found += (f"{path}: {fault}" for fault in looked_at(person.page, language))
    return found


def arm(page: Page) -> None:
    """Let every page that is opened from now on bring axe along."""
    page.add_init_script(path=AXE_FILE_PATH)


def shown(person: Person, path: str) -> int:
    """Open a page with its forms; return its status, 0 if it is none to be seen.

    Of what stands there by the hundred, a dozen is left.
    """
    page = person.page
    try:
        answer = page.goto(person.address + path)
    except Error as error:
        if "Download is starting" in error.message:
            return 0
        raise
    assert answer is not None
    return answer.status if page.evaluate(_OPEN, _AGAIN) else 0


def looked_at(page: Page, language: str) -> Iterator[str]:
    """Judge the page that is open, as it looks on a desk and in a hand."""
    for width, scheme in LOOKS[language]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        yield from (f"{width} {scheme}: {fault}" for fault in judged(page))


def judged(page: Page) -> list[str]:
    """Return the faults of the page as it is shown; axe must be there already."""
    faults = page.evaluate(_JUDGE, _OPTIONS)
    return [str(fault) for fault in faults]
