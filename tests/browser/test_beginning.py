"""How a cabinet comes into being: from a wiring table in a file to its label on the door, on PostgreSQL."""

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import FilePayload, expect

from tests.browser.words import PASSWORD, Tablet
from tests.databases import Databases

pytestmark = pytest.mark.browser

TABLE = """控制柜接线表
线号,起点元件,起点端子,终点元件,终点端子,颜色,线径,起点安装位置,终点安装位置
L1,-QS1,2,-F1,1,棕,10,安装板,安装板
101,-K1,A1,-X1,1,蓝,0.75,安装板,安装板
102,-S1,13,-X1,2,红,0.75,门,安装板
103,-A2,X1,,3,红,0.75,安装板,安装板
"""
"""A table as a Chinese drawing program writes it, with a title above and an end forgotten in the last row."""


@pytest.fixture
def databases(postgres_databases: Databases) -> Databases:
    return postgres_databases


def upload(tablet: Tablet) -> None:
    file: FilePayload = {"name": "接线表.csv", "mimeType": "text/csv", "buffer": TABLE.encode("gb18030")}
    tablet.sign_in("lin", PASSWORD)
    tablet.open("/tables")
    tablet.page.set_input_files("[name=file]", file)
    tablet.tap(tablet.page.get_by_role("button", name="Look at it"))


def mend(tablet: Tablet) -> None:
    """The forgotten end is entered where the draft asks for it; only then can the table be saved."""
    problems = tablet.page.locator("#problems")
    expect(problems).to_contain_text("The device where the wire ends is missing")
    expect(tablet.page.locator("[data-act=save-table]")).to_have_count(0)
    problems.locator("input[name^=cell-]").first.fill("-X1")
    tablet.tap(problems.get_by_role("button", name="Keep the new texts").first)


def save(tablet: Tablet) -> None:
    tablet.page.fill("[name=model]", "LIFT-1")
    tablet.page.fill("[name=revision]", "A")
    tablet.tap(tablet.page.get_by_role("button", name="Save 4 wires"))
    expect(tablet.page.locator("h1")).to_have_text("LIFT-1 A")
    expect(tablet.page.locator("tr[data-wire='1']")).to_contain_text(re.compile("main switch"))


def add_cabinets(tablet: Tablet) -> None:
    tablet.tap(tablet.page.get_by_role("link", name="Add cabinets"))
    tablet.page.fill("[name=serials]", "SN-101\nSN-102")
    expect(tablet.page.locator("[name=table] option:checked")).to_have_text("LIFT-1 A")
    tablet.tap(tablet.page.get_by_role("button", name="Add", exact=True))
    expect(tablet.page.get_by_role("status")).to_contain_text("2 cabinets added.")


def scanned(tablet: Tablet) -> str:
    """Return what a scanner reads from the label of the second cabinet."""
    tablet.tap(tablet.page.get_by_role("link", name="SN-102"))
    tablet.tap(tablet.page.get_by_role("link", name="QR label"))
    picture = tablet.page.get_by_role("img", name="QR label of this cabinet").get_attribute("src")
    answer = tablet.page.request.get(f"{tablet.plant.address}{picture}")
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(answer.body())))
    return code.text


def test_from_a_file_to_a_label_that_opens_the_cabinet(tablet: Tablet) -> None:
    upload(tablet)
    mend(tablet)
    save(tablet)
    add_cabinets(tablet)
    address = scanned(tablet)
    assert re.fullmatch(r"http://qa\.test/c/[0-9A-Z]{9}", address)
    tablet.sign_in("li")
    tablet.open(address.removeprefix("http://qa.test"))
    expect(tablet.page.locator("h1")).to_have_text("SN-102")
    tablet.tap(tablet.page.get_by_role("link", name="Go on checking: 4 left"))
    tablet.mark_ok(2)
    tablet.stands(2, "in_order")
    tablet.saved()


def test_a_file_that_is_no_table_says_so(tablet: Tablet) -> None:
    tablet.sign_in("lin", PASSWORD)
    tablet.open("/tables")
    tablet.page.set_input_files("[name=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": b""})
    tablet.tap(tablet.page.get_by_role("button", name="Look at it"))
    expect(tablet.page.get_by_text("The file is empty.")).to_be_visible()
