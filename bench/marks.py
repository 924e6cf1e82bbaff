"""Measures marks through the real route beside bare durable commits of the same rows: `make bench`.

Prints one JSON object a line. Absolute figures are this machine's; the ratios are what to compare: how much
of the engine's own rate the whole route reaches, and how far the slowest marks lie from the middle one.
"""

import argparse
import json
import secrets
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from bench import bare, engines, route
from bench.clients import Marks, run
from bench.plant import Plant
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.core.settings import Settings

MARKS = {1: 1000, 16: 200, 64: 50}
"""How many marks each client makes, by how many clients there are."""
WARM_UP = 200


ENGINES: dict[str, tuple[Any, Marks]] = {
    "sqlite": (engines.sqlite, bare.sqlite_marks),
    "postgresql": (engines.postgresql, bare.postgresql_marks),
}


def measure(engine: str, counts: list[int]) -> Iterator[dict[str, object]]:
    """Yield one line of figures for each number of clients."""
    server, bare_marks = ENGINES[engine]
    with server() as (url, place):
        key = secrets.token_hex(16)
        app = create_app(Settings(secret_key=key, database_url=url))
        with app.app_context():
            app.test_cli_runner().invoke(args=["prepare"], catch_exceptions=False)
            plant = Plant(app)
            warm = plant.tablet(WARM_UP)
            tablets = {count: [plant.tablet(MARKS[count]) for _ in range(2 * count)] for count in counts}
            db.session.remove()
            db.engine.dispose()
        environment = {"WIRING_QA_SECRET_KEY": key, "WIRING_QA_DATABASE_URL": url}
        with route.served(environment) as port:
            run(route.marks, [warm], WARM_UP, port)
            for count in counts:
                alone = run(bare_marks, tablets[count][:count], MARKS[count], place)
                whole = run(route.marks, tablets[count][count:], MARKS[count], port)
                yield {
                    "engine": engine,
                    "clients": count,
                    "route": asdict(whole),
                    "bare": asdict(alone),
                    "of_bare": round(whole.per_second / alone.per_second, 3),
                    "p99_to_p50": round(whole.p99_ms / whole.p50_ms, 2),
                }


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__.partition("\n")[0])
    parser.add_argument("--engine", choices=ENGINES, action="append", help="both, unless named")
    parser.add_argument(
        "--clients", type=int, choices=MARKS, action="append", help="1, 16 and 64, unless named"
    )
    asked = parser.parse_args()
    for engine in asked.engine or ENGINES:
        print(f"Measuring on {engine} …", file=sys.stderr)
        for line in measure(engine, asked.clients or [*MARKS]):
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
