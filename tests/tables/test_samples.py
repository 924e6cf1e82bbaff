"""Real wiring tables, read where they lie beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest

from wiring_qa.tables.preview import preview
from wiring_qa.tables.preview_json import preview_json

SHEETS = Path(__file__).resolve().parents[3] / "shared" / "samples" / "wiring-tables" / "sheets"
EXPECTED: dict[str, Any] = (
    json.loads((SHEETS / "EXPECTED.json").read_text()) if (SHEETS / "EXPECTED.json").is_file() else {}
)
pytestmark = pytest.mark.skipif(not EXPECTED, reason=f"the folder of real wiring tables is not at {SHEETS}")


def _plain(name: str, value: Any) -> Any:
    return (value or "").lstrip("-") if name.endswith("device") else value or ""


@pytest.mark.parametrize("name", list(EXPECTED))
def test_a_real_table_reads_as_a_person_reads_it(name: str) -> None:
    found = preview_json(preview((SHEETS / name).read_bytes(), name))
    assert len(found["wires"]) == EXPECTED[name]["wires"]
    for sample in EXPECTED[name]["sample"]:
        wire = found["wires"][sample.pop("index")]
        assert {key: _plain(key, wire[key]) for key in sample} == {
            key: _plain(key, value) for key, value in sample.items()
        }


@pytest.mark.parametrize("name", list(EXPECTED))
def test_every_row_of_the_source_is_a_wire_or_named(name: str) -> None:
    found = preview((SHEETS / name).read_bytes(), name)
    named = [problem.row for problem in found.problems if problem.kind.value != "wire"]
    rows = sorted([wire.row for wire in found.wires] + named)
    assert rows == list(range(1, found.row_count + 1))
