"""A complaint from the field, from the call to its closing, and the trace of a wire."""

import re
from typing import Any

import pytest

from tests.plant import Plant
from tests.refusals import refused
from tests.tightening.story import held, mend, ready
from tests.told import told_once
from tests.trends.read import table
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.complaints.named_wires import named_wires

FIELDS: dict[str, Any] = {"kind": "loose", "wires": "109", "words": "Motor stops", "reference": "S-77"}


def page(plant: Plant, path: str, by: str = "lin") -> str:
    answer = plant.client(by).get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)))


@told_once
def released(plant: Plant) -> None:
    """Release the cabinet, with a loose wire 9 that was mended."""
    plant.do("assign_wirers", "lin", wirers=["chen"])
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    mend(plant, 1)
    ready(plant)
    held(plant)
    plant.do("release_cabinet", "lin")


def test_a_complaint_about_a_released_cabinet_is_recorded_and_leaves_it_released(plant: Plant) -> None:
    released(plant)
    answer = plant.do("record_complaint", "lin", **FIELDS)
    assert (answer["complaint"], answer["wires"]) == (1, [9])
    assert cabinet_by_code(plant.code).cached_stage == "released"
    text = page(plant, f"/c/{plant.code}/complaints/1")
    assert "Motor stops" in text
    assert "The record proposes: Recheck." in text


def test_the_trace_tells_who_wired_checked_tightened_and_tried_the_wire(plant: Plant) -> None:
    released(plant)
    text = page(plant, f"/c/{plant.code}/trace?wires=109")
    for said in (
        "chen · from", "Checked, faulty: li", "Fixed by chen", "Recheck passed: li", "Checked, in order: li",
        "driver 7 · 5 · chen", "Drawn in round 1", "Spot check, round 1: Held", "Released by lin",
    ):  # fmt: skip
        assert said in text, said


def test_a_wire_that_was_never_touched_says_so(plant: Plant) -> None:
    text = page(plant, f"/c/{plant.code}/trace?wires=%239")
    assert "Nothing was recorded on this row." in text
    assert "No tightening was confirmed at either end." in text
    assert "Never drawn for a spot check." in text


@pytest.mark.parametrize(
    ("typed", "rows"),
    [("", []), ("109", [9]), ("#9", [9]), ("109, 110；#9", [9, 10]), ("102", [2])],
)
def test_wires_are_named_by_number_or_row(plant: Plant, typed: str, rows: list[int]) -> None:
    named = named_wires(cabinet_by_code(plant.code), typed)
    assert [wire.sequence for wire in named.wires] == rows
    assert named.refusal is None


def test_wires_are_named_by_their_ends_with_or_without_the_sign(plant: Plant) -> None:
    cabinet = cabinet_by_code(plant.code)
    (wire,) = named_wires(cabinet, "109").wires
    end = f"{wire.from_device}:{wire.from_terminal}"
    for typed in (end, end.removeprefix("-"), end.lower()):
        assert wire.sequence in {each.sequence for each in named_wires(cabinet, typed).wires}
    assert len(named_wires(cabinet, wire.from_device).wires) >= 1


def test_a_name_that_fits_no_wire_is_told_and_nothing_is_saved(plant: Plant) -> None:
    assert refused(plant, "record_complaint", "lin", **FIELDS | {"wires": "109 999"}) == "no_wire"
    assert "There are no complaints." in page(plant, "/complaints")
    assert "No wire of this cabinet: 999" in page(plant, f"/c/{plant.code}/trace?wires=999")


def test_a_refused_complaint_keeps_what_was_entered(plant: Plant) -> None:
    client = plant.client("lin")
    path = f"/c/{plant.code}/complaints"
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    number = re.search(r'name="id" value="([^"]+)"', client.get(path).text)
    assert token
    assert number
    fields = {**FIELDS, "wires": "999", "noticed_on": "2099-01-01", "csrf_token": token[1], "id": number[1]}
    answer = client.post(f"/c/{plant.code}/record_complaint", data=fields)
    assert answer.status_code == 422
    assert "This day is still to come." in answer.text
    assert "Motor stops" in answer.text


def test_no_kind_is_chosen_for_the_lead(plant: Plant) -> None:
    text = plant.client("lin").get(f"/c/{plant.code}/complaints").text
    select = re.search(r'<select[^>]*name="kind"[^>]*>\s*<option value="([^"]*)"', text)
    assert select
    assert select[1] == ""
    assert " required" in select[0]
    assert refused(plant, "record_complaint", "lin", **FIELDS | {"kind": ""}) == "invalid"


def test_what_was_done_is_noted_and_the_complaint_closed(plant: Plant) -> None:
    plant.do("record_complaint", "lin", **FIELDS)
    plant.do("note_correction", "lin", complaint=1, note="Tightened on site")
    assert refused(plant, "close_complaint", "lin", complaint=1, step="later") == "reason_needed"
    plant.do("close_complaint", "lin", complaint=1, step="later", reason="Shaken on the ship")
    text = page(plant, f"/c/{plant.code}/complaints/1")
    assert "Tightened on site" in text
    assert "After the release (transport, customer): Shaken on the ship" in text
    assert refused(plant, "note_correction", "lin", complaint=1, note="more") == "complaint_closed"
    assert refused(plant, "close_complaint", "lin", complaint=1, step="later") == "complaint_closed"
    assert "There are no complaints." in page(plant, "/complaints?show=open")
    assert "SN-1" in page(plant, "/complaints")


def test_a_complaint_that_is_not_there_is_refused(plant: Plant) -> None:
    assert refused(plant, "note_correction", "lin", complaint=7, note="x") == "no_complaint"
    assert plant.client("lin").get(f"/c/{plant.code}/complaints/7").status_code == 404


@pytest.mark.parametrize("by", ["li", "chen"])
def test_only_leads_record_and_read_complaints(plant: Plant, by: str) -> None:
    assert refused(plant, "record_complaint", by, **FIELDS) == "not_allowed"
    for path in ("/complaints", f"/c/{plant.code}/complaints", f"/c/{plant.code}/trace", "/trace"):
        assert plant.client(by).get(path).status_code == 403


def test_a_call_is_answered_from_serial_number_and_wire(plant: Plant) -> None:
    answer = plant.client("lin").get("/trace?cabinet=sn-1&wires=109")
    assert answer.location == f"/c/{plant.code}/trace?wires=109"
    assert plant.client("lin").get("/trace?cabinet=unknown").location == "/complaints"


def test_complaints_are_escapes_until_they_are_judged_to_be_of_after_the_release(plant: Plant) -> None:
    plant.do("record_complaint", "lin", **FIELDS)
    plant.do("record_complaint", "lin", **FIELDS)
    assert sum(int(row[2]) for row in table(plant, "escapes")) == 2
    plant.do("close_complaint", "lin", complaint=1, step="later", reason="Shaken")
    plant.do("close_complaint", "lin", complaint=2, step="inspection")
    assert sum(int(row[2]) for row in table(plant, "escapes")) == 1
    assert sum(int(row[2]) for row in table(plant, "escapes", "?kind=missing")) == 0
