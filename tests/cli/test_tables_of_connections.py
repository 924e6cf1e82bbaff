"""`tables` with files that list connections: a drawing is previewed and imported as a spreadsheet is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.plant import Plant
from tests.tables.harnesses import Held, kbl, packed, vec
from tests.tables.qet_projects import Drawn, Line, Page, project
from tests.tables.test_any_harness import as_wireviz
from wiring_qa.tables import queries

WIRES = [Held(("-K1", "A1"), ("X1", "4"), "101"), Held(("-K2", "2"), ("X1", "5"), "102")]
DRAWN = [Drawn("k", "-K1", ("A1",)), Drawn("x", "X1:4", ("",), "terminal")]
DRAWING = project(Page(DRAWN, [Line(("k", 0), ("x", 0), {"num": "7"}), Line(("k", 0), ("gone", 0))]))


def told(plant: Plant, *arguments: str) -> tuple[int, str]:
    result = plant.app.test_cli_runner().invoke(args=["tables", *arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("wireviz", as_wireviz(WIRES)),
        ("kbl", kbl(WIRES)),
        ("vec", vec(WIRES)),
        ("vec", packed(a_vec=vec(WIRES))),
    ],
    ids=["wireviz", "kbl", "vec", "packed"],
)
def test_a_harness_is_previewed_and_imported(plant: Plant, tmp_path: Path, kind: str, content: bytes) -> None:
    file = tmp_path / "harness.dat"
    file.write_bytes(content)
    code, output = told(plant, "preview", str(file), "--json")
    found: dict[str, Any] = json.loads(output)
    assert (code, found["format"], found["header_row"], found["rows"]) == (0, kind, None, 2)
    assert (found["columns"], found["unmapped"], found["problems"]) == ({}, [], [])
    assert [wire["from_device"] for wire in found["wires"]] == ["-K1", "-K2"]
    assert told(plant, "import", str(file), "--model", "H", "--revision", "A") == (0, "H A: 2 wires\n")
    table = queries.table_named("H", "A")
    assert table is not None
    assert (table.format, table.wire_count) == (kind, 2)


def test_a_drawing_with_an_open_end_is_imported_once_that_is_left_out(plant: Plant, tmp_path: Path) -> None:
    file = tmp_path / "drive.qet"
    file.write_bytes(DRAWING)
    assert told(plant, "preview", str(file))[1].splitlines()[0] == "qet  2 rows  1 wires"
    named = ["--model", "D", "--revision", "A"]
    code, output = told(plant, "import", str(file), *named)
    assert (code, output.count("\n")) == (1, 1)
    assert "row 2: The conductor – on page 1 has an end that is connected to nothing." in output
    assert queries.table_named("D", "A") is None
    assert told(plant, "import", str(file), *named, "--leave-out", "2") == (0, "D A: 1 wires\n")


def test_what_a_drawing_does_not_have_cannot_be_chosen(plant: Plant, tmp_path: Path) -> None:
    file = tmp_path / "drive.qet"
    file.write_bytes(DRAWING)
    for asked in (["--sheet", "Wires"], ["--map", "number=No."]):
        code, output = told(plant, "preview", str(file), *asked)
        assert (code, output.count("\n")) == (1, 1)
        assert "This is a QElectroTech file: it has no sheets, rows and columns to choose from." in output
