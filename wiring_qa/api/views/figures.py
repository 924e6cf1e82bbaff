"""The figures of the trends, and the description of the API."""

from typing import Any

import msgspec
from flask import current_app, jsonify
from werkzeug.exceptions import NotFound

from wiring_qa.api.answers import Figure
from wiring_qa.api.endpoints import BASE, blueprint, endpoint
from wiring_qa.api.openapi import description
from wiring_qa.api.questions import FigureQuery
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import Caller
from wiring_qa.trends.charts.all import FIGURES
from wiring_qa.trends.filters import filters_of


@endpoint("/figures/<name>", Scope.FIGURES_READ, Figure, query=FigureQuery)
def figure(_caller: Caller, asked: FigureQuery, name: str) -> Figure:
    """Give a figure of the trends as its table; the view is named as in the address of the trends."""
    filters = filters_of({name: str(value or "") for name, value in msgspec.to_builtins(asked).items()})
    shown = FIGURES[name](filters) if name in FIGURES else None
    if shown is None:
        raise NotFound
    return Figure(
        name=shown.name,
        title=str(shown.title),
        about=str(shown.about),
        note=str(shown.note),
        first_day=filters.period.start,
        last_day=filters.period.last,
        columns=[str(each) for each in shown.head],
        rows=[list(row.cells) for row in shown.rows],
    )


@blueprint.get(f"{BASE}/openapi.json")
def openapi() -> Any:
    """Describe the API to programs."""
    return jsonify(description(current_app.config["WIRING_QA"].public_url.rstrip("/")))
