"""Badges: printed for each person, and what happens when one is scanned."""

from typing import Any
from uuid import uuid4

from flask import Response, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.exceptions import NotFound

from wiring_qa.core.errors import wants_json
from wiring_qa.people import signed_in
from wiring_qa.people.badges import badge_of, person_of
from wiring_qa.people.qr import svg_of
from wiring_qa.people.views.blueprint import blueprint


@blueprint.get("/people/badges")
def badges() -> Any:
    """Show everyone's badge, to be printed and cut out."""
    return render_template("people/badges.html", people=signed_in.active_people(), new_id=uuid4)


@blueprint.get("/people/<int:person_id>/badge.svg")
def badge_code(person_id: int) -> Response:
    """Give the QR code of a person's badge."""
    badge = badge_of(person_id)
    if badge is None:
        raise NotFound
    return Response(svg_of(badge), mimetype="image/svg+xml")


@blueprint.get("/badge/<text>")
def badge(text: str) -> Any:
    """Take a scanned badge to the sign-in of its person, where the PIN is asked for."""
    person = person_of(text)
    if wants_json():
        return {"person": person.name if person else ""}
    if person is None:
        return render_template("people/no_badge.html"), 404
    if current_user.is_authenticated and current_user.id == person.id:
        return redirect(url_for("worklist.home"))
    return redirect(url_for("people.sign_in", name=person.name))
