"""Columns in which much is alike hold what was put into them, and are asked as lists are."""

from typing import Any

from hypothesis import given, strategies as st

from tests.tables.test_preview import as_xlsx
from wiring_qa.tables.preview import preview
from wiring_qa.tables.repeated import Repeated, side_by_side

CELLS = st.lists(st.sampled_from(["", "-K1", "-K2", "13", "BU"]), max_size=30)


@given(CELLS)
def test_cells_are_as_they_were(cells: list[str]) -> None:
    column = Repeated.of(cells)
    assert list(column) == cells
    assert column == Repeated.one_by_one(cells)
    assert len(column.different) == len(set(cells))
    assert list(column.mapped(str.casefold)) == [cell.casefold() for cell in cells]
    assert list(column.followed_by(["new", ""])) == [*cells, "new", ""]


@given(CELLS, st.integers(0, 30), st.data())
def test_some_of_the_cells_are_those_of_the_list(cells: list[str], start: int, data: st.DataObject) -> None:
    column = Repeated.of(cells)
    order = data.draw(st.permutations(range(len(cells))))
    below = column[start:]
    assert list(column.taken(order)) == [cells[place] for place in order]
    assert list(below) == list(below.held()) == cells[start:]
    assert set(below.held().different) == set(cells[start:])
    assert list(column.holding(str.isdigit, start)) == [
        place for place, cell in enumerate(cells) if place >= start and cell.isdigit()
    ]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("cd"), st.integers(0, 3)), max_size=30))
def test_columns_side_by_side_are_rows(rows: list[tuple[str, str, int]]) -> None:
    columns = [Repeated.of(row[place] for row in rows) for place in range(3)]
    together = side_by_side([*columns, Repeated.always("e", len(rows))])
    assert list(together) == [(*row, "e") for row in rows]
    assert len(together.different) == len(set(rows))


def test_a_truth_value_far_down_is_told_from_the_number_that_it_equals() -> None:
    rows: list[list[Any]] = [
        ["From", "To", "Marked"],
        *([f"K{row}:1", "X1:1", row % 2] for row in range(450)),
    ]
    rows[430][2] = True
    found = preview(as_xlsx({"Wires": rows}), "wires.xlsx")
    assert [row[2] for row in found.rows[428:433]] == ["1", "0", "TRUE", "0", "1"]
