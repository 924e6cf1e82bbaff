"""Lists in plain text: columns under each other, lines under the names, pages that begin anew."""

import pytest

from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview

PAGES = """\
WIRE LIST                        PAGE 1
Wire   From           To             Size   Color
-----  -------------  -------------  -----  -----
101    K1:13          X2:5           1.5    BU
102    K1:14          X2:6           1.5    BK

                                 PAGE 2
Wire   From           To             Size   Color
=================================================
103    K2:14          X2:7           0.75   RD
"""
MARKDOWN = """\
| Wire | From | To | Color |
|------|:----:|---:|-------|
| 101 | K1/13 | X2/5 | BU |
| 102 | K1/14 | X2/6 | BK |
| 103 | K2/14 | X2/7 | RD |
"""


def kinds(found: Preview) -> dict[int, str]:
    return {each.row: each.kind.value for each in found.problems if not each.is_of_wire}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            PAGES,
            {
                1: "title", 2: "header", 3: "footnote", 6: "blank", 7: "footnote", 8: "header", 9: "footnote",
            },
        ),
        (MARKDOWN, {1: "header", 2: "footnote"}),
    ],
)  # fmt: skip
def test_lines_and_pages_are_no_wires(text: str, expected: dict[int, str]) -> None:
    found = preview(text.encode(), "wires.txt")
    assert kinds(found) == expected
    assert [(wire.number, wire.from_device, wire.to_terminal) for wire in found.wires] == [
        ("101", "K1", "5"), ("102", "K1", "6"), ("103", "K2", "7"),
    ]  # fmt: skip
    assert not [each for each in found.problems if each.is_of_wire]


TERMINALS = """\
| Terminal | Type |
| -------- | ---- |
| X2:5 | UT 2,5 |
"""


def test_each_markdown_table_of_other_columns_is_a_sheet_called_by_the_heading_above() -> None:
    text = (
        f"# Drive, rev. B\n\nSome words.\n\n## Terminals\n\n{TERMINALS}\n## Wires\n\n{MARKDOWN}\nThe end.\n"
    )
    found = preview(text.encode(), "wires.md")
    assert [(each.name, each.is_wiring_table) for each in found.sheets] == [
        ("Terminals", False), ("Wires", True),
    ]  # fmt: skip
    assert (found.sheet, len(found.wires)) == ("Wires", 3)
    assert len(found.rows) == sum(each.is_of_wire is False for each in found.problems) + 3


def test_markdown_tables_of_the_same_columns_are_one() -> None:
    found = preview(f"{MARKDOWN}\n{MARKDOWN}\n".encode(), "wires.md")
    assert (found.sheets[0].name, len(found.sheets), len(found.wires)) == ("", 1, 6)
