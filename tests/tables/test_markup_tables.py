"""Files called .xls that are HTML pages or SpreadsheetML, as many programs save them."""

import pytest

from tests.pace import Pace
from tests.tables.test_preview import words
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.readers import read_source
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Merge, OddKind
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import Code

SOON = 40
PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset={0}">
<style>td {{mso-number-format:"\\@";}} <table><td></style>
<!--[if gte mso 9]><xml><table><td>no</td></table></xml><![endif]--></head>
<body><TABLE border=1><caption>接线表</caption>
<tr><th rowspan=2>线号</th><th colspan='2'>起点</th><th colspan="2">终点</th>
<th rowspan=2>颜色<br>Colour</th></tr>
<tr><th>元件</th><th>端子</th><th>元件</th><th>端子</th></tr>
<tr><td>101</td><td rowspan=2>-K1</td><td>A1</td><td>-X1</td><td>="01"</td><td>蓝&nbsp;</td></tr>
<tr><td>102<td>A2<td> -X1 <td>2<td>GN&#47;YE
</TABLE></body></html>"""
BOOK = """<?xml version="1.0"{0}?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
{1}</Workbook>"""
SHEET = """<Worksheet ss:Name="{0}"><Table>{1}</Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{2}</WorksheetOptions></Worksheet>"""
NAMES = "".join(
    f'<Cell><Data ss:Type="String">{name}</Data></Cell>'
    for name in ("线号", "起点元件", "起点端子", "终点元件", "终点端子", "线径")
)
WIRES = f"""<Row ss:Index="3">{NAMES}</Row>
<Row><Cell><Data ss:Type="Number">101</Data><Comment><ss:Data>not this</ss:Data></Comment></Cell>
<Cell ss:MergeDown="1"><Data ss:Type="String">-K1</Data></Cell><Cell><Data ss:Type="String">A1</Data></Cell>
<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>-X</B><Font>1</Font></ss:Data></Cell>
<Cell><Data ss:Type="DateTime">2026-01-02T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">2.5</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">102</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">A2</Data></Cell>
<Cell><Data ss:Type="String">-X1</Data></Cell><Cell ss:Formula="=R[-1]C"/></Row>"""


def book(*sheets: str, declared: str = "") -> bytes:
    return BOOK.format(declared, "".join(sheets)).encode()


def ends(found: Preview) -> list[tuple[str, str | None, str, str | None]]:
    return [(each.from_device, each.from_terminal, each.to_device, each.to_terminal) for each in found.wires]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("utf-8", "utf-8"),
        ("big5", "big5"),
        ("us-ascii", "utf-8"),
        ("nonsense", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_states_unless_it_is_not_in_it(
    charset: str, encoding: str
) -> None:
    content = PAGE.format(charset)
    if encoding == "big5":
        content = content.translate(str.maketrans("线号点终颜蓝", "線號點終顏藍"))
    found = preview(content.encode(encoding, "replace"), "wires.xls")
    assert (found.format, found.encoding, found.header_row) == ("html", encoding, 2)
    assert ends(found) == [("-K1", "A1", "-X1", "01"), ("-K1", "A2", "-X1", "2")]
    assert [each.colour for each in found.wires] == ["BU", "GNYE"]
    assert [each.number for each in found.wires] == ["101", "102"]


def test_cells_over_rows_and_columns_are_merged() -> None:
    (sheet,) = read_source(PAGE.format("utf-8").encode(), ReadLimits()).sheets
    assert sheet.merges[:2] == [Merge((1, 0), (2, 0)), Merge((1, 1), (1, 2))]
    assert sheet.rows[1] == ["", "元件", "端子", "元件", "端子"]
    assert sheet.rows[3][2] == "A2"


def test_each_table_of_a_page_is_a_sheet_and_the_largest_wiring_table_is_read() -> None:
    rows = [f"<tr><td>-K{n}:1</td><td>-X1:{n}</td></tr>" for n in range(1, 4)]
    long, short = (f"<table><tr><td>From<td>To</tr>{''.join(each)}</table>" for each in (rows, rows[:2]))
    page = f"<table><tr><td>Drive cabinet<td>Rev. C<tr><td>{long}</table>{short}"
    found = preview(page.encode(), "wires.xls")
    assert [each.name for each in found.sheets] == ["1", "2", "3"]
    assert (found.sheet, len(found.wires)) == ("2", 3)
    assert len(preview(page.encode(), "wires.xls", Settled(sheet="3")).wires) == 2


def test_a_workbook_as_xml_is_read_with_gaps_merges_and_odd_cells() -> None:
    hidden = SHEET.format("Lists", WIRES, "<Visible>SheetHidden</Visible>")
    found = preview(book(hidden, SHEET.format("Wires", WIRES, "")), "wires.xls")
    assert (found.format, found.encoding, found.sheet, found.header_row) == ("xml", "utf-8", "Wires", 3)
    assert ends(found) == [("-K1", "A1", "-X1", "2026-01-02"), ("-K1", "A2", "-X1", None)]
    assert [each.number for each in found.wires] == ["101", "102"]
    assert str(found.wires[0].cross_section_mm2) == "2.5"
    source = read_source(book(SHEET.format("Wires", WIRES, "")), ReadLimits())
    assert [each.kind for each in source.sheets[0].odd.values()] == [OddKind.DATE, OddKind.FORMULA]
    assert Code.FORMULA in [each.message.code for each in found.problems]


def test_a_workbook_as_xml_may_be_in_an_encoding_that_the_parser_does_not_know() -> None:
    content = book(SHEET.format("接线", WIRES, ""), declared=' encoding="gb2312"').decode().encode("gb18030")
    found = preview(content, "wires.xls")
    assert (found.encoding, found.sheet, len(found.wires)) == ("gb2312", "接线", 2)


def row(cell: str) -> str:
    return f"<Row>{cell}</Row>"


FAR = '<Cell ss:Index="500"><Data ss:Type="String">x</Data></Cell>'
TALL = '<Cell ss:Index="1" ss:MergeDown="99998"/>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><table><tr><td>" + b"<a " * 500_000, "No wiring table"),
        (b"<html><table><tr><td>" + b"<a b='" * 500_000, "No wiring table"),
        (b"<table><tr><td>" + b"<!--" * 500_000, "empty"),
        (b"<table><tr><td>" + b"<style>" * 500_000, "empty"),
        (b"<table><tr><td>" + b"<!" * 500_000, "No wiring table"),
        (b"<table><tr><td>" + b"<table>" * 900_000, "far more parts"),
        (b"<table><tr><td></table>" + b"<table></table>" * 900_000, "far more parts"),
        (b"<table>" + b"<tr>" * 200_000 + b"<td>a", "more than 100000 rows"),
        (b"<table><tr>" + b"<td>a" * 900, "more than 500 columns"),
        (b"<table><tr><td colspan=99999>a", "more than 500 columns"),
        (b"<table>" + b"<tr><td rowspan=99999>a" * 50_000, "more than 500 columns"),
        (b"<table>" + b"<tr><td colspan=499><td>a" * 90_000, "far more parts"),
        (book(SHEET.format("A", '<Row ss:Index="99999999"/>', "")), "more than 100000 rows"),
        (book(SHEET.format("A", row('<Cell ss:Index="9999"/>'), "")), "more than 500 columns"),
        (book(SHEET.format("A", row(FAR) * 90_000, "")), "far more parts"),
        (book(SHEET.format("A", row(TALL) * 90_000 + row(FAR), "")), "far more parts"),
        (book("<a>" * 200), "far more parts"),
        (book("<Worksheet/>" * 200_000), "far more parts"),
        (book("<Worksheet>")[:-12], "cannot be read"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]>' + book("&x;").partition(b"?>\n")[2], "entities of its own"),
        (book("<Cell><Data>1</Data></Cell><Row/><Visible>x</Visible>"), "empty"),
        (book(row("<Cell><Data>1</Data></Cell>")), "empty"),
    ],
)
def test_hostile_markup_ends_in_words_soon(content: bytes, said: str) -> None:
    pace = Pace()
    assert said in words(content, "wires.xls")
    assert pace.pieces < SOON
