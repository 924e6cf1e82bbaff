"""Any table in any promised layout reads back; any broken file ends in words."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from tests.tables.layouts import Layout, as_written, layouts
from tests.tables.old_workbooks import as_xls
from tests.tables.open_documents import as_ods
from tests.tables.test_preview import TABLE, as_csv, as_xlsx
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import UnreadableTable

FIELDS = (
    "number", "from_device", "from_terminal", "to_device", "to_terminal", "colour", "cross_section_mm2",
    "remark",
)  # fmt: skip
PHASES = [Phase.explicit, Phase.generate]
"""A table that does not read back is small enough as it was drawn."""
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def told(wire: ParsedWire) -> dict[str, Any]:
    found = {name: getattr(wire, name) for name in FIELDS}
    mm2 = found["cross_section_mm2"]
    return {**found, "cross_section_mm2": None if mm2 is None else str(mm2)}


def assert_reads_back(layout: Layout) -> Preview:
    found = preview(layout.content, "table")
    assert [told(wire) for wire in found.wires] == [as_written(wire) for wire in layout.wires]
    return found


@settings(max_examples=150, deadline=None, phases=PHASES, suppress_health_check=UNHURRIED)
@given(layouts())
def test_any_text_table_in_any_layout_reads_back_the_same_wires(layout: Layout) -> None:
    found = assert_reads_back(layout)
    named = [problem.row for problem in found.problems if not problem.is_of_wire]
    assert sorted([*(wire.row for wire in found.wires), *named]) == list(range(1, found.row_count + 1))


@settings(max_examples=20, deadline=None, phases=PHASES, suppress_health_check=UNHURRIED)
@given(layouts(kinds=("xlsx", "ods", "xls")))
def test_any_workbook_in_any_layout_reads_back_the_same_wires(layout: Layout) -> None:
    assert_reads_back(layout)


WHOLE = {
    "utf-8": as_csv(TABLE), "gb18030": as_csv(TABLE, "gb18030"), "utf-16": as_csv(TABLE, "utf-16", "\t"),
    "xlsx": as_xlsx({"Wires": TABLE}), "ods": as_ods(TABLE), "xls": as_xls({"Wires": TABLE}),
}  # fmt: skip


@pytest.mark.parametrize("kind", list(WHOLE))
@settings(max_examples=20, deadline=None, phases=PHASES, suppress_health_check=UNHURRIED)
@given(data=st.data())
def test_a_file_cut_or_with_flipped_bytes_ends_in_words_or_in_a_table(kind: str, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    broken = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=6)):
        broken[place] ^= data.draw(st.integers(1, 255))
    try:
        found = preview(bytes(broken), "table.xlsx")
    except UnreadableTable as unreadable:
        assert str(unreadable)
    else:
        named = [problem.row for problem in found.problems if not problem.is_of_wire]
        assert sorted([*(wire.row for wire in found.wires), *named]) == list(range(1, found.row_count + 1))
