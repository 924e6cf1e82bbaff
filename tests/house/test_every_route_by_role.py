"""Every address is tried as every role and as nobody, and is open to just those that the tables name."""

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.databases import Databases, SqliteDatabases
from tests.house.routes import name_of, routes
from tests.plant import Plant
from wiring_qa.journal.registry import all_operations
from wiring_qa.journal.words import WORDS
from wiring_qa.people.kinds import Role
from wiring_qa.people.pages_by_role import PAGES
from wiring_qa.people.roles import ACTS, is_by_token, may_open

EVERYBODY = [*Role, None]
CLOSED = {401, 403}


@pytest.fixture
def databases(sqlite_databases: SqliteDatabases) -> Databases:
    """Who may open what does not depend on the engine."""
    return sqlite_databases


def _try(plant: Plant, role: Role | None, method: str, address: str) -> TestResponse:
    name = name_of(role)
    client = plant.client(name) if name else plant.app.test_client()
    return client.open(address, method=method)


def _is_open(response: TestResponse, method: str) -> bool:
    sent_to_sign_in = method == "GET" and response.headers.get("Location", "").startswith("/sign-in?next=")
    return response.status_code not in CLOSED and not sent_to_sign_in


def _acts_endpoint(rule: Rule) -> str:
    return str(rule.endpoint).rsplit(".", 1)[-1]


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_route_is_open_to_just_those_the_tables_name(
    app: Flask, plant: Plant, role: Role | None
) -> None:
    wrong: dict[str, str] = {}
    tried = 0
    for rule, method, address in routes(app, plant):
        response = _try(plant, role, method, address)
        tried += 1
        if _is_open(response, method) != may_open(role, rule.endpoint):
            wrong[f"{method} {address}"] = response.status
    assert wrong == {}
    assert tried > len(ACTS)


@pytest.mark.parametrize("role", EVERYBODY)
def test_what_is_closed_is_refused_in_json_too(app: Flask, plant: Plant, role: Role | None) -> None:
    closed = 403 if role else 401
    name = name_of(role)
    for rule, method, address in routes(app, plant):
        if may_open(role, rule.endpoint) or is_by_token(rule.endpoint):
            continue
        client = plant.client(name) if name else app.test_client()
        response = client.open(address, method=method, headers={"Accept": "application/json"})
        assert (response.status_code, response.mimetype) == (closed, "application/problem+json"), address


def test_every_route_stands_in_one_of_the_tables(app: Flask) -> None:
    unknown = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in PAGES and _acts_endpoint(rule) not in ACTS
    }
    assert unknown == set()


def test_the_table_of_pages_names_no_page_that_is_gone(app: Flask) -> None:
    assert set(PAGES) - {rule.endpoint for rule in app.url_map.iter_rules()} == set()


def test_a_page_and_an_act_do_not_share_a_line() -> None:
    """An act's address follows the table of acts; a second line for it could say something else."""
    assert {endpoint for endpoint in PAGES if endpoint.rsplit(".", 1)[-1] in ACTS} == set()


@pytest.mark.usefixtures("app")
def test_every_operation_stands_in_the_table_of_acts_and_no_other() -> None:
    assert {operation.type for operation in all_operations()} == set(ACTS)


def test_every_operation_has_words_in_the_history() -> None:
    assert set(WORDS) == set(ACTS)


def test_only_get_and_post_are_spoken(app: Flask) -> None:
    methods: set[str] = set()
    for rule in app.url_map.iter_rules():
        methods |= rule.methods or set()
    assert methods == {"GET", "HEAD", "OPTIONS", "POST"}
