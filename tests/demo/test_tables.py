import pytest

from wiring_qa.demo.tables import Design, designs
from wiring_qa.tables.preview import preview
from wiring_qa.tables.preview_json import preview_json
from wiring_qa.tables.previews import Preview


def read(design: Design) -> Preview:
    return preview(design.content, design.filename)


@pytest.mark.parametrize("design", designs(), ids=lambda design: str(design.model))
def test_a_table_of_the_demo_reads_without_a_complaint(design: Design) -> None:
    found = read(design)
    assert [str(each.message) for each in found.problems if not each.is_structure] == []
    assert set(preview_json(found)["unmapped"]) <= {"序号", "No."}
    assert 60 <= len(found.wires) <= 250


@pytest.mark.parametrize("design", designs(), ids=lambda design: str(design.model))
def test_a_table_of_the_demo_has_rows_of_each_kind(design: Design) -> None:
    wires = read(design).wires
    assert any(wire.is_wide for wire in wires)
    assert any(wire.is_look_alike for wire in wires)
    assert {"button", "display_plug", "transformer", "normal"} <= {wire.category for wire in wires}


def test_the_tables_differ_in_language_and_in_how_they_were_written() -> None:
    headers = {read(design).columns[0].header for design in designs()}
    assert {"序号", "No."} <= headers
    assert len({read(design).encoding for design in designs()}) > 1
