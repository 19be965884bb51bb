"""App: the routes, and what stands around every answer."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from aiohttp import web

from adapters.api.serving import attach as attach_api
from adapters.api.serving import problems
from adapters.health.figures import Figures
from adapters.hub import Hub
from adapters.main import Faden
from adapters.office.tokens import hashed
from adapters.settings import SlackAccess
from adapters.web import (
    asks,
    beginning,
    bundles,
    care,
    chat,
    coming,
    comparing,
    councils,
    deletions,
    entering,
    examining,
    feeds,
    filling,
    handbook,
    health,
    home,
    hooks,
    item,
    keeping,
    language,
    letter,
    lists,
    live,
    mailbox,
    mandates,
    members,
    minutes,
    notices,
    nudges,
    oidc,
    overview,
    papers,
    place,
    prompting,
    region,
    register,
    replay,
    seats,
    selfcheck,
    sheets,
    signin,
    signins,
    slips,
    software,
    stuck,
    together,
    wishes,
    witnesses,
)
from adapters.web import founding as founding_page
from adapters.web import slack as slack_page
from adapters.web.door import DOOR, NARROW, Door
from adapters.web.errors import pages_for_errors
from adapters.web.keys import (
    BEHIND_PROXY,
    FADEN,
    FOUNDING,
    HAS_SLACK,
    PAGES,
    THREADS,
    Ticket,
)
from adapters.web.limits import LIMITS, Limits
from adapters.web.looking import noting
from adapters.web.machines import USUAL, Machines
from adapters.web.render import RENDERER, Renderer, serve_static
from adapters.web.security import guard, protect
from adapters.web.seen import address_of

LARGEST: Final = 2_000_000  # bytes of a body: 100,000 characters of any script fit in
_THREADS: Final = 24  # of which a few wait for answers, the others read
_AROUND: Final = (  # every answer, the first outermost
    *(health.measured, pages_for_errors, problems),
    *(guard, noting, keeping.keeping),
)


def build(
    faden: Faden,
    *,
    behind_proxy: bool = False,
    slack: SlackAccess | None = None,
    pages: str = "",
    door: Door = NARROW,
    machines: Machines = USUAL,
    founding: str = "",
) -> web.Application:
    """Return the web face of ``faden``; who runs it also closes ``faden``.

    ``behind_proxy``: every request comes through one that sets X-Forwarded-Proto.
    ``founding`` is the end of the address at which an empty store gets its region.
    ``slack`` lets it answer a workspace, where people open our pages at ``pages``.
    ``door`` says by which ways people may come in, ``machines`` what other software
    may do.
    """
    app = web.Application(
        middlewares=_AROUND,
        client_max_size=LARGEST,
    )
    app[FADEN] = faden
    app[BEHIND_PROXY] = behind_proxy
    app[PAGES] = pages
    app[health.TOKEN] = machines.metrics_token
    app[health.FIGURES] = Figures(faden)
    app[FOUNDING] = Ticket(hashed(founding) if founding else b"")
    app[RENDERER] = Renderer()
    app[DOOR] = door
    app[LIMITS] = Limits(faden.clock)
    app[signin.ERRANDS] = set()
    app[THREADS] = ThreadPoolExecutor(_THREADS, thread_name_prefix="page")
    app[live.HUB] = Hub()
    app[replay.DRAWING] = asyncio.Lock()
    app[bundles.SHELF] = bundles.shelf(faden)
    app.on_response_prepare.append(protect)
    app[hooks.REACH] = machines.reach
    app.cleanup_ctx.extend([live.listening, hooks.calling])
    app.on_shutdown.append(live.end_streams)
    app.on_cleanup.append(signin.end_errands)
    app.on_cleanup.append(_end_threads)
    app.add_routes(
        [
            web.get("/", home.home),
            web.get("/board", home.board_alone),
            web.get("/chat", chat.chat),
            web.post("/say", chat.say),
            web.post("/choose", chat.choose),
            web.post("/form", chat.send),
            web.get("/live", live.live, allow_head=False),
            web.get("/item/{ref}", item.item),
            web.get("/vergleich", comparing.comparing),
            web.get("/mitglieder", members.members),
            web.get("/gruenden/{token}", founding_page.show),
            web.post("/gruenden/{token}", founding_page.found),
            *beginning.routes(),
            web.get(care.DESK, care.desk),
            web.post("/dank/{ref}", care.thank),
            web.post(together.PLACE, together.decide),
            web.get("/pruefung", examining.lists),
            web.get("/selbst-pruefen", selfcheck.show),
            web.get("/verfahren", selfcheck.described),
            web.get("/verify.py", selfcheck.verifier),
            web.get("/pruefstand.atom", selfcheck.feed),
            web.get("/pruefstand", selfcheck.checkpoint),
            web.get(bundles.PLACE, bundles.show),
            web.post(bundles.PLACE, bundles.whole),
            web.get(bundles.PUBLIC, bundles.public),
            web.get("/zeugen", witnesses.show),
            web.post("/zeugen", witnesses.hand_in),
            web.get("/verlauf/{ref}", replay.replay),
            web.get("/ueberblick", overview.overview),
            web.get("/niederschrift/{forum}", minutes.show),
            web.get("/brief/{key}", letter.letter),
            web.get("/meine", lists.mine),
            web.get("/zusagen", lists.listing),
            web.get("/abfragen", asks.listing),
            web.get("/vorlage/{ref}/{org}", papers.paper),
            web.get("/beschluesse", register.listing),
            web.get("/raete", councils.listing),
            web.get("/beschluss/{ref}", item.item),
            web.post("/beschluss/{ref}", filling.fill),
            web.post("/answer/{ref}", asks.answer),
            web.get("/liegen", stuck.listing),
            web.post("/liegen", stuck.again),
            web.get("/erinnerungen", nudges.listing),
            web.get("/loeschungen", deletions.listing),
            web.post("/loeschungen", deletions.decide),
            web.get("/suche", lists.find),
            web.get("/ort/{org}", place.show),
            web.get(prompting.PLACE, prompting.preview),
            web.post(prompting.PLACE, prompting.send),
            web.post("/zusagen/filter", lists.keep_filter),
            web.get("/region", region.region),
            *seats.routes(),
            *mandates.routes(),
            web.get("/termine", coming.timeline),
            web.get(wishes.PLACE, wishes.show),
            web.post(wishes.PLACE, wishes.save),
            *mailbox.routes(),
            web.get("/tun", slips.listing),
            web.get("/tun/{slip}", slips.show),
            web.post("/tun/{slip}/sagen", slips.send),
            web.get("/hilfe", handbook.handbook),
            web.get("/anmelden", signin.show),
            web.post("/anmelden", signin.ask),
            web.get("/anmelden/haus", oidc.begin, allow_head=False),
            web.get(oidc.CALLBACK, oidc.back, allow_head=False),
            web.get("/anmeldungen", signins.show),
            web.post("/anmeldungen", signins.end),
            web.get("/weiter", keeping.show),
            web.post("/weiter", keeping.discard),
            web.get("/barrierefreiheit", notices.accessibility),
            web.get("/datenschutz", notices.data_protection),
            web.get("/enter/{token}", entering.show_link),
            web.post("/enter/{token}", entering.use_link),
            web.post("/leave", entering.leave),
            web.post("/person", entering.be),
            web.post("/language", language.speak),
            web.get("/slack", slack_page.show),
            web.post("/slack/code", slack_page.give_code),
            web.post("/slack/end", slack_page.end),
            web.get("/api", software.overview),
            web.get("/api/problems", software.problems),
            web.get("/api/{tag:(?!v1)[a-z-]+}", software.group),
            web.get("/zugang", software.tokens),
            web.post("/zugang", software.give),
            web.post("/zugang/ende", software.revoke),
            web.get("/static/{name}", serve_static),
            *sheets.routes(),
            web.get("/abos", feeds.listing),
            web.post("/abos", feeds.make),
            web.post("/abos/end", feeds.end),
            web.get("/programme", hooks.listing),
            web.post("/programme", hooks.make),
            web.post("/programme/aendern", hooks.change),
            web.get("/abo/{token}.ics", feeds.fetch_calendar),
            web.get("/abo/{token}.atom", feeds.fetch_news),
            web.get("/healthz", health.alive),
            web.get("/readyz", health.ready),
            web.get("/metrics", health.metrics),
        ]
    )
    attach_api(app, faden, app[THREADS], machines.rate, address_of)
    app[HAS_SLACK] = slack is not None
    if slack is not None:
        from adapters.slack.endpoint import attach

        attach(app, faden, slack, pages)
    return app


async def _end_threads(app: web.Application) -> None:
    app[THREADS].shutdown(wait=False, cancel_futures=True)
