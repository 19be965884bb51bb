"""A Chromium, and Auenland on a loopback port as a demonstration."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from adapters.web.app import build
from adapters.web.door import NARROW, Door
from adapters.web.signin import end_errands
from tests.auenland import Auenland, found

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """Return where a Chromium is, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, names)), None
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; it ends with its file, for Playwright holds the loop."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium found: install Debian's package chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield running
        running.close()


class Served:
    """Auenland on a port of its own, on an event loop of its own."""

    def __init__(
        self, here: Auenland, port: int = 0, door: Door = NARROW, founding: str = ""
    ) -> None:
        self.here = here
        self.door = door
        self.founding = founding
        self.port = port
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._ready.wait(10)

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def settle(self) -> None:
        """Wait until what was promised to people is done."""
        errands = asyncio.run_coroutine_threadsafe(end_errands(self._app), self._loop)
        errands.result(10)

    def close(self) -> None:
        """Stop serving, if it still does."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(10)

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        app = self._app = build(self.here.faden, door=self.door, founding=self.founding)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self.port).start()
        self.port = runner.addresses[0][1]
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Auenland, served."""
    here = found(tmp_path / "data", forum_name="Strategisches Forum Wasser")
    here.faden.demo = True
    server = Served(here)
    yield server
    server.close()
    here.faden.close()


class Person:
    """Somebody before a screen."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self._heard(said.type, said.text))
        self.address = address

    def be(self, who: str) -> None:
        """In the demonstration, be ``who``."""
        self.page.goto(self.address)
        self.page.select_option("#person", who)
        with self.page.expect_navigation():
            self.page.click(".demo button")

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)

    def say(self, text: str) -> None:
        """Type a line and send it with Enter; wait until it stands there."""
        self.page.fill("#text", text)
        self.page.press("#text", "Enter")
        self.page.locator("#talk .said", has_text=text).last.wait_for()

    def press(self, label: str) -> None:
        """Press the newest button called ``label``."""
        self.page.locator("#talk button", has_text=label).last.click()

    def reads(self, where: str, text: str) -> None:
        """Wait until ``text`` stands in ``where``, without reloading."""
        self.page.locator(where).filter(has_text=text).first.wait_for()


@pytest.fixture
def people(browser: Browser, served: Served) -> Iterator[People]:
    """People before screens of their own."""
    everybody = People(browser, served)
    yield everybody
    everybody.leave()


class People:
    """Opens one browser window for each person."""

    def __init__(self, browser: Browser, served: Served) -> None:
        self._browser = browser
        self.served = served
        self._contexts: list[BrowserContext] = []

    def come(
        self, who: str, *, script: bool = True, width: int = 1280, scheme: str = "light"
    ) -> Person:
        """Let ``who`` open the page."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=script,
            color_scheme="dark" if scheme == "dark" else "light",
            locale="de-DE",
        )
        person = self._before(context)
        person.be(who)
        return person

    def stranger(self, language: str) -> Person:
        """Let somebody come who is not signed in, with a browser in ``language``."""
        return self._before(self._browser.new_context(locale=language))

    def _before(self, context: BrowserContext) -> Person:
        self._contexts.append(context)
        return Person(context, self.served.address)

    def leave(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()
