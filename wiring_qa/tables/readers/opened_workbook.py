"""Run as a process of its own: opens a workbook from standard input, writes its cells as JSON.

A damaged workbook can make the parser take all memory, run on or abort. Here that ends a small process with
limits, and not the server. Arguments: most rows of a sheet, most bytes of memory, most seconds.
"""

import datetime as dt
import io
import sys
from typing import Any

import orjson
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

_DATES = (dt.date, dt.time)
_PLAIN = frozenset({str, float, int, bool})


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not every system has limits; the one who started this process waits only so long
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _text(value: Any) -> str:
    """Write a value as people see it: whole numbers without a point, no more digits than were meant."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ") if value.time() != dt.time() else value.date().isoformat()
    return str(value)


def _cells(row: list[Any]) -> list[str]:
    # most cells are texts, so those are told by one look
    texts = [value if type(value) is str else _text(value) for value in row]
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def _sheet(workbook: CalamineWorkbook, name: str, most_rows: int) -> dict[str, Any]:
    sheet = workbook.get_sheet_by_name(name)
    rows: list[list[str]] = []
    dates: list[tuple[int, int]] = []
    for number, row in enumerate(sheet.to_python(skip_empty_area=False, nrows=most_rows + 1), start=1):
        rows.append(_cells(row))
        if not _PLAIN.issuperset(map(type, row)):
            dates += [(number, column) for column, value in enumerate(row) if isinstance(value, _DATES)]
    while rows and not rows[-1]:
        rows.pop()
    return {"name": name, "rows": rows, "dates": dates, "merges": sheet.merged_cell_ranges or []}


def _workbook(data: bytes, most_rows: int) -> dict[str, Any]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for about in workbook.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            is_hidden = about.visible is not SheetVisibleEnum.Visible
            sheets.append({**_sheet(workbook, about.name, most_rows), "is_hidden": is_hidden})
    return {"sheets": sheets}


def main() -> None:
    """Read, and answer with the sheets or with the name of what was wrong."""
    most_rows, memory, seconds = map(int, sys.argv[1:])
    data = sys.stdin.buffer.read()
    _limit(memory, seconds)
    try:
        answer = _workbook(data, most_rows)
    except PasswordError:
        answer = {"error": "encrypted"}
    except (CalamineError, ValueError, OSError) as error:
        answer = {"error": "broken", "detail": str(error)}
    sys.stdout.buffer.write(orjson.dumps(answer))


if __name__ == "__main__":
    main()
