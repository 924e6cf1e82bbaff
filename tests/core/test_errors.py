"""Every error is a page a person can act on, or problem details where JSON was asked for."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from tests import databases
from tests.plant import Plant
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.core.prepared import Prepared


def _down(*_args: Any, **_more: Any) -> Any:
    raise OperationalError("SELECT 1", {}, Exception("the disk is gone"))


@pytest.mark.parametrize("name", [None, "li"])
def test_what_is_not_there_is_a_page_with_a_way_on(plant: Plant, name: str | None) -> None:
    client = plant.client(name) if name else plant.app.test_client()
    response = client.get("/no/such/page")
    assert response.status_code == 404
    assert "There is nothing at this address." in response.text
    assert ('href="/sign-in"' if name is None else 'href="/"') in response.text


def test_scripts_get_problem_details(plant: Plant) -> None:
    response = plant.client("li").get("/people", headers={"Accept": "application/json"})
    assert (response.status_code, response.mimetype) == (403, "application/problem+json")
    body: Any = response.json
    assert (body["status"], body["title"]) == (403, "Forbidden")
    assert "Your role does not allow this." in body["detail"]


def test_a_wrong_method_is_said_in_words(plant: Plant) -> None:
    response = plant.client("li").get("/sign-out")
    assert response.status_code == 405
    assert "This address cannot be used in that way." in response.text


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_database_that_does_not_answer_is_said_on_a_page_that_needs_none(
    plant: Plant, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    client = plant.client("li")
    monkeypatch.setattr(Prepared, "glance", _down)
    response = client.get("/preferences", headers={"Accept-Language": language})
    assert response.status_code == 503
    assert "Wiring QA · 503" in response.text
    assert f'<html lang="{"en" if language == "en" else "zh-Hans"}"' in response.text
    assert "disk" not in response.text


def test_scripts_are_told_that_the_database_does_not_answer(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = plant.client("li")
    monkeypatch.setattr(Prepared, "glance", _down)
    response = client.get("/preferences", headers={"Accept": "application/json"})
    assert (response.status_code, response.mimetype) == (503, "application/problem+json")


@pytest.fixture
def in_service(database_url: str) -> Any:
    """An app as it runs in a plant, where an unexpected error is not raised to anyone."""
    app = create_app(databases.test_settings(database_url))

    @app.get("/breaks", endpoint="health.breaks")
    def breaks() -> str:
        raise ZeroDivisionError("with a secret in it")

    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_an_unexpected_error_tells_nobody_what_broke(
    in_service: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wiring_qa.people.access.may_open", lambda _role, _endpoint: True)
    response = in_service.test_client().get("/breaks")
    assert response.status_code == 500
    assert "Something went wrong on our side." in response.text
    assert "secret" not in response.text


@pytest.mark.parametrize("status", [400, 413, 429])
def test_each_status_has_words_of_its_own(app: Flask, status: int) -> None:
    with app.test_request_context():
        answer = app.make_response(app.handle_http_exception(_http(status)))
        assert answer.status_code == status
        assert f"Error {status}" in answer.get_data(as_text=True)


def _http(status: int) -> HTTPException:
    error = HTTPException()
    error.code = status
    return error
