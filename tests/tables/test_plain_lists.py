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
