"""A token opens its scopes, to the system that has it, for as long as its lead is one."""

from uuid import uuid4

from tests.api.test_api import NEW, addresses, call, token
from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.api.endpoints import ENDPOINTS
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import text_of


def test_without_a_token_nothing_is_open_not_even_to_those_who_are_signed_in(plant: Plant) -> None:
    for method, path in addresses(plant):
        for header in ("", "Bearer nonsense", "Bearer wqa_nonsense", "Basic bGluOng="):
            response = plant.client("lin").open(
                f"/api/v1{path}", method=method, headers={"Authorization": header}
            )
            assert response.status_code == 401
            assert response.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_opens_its_scopes_and_no_others(plant: Plant) -> None:
    by = {scope: token(plant, scope) for scope in Scope}
    for each, (_method, path) in zip(ENDPOINTS, addresses(plant), strict=True):
        body = NEW if each.body else None
        for scope, text in by.items():
            assert (call(plant, path, text, body).status_code == 403) is (scope is not each.scope), path


def test_a_revoked_token_and_one_whose_lead_has_left_open_nothing(plant: Plant) -> None:
    by, other = token(plant), token(plant)
    plant.do("revoke_api_token", "lin", chain="plant", token=1)
    assert call(plant, "/cabinets", by).status_code == 401
    assert call(plant, "/cabinets", other).status_code == 200
    assert refused(plant, "revoke_api_token", "lin", chain="plant", token=1) == "no_token"
    lin = plant.person("lin").id
    plant.do("change_person", "root", chain="plant", person=lin, name="lin", role="lead", active=False)
    assert call(plant, "/cabinets", other).status_code == 401


def test_only_leads_make_tokens_and_each_is_shown_once_to_its_maker(plant: Plant) -> None:
    client = plant.client("lin")
    made = client.post("/settings/api", data={"id": str(uuid4()), "name": "MES", "scopes": "cabinets:read"})
    page = client.get(made.location).text
    assert text_of(1) in page
    assert text_of(1) not in client.get("/settings/api").text
    assert text_of(1) not in plant.client("root").get(made.location).text
    empty = client.post("/settings/api", data={"id": str(uuid4()), "name": "MES"})
    assert empty.status_code == 422
    assert "Choose what the token may do." in empty.text
    assert plant.client("li").get("/settings/api").status_code == 403
    assert text_of(1) not in client.get("/journal").text


def test_when_a_token_was_last_used_is_shown(plant: Plant) -> None:
    by = token(plant)
    assert "never" in plant.client("lin").get("/settings/api").text
    call(plant, "/cabinets", by)
    assert "never" not in plant.client("lin").get("/settings/api").text
