"""Acknowledge: how fast Slack hears that a message is kept, beside a bare bolt bot.

Both answer signed events on loopback ports of one process; another process plays
Slack. Ours checks the signature, finds who it is and keeps the message in the inbox;
the bare bot of slack-bolt checks the signature and hands the text to its listener.
Working off the inbox is measured elsewhere, and does not run here.
"""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any, Final, TypeAlias

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.settings import SlackAccess
from adapters.web.app import build
from tests.auenland import PEOPLE, Auenland, Watch, found
from tests.bench.measure import ROUNDS, Row, row
from tests.slack.envelopes import JSON, Request

CONCURRENT: Final = 200  # requests at once; source: issue 4, "Speed"
TIMES: Final = 1_000  # requests per round for the rate
SECRET: Final = "bench"  # noqa: S105  (of nothing)
TOKEN: Final = "xoxb-1"  # noqa: S105  (likewise)
TEAM: Final = "T0AUEN"
NOWHERE: Final = "http://127.0.0.1:1/api/"  # nobody answers; nothing has to be asked
PATH: Final = "/slack/events"
_NUMBERS: Final = count(1)
Sent: TypeAlias = list[tuple[bytes, dict[str, str]]]


def rows() -> Iterator[Row]:
    """Yield our rate by that of the bare bot, and both 99th percentiles in ms."""
    logging.disable()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    context = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(1, mp_context=context) as slack,
    ):
        watch = Watch(datetime.now(UTC))
        here = found(Path(folder), watch)
        for n, person in enumerate(PEOPLE):
            addresses = here.faden.store.office.addresses
            addresses.link(person, "slack", f"{TEAM}/U{n}", watch()).result(20)
        here.faden.dispatcher.close()
        yield from asyncio.run(_measured(here, slack))
        here.faden.close()


async def _measured(here: Auenland, slack: ProcessPoolExecutor) -> list[Row]:
    access = SlackAccess(token=TOKEN, signing_secret=SECRET, api=NOWHERE)
    ours = web.AppRunner(build(here.faden, slack=access), access_log=None)
    bare = web.AppRunner(_bare(), access_log=None)
    runners = (ours, bare)
    ports = [await _port(runner) for runner in runners]
    rates: list[list[float]] = [[], []]
    late: list[list[float]] = [[], []]
    for _ in range(ROUNDS + 1):
        for which, port in enumerate(ports):
            rate, _waited = await _drive(slack, here, port, TIMES)
            rates[which].append(rate)
            _rate, waited = await _drive(slack, here, port, CONCURRENT)
            late[which].append(quantiles(waited, n=100)[98] * 1000)
    for runner in runners:
        await runner.cleanup()
    ratios = [our / raw for our, raw in zip(*rates, strict=True)]
    name = f"99th percentile of {CONCURRENT} at once, in ms"
    return [
        row("acknowledgement to Slack, rate", "sqlite", ratios[1:]),
        row(name, "sqlite", late[0][1:]),
        row(name, "–", late[1][1:], "bare bolt bot"),
    ]


async def _port(runner: web.AppRunner) -> int:
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return int(runner.addresses[0][1])


def _bare() -> web.Application:
    """Return a bot of bolt's that does nothing else."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token=TOKEN)

    bot = AsyncApp(
        signing_secret=SECRET, authorize=authorize, process_before_response=True
    )

    @bot.event("message")
    async def echo(event: dict[str, Any]) -> str:
        return str(event["text"])

    async def answer(request: web.Request) -> web.Response:
        said = await to_bolt_request(request)
        return await to_aiohttp_response(await bot.async_dispatch(said))

    app = web.Application()
    app.router.add_post(PATH, answer)
    return app


async def _drive(
    slack: ProcessPoolExecutor, here: Auenland, port: int, times: int
) -> tuple[float, list[float]]:
    """Let Slack send so many events; return the rate and what each one waited."""
    here.watch.now = datetime.now(UTC)
    loop, sent = asyncio.get_running_loop(), [_event() for _ in range(times)]
    return await loop.run_in_executor(slack, drive, port, sent)


def _event() -> tuple[bytes, dict[str, str]]:
    n = next(_NUMBERS)
    event = {
        "type": "message",
        "channel_type": "im",
        "channel": f"D{n % len(PEOPLE)}",
        "user": f"U{n % len(PEOPLE)}",
        "text": "Was ist offen?",
        "ts": f"1790000000.{n:06}",
    }
    body = {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A0FADEN",
        "event_id": f"Ev{n}",
        "event": event,
        "authorizations": [{"team_id": TEAM, "user_id": "U0BOT", "is_bot": True}],
    }
    request = Request(json.dumps(body).encode(), JSON)
    return request.body, request.headers(SECRET, datetime.now(UTC))


def drive(port: int, sent: Sent) -> tuple[float, list[float]]:
    """Send all of them over so many connections; return rate, and seconds of each."""
    return asyncio.run(_driven(port, sent))


async def _driven(port: int, sent: Sent) -> tuple[float, list[float]]:
    opening = (asyncio.open_connection("127.0.0.1", port) for _ in range(CONCURRENT))
    lines = await asyncio.gather(*opening)
    waited: list[float] = []

    async def talk(n: int) -> None:
        reader, writer = lines[n]
        for body, headers in sent[n::CONCURRENT]:
            head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            first = f"POST {PATH} HTTP/1.1\r\nContent-Length: {len(body)}\r\n"
            began = perf_counter()
            writer.write(f"{first}Host: x\r\n{head}\r\n".encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 200"), answer
            assert b"Content-Length: 0" in answer, answer
            waited.append(perf_counter() - began)

    began = perf_counter()
    await asyncio.gather(*(talk(n) for n in range(CONCURRENT)))
    took = perf_counter() - began
    for _, writer in lines:
        writer.close()
    return len(sent) / took, waited
