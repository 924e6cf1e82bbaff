"""The way of the tablets' outboxes to the server, and what was rejected of it."""

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.core.clock import moment_of
from wiring_qa.core.errors import problem
from wiring_qa.core.forms import NOTE_LENGTH
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import csrf, is_from_here
from wiring_qa.journal.acts import REFUSED
from wiring_qa.offline import queries, sync as batches
from wiring_qa.offline.accepting import ACCEPTED, accept
from wiring_qa.offline.worker import manifest as app_manifest, worker_script

blueprint = Blueprint("offline", __name__)

LARGEST = 1024 * 1024
"""Bytes of a batch."""


@blueprint.post("/sync")
@csrf.exempt  # a form of another site cannot send JSON, and `is_from_here` refuses its scripts
def sync() -> Any:
    """Take a batch of operations; one result for each, in order."""
    if not request.is_json or not is_from_here():
        return problem(415, _("Operations are sent as JSON, from the app itself."))
    if (request.content_length or 0) > LARGEST:
        return problem(413, _("The batch is too large; send fewer operations at once."))
    body = request.get_json(silent=True)
    body = body if isinstance(body, dict) else {}
    operations = body.get("operations")
    if not isinstance(operations, list):
        return problem(400, _("There is no list of operations in this."))
    if len(operations) > batches.MOST:
        return problem(413, _("The batch is too large; send fewer operations at once."), most=batches.MOST)
    person = current_user if current_user.is_authenticated else None
    results = batches.sync(operations, moment_of(body.get("sent_at")), person)
    return jsonify({"results": results})


@blueprint.get("/rejected")
def rejected() -> str:
    """Show what tablets sent and was not accepted: to its author, and to leads what anyone sent."""
    return _rejected("", None)


def _rejected(problem_of: str, number: UUID | None) -> str:
    return render_template(
        "offline/rejected.html",
        rejected=queries.open_rejected(current_user),
        problem=problem_of,
        wrong=number,
        reason=request.form.get("reason", ""),
        new_id=uuid4,
    )


@blueprint.post("/rejected/<uuid:number>/accept")
def accept_rejected(number: UUID) -> Any:
    """Record what was rejected after all, with a lead's reason."""
    try:
        outcome = accept(number, request.form.get("reason", "").strip()[:NOTE_LENGTH], current_user)
    except Refused as refused:
        return _rejected(str(refused.refusal), number), REFUSED
    if outcome.refusal is not None:
        return _rejected(str(outcome.refusal), number), REFUSED
    flash(str(ACCEPTED), "done")
    return redirect(url_for("offline.rejected"), code=303)


@blueprint.get("/outbox")
def outbox() -> str:
    """Show what is on this tablet only; the page's script reads it, as the server does not have it."""
    return render_template(
        "offline/outbox.html", words=batches.acts_in_words(), fields=batches.fields_in_words()
    )


@blueprint.get("/worker.js")
def worker() -> Response:
    """Give the service worker; at the root, as it serves every page."""
    response = Response(worker_script(), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/manifest.webmanifest")
def manifest() -> Response:
    """Give what a browser needs to install the app."""
    response = jsonify(app_manifest())
    response.mimetype = "application/manifest+json"
    return response


@blueprint.get("/offline")
def offline() -> str:
    """Show what the worker shows where there is no network and no kept page; it is nobody's."""
    return render_template("offline/offline.html", current_person=None)


@blueprint.after_app_request
def say_whose(response: Response) -> Response:
    """Tell the worker whose page it is, and of which version, so that nobody is shown another's."""
    is_someones = request.endpoint != "people.here"
    if is_someones and response.status_code == HTTPStatus.OK and response.mimetype == "text/html":
        here = current_user if current_user.is_authenticated else None
        response.headers["Wiring-QA-Person"] = str(here.id) if here else ""
        response.headers["Wiring-QA-Role"] = here.role if here else ""
        response.headers["Wiring-QA-Version"] = current_app.config["VERSION"]
    return response
