"""The description of the API (OpenAPI 3.1), made of the definitions that validate."""

import re
from typing import Any

import msgspec

from wiring_qa.api.answers import Problem
from wiring_qa.api.endpoints import BASE, ENDPOINTS, Endpoint
from wiring_qa.api.scopes import Scope

_REF = "#/components/schemas/{name}"
_WRONG = {
    "401": "No token, or one that is not known.",
    "403": "The token does not allow this.",
    "404": "There is nothing at this address.",
    "409": "Not as things stand.",
    "422": "Something sent is not as described.",
    "429": "Too many requests; Retry-After has the seconds to wait.",
}


def description(server: str) -> dict[str, Any]:
    """Return the description of the API at a server's address."""
    queries = {each.query for each in ENDPOINTS}
    types = {kind for each in ENDPOINTS for kind in (each.answer, each.body) if kind} | {Problem}
    _found, schemas = msgspec.json.schema_components(
        sorted(types | queries, key=lambda kind: kind.__name__), ref_template=_REF
    )
    for query in queries:  # its fields are told one by one, as parameters
        del schemas[query.__name__]
    paths: dict[str, dict[str, Any]] = {}
    for each in ENDPOINTS:
        path = BASE + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", each.path)
        paths.setdefault(path, {})[each.method.lower()] = _operation(each)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Wiring QA",
            "version": "1",
            "description": "Reads cabinets, findings, records and figures; adds cabinets, says who wires "
            "them, records complaints. "
            "Moments are in UTC, days and weeks those of the plant.",
        },
        "servers": [{"url": server}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A lead makes tokens. Scopes: " + ", ".join(Scope),
                }
            },
        },
    }


def _operation(each: Endpoint) -> dict[str, Any]:
    answers: dict[str, Any] = {
        str(each.status): {"description": "As asked.", "content": _content(each.answer)},
    }
    for status, words in _WRONG.items():
        content = {"application/problem+json": {"schema": {"$ref": _REF.format(name="Problem")}}}
        answers[status] = {"description": words, "content": content}
    found: dict[str, Any] = {
        "summary": each.about.partition("\n")[0],
        "description": f"Scope: {each.scope}.",
        "parameters": [*_in_path(each), *_in_query(each)],
        "responses": answers,
    }
    if each.body:
        found["requestBody"] = {"required": True, "content": _content(each.body)}
        found["parameters"].append(
            {
                "name": "Idempotency-Key",
                "in": "header",
                "schema": {"type": "string", "format": "uuid"},
                "description": "A number of the caller's own: sent twice, it is done once.",
            }
        )
    return found


def _content(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": _REF.format(name=kind.__name__)}}}


def _in_path(each: Endpoint) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"<(?:\w+:)?(\w+)>", each.path)
    ]


def _in_query(each: Endpoint) -> list[dict[str, Any]]:
    _ref, schemas = msgspec.json.schema_components([each.query], ref_template=_REF)
    properties = schemas[each.query.__name__].get("properties", {})
    return [{"name": name, "in": "query", "schema": schema} for name, schema in properties.items()]
