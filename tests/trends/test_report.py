"""The period report as a page, a PDF and a workbook."""

import io
import re
from html import unescape

import pypdfium2
from openpyxl import load_workbook

from tests.plant import Plant
from tests.tightening.story import inspect_all, mend, random_rows, ready
from tests.told import told_once
from tests.trends.read import page


@told_once
def story(plant: Plant) -> None:
    for wire in (2, 9, 10, 11, 12):
        plant.do("mark_faulty", "li", wire=wire, kind="loose", end="from")
    mend(plant, 1)
    plant.do("grant_concession", "lin", finding=2, reason="Holds by its second screw")
    inspect_all(plant, but=(9, 10, 11, 12))


def pdf_text(plant: Plant, query: str = "") -> str:
    content = plant.client("lin").get(f"/trends/report.pdf{query}").data
    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join(each.get_textpage().get_text_bounded() for each in document)
    finally:
        document.close()


def test_the_report_tells_figures_changes_and_open_matters(plant: Plant) -> None:
    story(plant)
    for text in (page(plant, "/trends/report?span=week"), pdf_text(plant, "?span=week")):
        assert "Loose connection" in text
        assert "Holds by its second screw" in text
        assert "3 of 3, the oldest first" in text
        assert "too few to say" in text


def test_a_round_that_failed_stands_in_the_report(plant: Plant) -> None:
    ready(plant)
    plant.do("spot_check_moved", "li", wire=random_rows(plant)[0], end="from")
    text = page(plant, "/trends/report?span=half-year")
    assert "Found only at the spot check 1 0" in text
    assert "SN-1 : Round 1" in text


def test_complaints_and_failed_rechecks_stand_in_the_report(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("fail_recheck", "wang", finding=1, note="still moves")
    plant.do("record_complaint", "lin", kind="dropped", words="It hangs loose")
    plant.do("record_complaint", "lin", kind="wrong", words="The lift stands")
    plant.do("close_complaint", "lin", complaint=2, step="inspection", reason="An end was read wrongly")
    for text in (page(plant, "/trends/report?span=week"), pdf_text(plant, "?span=week")):
        assert "Rechecks that failed 100 % (1 of 1 rechecks)" in text
        assert "It hangs loose" in text
        assert "The lift stands" not in text
    assert "Complaints 2 0" in page(plant, "/trends/report?span=week")


def test_the_files_of_the_course_have_its_weeks(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    text = plant.client("lin").get("/trends/report?span=month&until=2026-03-10").text
    card = text.split('id="weekly"')[1].split("</section>")[0]
    (address,) = re.findall(r'href="(/trends/weekly\.csv[^"]*)"', card)
    lines = plant.client("lin").get(unescape(address)).text.splitlines()
    assert (len(lines), lines[1][:10], lines[-1][:10]) == (27, "2025-10-06", "2026-03-30")


def test_the_workbook_has_a_sheet_for_each_part(plant: Plant) -> None:
    story(plant)
    book = load_workbook(io.BytesIO(plant.client("lin").get("/trends/report.xlsx").data))
    assert {"Figures", "Biggest changes", "Concessions", "Findings open now"} <= set(book.sheetnames)


def test_only_leads_read_the_report_and_only_in_its_formats(plant: Plant) -> None:
    assert plant.client("li").get("/trends/report").status_code == 403
    assert plant.client("li").get("/trends/report.pdf").status_code == 403
    assert plant.client("lin").get("/trends/report.exe").status_code == 404
