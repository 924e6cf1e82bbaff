"""The address of every act: one route for each operation.

An act on a cabinet is ``POST /c/CODE/<type>``, one of the plant ``POST /plant/<type>``. JSON is answered
with what `Outcome.as_json` says; a page's form is answered by going on to its ``next`` address, or, where
something is wrong, by the form again with what was entered and the messages at its fields.
"""

from typing import Any

from flask import Flask, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.core.errors import wants_json
from wiring_qa.core.security import safe_path
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Operation, all_operations, find
from wiring_qa.journal.submit import Outcome, submit

REFUSED = 409
INVALID = 422


def add_routes(app: Flask) -> None:
    """Give each operation its address; the endpoint is ``<room>.<type>``."""
    for operation in all_operations():
        # an act that needs a page of its own has the room's view for it
        if operation.has_route:
            path = f"/c/<code>/{operation.type}" if operation.on_cabinet else f"/plant/{operation.type}"
            app.add_url_rule(path, f"{operation.room}.{operation.type}", _view(operation), methods=["POST"])


def _view(operation: Operation) -> Any:
    def act(code: str = PLANT) -> Any:
        outcome = submit(operation.type, request.form, current_user, chain=code)
        return respond(outcome, operation.type)

    return act


def respond(outcome: Outcome, type_: str) -> Any:
    """Answer an act as JSON, or send the page on."""
    if wants_json():
        status = 200 if outcome.accepted else INVALID if outcome.form.errors else REFUSED
        return jsonify(outcome.as_json()), status
    onward = safe_path(request.form.get("next"), url_for("worklist.home"))
    if outcome.accepted:
        if outcome.answer.get("message"):
            flash(outcome.answer["message"], "done")
        elif not getattr(find(type_), "on_cabinet", True):
            flash(_("Saved."), "done")  # a cabinet's page shows by itself what was done
        return redirect(onward, code=303)
    page = render_template("journal/refused.html", outcome=outcome, type=type_, onward=onward)
    return page, INVALID if outcome.form.errors else REFUSED
