"""The tablets of the plant: a lead's list, the invitation, and what a tablet says of itself."""

from typing import Any
from uuid import uuid4

from flask import Response, current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from wiring_qa.core.clock import moment_of
from wiring_qa.core.errors import problem
from wiring_qa.core.security import csrf, is_from_here
from wiring_qa.journal.acts import INVALID
from wiring_qa.journal.submit import submit
from wiring_qa.people import signed_in, tablets
from wiring_qa.people.operations.invite_tablet import InviteTablet
from wiring_qa.people.qr import svg_of
from wiring_qa.people.views.blueprint import blueprint

MOST_WAITING = 1_000_000


@blueprint.get("/tablets", endpoint="tablets")
def all_tablets() -> Any:
    """List the tablets, and ask for a new one's name."""
    return _page(InviteTablet())


def _page(form: InviteTablet, status: int = 200) -> Any:
    page = render_template(
        "people/tablets.html",
        tablets=tablets.all_tablets(),
        here=tablets.tablet_here(),
        form=form,
        new_id=uuid4,
    )
    return page, status


@blueprint.post("/tablets")
def invite() -> Any:
    """Name a new tablet and go on to its invitation."""
    outcome = submit("invite_tablet", request.form, current_user)
    if outcome.refusal is not None:
        return _page(outcome.form, INVALID)  # type: ignore[arg-type]  # the act's own form
    return redirect(url_for("people.invitation", tablet_id=outcome.answer["tablet"]), code=303)


def _invitation(tablet_id: int) -> str:
    tablet = tablets.tablet_by_id(tablet_id)
    if tablet is None or not tablet.is_invited:
        raise NotFound
    return url_for("people.enrol", invited=tablets.invitation(tablet_id, current_user.id))


@blueprint.get("/tablets/<int:tablet_id>/invitation")
def invitation(tablet_id: int) -> Any:
    """Show the QR code that enrols a tablet; loading the page again makes a new one."""
    path = _invitation(tablet_id)
    return render_template("people/invitation.html", tablet=tablets.tablet_by_id(tablet_id), path=path)


@blueprint.get("/tablets/<int:tablet_id>/invitation.svg")
def invitation_code(tablet_id: int) -> Response:
    """Give the QR code of an invitation."""
    base = signed_in.public_address()
    return Response(svg_of(base + _invitation(tablet_id)), mimetype="image/svg+xml")


@blueprint.get("/enrol/<invited>")
def enrol(invited: str) -> Any:
    """Ask whether this is the tablet that was invited."""
    found = tablets.invited_by(invited)
    tablet = tablets.tablet_by_id(found[0]) if found else None
    return render_template("people/enrol.html", tablet=tablet, operation_id=uuid4()), 200 if tablet else 410


@blueprint.post("/enrol/<invited>")
def enrol_now(invited: str) -> Any:
    """Make this device a tablet of the plant, in the name of the lead who invited it."""
    found = tablets.invited_by(invited)
    lead = signed_in.signed_in(found[1]) if found else None
    if found is None or lead is None:
        return render_template("people/enrol.html", tablet=None, operation_id=None), 410
    fields = MultiDict({"id": request.form.get("id", ""), "enrolled": str(found[0])})
    outcome = submit("enrol_tablet", fields, lead)
    if outcome.refusal is not None:
        return render_template("people/enrol.html", tablet=None, operation_id=None), 410
    response = redirect(url_for("people.sign_in"), code=303)
    tablets.remember(response, found[0])
    tablets.heard(found[0], 0, None, current_app.config["VERSION"])
    return response


@blueprint.post("/tablets/contact")
@csrf.exempt  # it changes no record, and `is_from_here` refuses other sites' scripts
def contact() -> Any:
    """Take what an enrolled tablet says of itself: what waits on it, since when, and the app's version."""
    if not request.is_json or not is_from_here():
        return problem(415, _("Operations are sent as JSON, from the app itself."))
    told = request.get_json(silent=True)
    told = told if isinstance(told, dict) else {}
    tablet = tablets.tablet_here()
    if tablet is not None:
        waiting = told.get("waiting")
        waiting = min(max(waiting, 0), MOST_WAITING) if isinstance(waiting, int) else 0
        version = str(told.get("version", ""))[:40]
        tablets.heard(tablet[0], waiting, moment_of(told.get("oldest")), version)
    return {"tablet": tablet[1] if tablet else None}
