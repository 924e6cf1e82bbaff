from io import BytesIO

import pypdfium2
import zxingcpp
from openpyxl import load_workbook

from tests.pace import Pace
from tests.plant import Plant
from tests.records.read import cells_of, first_page, get, head_of, text_of
from tests.tightening.story import held, ready
from wiring_qa.documents.document import Column, Document, Section
from wiring_qa.documents.pdf import write_pdf
from wiring_qa.documents.xlsx import write_xlsx

FORMULA = '=HYPERLINK("http://x","松动")'


def tell_a_story(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=7)
    plant.do("confirm_as_second_person", "zhao", wire=7)
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from", note=FORMULA)
    plant.do("confirm_fix", "chen", finding=1, note="retightened")
    plant.do("fail_recheck", "wang", finding=1, note="still moves")
    plant.do("confirm_fix", "zhao", finding=1)
    plant.do("pass_recheck", "wang", finding=1)
    plant.do("mark_faulty", "li", wire=10, kind="wrong_colour", end="both")
    plant.do("grant_concession", "lin", finding=2, reason="agreed")
    plant.do("mark_ok", "li", wire=11)
    plant.do("take_back_mark", "li", wire=11)
    plant.do("record_extra_wire", "li", found_device="-X1")


STORY = (
    "Checked, in order: li",
    "Second person: zhao",
    "Finding 1: Loose",
    "Fixed by chen",
    "retightened",
    "Not fixed: wang",
    "still moves",
    "Fixed by zhao",
    "Recheck passed: wang",
    "Conceded by lin",
    "taken back",
    "Extra wires",
)


def test_the_pdf_tells_the_whole_linked_history(plant: Plant) -> None:
    tell_a_story(plant)
    said = " ".join(text_of(get(plant, "record.pdf")).split())
    for words in STORY:
        assert "".join(words.split()) in "".join(said.split()), words
    assert "松动" in said
    assert head_of(plant)[1] in said


def test_the_workbook_tells_the_same_and_runs_nothing_that_was_typed(plant: Plant) -> None:
    tell_a_story(plant)
    content = get(plant, "record.xlsx")
    said = "\n".join(cells_of(content))
    for words in STORY[:-1]:
        assert words in said, words
    assert FORMULA in said
    types = {
        cell.data_type
        for sheet in load_workbook(BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
    }
    assert "f" not in types


def test_a_cell_that_begins_like_a_formula_stays_text() -> None:
    section = Section("Wiring", [Column("Row", 20), Column("Said", 100)], [(["=1+1"], ["@SUM(A1)", "+1"])])
    content = write_xlsx(Document("Record", "S", [], [section], "seal", "http://qa.test/x"))
    cells = [
        cell for row in load_workbook(BytesIO(content))["Wiring"].iter_rows() for cell in row if cell.value
    ]
    assert {cell.value for cell in cells} >= {"=1+1", "@SUM(A1)", "+1"}
    assert all(cell.data_type == "s" for cell in cells)


def test_tightening_spot_check_and_release_stand_in_both_documents(plant: Plant) -> None:
    ready(plant)
    held(plant)
    plant.do("release_cabinet", "lin", note="to the customer")
    pdf = "".join(text_of(get(plant, "record.pdf")).split())
    book = "".join("".join(cells_of(get(plant, "record.xlsx"))).split())
    for words in ("Tighteninground1", "driver7", "Spotcheck,round1", "Releasedbylin", "tothecustomer"):
        assert words in pdf
        assert words in book


def test_the_printed_code_opens_the_page_that_knows_this_record(plant: Plant) -> None:
    tell_a_story(plant)
    (code,) = zxingcpp.read_barcodes(first_page(get(plant, "record.pdf")))
    position, digest = head_of(plant)
    assert code.text.endswith(f"/c/{plant.code}/record/seal/{position}/{digest}")
    path = code.text[code.text.index("/c/") :]
    assert "is the record as it stands" in plant.client("li").get(path).get_data(as_text=True)


def test_the_printed_code_reads_with_a_tenth_of_it_covered(plant: Plant) -> None:
    page = first_page(get(plant, "record.pdf"))
    (code,) = zxingcpp.read_barcodes(page)
    left, top, side = code.position.top_left.x, code.position.top_left.y, 36 / 25.4 * 203
    patch = int(side * 0.1**0.5)
    page.paste(
        255,
        (
            int(left + side * 0.4),
            int(top + side * 0.4),
            int(left + side * 0.4) + patch,
            int(top + side * 0.4) + patch,
        ),
    )
    (again,) = zxingcpp.read_barcodes(page)
    assert again.text == code.text


def test_a_record_of_two_thousand_rows_is_drawn_in_seconds(plant: Plant) -> None:
    lines = [
        "Checked, faulty: li, 24 Nov 2026, 10:12",
        "Finding 12: 松动, 起点: 螺钉没有拧紧 · 查线 · li · closed",
    ]
    rows = [([str(n), "-K1:A1", "-X1:14", "BU", "1.5 mm²", "in order"], lines) for n in range(2000)]
    columns = [
        Column(name, width) for name, width in zip("abcdefg", (14, 25, 25, 15, 17, 20, 66), strict=True)
    ]
    document = Document("Record", "S", [], [Section("Wiring", columns, rows)], "seal", "http://qa.test/c/x")
    with plant.app.test_request_context():
        pace = Pace()
        content = write_pdf(document)
        write_xlsx(document)
        pieces = pace.pieces
    assert len(pypdfium2.PdfDocument(content)) > 20
    assert pieces < 200


def test_the_documents_speak_the_reader_s_language(plant: Plant) -> None:
    tell_a_story(plant)
    client = plant.client("li")
    for language, words in (("zh_Hans", "检查记录"), ("zh_Hant", "檢查記錄")):
        client.set_cookie("language", language)
        headers = {"Accept-Language": language.replace("_", "-")}
        path = f"/c/{plant.code}/record"
        assert words in text_of(client.get(f"{path}.pdf", headers=headers).get_data())
        assert any(words in cell for cell in cells_of(client.get(f"{path}.xlsx", headers=headers).get_data()))
