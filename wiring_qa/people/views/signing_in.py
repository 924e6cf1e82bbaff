"""Signing in and out."""

from dataclasses import replace
from typing import Any

from flask import redirect, render_template, request, session, url_for
from flask_login import current_user, login_user, logout_user
from werkzeug import Response

from wiring_qa.core.refusals import Refused
from wiring_qa.people import passwords, proofs, queries, signed_in, tablets, tokens
from wiring_qa.people.access import AUTHOR
from wiring_qa.people.names_here import keep_name, names_here
from wiring_qa.people.own_choices import SignIn
from wiring_qa.people.views.blueprint import INVALID, TOO_MANY, blueprint, onward

MOST_NAMES = 24
"""More than are found at a glance; who is not among them types their name or shows their badge."""


def _sign_in_page(form: SignIn, status: int = 200) -> Any:
    here = _names()
    with_pin = dict(here).get(form.name.data or "", False)
    page = render_template(
        "people/sign_in.html",
        form=form,
        onward=onward(),
        names=here,
        with_pin=with_pin,
        may_be_tablet=tablets.tablet_here() is not None,
    )
    return page, status


def _names() -> list[tuple[str, bool]]:
    """Who was here lately; on a tablet of the plant then the others with a PIN, as a new one knows nobody."""
    here = names_here()
    if tablets.tablet_here() is None:
        # a PIN that is worth nothing here is not asked for
        return here if tablets.may_use_pin() is None else [each for each in here if not each[1]]
    known = dict(here)
    others = [(name, True) for name in queries.names_with_pin(MOST_NAMES) if name not in known]
    return [*here, *others][:MOST_NAMES]


@blueprint.get("/sign-in")
def sign_in() -> Any:
    """Ask for name and secret; a name that was touched is filled in already."""
    name = request.args.get("name", "")
    is_other = bool(name) and current_user.is_authenticated and current_user.name != name
    if current_user.is_authenticated and not is_other:
        return redirect(onward())
    return _sign_in_page(SignIn(data={"name": name}))


@blueprint.post("/sign-in", endpoint="sign_in_now")
def sign_in_now() -> Any:
    """Sign a person in, and go on to where they wanted to be."""
    form = SignIn(request.form)
    if not form.validate():
        return _sign_in_page(form, INVALID)
    secret = form.secret.data or ""
    try:
        person = proofs.prove(form.name.data or "", secret)
    except Refused as refused:
        form.secret.errors = [refused.refusal.text]
        return _sign_in_page(form, TOO_MANY if refused.refusal is proofs.TOO_MANY else INVALID)
    begin(person)
    response = redirect(onward(), code=303)
    know_again(response, person, with_pin=passwords.is_pin(secret))
    return response


def know_again(response: Response, person: signed_in.SignedIn, *, with_pin: bool) -> None:
    """Have the device keep who signed in, and a tablet that it is one: each sign-in renews its year."""
    keep_name(response, person.name, with_pin=with_pin)
    here = tablets.tablet_here()
    if here is not None:
        tablets.remember(response, here[0])


def begin(person: signed_in.SignedIn) -> None:
    """Begin a session that has nothing of the one before it, least of all a CSRF token someone else knows."""
    here = tablets.tablet_here()
    if here is not None:
        person = replace(person, tablet_id=here[0], tablet=here[1])
    session.clear()
    session.permanent = True
    session[AUTHOR] = tokens.issue(person)
    login_user(person)


@blueprint.post("/sign-out")
def sign_out() -> Any:
    """Sign out; on a shared tablet the next person goes on at the same place."""
    address = url_for("people.sign_in", next=onward())
    logout_user()
    session.clear()
    return redirect(address, code=303)
