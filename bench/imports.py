"""Times the preview and the saving of a wiring table against the libraries that do the bare work.

Prints one JSON object a line. The file is made here, the same for everyone; each figure is the least of a few
runs, as whatever else the machine does only adds to it.
"""

import argparse
import io
import json
import secrets
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import uuid4

from python_calamine import CalamineWorkbook
from sqlalchemy import select

from bench import engines
from bench.workbooks import workbook
from wiring_qa import create_app
from wiring_qa.core.bulk import add_columns, prepared
from wiring_qa.core.collection import uncollected
from wiring_qa.core.db import db
from wiring_qa.core.settings import Settings
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.submit import perform
from wiring_qa.people.console import console
from wiring_qa.tables.drafts import drafts
from wiring_qa.tables.models import TableDraft, WiringTable
from wiring_qa.tables.operations.import_table import WIRES
from wiring_qa.tables.preview import preview
from wiring_qa.tables.reading import read_draft
from wiring_qa.tables.stored import stored_columns
from wiring_qa.tables.wires import Wires

ROWS = 20_000
SIZES = (5_000, 20_000, 80_000)
TIMES = 7


def calamine(data: bytes) -> Sequence[Any]:
    """Read every cell by the library alone."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


_ALONE = """import io, sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
"""


def in_a_process(data: bytes) -> None:
    """Read every cell by the library alone in a process of its own, as the product does for safety."""
    subprocess.run([sys.executable, "-I", "-c", _ALONE], input=data, check=True)


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def best(run: Callable[[], float]) -> float:
    """Return the least seconds of a few runs."""
    return min(run() for _ in range(TIMES))


def previewed() -> dict[str, object]:
    """Return how long a preview takes beside the library alone."""
    data = workbook(ROWS)
    whole = best(lambda: seconds(lambda: preview(data, "wires.xlsx")))
    with uncollected():
        alone = best(lambda: seconds(lambda: calamine(data)))
    apart = best(lambda: seconds(lambda: in_a_process(data)))
    return {
        "import": "preview",
        "rows": ROWS,
        "ms": round(whole * 1000),
        "library_ms": round(alone * 1000),
        "library_in_a_process_ms": round(apart * 1000),
        "of_library": round(whole / alone, 2),
        "of_library_in_a_process": round(whole / apart, 2),
    }


def remembered() -> Iterator[dict[str, object]]:
    """Yield how much memory a preview of each size takes at its peak, each in a process of its own."""
    with TemporaryDirectory(prefix="wiring-qa-bench-") as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.xlsx"
            path.write_bytes(workbook(size))
            command = [sys.executable, "-m", "bench.imports", "--memory-of", str(path)]
            told = subprocess.run(command, capture_output=True, check=True)
            yield {"import": "memory", "rows": size, **json.loads(told.stdout)}


def _memory_of(path: Path) -> dict[str, object]:
    data = path.read_bytes()
    tracemalloc.start()
    found = preview(data, path.name)
    _kept, peak = tracemalloc.get_traced_memory()
    return {"mb": round(peak / 1e6, 1), "kb_a_row": round(peak / 1e3 / len(found.wires), 2)}


ENGINES = {
    "sqlite": (engines.sqlite, engines.add_by_sqlite),
    "postgresql": (engines.postgresql, engines.add_by_postgresql),
}


def saved(engine: str) -> dict[str, object]:
    """Return how long the insert of the wires, and the whole act, take beside a bare ``executemany``."""
    data = workbook(ROWS)
    wires = preview(data, "wires.xlsx").wires
    server, add = ENGINES[engine]
    with server() as (url, place):
        app = create_app(Settings(secret_key=secrets.token_hex(16), database_url=url))
        with app.app_context():
            app.test_cli_runner().invoke(args=["prepare"], catch_exceptions=False)
            act = best(lambda: _act(data))
            insert = best(lambda: _insert(wires))
            statement, rows = prepared(WIRES, stored_columns(_any_table(), wires), db.engine.dialect)
            db.session.remove()
            alone = best(lambda: add(place, statement, rows))
            db.engine.dispose()
    return {
        "import": "saving",
        "engine": engine,
        "rows": ROWS,
        "act_ms": round(act * 1000),
        "insert_ms": round(insert * 1000),
        "bare_ms": round(alone * 1000),
        "act_of_bare": round(act / alone, 2),
        "insert_of_bare": round(insert / alone, 2),
    }


def _act(data: bytes) -> float:
    """Save a draft that was looked at before, as a lead does."""
    draft = drafts.keep("wires.xlsx", data, console().id)
    read_draft(db.session.get_one(TableDraft, draft))
    db.session.rollback()
    fields = {"draft": str(draft), "model": "bench", "revision": str(uuid4())}
    return seconds(lambda: perform("import_table", fields, console(), chain=PLANT))


def _any_table() -> int:
    return db.session.scalars(select(WiringTable.id).order_by(WiringTable.id)).first() or 0


def _insert(wires: Wires) -> float:
    """Add the wires once more, and take them away again."""
    table_id = _any_table()
    db.session.execute(WIRES.delete().where(WIRES.c.table_id == table_id))
    db.session.commit()

    def insert() -> None:
        with uncollected():
            add_columns(WIRES, stored_columns(table_id, wires))
        db.session.commit()

    return seconds(insert)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__.partition("\n")[0])
    parser.add_argument("--engine", choices=ENGINES, action="append", help="both, unless named")
    parser.add_argument("--memory-of", type=Path, help="only the memory that this file takes")
    asked = parser.parse_args()
    if asked.memory_of:
        print(json.dumps(_memory_of(asked.memory_of)))
        return
    print(json.dumps(previewed()), flush=True)
    for line in remembered():
        print(json.dumps(line), flush=True)
    for engine in asked.engine or ENGINES:
        print(json.dumps(saved(engine)), flush=True)


if __name__ == "__main__":
    main()
