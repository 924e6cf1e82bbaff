"""Changing person on a shared tablet: the page that is there without a network, and the scripts' way in."""

from datetime import timedelta
from typing import Any

from flask import current_app, jsonify, render_template, request, session
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from wiring_qa.core.clock import now
from wiring_qa.core.errors import problem
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import csrf, is_from_here
from wiring_qa.people import badges, passwords, proofs, tablets, tokens
from wiring_qa.people.access import AUTHOR
from wiring_qa.people.names_here import keep_name
from wiring_qa.people.own_choices import SignIn
from wiring_qa.people.signed_in import SignedIn
from wiring_qa.people.views.blueprint import INVALID, TOO_MANY, blueprint
from wiring_qa.people.views.signing_in import begin


@blueprint.get("/here")
def here() -> str:
    """Show who may go on on this tablet; it is nobody's page, and kept by the tablet."""
    return render_template("people/here.html", form=SignIn(), current_person=None)


@blueprint.post("/sign-in/here")
@csrf.exempt  # a kept page has no token; a form of another site sends no JSON, `is_from_here` refuses scripts
def sign_in_here() -> Any:
    """Sign in by name or badge and secret, or go on as who unlocked their token without a network.

    Answers with the person, their role, their token for what is entered from now on, and the token against
    forged requests.
    """
    if not request.is_json or not is_from_here():
        return problem(415, _("Operations are sent as JSON, from the app itself."))
    told = request.get_json(silent=True)
    told = {name: str(each) for name, each in told.items()} if isinstance(told, dict) else {}
    try:
        person = _unlocked(told["token"]) if told.get("token") else _proved(told)
    except Refused as refused:
        status = TOO_MANY if refused.refusal is proofs.TOO_MANY else INVALID
        return problem(status, str(refused.refusal), code=refused.refusal.code)
    begin(person)
    response = jsonify(
        id=str(person.id), person=person.name, role=person.role, author=session[AUTHOR], csrf=generate_csrf()
    )
    keep_name(response, person.name, with_pin=passwords.is_pin(told.get("secret", "")) or "token" in told)
    tablet = tablets.tablet_here()
    if tablet is not None:
        tablets.remember(response, tablet[0])
    return response


def _proved(told: dict[str, str]) -> SignedIn:
    name = told.get("name", "")
    if told.get("badge"):
        person = badges.person_of(told["badge"])
        if person is None:
            raise Refused(badges.NO_BADGE)
        name = person.name
    return proofs.prove(name, told.get("secret", ""))


def _unlocked(token: str) -> SignedIn:
    """A token opens a session only where it was issued, and no longer than a sign-in lasts."""
    bearer, tablet = tokens.bearer_of(token), tablets.tablet_here()
    longest = timedelta(hours=current_app.config["WIRING_QA"].sign_in_hours)
    if bearer is None or tablet is None or bearer.person.tablet_id != tablet[0]:
        raise Refused(proofs.WRONG)
    is_fresh = now() - bearer.issued_at <= longest and bearer.session_version == bearer.person.session_version
    if bearer.refusal is not None or not is_fresh:
        raise Refused(bearer.refusal or proofs.WRONG)
    return bearer.person
