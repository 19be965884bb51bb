"""Serving: the page on its port and the command line's socket (*Bedienung*)."""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Final, Self

import structlog
from aiohttp import web

from adapters.cli import socket as line
from adapters.cli.call import Call, founded
from adapters.cli.marks import N_
from adapters.cli.run import IMPOSSIBLE, run
from adapters.cli.trouble import Trouble
from adapters.collector import calm_collector
from adapters.entry_settings import mail, oidc
from adapters.main import Faden
from adapters.oidc.provider import Provider
from adapters.settings import behind_proxy, metrics_token, slack
from adapters.web.app import build
from adapters.web.door import Door
from adapters.web.machines import Machines

_EMPTY: Final = N_(
    "There is no region yet. Whoever opens this address founds it: {address}"
)
_TOKEN: Final = 32  # bytes that nobody guesses
_GRACE: Final = 2.0  # seconds that open requests may take to finish
_WAITING: Final = 128  # connections that may wait to be taken
_LARGEST: Final = 1_000_000  # bytes of a forwarded call

log = structlog.get_logger()


class Site:
    """A page on a port that is ours already."""

    def __init__(self, listening: socket.socket, host: str) -> None:
        """Keep the socket on which the page will answer."""
        self._listening = listening
        port = listening.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        self.address: Final = f"http://{shown}:{port}"

    @classmethod
    @contextmanager
    def bound(cls, host: str, port: int) -> Iterator[Self]:
        """Take the port, before anything else is done.

        Raises:
            Trouble: it is taken, or the address is not ours.
        """
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            listening = socket.create_server(
                (host, port), family=family, backlog=_WAITING
            )
        except OSError as error:
            raise _unbound(error, host, port) from error
        with listening:
            yield cls(listening, host)

    def run(self, faden: Faden, call: Call, pages: str) -> None:
        """Serve until somebody says stop; people open the pages at ``pages``."""
        asyncio.run(self._serve(faden, call, pages))

    async def _serve(self, faden: Faden, call: Call, pages: str) -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, stop.set)
        proxied = behind_proxy(call.environment)
        access = slack(call.environment)
        ticket = "" if founded(faden) else secrets.token_urlsafe(_TOKEN)
        token = metrics_token(call.environment)
        app = build(
            faden,
            behind_proxy=proxied,
            slack=access,
            pages=pages,
            door=_door(faden, call),
            machines=Machines(metrics_token=token),
            founding=ticket,
        )
        page = _runner(app)
        calls = _runner(_line(faden, pages))
        path = line.place(faden.store.folder)
        faden.store.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        line.ready(path)
        await page.setup()
        await calls.setup()
        try:
            await web.SockSite(page, self._listening).start()
            calm_collector()
            before = os.umask(0o177)
            try:
                await web.UnixSite(calls, path).start()
            finally:
                os.umask(before)
            sentence = N_("Faden is ready: {address} (stop with Ctrl-C).")
            call.say(call.words(sentence, address=self.address))
            if ticket:
                link = f"{pages}/gruenden/{ticket}"
                call.say(call.words(_EMPTY, address=link))
            await stop.wait()
        finally:
            await calls.cleanup()
            await page.cleanup()
            path.unlink(missing_ok=True)


def _door(faden: Faden, call: Call) -> Door:
    """Return by which ways people may come in."""
    environment = call.environment
    house = oidc(environment)
    return Door(
        mail=mail(environment) is not None,
        slack=slack(environment) is not None,
        provider=None if house is None else Provider(house, faden.clock),
    )


def _unbound(error: OSError, host: str, port: int) -> Trouble:
    match error.errno:
        case errno.EADDRINUSE:
            return Trouble(
                N_(
                    "Port {port} is in use by another program. Please name another one "
                    "with --port, or end that program."
                ),
                port=port,
            )
        case errno.EACCES:
            return Trouble(
                N_("This account may not use port {port}. Please name one above 1023."),
                port=port,
            )
        case _:
            return Trouble(
                N_("{host} is no address of this machine. Please change --host."),
                host=host,
            )


def _runner(app: web.Application) -> web.AppRunner:
    return web.AppRunner(
        app, handle_signals=False, access_log=None, shutdown_timeout=_GRACE
    )


def _line(faden: Faden, address: str) -> web.Application:
    """Return what answers the command line, one call at a time."""
    turn = asyncio.Lock()

    async def answer(request: web.Request) -> web.Response:
        said = await request.json()
        out, err = StringIO(), StringIO()
        call = Call(
            language=str(said["language"]),
            cwd=Path(said["cwd"]),
            stdin=StringIO(),
            out=out,
            err=err,
            faden=faden,
            address=address,
        )
        async with turn:
            code = await asyncio.to_thread(_run, list(said["arguments"]), call)
        return web.json_response(
            {"code": code, "out": out.getvalue(), "err": err.getvalue()}
        )

    app = web.Application(client_max_size=_LARGEST)
    app.router.add_post("/call", answer)
    return app


def _run(arguments: list[str], call: Call) -> int:
    try:
        return run(arguments, call)
    except Exception as error:  # one call must not end the others' page
        log.exception("call failed", error=type(error).__name__)
        sentence = N_("That went wrong on our side. Please look into the server's log.")
        call.warn(call.words(sentence))
        return IMPOSSIBLE
