import csv
import io
import zipfile
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings, strategies as st

from wiring_qa.tables.kinds import Level
from wiring_qa.tables.preview import preview
from wiring_qa.tables.preview_json import preview_json
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import UnreadableTable

TABLE = [
    ["线号", "起点元件", "起点端子", "终点元件", "终点端子", "线径", "颜色", "备注", "工位"],
    ["101", "-K1", "A1", "-X1", "1", "1.5", "蓝", "", "3"],
    ["102", "-K2", "A1", "-X1", "2", "10mm²", "黄绿", "按钮线", ""],
    ["", "-Q1", "2", "-X1", "3", "AWG14", "RD/BK", "", ""],
]


def as_csv(rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(sheets: dict[str, list[list[Any]]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file.getvalue()


def words(data: bytes, name: str = "table.csv", **options: Any) -> str:
    """Return what is said of a file that cannot be read."""
    with pytest.raises(UnreadableTable) as caught:
        preview(data, name, **options)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_common_encoding_and_delimiter_reads_the_same_wires(encoding: str, delimiter: str) -> None:
    found = preview_json(preview(as_csv(TABLE, encoding, delimiter), "table.csv"))
    told = [
        (wire["number"], wire["from_device"], wire["to_terminal"], wire["colour"]) for wire in found["wires"]
    ]
    assert told == [("101", "-K1", "1", "BU"), ("102", "-K2", "2", "GNYE"), (None, "-Q1", "3", "RDBK")]
    assert [wire["cross_section_mm2"] for wire in found["wires"]] == [1.5, 10, 2.081]
    assert found["unmapped"] == ["工位"]
    assert found["wires"][0]["extra"] == {"工位": "3"}


def test_a_workbook_with_several_sheets_and_title_rows_reads_its_wiring_table() -> None:
    titled: list[list[Any]] = [["WIRING TABLE"], ["Panel: MCC-1", "", "Rev. C"], [], *TABLE]
    found = preview(as_xlsx({"Cover": [["Customer", "—"]], "Wires": titled}), "table.xlsx")
    assert (found.sheet, found.header_row, len(found.wires)) == ("Wires", 4, 3)
    assert [(each.name, each.is_wiring_table) for each in found.sheets] == [("Cover", False), ("Wires", True)]


def test_a_person_can_give_a_column_another_meaning_and_mend_a_cell() -> None:
    rows = [["a", *TABLE[0][1:]], *TABLE[1:], ["104", "", "1", "-X1", "4", "1.5", "蓝", "", ""]]
    found = preview(as_csv(rows), "table.csv", Settled(mapping={"number": "a"}))
    assert found.wires[0].number == "101"
    errors = [problem for problem in found.problems if problem.level is Level.ERROR]
    assert [(each.row, each.column, each.column_index) for each in errors] == [(5, "起点元件", 1)]
    assert not found.is_content
    settled = Settled(mapping={"number": "a"}, corrections={(5, 1): "-K9"})
    mended = preview(as_csv(rows), "table.csv", settled)
    assert mended.is_content
    assert mended.wires[-1].from_device == "-K9"


def test_rows_that_are_no_wires_are_named() -> None:
    rows = [*TABLE[:2], [], ["柜门"], TABLE[2], ["小计", "", "", "", "", "2"], TABLE[0], TABLE[3]]
    found = preview(as_csv(rows), "table.csv")
    assert len(found.wires) == 3
    assert {problem.row: problem.kind.value for problem in found.problems if problem.is_structure} == {
        1: "header", 3: "blank", 4: "group", 6: "subtotal", 7: "header",
    }  # fmt: skip


def test_duplicate_headers_are_kept_apart() -> None:
    rows = [[*row, extra] for row, extra in zip(TABLE, ["工位", "9", "", ""], strict=True)]
    assert preview(as_csv(rows), "table.csv").wires[0].extra == {"工位": "3", "工位 (2)": "9"}


def test_why_a_row_is_large_wide_or_look_alike_is_told() -> None:
    third = ["103", "-K3", "A1", "-X1", "9", "1.5", "蓝", "", ""]
    flags = preview_json(preview(as_csv([*TABLE, third]), "table.csv"))["wires"][1]
    assert set(flags["flags"]) == {"large", "look_alike"}
    assert flags["category"] == "button"
    assert flags["extra_checks"] == ["label", "colour", "lug", "size"]


def test_an_empty_file_and_a_file_that_is_no_table_say_so() -> None:
    assert "empty" in words(b"")
    assert words(b"Dear Sir,\nplease find attached the drawing.\nRegards\n")
    assert "picture" in words(b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "table.xlsx").lower()
    assert words(b"%PDF-1.7 ...", "table.csv")
    assert words(b"PK\x03\x04 broken", "table.xlsx")


def test_a_zip_bomb_is_not_opened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    assert "unpacks to far more" in words(file.getvalue(), "table.xlsx")


def test_too_many_rows_are_refused_and_fifty_thousand_are_read() -> None:
    row = "{0},-K{0},1,-X{0},1,1.5,蓝,,\n"
    header = ",".join(TABLE[0]) + "\n"
    many = (header + "".join(row.format(number) for number in range(50_000))).encode()
    assert len(preview(many, "table.csv").wires) == 50_000
    assert "more than 100 rows" in words(many, limits=ReadLimits(max_rows=100))


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CELLS, min_size=9, max_size=9), max_size=8))
def test_whatever_stands_in_the_cells_every_row_is_a_wire_or_named(rows: list[list[str]]) -> None:
    try:
        found = preview(as_csv([TABLE[0], TABLE[1], *rows]), "table.csv")
    except UnreadableTable:
        return
    named = [problem.row for problem in found.problems if problem.kind.value != "wire"]
    assert sorted([wire.row for wire in found.wires] + named) == list(range(1, found.row_count + 1))
