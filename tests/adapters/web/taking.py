"""Taking along: files as a browser gets them."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from aiohttp import ClientResponse

from tests.adapters.web.conftest import Visitor

VERIFIER = Path(__file__).parents[3] / "deploy" / "verify.py"


async def fetched(visitor: Visitor) -> tuple[ClientResponse, bytes]:
    """Fetch the public file."""
    url = visitor.url("/pruefdatei/oeffentlich")
    async with visitor.session.get(url) as answer:
        return answer, await answer.read()


async def taken(visitor: Visitor, ref: str, to: str) -> tuple[ClientResponse, bytes]:
    """Take the file with all texts along."""
    own = {"Origin": visitor.url(""), "Sec-Fetch-Site": "same-origin"}
    fields = {"ref": ref, "an": to}
    url = visitor.url("/pruefdatei")
    async with visitor.session.post(url, data=fields, headers=own) as answer:
        return answer, await answer.read()


def named(answer: ClientResponse) -> str:
    """Return under which name a browser keeps it."""
    return answer.headers["Content-Disposition"].split('"')[1]


async def verified(folder: Path, body: bytes, *options: str) -> tuple[int | None, str]:
    """Return what the verifier for everybody says of a file."""
    (folder / "got.jsonl").write_bytes(body)
    words = (sys.executable, str(VERIFIER), "got.jsonl", *options)
    pipe = asyncio.subprocess.PIPE
    run = await asyncio.create_subprocess_exec(*words, cwd=folder, stdout=pipe)
    said, _ = await asyncio.wait_for(run.communicate(), 60)
    return run.returncode, said.decode()
