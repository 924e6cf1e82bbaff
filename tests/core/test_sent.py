"""What browsers and scripts send is made fit to be kept before anything reads it."""

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.api.test_api import token
from tests.plant import Plant
from wiring_qa.core.sent import LARGEST, one_line, typed, whole_number

HUGE = "9" * 25


def test_a_text_loses_what_nobody_types_and_nothing_else() -> None:
    assert typed("a\x00b\x1b[31m\ud800") == "ab[31m\ufffd"
    assert typed("错接 \u202eabc 👷\u200d♀️ <b>\tx\n") == "错接 \u202eabc 👷\u200d♀️ <b>\tx\n"
    assert one_line(" SN\r\n4\u2028 ") == "SN 4"


@pytest.mark.parametrize("text", [HUGE, str(LARGEST + 1), str(-LARGEST - 1), "many"])
def test_a_number_that_no_column_holds_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        whole_number(text)


@pytest.mark.parametrize(
    ("act", "by", "field"),
    [
        ("mark_ok", "li", "wire"),
        ("mark_faulty", "li", "swapped_with"),
        ("confirm_fix", "chen", "finding"),
        ("confirm_group", "chen", "group"),
        ("set_pin", "root", "person"),
    ],
)
def test_a_huge_number_in_a_form_is_told_at_its_field(plant: Plant, act: str, by: str, field: str) -> None:
    path = "/plant/set_pin" if act == "set_pin" else f"/c/{plant.code}/{act}"
    sent = {"id": str(uuid4()), "wire": "9", "kind": "wrong", "end": "to", "tool": "t", field: HUGE}
    answer = plant.client(by).post(path, data=sent, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    errors: Any = answer.json
    assert errors["errors"][field] == ["Not a valid integer value."]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/c/%00", 404),
        ("/c/A%00B/walk", 404),
        (f"/tables/{HUGE}", 404),
        ("/c/{code}/walk/" + HUGE + "/fault", 404),
        ("/cabinets?q=%00&page=" + HUGE, 200),
        ("/find?code=a%00b", 302),
        ("/c/{code}/changes?since=" + HUGE, 200),
        ("/c/{code}/walk?q=%00&plain=" + HUGE, 200),
    ],
)
def test_an_address_that_nobody_has_typed_is_answered_in_words(plant: Plant, path: str, status: int) -> None:
    assert plant.client("lin").get(path.format(code=plant.code)).status_code == status


def test_a_control_character_in_a_note_is_left_out_and_the_mark_is_kept(plant: Plant) -> None:
    sent = {"id": str(uuid4()), "wire": "9", "kind": "loose", "end": "to", "note": "half\x00 out\x07"}
    answer = plant.client("li").post(f"/c/{plant.code}/mark_faulty", data=sent)
    assert answer.status_code == 303
    assert "half out" in plant.client("li").get(f"/c/{plant.code}/findings").text


def test_who_signs_in_with_signs_that_nobody_types_is_told_so(plant: Plant) -> None:
    answer = plant.app.test_client().post("/sign-in", data={"name": "l\x00o", "secret": "\x00"})
    assert answer.status_code < 500


def test_a_second_person_with_a_huge_number_is_refused(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=7)
    sent = {"id": str(uuid4()), "wire": "7", "person": HUGE, "pin": "2468"}
    answer = plant.client("li").post(f"/c/{plant.code}/confirm_as_second_person", data=sent)
    assert answer.status_code == 409


@pytest.mark.parametrize("spoiled", ["\ud800", "\x00"])
@pytest.mark.parametrize("field", ["cabinet", "actor"])
def test_nonsense_in_one_operation_does_not_stop_the_others(plant: Plant, field: str, spoiled: str) -> None:
    operations = [
        {
            "id": str(uuid4()),
            "type": "mark_faulty",
            "cabinet": plant.code,
            "at": "2026-11-26T10:00:00Z",
            "data": {"wire": wire, "kind": "loose", "end": "to", "note": f"a{spoiled}b"},
        }
        for wire in (9, 10)
    ]
    operations[0][field] = f"{spoiled}x"
    answer = plant.client("li").post(
        "/sync", data=json.dumps({"operations": operations}), content_type="application/json"
    )
    assert answer.status_code == 200
    told: Any = answer.json
    assert [each["result"] for each in told["results"]] == ["rejected", "applied"]
    assert told["results"][0]["code"] in ("no_cabinet", "sign_in")


def test_blanks_are_no_answer_to_what_must_be_filled_in(plant: Plant) -> None:
    sent = {"id": str(uuid4()), "found_device": "   "}
    answer = plant.client("li").post(
        f"/c/{plant.code}/record_extra_wire", data=sent, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 422
    told: Any = answer.json
    assert told["errors"]["found_device"] == ["Please fill this in."]


def test_a_serial_number_stands_on_one_line(plant: Plant) -> None:
    added = plant.app.test_cli_runner().invoke(
        args=["cabinets", "add", "SN\n4", "--model", "NICE-3000", "--revision", "A/2"]
    )
    assert added.exit_code == 0
    shown = plant.app.test_cli_runner().invoke(args=["cabinets", "show", "SN 4"])
    assert shown.output.startswith("SN 4  NICE-3000")


@pytest.mark.parametrize("path", ["/sync", "/sign-in/here", "/tablets/contact", "/api/v1/cabinets"])
@pytest.mark.parametrize("depth", [1000, 100_000])
def test_what_is_nested_without_end_is_answered_in_words(plant: Plant, path: str, depth: int) -> None:
    nested = "[" * depth + "]" * depth
    answer = plant.app.test_client().post(
        path,
        data=f'{{"operations": [{{"type": "mark_ok", "data": {{"wire": {nested}}}}}], "serial": {nested}}}',
        content_type="application/json",
        headers={"Authorization": f"Bearer {token(plant)}"},
    )
    told: Any = answer.json
    assert answer.mimetype == "application/problem+json"
    if path.startswith("/api/"):  # its fields are known beforehand, and none has lists within lists
        assert (answer.status_code, list(told["errors"])) == (422, ["operations"])
    else:
        assert answer.status_code == 400
        assert "could not be read" in told["detail"]


def test_what_can_be_read_but_not_written_again_is_answered_in_words(plant: Plant) -> None:
    nested = "[" * 900 + "]" * 900
    sent = f'{{"operations": [{{"type": "mark_ok", "data": {{"wire": {nested}}}}}]}}'
    assert plant.client("li").post("/sync", data=sent, content_type="application/json").status_code == 400
