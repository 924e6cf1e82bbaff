"""Changing person on a shared tablet: the page that is there without a network, and the scripts' way in."""

from typing import Any

from flask import jsonify, render_template, request, session
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from wiring_qa.core.errors import problem
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import csrf, is_from_here
from wiring_qa.core.sent import typed
from wiring_qa.people import going_on, passwords, proofs
from wiring_qa.people.access import AUTHOR
from wiring_qa.people.own_choices import SignIn
from wiring_qa.people.views.blueprint import INVALID, TOO_MANY, blueprint
from wiring_qa.people.views.signing_in import begin, know_again


@blueprint.get("/here")
def here() -> str:
    """Show who may go on on this tablet; it is nobody's page, and kept by the tablet."""
    # it may be kept since before this was a tablet; another device's word is not heard
    return render_template("people/here.html", form=SignIn(), current_person=None, may_be_tablet=True)


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
    told = {name: typed(str(each)) for name, each in told.items()} if isinstance(told, dict) else {}
    try:
        if told.get("token"):
            person = going_on.by_token(told["token"])
        else:
            person = going_on.by_secret(told.get("name", ""), told.get("badge", ""), told.get("secret", ""))
    except Refused as refused:
        status = TOO_MANY if refused.refusal is proofs.TOO_MANY else INVALID
        return problem(status, str(refused.refusal), code=refused.refusal.code)
    begin(person)
    response = jsonify(
        id=str(person.id), person=person.name, role=person.role, author=session[AUTHOR], csrf=generate_csrf()
    )
    know_again(response, person, with_pin="token" in told or passwords.is_pin(told.get("secret", "")))
    return response
