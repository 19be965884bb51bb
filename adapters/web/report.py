"""Report: all steps of a replay as a PDF, proof line on every page (*Bericht*).

It takes the extra ``faden[pdf]``: WeasyPrint, which finds Pango in the system. The
page it draws brings its style along, so nothing is fetched from anywhere. The same
steps give the same bytes, as long as fonts and versions stay the same: what a PDF
says of its own making is the moment of the last step that is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from importlib.util import find_spec
from typing import Final

from sqlalchemy import Connection

from adapters.asof import AsOf
from adapters.audit.replay import Replay, Told
from adapters.web.render import Renderer
from bots.locale import N_
from bots.speech import Speech
from core.catalogue import noun_of
from projections import people

_EXTRA: Final = N_(
    "For a PDF Faden needs WeasyPrint, which is not installed here. Please install it "
    "with pip install weasyprint, or print the page from the browser."
)
_SYSTEM: Final = N_(
    "For a PDF WeasyPrint needs Pango, which is not installed here. Please install it "
    "(Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0), or print the "
    "page from the browser."
)


class MissingError(Exception):
    """No PDF can be made here; ``sentence``, of the catalogue, says what to install."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What goes on paper, and in which words; ``region`` is the name of the region."""

    replay: Replay
    speech: Speech
    region: str
    as_of: AsOf | None

    @property
    def name(self) -> str:
        """The number of the item, or the name of the forum."""
        ref = self.replay.ref
        is_item = noun_of(ref) is not None and ref[1:].isdecimal()
        return ref if is_item else self.speech.forum(ref)

    @property
    def made(self) -> str:
        """When the last step that is shown was recorded, as W3C writes dates."""
        last = [step for step in self.replay.steps if isinstance(step, Told)][-1]
        return last.recorded.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def report(
    db: Connection, replay: Replay, speech: Speech, as_of: AsOf | None
) -> Report:
    """Return the report of ``replay``; ``db`` holds the views of now."""
    region = people.region(db)
    name = region.name if region else ""
    return Report(replay=replay, speech=speech, region=name, as_of=as_of)


def is_extra_there() -> bool:
    """Whether WeasyPrint is installed, without the time that loading it takes."""
    return find_spec("weasyprint") is not None


def drawn(renderer: Renderer, given: Report) -> bytes:
    """Return ``given`` as a PDF.

    Raises:
        MissingError: the extra, or what it needs of the system, is not installed.
    """
    try:
        import weasyprint
    except ImportError as error:
        raise MissingError(_EXTRA) from error
    except OSError as error:  # a library that it opens by name
        raise MissingError(_SYSTEM) from error
    names = ("replay", "region", "as_of", "name", "made")
    context = {name: getattr(given, name) for name in names}
    html = renderer.html("report.html", given.speech, context)
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=(), fail_on_errors=True)
    page = weasyprint.HTML(string=html, url_fetcher=nothing)
    mark = sha256(html.encode()).digest()[:16]
    made: bytes = page.write_pdf(pdf_tags=True, pdf_identifier=mark)
    return made
