"""A strict Content-Security-Policy on every answer, and nothing in any template that it would stop."""

import re
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.databases import Databases, SqliteDatabases
from tests.house.routes import routes
from tests.plant import Plant

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FORBIDDEN = {
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>%}]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "a thing from elsewhere": re.compile(r"(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE),
    "text that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+false", re.IGNORECASE),
}
LOOSE = ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "*", "http:", "https:")


@pytest.fixture
def databases(sqlite_databases: SqliteDatabases) -> Databases:
    """Headers do not depend on the engine."""
    return sqlite_databases


def _policy(response: TestResponse) -> dict[str, str]:
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: values for name, _, values in (part.strip().partition(" ") for part in parts)}


def _is_strict(response: TestResponse) -> bool:
    policy = _policy(response)
    return (
        policy["default-src"] == "'none'"
        and policy["frame-ancestors"] == "'none'"
        and policy["base-uri"] == "'none'"
        and policy["form-action"] == "'self'"
        and not any(word in values.split() for values in policy.values() for word in LOOSE)
        and not any(word in response.headers["Content-Security-Policy"] for word in LOOSE[:3])
        and response.headers["X-Content-Type-Options"] == "nosniff"
        and response.headers["Referrer-Policy"] == "same-origin"
    )


def test_every_answer_carries_the_policy(app: Flask, plant: Plant) -> None:
    client = plant.client("root")
    loose = [
        address
        for _rule, method, address in routes(app, plant)
        if method == "GET" and not _is_strict(client.get(address))
    ]
    assert loose == []


@pytest.mark.parametrize("address", ["/no/such/page", "/people", "/c/NOSUCHONE", "/static/nothing.css"])
def test_errors_and_refusals_carry_the_policy_too(plant: Plant, address: str) -> None:
    assert _is_strict(plant.client("li").get(address))
    assert _is_strict(plant.app.test_client().get(address))


def test_what_a_person_sees_is_kept_by_nobody_on_the_way(plant: Plant) -> None:
    assert plant.client("li").get("/preferences").headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_no_template_holds_what_the_policy_would_stop(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(), flags=re.DOTALL)
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<p style="color: red">', "an inline style"),
        ("<style>p {}</style>", "an inline style"),
        ("<script>go()</script>", "an inline script"),
        ('<a class="x" onclick="go()">', "an event attribute"),
        ('<a href="javascript:go()">', "a script address"),
        ('<script src="https://elsewhere.test/x.js">', "a thing from elsewhere"),
        ("{{ note|safe }}", "text that is not escaped"),
    ],
)
def test_what_is_forbidden_would_be_found(text: str, what: str) -> None:
    assert FORBIDDEN[what].search(text)


def test_a_script_with_an_address_of_ours_is_let_through() -> None:
    assert not FORBIDDEN["an inline script"].search('<script type="module" src="/static/start.js"></script>')


def test_webassembly_runs_in_the_decoders_worker_alone(app: Flask, plant: Plant) -> None:
    static = f"/static/{app.config['VERSION']}"
    decoder = _policy(app.test_client().get(f"{static}/scanning/decoder.js"))
    assert decoder == {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "connect-src": "'self'",
    }
    for address in (
        "/",
        f"/c/{plant.code}/walk",
        f"{static}/scanning/reader.js",
        "/static/scanning/decoder.js",
    ):
        assert "wasm" not in plant.client("li").get(address).headers["Content-Security-Policy"]
