"""Files that cannot be wiring tables end in words on the page; odd ones that can be are imported right."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.plant import Plant
from tests.tables.test_draft_pages import figures, upload
from tests.tables.test_preview import TABLE, as_csv, as_xlsx
from wiring_qa.core.db import db
from wiring_qa.tables import queries
from wiring_qa.tables.models import TableDraft

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zip_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    return file.getvalue()


def with_formulas() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Wires")
        for number, row in enumerate(TABLE):
            sheet.write_row(number, 0, row)
        sheet.write_formula(1, 0, '="10"&"1"', None, "101")
        sheet.write_formula(2, 7, "=1/0", None, "#DIV/0!")
    return file.getvalue()


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "The file is empty."),
        ("blank.xlsx", as_xlsx({"One": []}), "The file is empty."),
        ("letter.txt", b"Dear Sir,\nno table here.\n", "No wiring table was found"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "This is a picture."),
        ("print.csv", b"%PDF-1.7 ...", "This is a PDF."),
        ("broken.xlsx", as_xlsx({"Wires": TABLE})[:900], "damaged"),
        (
            "locked.xlsx",
            OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("bomb.xlsx", zip_bomb(), "unpacks to far more"),
        ("wide.csv", (",".join(f"c{n}" for n in range(900)) + "\n").encode() * 3, "more than 500 columns"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[-5:] else "",
)
def test_a_file_that_cannot_be_one_ends_in_words_and_leaves_no_draft(
    plant: Plant, lin: FlaskClient, name: str, content: bytes, words: str
) -> None:
    answer = lin.post(
        "/tables/drafts", data={"file": (io.BytesIO(content), name)}, follow_redirects=True
    ).get_data(as_text=True)
    assert f"{name}:" in answer
    assert words in answer
    assert queries.drafts_of(plant.person("lin").id) == []


def test_a_file_over_the_limit_is_told_on_the_page(plant: Plant, lin: FlaskClient) -> None:
    plant.app.config["MAX_CONTENT_LENGTH"] = 1000
    sent = {"file": (io.BytesIO(as_csv(TABLE) * 50), "drive.csv")}
    text = lin.post("/tables/drafts", data=sent, follow_redirects=True).get_data(as_text=True)
    assert "The file is larger than 20 MB." in text


def test_no_file_at_all_is_told_on_the_page(lin: FlaskClient) -> None:
    text = lin.post("/tables/drafts", data={}, follow_redirects=True).get_data(as_text=True)
    assert "Choose a file first." in text


def test_formulas_show_their_values_and_their_errors_are_named(lin: FlaskClient) -> None:
    text = lin.get(upload(lin, with_formulas(), "formulas.xlsx")).get_data(as_text=True)
    assert "<td>101</td>" in text
    assert "The cell shows the error" in text


def test_titles_above_the_header_and_columns_named_twice_come_in_right(lin: FlaskClient) -> None:
    rows = [[*row, extra] for row, extra in zip(TABLE, ["工位", "9", "", ""], strict=True)]
    book = as_xlsx({"Cover": [["Customer"]], "Wires": [["接线表"], ["Panel", "MCC-1"], [], *rows]})
    text = lin.get(upload(lin, book, "titled.xlsx")).get_data(as_text=True)
    assert figures(text) == {"Wires": 3, "Titles": 2, "Names of the columns": 1, "Blank rows": 1}
    assert '<span class="soft">工位 (2):</span> 9' in text


def test_fifty_thousand_rows_are_shown_and_saved_whole(plant: Plant, lin: FlaskClient) -> None:
    header, row = ",".join(TABLE[0]) + "\n", "{0},-A{0},1,-X1,{0},1.5,蓝,,\n"
    many = (header + "".join(row.format(number) for number in range(50_000))).encode()
    here = upload(lin, many, "many.csv")
    assert "Save 50,000 wires" in lin.get(here).get_data(as_text=True)
    fields: dict[str, Any] = {"draft": here.rpartition("/")[2], "model": "Drive 7", "revision": "B"}
    answer = plant.do("import_table", "lin", chain="plant", **fields)
    assert answer["wires"] == 50_000
    last = queries.wire_of(answer["table"], 50_000)
    assert last is not None
    assert last.from_device == "-A49999"


def test_the_command_line_ends_in_one_line_and_saves_nothing(plant: Plant, tmp_path: Path) -> None:
    runner = plant.app.test_cli_runner()
    file = tmp_path / "drive.csv"
    file.write_bytes(as_csv([*TABLE, ["104", "", "1", "-X1", "4", "", "", "", ""]]))
    name = ["--model", "Drive 7", "--revision", "B"]
    lacking = runner.invoke(args=["tables", "import", str(file), *name])
    assert (lacking.exit_code, lacking.output.count("\n")) == (1, 1)
    assert "row 5: The device where the wire begins is missing." in lacking.output
    wrong = runner.invoke(args=["tables", "preview", str(file), "--map", "colr=颜色"])
    assert wrong.exit_code == 2
    unknown = runner.invoke(args=["tables", "preview", str(file), "--map", "colour=Farbe"])
    assert (unknown.exit_code, "There is no column Farbe." in unknown.output) == (1, True)
    assert runner.invoke(args=["tables", "preview", str(file), "--sheet", "Two"]).exit_code == 1
    assert queries.table_named("Drive 7", "B") is None
    assert db.session.scalar(select(func.count()).select_from(TableDraft)) == 0
