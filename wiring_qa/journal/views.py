"""The history of a cabinet and of the plant: who did what, and when."""

from typing import Any

from flask import Blueprint, render_template, request

from wiring_qa.journal import queries

blueprint = Blueprint("journal", __name__)


@blueprint.get("/c/<code>/journal")
def of_cabinet(code: str) -> Any:
    """Show everything that was recorded on a cabinet."""
    page = queries.history_of_cabinet(code, _page_number())
    serial = queries.serial_of(code)
    return render_template("journal/history.html", page=page, code=code, serial=serial)


@blueprint.get("/journal")
def of_plant() -> Any:
    """Show what concerns no single cabinet: people, wiring tables, settings."""
    page = queries.history_of_plant(_page_number())
    return render_template("journal/history.html", page=page, code=None, serial=None)


def _page_number() -> int:
    return request.args.get("page", 1, type=int)
