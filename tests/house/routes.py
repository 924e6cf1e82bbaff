"""Every route of the app with an address to try it by."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from flask import Flask
from werkzeug.routing import (
    BaseConverter,
    FloatConverter,
    IntegerConverter,
    PathConverter,
    Rule,
    UUIDConverter,
)

from tests.plant import PEOPLE, Plant
from wiring_qa.people.kinds import Role

SOMEONE = {role: name for name, role in PEOPLE.items()}
"""One person of each role."""


def _value(name: str, converter: BaseConverter, plant: Plant) -> Any:
    if name == "code":
        return plant.code
    if isinstance(converter, IntegerConverter | FloatConverter):
        return 1
    if isinstance(converter, UUIDConverter):
        return uuid4()
    if isinstance(converter, PathConverter):
        return "css/tokens.css"
    return "x"


def routes(app: Flask, plant: Plant) -> Iterator[tuple[Rule, str, str]]:
    """Yield each rule with each of its methods and an address of the test plant."""
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            values = {name: _value(name, each, plant) for name, each in rule._converters.items()}
            built = rule.build(values, append_unknown=False)
            assert built is not None, rule
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield rule, method, built[1]


def name_of(role: Role | None) -> str | None:
    """Return the name of a person of a role; None for nobody."""
    return SOMEONE[role] if role else None
