"""Layouts that nobody made here, each read as a person reads it."""

import pytest

from tests.tables.exports import WIRES, Export, plain
from tests.tables.exports_american import AMERICAN
from tests.tables.exports_chinese import CHINESE
from tests.tables.exports_european import EUROPEAN
from tests.tables.test_preview import as_csv, as_xlsx
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview

EXPORTS = (*EUROPEAN, *AMERICAN, *CHINESE)


def read(export: Export) -> Preview:
    return preview(as_csv(export.rows, delimiter=";"), "export.csv")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_a_layout_of_the_field_reads_as_a_person_reads_it(export: Export) -> None:
    found = read(export)
    assert [plain(wire, export.tells) for wire in found.wires] == [
        {name: wire[name] for name in export.tells} for wire in WIRES
    ]
    for name, values in export.more:
        told = [getattr(wire, name) for wire in found.wires]
        assert [value if value is None else str(value) for value in told] == list(values), name


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_no_row_of_it_is_lost(export: Export) -> None:
    found = read(export)
    named = [problem.row for problem in found.problems if not problem.is_of_wire]
    assert sorted([*(wire.row for wire in found.wires), *named]) == list(range(1, found.row_count + 1))
    assert found.is_content


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_it_reads_the_same_as_a_workbook(export: Export) -> None:
    found = preview(as_xlsx({"Cover": [["Customer", "Muster AG"]], "Wires": export.rows}), "export.xlsx")
    assert found.sheet == "Wires"
    assert [plain(wire, export.tells) for wire in found.wires] == [
        plain(wire, export.tells) for wire in read(export).wires
    ]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_known_names_are_sure_and_what_only_the_cells_tell_is_asked_about(export: Export) -> None:
    doubted = {column.header for column in read(export).columns if column.targets and not column.is_sure}
    if "no header" in export.name or "nobody knows" in export.name:
        assert len(doubted) >= len(export.tells)
    else:
        assert doubted == ({"From", "To"} if "terminals after" in export.name else set())
