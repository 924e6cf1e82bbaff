"""Other systems: tokens, what they may read and write, and errors that programs can act on."""

import re
from typing import Any
from uuid import uuid4

import jsonschema
import pytest
from werkzeug.test import TestResponse

from tests.plant import MODEL, REVISION, Plant
from tests.statements import counted
from tests.tightening.story import mend
from tests.told import told_once
from wiring_qa.api.endpoints import ENDPOINTS
from wiring_qa.api.questions import NewCabinet, NewComplaint, NewWirers
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import text_of
from wiring_qa.journal.queries import history_of_cabinet
from wiring_qa.journal.submit import perform


def token(plant: Plant, *scopes: Scope) -> str:
    """Make a token with some scopes, or all."""
    chosen = [scope.value for scope in scopes or Scope]
    answer = perform("make_api_token", {"name": "MES", "scopes": chosen}, plant.person("lin"))
    return text_of(answer["token"])


def call(plant: Plant, path: str, by: str, body: Any = None, **headers: str) -> TestResponse:
    client = plant.app.test_client()
    told = {"Authorization": f"Bearer {by}", **headers}
    if body is None:
        return client.get(f"/api/v1{path}", headers=told)
    return client.post(f"/api/v1{path}", json=body, headers=told)


@told_once
def story(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from", note="turns")
    mend(plant, 1)
    plant.do("mark_faulty", "li", wire=2, kind="missing", end="both")


NEW = {"serial": "SN-9", "model": MODEL, "revision": REVISION, "line": "Hall 1", "wirers": ["chen"]}


def test_a_cabinet_is_read_with_stage_progress_and_blockers(plant: Plant) -> None:
    story(plant)
    answer = call(plant, f"/cabinets/{plant.code}", token(plant)).json
    assert answer is not None
    assert (answer["serial"], answer["stage"], answer["findings"]["open"]) == ("SN-1", "inspecting", 1)
    assert {each["code"] for each in answer["blockers"]} >= {"open_findings", "rows_left"}


def test_cabinets_and_findings_come_in_pages_that_lead_on(plant: Plant) -> None:
    for number in range(3):
        plant.do("add_cabinet", "lin", chain=None, serial=f"P-{number}", model=MODEL, revision=REVISION)
    by, path, seen = token(plant), "/cabinets?limit=3", []
    for _page in range(2):
        response = call(plant, path, by)
        assert response.json is not None
        seen += [each["serial"] for each in response.json["items"]]
        link = re.search(r'<https?://[^/]+/api/v1([^>]+)>; rel="next"', response.headers.get("Link", ""))
        path = link[1] if link else ""
    assert seen == ["P-2", "P-1", "P-0", "SN-1"]
    assert path == ""


def test_findings_are_narrowed_by_cabinet_kind_state_and_time(plant: Plant) -> None:
    story(plant)
    by = token(plant)
    for query, count in (
        ("", 2), (f"?cabinet={plant.code}", 2), ("?cabinet=X", 0), ("?kind=loose", 1), ("?state=closed", 1),
        ("?since=2099-01-01T00:00:00Z", 0), ("?before=2099-01-01T00:00:00Z", 2),
    ):  # fmt: skip
        answer = call(plant, f"/findings{query}", by).json
        assert answer is not None
        assert len(answer["items"]) == count, query


def test_the_record_has_each_row_with_all_that_was_recorded_on_it(plant: Plant) -> None:
    story(plant)
    answer = call(plant, f"/cabinets/{plant.code}/record", token(plant)).json
    assert answer is not None
    row = next(each for each in answer["rows"] if each["row"] == 9)
    assert [event["kind"] for event in row["events"]] == ["check", "finding"]
    assert any("Recheck passed" in line for line in row["events"][1]["text"])
    assert len(answer["last_hash"]) == 64


def test_a_figure_is_read_as_its_table(plant: Plant) -> None:
    story(plant)
    answer = call(plant, "/figures/pareto-kind?span=4-weeks", token(plant)).json
    assert answer is not None
    assert [row[:2] for row in answer["rows"]] == [["Loose connection", 1], ["Missing connection", 1]]
    assert call(plant, "/figures/nonsense", token(plant)).status_code == 404


def test_a_cabinet_is_added_once_however_often_it_is_sent(plant: Plant) -> None:
    by, key = token(plant), str(uuid4())
    first = call(plant, "/cabinets", by, NEW, **{"Idempotency-Key": key})
    again = call(plant, "/cabinets", by, NEW, **{"Idempotency-Key": key})
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json == again.json
    assert first.json is not None
    (entry,) = history_of_cabinet(first.json["code"], 1).items
    assert "lin" in str(entry)
    other = call(plant, "/cabinets", by, NEW)
    assert other.status_code == 422
    assert other.json is not None
    assert list(other.json["errors"]) == ["serial"]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/cabinets/NOSUCH", None, 404),
        ("/nothing", None, 404),
        ("/cabinets?limit=0", None, 422),
        ("/cabinets?limit=many", None, 422),
        ("/cabinets?cursor=%00", None, 200),
        ("/cabinets?cursor=zzz", None, 422),
        ("/cabinets?cursor=" + "9" * 300, None, 422),
        ("/cabinets?stage=nonsense", None, 422),
        ("/findings?since=2026-11-24T08:00:00", None, 422),
        ("/findings?since=yesterday", None, 422),
        ("/findings?since=0001-01-01T00:00:00%2B10:00", None, 422),
        ("/findings?before=9999-12-31T23:59:59-10:00", None, 422),
        ("/findings?since=0001-01-01T00:00:00Z", None, 200),
        ("/cabinets", {"serial": "X"}, 422),
        ("/cabinets", {**NEW, "colour": "red"}, 422),
        ("/cabinets", {**NEW, "model": "none"}, 422),
        ("/cabinets", {**NEW, "wirers": ["nobody"]}, 422),
        ("/cabinets", [], 422),
    ],
)
def test_what_is_wrong_is_told_as_problem_details(plant: Plant, path: str, body: Any, status: int) -> None:
    response = call(plant, path, token(plant), body)
    assert response.status_code == status
    if status != 200:
        assert response.mimetype == "application/problem+json"
        assert response.json is not None
        assert response.json["status"] == status
        assert response.json["detail"]


def addresses(plant: Plant) -> list[tuple[str, str]]:
    paths = [(each.method, each.path.replace("<code>", plant.code)) for each in ENDPOINTS]
    return [(method, path.replace("<name>", "weekly")) for method, path in paths]


def description(plant: Plant) -> dict[str, Any]:
    found = plant.app.test_client().get("/api/v1/openapi.json").json
    assert isinstance(found, dict)
    return found


BODIES: dict[type[Any], Any] = {
    NewCabinet: NEW,
    NewWirers: {"wirers": ["chen"]},
    NewComplaint: {"kind": "loose", "words": "It turns"},
}


def test_every_answer_is_as_the_description_says(plant: Plant) -> None:
    story(plant)
    told, by = description(plant), token(plant)
    assert told["openapi"] == "3.1.0"
    for each, (_method, path) in zip(ENDPOINTS, addresses(plant), strict=True):
        response = call(plant, path, by, BODIES[each.body] if each.body else None)
        assert response.status_code == each.status, response.json
        schema = {**told["components"]["schemas"][each.answer.__name__], "components": told["components"]}
        jsonschema.Draft202012Validator(schema).validate(response.json)
    problem = {**told["components"]["schemas"]["Problem"], "components": told["components"]}
    jsonschema.Draft202012Validator(problem).validate(call(plant, "/cabinets", "nonsense").json)


def test_the_description_names_every_endpoint_and_only_schemas_that_are_there(plant: Plant) -> None:
    told = description(plant)
    methods = {(path, method) for path, each in told["paths"].items() for method in each}
    assert len(methods) == len(ENDPOINTS)
    named = set(re.findall(r'"#/components/schemas/(\w+)"', str(told).replace("'", '"')))
    assert named <= set(told["components"]["schemas"])
    for schema in told["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_a_list_takes_the_same_statements_however_long_it_is(plant: Plant) -> None:
    by = token(plant)
    call(plant, "/cabinets", by)
    with counted() as few:
        call(plant, "/cabinets", by)
    for number in range(5):
        plant.do("add_cabinet", "lin", chain=None, serial=f"P-{number}", model=MODEL, revision=REVISION)
    with counted() as many:
        call(plant, "/cabinets", by)
    assert len(many) == len(few) <= 6
