"""No act is done for a page that is not ours."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.databases import Databases, SqliteDatabases
from tests.house.routes import routes
from tests.plant import Plant

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
TOKEN = re.compile(r'name="csrf-token"\s+content="([^"]+)"')
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
EXEMPT = {
    "api.add_a_cabinet": "a program comes with a token of its own, and no browser sends that by itself",
    "api.say_who_wires": "the same",
    "api.record_a_complaint": "the same",
    "offline.sync": "a tablet that kept its marks for a week has no token; only JSON from here is taken",
    "people.sign_in_here": "the page that a tablet keeps has none; only JSON from here is taken",
    "people.contact": "it changes no record; only JSON from here is taken",
    "findings.take_photo": "a tablet that kept its photos for a week has none; only a JPEG from here is",
}
"""Endpoints that take a post without a token, each with its reason."""


@pytest.fixture
def databases(sqlite_databases: SqliteDatabases) -> Databases:
    """Tokens do not depend on the engine."""
    return sqlite_databases


@pytest.fixture
def guarded(app: Flask, plant: Plant) -> Plant:
    """The plant as it is in service: the other tests do without tokens."""
    app.config["WTF_CSRF_ENABLED"] = True
    return plant


def _token(client: FlaskClient) -> str:
    found = TOKEN.search(client.get("/preferences").text)
    assert found
    return found[1]


def _is_refused(client: FlaskClient, address: str, **fields: str) -> bool:
    response = client.post(address, data=fields, headers={"Accept": "application/json"})
    answer = response.get_json(silent=True) or {}
    return response.status_code == 400 and answer.get("code") == "csrf"


def test_every_post_without_a_token_is_refused(app: Flask, guarded: Plant) -> None:
    client = guarded.client("root")
    posts = {rule.endpoint: address for rule, method, address in routes(app, guarded) if method == "POST"}
    open_to_all = {endpoint for endpoint, address in posts.items() if not _is_refused(client, address)}
    assert open_to_all == set(EXEMPT)
    assert posts


def test_a_post_with_the_token_of_its_own_page_goes_through(guarded: Plant) -> None:
    client = guarded.client("root")
    token = _token(client)
    assert not _is_refused(client, "/theme", theme="dark", csrf_token=token)
    response = client.post("/theme", data={"theme": "light"}, headers={"X-CSRFToken": token})
    assert response.status_code == 303


def test_a_token_of_someone_else_is_refused(guarded: Plant) -> None:
    stolen = _token(guarded.client("li"))
    assert _is_refused(guarded.client("root"), "/theme", theme="dark", csrf_token=stolen)


def test_every_form_that_posts_carries_its_token() -> None:
    without = [
        template.name
        for template in TEMPLATES.rglob("*.html")
        for form in FORM.findall(template.read_text())
        if 'method="post"' in form and "csrf_token()" not in form
    ]
    assert without == []


def test_who_was_signed_out_while_writing_gets_the_text_back_and_the_way_to_the_page(guarded: Plant) -> None:
    stranger = guarded.app.test_client()
    page = f"/c/{guarded.code}/findings?state=open"
    response = stranger.post(
        f"/c/{guarded.code}/grant_concession",
        data={"finding": "1", "reason": "agreed <b>with</b> the customer", "pin": "2468"},
        headers={"Referer": f"http://localhost{page}"},
    )
    assert response.status_code == 400
    assert "agreed &lt;b&gt;with&lt;/b&gt; the customer</textarea>" in response.text
    assert "2468" not in response.text
    assert f'href="/sign-in?next=/c/{guarded.code}/findings?state%3Dopen"' in response.text
    elsewhere = stranger.post("/cabinets/new", data={}, headers={"Referer": "https://evil.example/x"})
    assert 'href="/sign-in"' in elsewhere.text
