"""Times the figures of the trends over a million and over ten million checks, beside plain SQL.

Prints one JSON object a line. Each figure is asked for as its page asks, over the last half-year; what the
database takes is told apart from what Python makes of it. Each time is the least of a few runs.
"""

import argparse
import json
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from time import perf_counter
from typing import Any

from flask import Flask, g
from sqlalchemy import Connection, event, text

from bench import engines
from bench.filling import UNTIL, Filling
from bench.plain import FIGURES, PLAIN, ask
from bench.plant import Plant
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.core.i18n import midnight
from wiring_qa.core.settings import Settings
from wiring_qa.people.signed_in import named
from wiring_qa.trends.figures.pace import pace_of
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.periods import Span, period_of

ROWS = 500
SIZES = (1_000_000, 10_000_000)
TIMES = 3
ENGINES: dict[str, Any] = {"sqlite": engines.sqlite, "postgresql": engines.postgresql}


class Watch:
    """The statements of a block, and the time that each takes until its last row is fetched."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.seconds = 0.0
        self.statements: list[tuple[str, Any]] = []


@contextmanager
def watched() -> Iterator[Watch]:
    """Watch the statements of the block."""
    watch = Watch()

    def before(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        watch.statements.append((statement, values))

    event.listen(db.engine, "before_cursor_execute", before)
    try:
        yield watch
    finally:
        event.remove(db.engine, "before_cursor_execute", before)
    with db.engine.connect() as connection:
        for statement, values in watch.statements:
            watch.seconds += min(
                seconds(partial(_fetched, connection, statement, values)) for _ in range(TIMES)
            )


def _fetched(connection: Connection, statement: str, values: Any) -> None:
    connection.exec_driver_sql(statement, values).fetchall()


def best(work: Callable[[], float]) -> float:
    """Return the least of a few times, in milliseconds."""
    return round(1000 * min(work() for _ in range(TIMES)), 1)


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def measured(app: Flask) -> Iterator[dict[str, object]]:
    """Yield each figure, the page of all of them, and the pace of a week."""
    filters = Filters(period_of(Span.WEEKS_26, UNTIL.date()))
    values = {
        "start": f"{midnight(filters.period.start):%Y-%m-%d %H:%M:%S.%f}",
        "end": f"{midnight(filters.period.end):%Y-%m-%d %H:%M:%S.%f}",
        "first": str(filters.period.start),
        "last": str(filters.period.end),
    }
    for name, make in FIGURES.items():
        with app.test_request_context():
            whole = best(lambda make=make: seconds(lambda: make(filters)))  # type: ignore[misc]
            with watched() as watch:
                make(filters)
            db.session.remove()
        with db.engine.connect() as connection:
            plain = best(lambda name=name: seconds(lambda: ask(connection, name, values)))  # type: ignore[misc]
        yield {
            "figure": name,
            "ms": whole,
            "database_ms": round(1000 * watch.seconds, 1),
            "plain_ms": plain,
            "of_plain": round(1000 * watch.seconds / plain, 2) if plain else None,
            "plain_statements": len(PLAIN[name]),
            "scans_checks": _scans_checks(watch),
        }
    yield _page(app)
    with app.test_request_context(), watched() as watch:
        pace_of(period_of(Span.WEEK, UNTIL.date()))
    took = round(1000 * watch.seconds, 1)
    yield {"page": "pace of a week", "database_ms": took, "scans_checks": _scans_checks(watch)}


def _page(app: Flask) -> dict[str, object]:
    lead = named("lead")
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = lead.get_id() if lead else "", True
    address = f"/trends?span=26-weeks&until={UNTIL.date()}"
    client.get(address)
    g.pop("_login_user", None)
    with watched() as watch:
        took = seconds(lambda: client.get(address))
    return {
        "page": "trends",
        "ms": round(1000 * took, 1),
        "database_ms": round(1000 * watch.seconds, 1),
        "statements": len(watch.statements),
        "scans_checks": _scans_checks(watch),
    }


def _scans_checks(watch: Watch) -> bool:
    """Tell whether a plan reads all checks."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    with db.engine.connect() as connection:
        for statement, values in watch.statements:
            if not statement.lstrip().startswith(("SELECT", "WITH")):
                continue
            plan = connection.exec_driver_sql(explain + statement, values).fetchall()
            lines = [str(row[-1]) for row in plan]
            if any(line.strip() == "SCAN checks" or "Seq Scan on checks" in line for line in lines):
                return True
    return False


def scaled(engine: str, sizes: list[int]) -> Iterator[dict[str, object]]:
    """Fill an engine's database in steps and measure after each."""
    with ENGINES[engine]() as (url, _place):
        app = create_app(Settings(secret_key=secrets.token_hex(16), database_url=url))
        with app.app_context():
            app.test_cli_runner().invoke(args=["prepare"], catch_exceptions=False)
            Plant(app, ROWS)
            filling = Filling(seed=1)
            cabinets, most = 0, max(sizes) // ROWS
            for size in sorted(sizes):
                took = seconds(lambda more=size // ROWS - cabinets: filling.add(more, most))  # type: ignore[misc]
                cabinets = size // ROWS
                with db.engine.connect() as connection:
                    counts = {
                        name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar()
                        for name in ("checks", "findings")
                    }
                yield {"scale": engine, **counts, "filled_s": round(took)}
                for line in measured(app):
                    yield {"scale": engine, "checks": counts["checks"], **line}
            db.session.remove()
            db.engine.dispose()


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__.partition("\n")[0])
    parser.add_argument("--engine", choices=ENGINES, action="append", help="both, unless named")
    parser.add_argument("--checks", type=int, action="append", help="1 and 10 million, unless given")
    asked = parser.parse_args()
    for engine in asked.engine or ENGINES:
        print(f"Filling {engine} …", file=sys.stderr)
        for line in scaled(engine, asked.checks or [*SIZES]):
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
