import io
import re
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.plant import Plant
from tests.tables.test_preview import TABLE, as_csv, as_xlsx
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry

LACKING = [*TABLE, ["104", "", "1", "-X1", "4", "1.5", "蓝", "", ""]]
DESIGNATIONS = [["线号", "起点", "终点"], ["101", "-K1:A1", "-X1:1"], ["102", "-K2:A1", "-X1:2"]]
UNNAMED = [
    ["Nr", "aaa", "bbb", "ccc", "ddd"],
    ["101", "relay one", "x", "strip", "y"],
    ["102", "relay two", "x", "strip", "z"],
]


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


def upload(client: FlaskClient, content: bytes, name: str = "drive.csv") -> str:
    """Send a file as a person does; return the address of its draft."""
    # encoded here: the test client leaves open the temporary file that it makes for a large one
    boundary, body = encode_multipart({"file": FileStorage(io.BytesIO(content), name, "file")})
    answer = client.post(
        "/tables/drafts", data=body, content_type=f"multipart/form-data; boundary={boundary}"
    )
    return answer.headers["Location"]


def page(client: FlaskClient, address: str, **data: Any) -> str:
    """Read a draft's page, after something was settled on it if ``data`` says what."""
    if data:
        client.post(address.partition("?")[0], data=data)
    return client.get(address).get_data(as_text=True)


def figures(text: str) -> dict[str, int]:
    """Return what became of the rows, by the words of the page; hold that it adds up."""
    found = re.findall(r'figure-label">(.*?)</span>\s*<span class="figure-value">([\d,]+)', text)
    (whole, rows), *parts = [(words, int(number.replace(",", ""))) for words, number in found]
    assert whole == "Rows of the file"
    assert rows == sum(number for _words, number in parts)
    return {words: number for words, number in parts if number}


def test_the_counts_add_up_and_every_row_is_accounted_for(lin: FlaskClient) -> None:
    rows = [["图纸 A/2"], *LACKING, [], ["小计", "", "", "", "", "2"]]
    text = page(lin, upload(lin, as_csv(rows)))
    assert figures(text) == {
        "Wires": 3, "Titles": 1, "Names of the columns": 1, "Sums": 1, "Blank rows": 1, "Cannot be read": 1,
    }  # fmt: skip
    assert "This row is a sum, not a wire." in text


def test_counts_are_whole_though_the_page_shows_only_the_first_problems(lin: FlaskClient) -> None:
    lacking = [[str(number), "", "1", "-X1", "4", "", "", "", ""] for number in range(300)]
    text = page(lin, upload(lin, as_csv([*TABLE, *lacking])))
    assert figures(text) == {"Wires": 3, "Names of the columns": 1, "Cannot be read": 300}
    assert text.count("data-level=") == 20
    assert "Page 1 of 15" in text


def test_a_row_marked_as_no_wire_is_left_out_in_the_open_and_can_come_back(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(LACKING))
    assert "Save 3 wires" not in page(lin, here)
    left_out = page(lin, here, leave_out="5")
    assert "Save 3 wires" in left_out
    assert figures(left_out) == {"Wires": 3, "Names of the columns": 1, "Left out by hand": 1}
    assert "Save 3 wires" not in page(lin, here, restore_row="5")


def test_the_journal_tells_what_was_settled_by_hand(lin: FlaskClient) -> None:
    rows = [*LACKING, ["105", "-K5", "1", "", "", "", "", "", ""]]
    here = upload(lin, as_csv(rows))
    page(lin, here, leave_out="6", **{"cell-5:1": "-K9"})
    lin.post(f"{here}/save", data={"id": str(number := uuid4()), "model": "Drive 7", "revision": "B"})
    entry = db.session.get_one(JournalEntry, number)
    told = {name: entry.data[name] for name in ("filename", "corrections", "left_out", "rows", "wires")}
    assert told == {
        "filename": "drive.csv", "corrections": {"5:1": "-K9"}, "left_out": [6], "rows": 6, "wires": 4,
    }  # fmt: skip
    assert len(entry.data["sha256"]) == 64


def test_a_mended_cell_is_listed_and_can_be_as_it_was(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(LACKING))
    mended = page(lin, here, **{"cell-5:1": "-K9"})
    assert "Cells changed by you" in mended
    assert "Save 4 wires" in mended
    assert "Save 4 wires" not in page(lin, here, restore_cell="5:1")


def test_a_text_sent_unchanged_changes_nothing_and_cells_outside_the_table_are_ignored(
    lin: FlaskClient,
) -> None:
    odd = [*TABLE, ["104", "-K4", "1", "-X1", "4", "1.5", "彩虹", "", ""]]
    here = upload(lin, as_csv(odd))
    assert 'value="彩虹"' in page(lin, here)
    cells = {"cell-5:6": "彩虹", "cell-9999999:1": "x", "cell-5:9999": "x"}
    assert "Cells changed by you" not in page(lin, here, **cells)


def test_a_column_kept_beside_the_wire_stays_there(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(TABLE))
    fields = ["-", "from_device", "from_terminal", "to_device", "to_terminal", "-", "colour", "remark", "-"]
    columns = {f"column-{place}": field for place, field in enumerate(fields)}
    text = page(lin, here, columns="1", **columns)
    assert "<td>101</td>" not in text
    assert '<span class="soft">线号:</span> 101' in text


def test_a_column_of_whole_designations_survives_the_form_it_is_shown_in(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(DESIGNATIONS))
    shown = page(lin, here)
    assert '<option value="from" selected>' in shown
    text = page(lin, here, columns="1", **{"column-0": "-", "column-1": "from", "column-2": "to"})
    assert "-K1:A1" in text
    assert "Save 2 wires" in text


def test_two_columns_for_one_field_are_refused_in_words(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(TABLE))
    columns = {"column-1": "from_device", "column-2": "from_device", "column-3": "to_device"}
    assert "Two columns are chosen for the same field." in page(lin, here, columns="1", **columns)
    assert "Save 3 wires" in page(lin, here)


def test_a_table_with_unknown_names_is_kept_and_a_person_says_what_they_mean(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(UNNAMED))
    assert "Which row names the columns?" in page(lin, here)
    assert figures(page(lin, here, header_row="1")) == {"Names of the columns": 1, "Cannot be read": 2}
    fields = ("number", "from_device", "from_terminal", "to_device", "to_terminal")
    columns = {f"column-{place}": field for place, field in enumerate(fields)}
    assert "Save 2 wires" in page(lin, here, columns="1", **columns)


def test_a_header_row_that_is_not_there_is_told_and_the_draft_stays_usable(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(TABLE))
    assert "Enter the number of a row" in page(lin, here, header_row="first")
    assert "There is no row 99." in page(lin, here, header_row="99")
    assert "Save 3 wires" in page(lin, here, forget="1")


def test_a_sheet_without_a_table_can_be_left_again(lin: FlaskClient) -> None:
    book = as_xlsx({"Cover": [["Customer", "—"], ["Panel", "MCC-1"]], "Wires": TABLE})
    here = upload(lin, book, "book.xlsx")
    assert re.search(rf'action="{here}"[^>]*>(?:(?!</form>).)*name="sheet"', page(lin, here), re.DOTALL)
    assert "Which row names the columns?" in page(lin, here, sheet="Cover")
    assert "Save 3 wires" in page(lin, here, sheet="Wires")


def test_many_wires_come_in_pages_and_can_be_narrowed_to_what_asks_for_more(lin: FlaskClient) -> None:
    many = [[str(n), f"-A{n}", "1", f"-X{n}", str(n), "1.5", "蓝", "", ""] for n in range(500, 590, 1)]
    here = upload(lin, as_csv([*TABLE, *many]))
    first, second = page(lin, here), page(lin, f"{here}?page=2")
    assert "Page 1 of 2" in first
    assert "-A589:1" not in first
    assert "-A589:1" in second
    large = page(lin, f"{here}?show=large")
    assert "10 mm² is at or above 6 mm²." in large
    assert "-A500:1" not in large


def test_a_draft_is_its_persons_own_until_they_delete_it(plant: Plant, lin: FlaskClient) -> None:
    here = upload(lin, as_csv(TABLE))
    other = plant.client("root")
    assert other.get(here).status_code == 404
    other.post(f"{here}/discard")
    assert lin.get(here).status_code == 200
    lin.post(f"{here}/discard")
    assert lin.get(here).status_code == 404


def test_a_refused_save_keeps_what_was_entered(lin: FlaskClient) -> None:
    first, second = upload(lin, as_csv(TABLE)), upload(lin, as_csv(TABLE))
    fields = {"model": "Drive 7", "revision": "B"}
    assert lin.post(f"{first}/save", data={"id": str(uuid4()), **fields}).status_code == 303
    again = lin.post(f"{second}/save", data={"id": str(uuid4()), **fields})
    assert again.status_code == 422
    text = again.get_data(as_text=True)
    assert "There is a wiring table of this model and revision already." in text
    assert 'value="Drive 7"' in text
