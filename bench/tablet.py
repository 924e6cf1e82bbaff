"""Measures a tablet at a cabinet of 2,000 wires; prints one JSON object a line.

The first line is about the screen, in a Chromium whose processor is slowed four times: from a tap to the
drawn mark, from opening a page without a network in a browser just started until it takes a tap, and the
bytes over the line for a first visit (all assets, the home and the whole cabinet) and for each mark, as the
app itself sends them. The others are about sending the outbox, beside bare inserts of the same rows with one
commit for each batch.
"""

import json
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from bench import bare, engines, route, screen, sync
from bench.line import Line, line_to
from bench.plant import Plant, Tablet
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.core.settings import Settings

WIRES = 2000
TAPS = 40
ENGINES = {
    "sqlite": (engines.sqlite, bare.sqlite_marks),
    "postgresql": (engines.postgresql, bare.postgresql_marks),
}


@contextmanager
def served(url: str, count: int) -> Iterator[tuple[int, list[Tablet]]]:
    """Serve a plant with one cabinet of 2,000 wires for each of a number of tablets."""
    key = secrets.token_hex(16)
    app = create_app(Settings(secret_key=key, database_url=url))
    with app.app_context():
        app.test_cli_runner().invoke(args=["prepare"], catch_exceptions=False)
        plant = Plant(app, WIRES)
        tablets = [plant.tablet(WIRES) for _ in range(count)]
        db.session.remove()
        db.engine.dispose()
    with route.served({"WIRING_QA_SECRET_KEY": key, "WIRING_QA_DATABASE_URL": url}) as port:
        yield port, tablets


def at_the_screen(folder: Path) -> dict[str, object]:
    """Return what a person waits for, and what goes over the line."""
    with engines.sqlite() as (url, _):
        with served(url, 1) as (port, [tablet]), line_to(port) as line:
            address, code = f"http://127.0.0.1:{line.port}", tablet.cabinets[0][1]
            name, _, value = tablet.cookie.partition("=")
            with screen.browser(folder) as page:
                page.context.add_cookies(
                    [{"name": name, "value": value, "url": address, "expires": 4_000_000_000}]
                )
                found = _with_the_server(page, address, code, line)
        with screen.browser(folder) as page:
            return {**found, "cold_start_offline_ms": _without_it(page, address, code)}


def _with_the_server(page: Page, address: str, code: str, line: Line) -> dict[str, object]:
    screen.open_page(page, f"{address}/")
    screen.open_page(page, f"{address}/c/{code}/walk")
    screen.keep_along(page, code)
    visit = line.taken()
    took = []
    for wire in range(1, TAPS + 1):
        took.append(screen.mark(page, wire))
        page.wait_for_function(screen.SAVED)
    sent = line.taken()
    return {
        "wires": WIRES,
        "slowed": screen.SLOWED,
        "tap_to_mark_ms": {"median": round(median(took), 1), "longest": round(max(took), 1)},
        "first_visit_bytes": visit,
        "bytes_a_mark": {way: round(count / TAPS) for way, count in sent.items()},
    }


def _without_it(page: Page, address: str, code: str) -> dict[str, float]:
    home = screen.open_page(page, f"{address}/")
    walk = screen.open_page(page, f"{address}/c/{code}/walk")
    first = screen.mark(page, TAPS + 1)
    return {"home": round(home), "walk": round(walk), "first_tap_to_mark": round(first, 1)}


def in_sync(engine: str) -> dict[str, object]:
    """Return the operations a second of an outbox of 2,000 marks, and of bare inserts of the same rows."""
    server, bare_marks = ENGINES[engine]
    with server() as (url, place), served(url, 3) as (port, [warm, alone, whole]):
        sync.a_second(sync.batches(warm, WIRES // 2, port), WIRES // 2)
        rows = sync.a_second(bare_marks(alone, WIRES, place, sync.AT_ONCE), WIRES)
        operations = sync.a_second(sync.batches(whole, WIRES, port), WIRES)
    return {
        "engine": engine,
        "at_once": sync.AT_ONCE,
        "operations_per_second": operations,
        "bare_per_second": rows,
        "of_bare": round(operations / rows, 3),
    }


def main() -> None:
    """Measure everything, on both engines where the engine matters."""
    print("Measuring a tablet …", file=sys.stderr)
    with TemporaryDirectory(prefix="wiring-qa-bench-") as folder:
        print(json.dumps(at_the_screen(Path(folder))), flush=True)
    for engine in ENGINES:
        print(json.dumps(in_sync(engine)), flush=True)


if __name__ == "__main__":
    main()
