"""Text tables in the encodings of the field, long and short."""

import codecs

import pytest

from tests.tables.exports import WIRES, Export, plain
from tests.tables.exports_chinese import CHINESE
from tests.tables.exports_european import EUROPEAN
from tests.tables.test_preview import as_csv
from wiring_qa.tables.preview import preview
from wiring_qa.tables.readers import read_source
from wiring_qa.tables.readers.encodings import read_text
from wiring_qa.tables.readers.limits import ReadLimits

SIMPLIFIED, TRADITIONAL, JAPANESE = CHINESE[1], CHINESE[6], CHINESE[8]
WESTERN = EUROPEAN[3]
OWN = ((SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (JAPANESE, "cp932"), (WESTERN, "cp1252"))
PAIRS = [
    (export, encoding)
    for export, own in OWN
    for encoding in (own, "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
]
SHORT = (
    ("gb18030", "线号,起点,终点\n1,-K1:1,-X1:1\n"),
    ("gb18030", "线号;从;到;颜色\n1;K1:1;X1:1;蓝\n"),
    ("gb18030", "起点\t终点\nK1:1\tX1:1\n"),
    ("big5", "線號,起點,終點\n1,-K1:1,-X1:1\n"),
    ("big5", "線號;從;到;顏色\n1;K1:1;X1:1;藍\n"),
    ("big5", "起點\t終點\nK1:1\tX1:1\n"),
    ("gb18030", "No,From,To,Size\n1,-K1:1,-X1:1,1.5mm平方\n"),
    ("cp1252", "Länge;Quelle;Ziel\n350;-K1:1;-X1:1\n"),
    ("cp1252", "mm²|from|to\n1,5|-K1:1|-X1:1\n"),
    ("cp1252", "Repère;De;À\n1;K1:1;X1:1\n"),
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("export", "encoding"), PAIRS, ids=[f"{export.name} in {encoding}" for export, encoding in PAIRS]
)
def test_a_table_of_four_wires_reads_the_same_in_every_encoding(
    export: Export, encoding: str, delimiter: str
) -> None:
    # Big5 knows no raised 2
    rows = [[cell.replace("mm²", "mm2") for cell in row] for row in export.rows]
    found = preview(as_csv(rows, encoding, delimiter), "export.csv")
    assert [plain(wire, export.tells) for wire in found.wires] == [
        {name: wire[name] for name in export.tells} for wire in WIRES
    ]
    assert "�" not in str(found.rows)


@pytest.mark.parametrize(("encoding", "text"), SHORT)
def test_a_table_of_two_lines_is_still_told_by_its_few_signs(encoding: str, text: str) -> None:
    assert read_text(text.encode(encoding)).text == text


OLDER = (
    ("cp850", "Länge;Quelle;Ziel\n350;-K1:1;-X1:1\n"),
    ("cp850", "mm²|from|to\n1,5|-K1:1|-X1:1\n"),
    ("cp437", "Quelle;Ziel;Farbe\n-K1:1;-X1:1;grün\n"),
    ("cp850", "Übergang;Außenklemme;Größe\n-K1:1;-X1:1;weiß\n"),
    ("cp850", "Repère;Départ;Arrivée\n1;K1:1;X1:1\n"),
    ("mac_roman", "Länge;Quelle;Ziel;Farbe\n350;-K1:1;-X1:1;grün\n"),
    ("mac_roman", "Repère;Départ;Arrivée\n1;K1:1;X1:1\n"),
)
CENTRAL = (
    "Nr;Skąd;Dokąd;Przekrój;Długość\n1;Q1:2;K1:1;2,5;żółto-zielony\n",
    "Szám;Honnan;Hová;Szín\n1;Q1:2;K1:1;zöld-sárga kötőelem\n",
)
WINDOWS = ("„Länge“;°C;±5;Ø\n", "l’armoire;façade – porte\n", "Sección;Máquina;Señal\n", "25°C;5µm;mm²\n")


@pytest.mark.parametrize(("encoding", "text"), OLDER)
def test_texts_of_dos_and_the_older_macintosh_are_told_by_their_letters(encoding: str, text: str) -> None:
    found = read_text(text.encode(encoding))
    assert found.text == text
    assert (found.encoding == "mac_roman") == (encoding == "mac_roman")


@pytest.mark.parametrize("text", CENTRAL)
def test_texts_of_central_europe_are_told_by_their_letters(text: str) -> None:
    found = read_text(text.encode("cp1250"))
    assert (found.text, found.encoding) == (text, "cp1250")


@pytest.mark.parametrize("text", WINDOWS)
def test_what_may_be_of_windows_is(text: str) -> None:
    assert read_text(text.encode("cp1252")).encoding == "cp1252"


def test_a_mark_at_the_start_goes_before_everything() -> None:
    text = "线号,起点,终点\n1,-K1:1,-X1:1\n"
    for mark, encoding in ((codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_LE, "utf-32-le")):
        assert read_text(mark + text.encode(encoding)).encoding == encoding


def test_a_quoted_cell_may_hold_a_line_break_and_the_rows_still_count() -> None:
    data = b'No,From,To,"Remark\n(free)"\n1,K1:1,X1:1,"first\nsecond"\n2,K1:2,X1:2,\n'
    found = preview(data, "export.csv")
    assert [(wire.row, wire.remark) for wire in found.wires] == [(2, "first\nsecond"), (3, None)]


def test_what_keeps_a_spreadsheet_from_reading_a_number_is_taken_off() -> None:
    data = b"No;From;To\n=\"007\";'-K1:1;'=A1-X1:1\n"
    rows = read_source(data, ReadLimits()).sheets[0].rows
    assert list(rows[1]) == ["007", "-K1:1", "=A1-X1:1"]


def test_columns_under_each_other_are_cut_where_every_line_is_blank() -> None:
    lines = [
        "Wire   From        To        Colour  mm2",
        "101    -K1:A1      -X1:1     BU      1,5",
        "102    -K1:A2      -X1:2     BK      0,75",
        "103    -Q1:2       -F2:1     GNYE    2,5",
        "104    -X1:3       -H1:X1    RD      1",
    ]
    found = preview("\r\n".join(lines).encode("cp1252"), "list.txt")
    assert found.format == "txt"
    assert [plain(wire, ("number", "from", "to", "colour", "mm2")) for wire in found.wires] == [
        {name: value for name, value in wire.items() if name != "length"} for wire in WIRES
    ]
