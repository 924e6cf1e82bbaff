"""A cabinet's code in an address is read as a typed one, and the address is put right, for every page."""

import pytest
from flask import Flask

from tests.house.routes import routes
from tests.plant import Plant
from wiring_qa.cabinets.codes import spaced


def written(code: str) -> list[str]:
    """Return a code as people write it."""
    return [code.lower(), spaced(code), spaced(code).lower().replace("1", "l"), code.replace("1", "I") + " "]


def test_every_page_of_a_cabinet_is_found_by_its_code_however_it_is_written(app: Flask, plant: Plant) -> None:
    client = plant.client("root")
    begins = f"/c/{plant.code}"
    pages = {
        path
        for rule, method, path in routes(app, plant)
        if method == "GET" and rule.rule.startswith("/c/<code>")
    }
    assert {begins, f"{begins}/walk", f"{begins}/record", f"{begins}/fixes"} <= pages
    for path in pages:
        answer = client.get(path.replace(plant.code, spaced(plant.code).lower(), 1))
        assert (answer.status_code, answer.headers.get("Location")) == (302, path)


@pytest.mark.parametrize("way", range(4))
def test_what_was_asked_of_a_page_stays_in_its_address(plant: Plant, way: int) -> None:
    other = written(plant.code)[way]
    answer = plant.client("li").get(f"/c/{other}/walk?show=left&q=-K2&_external=1&code=x")
    assert answer.headers["Location"] == f"/c/{plant.code}/walk?show=left&q=-K2&_external=1&code=x"


def test_who_is_signed_out_signs_in_first(plant: Plant) -> None:
    answer = plant.app.test_client().get(f"/c/{plant.code.lower()}/walk")
    assert answer.headers["Location"].startswith("/sign-in")


@pytest.mark.parametrize("code", ["no-code", "K7QM3XRDO", "%E4%B8%AD"])
def test_what_is_no_code_leads_nowhere(plant: Plant, code: str) -> None:
    assert plant.client("li").get(f"/c/{code}/walk").status_code == 404


def test_what_was_entered_is_not_sent_on(plant: Plant) -> None:
    answer = plant.client("li").post(f"/c/{plant.code.lower()}/mark_ok", data={"wire": "9"})
    assert answer.status_code != 302
