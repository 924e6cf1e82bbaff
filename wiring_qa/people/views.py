"""Signing in and out, preferences, and the administrator's pages of people."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from wiring_qa.core.i18n import LANGUAGES
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import safe_path
from wiring_qa.people import own_choices, passwords, proofs, queries, signed_in
from wiring_qa.people.kinds import Role
from wiring_qa.people.names_here import keep, keep_name, names_here
from wiring_qa.people.operations.add_person import AddPerson
from wiring_qa.people.operations.change_person import ChangePerson
from wiring_qa.people.operations.set_password import SetPassword
from wiring_qa.people.operations.set_pin import SetPin
from wiring_qa.people.own_choices import OwnSecret, Preferences, SignIn

blueprint = Blueprint("people", __name__)

INVALID, TOO_MANY = 422, 429


def _onward() -> str:
    return safe_path(request.values.get("next"), url_for("worklist.home"))


def _sign_in_page(form: SignIn, status: int = 200) -> Any:
    here = names_here()
    with_pin = dict(here).get(form.name.data or "", False)
    page = render_template("people/sign_in.html", form=form, onward=_onward(), names=here, with_pin=with_pin)
    return page, status


@blueprint.get("/sign-in")
def sign_in() -> Any:
    """Ask for name and secret; a name that was touched is filled in already."""
    if current_user.is_authenticated:
        return redirect(_onward())
    return _sign_in_page(SignIn(data={"name": request.args.get("name", "")}))


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
    _begin(person)
    response = redirect(_onward(), code=303)
    keep_name(response, person.name, with_pin=passwords.is_pin(secret))
    return response


def _begin(person: signed_in.SignedIn) -> None:
    """Begin a session that has nothing of the one before it, least of all a CSRF token someone else knows."""
    session.clear()
    session.permanent = True
    login_user(person)


@blueprint.post("/sign-out")
def sign_out() -> Any:
    """Sign out; on a shared tablet the next person goes on at the same place."""
    onward = _onward()
    logout_user()
    session.clear()
    return redirect(url_for("people.sign_in", next=onward), code=303)


@blueprint.post("/language")
def choose_language() -> Any:
    """Change the language, for this tablet and for the person who is signed in."""
    response = redirect(_onward(), code=303)
    language = request.form.get("language", "")
    if language in dict(LANGUAGES):
        keep(response, "language", language)
        if current_user.is_authenticated:
            own_choices.set_language(current_user, language)
    return response


def _preferences_page(form: Preferences, secret_form: OwnSecret, status: int = 200) -> Any:
    return render_template("people/preferences.html", form=form, secret_form=secret_form), status


def _present_preferences() -> Preferences:
    return Preferences(obj=current_user)


@blueprint.get("/preferences")
def preferences() -> Any:
    """Show a person's own preferences."""
    return _preferences_page(_present_preferences(), OwnSecret())


@blueprint.post("/preferences", endpoint="set_preferences")
def set_preferences() -> Any:
    """Keep a person's own preferences."""
    form = Preferences(request.form)
    if not form.validate():
        return _preferences_page(form, OwnSecret(), INVALID)
    own_choices.set_preferences(current_user, form)
    flash(_("Your preferences are saved."), "done")
    return redirect(url_for("people.preferences"), code=303)


@blueprint.post("/preferences/secret")
def change_own_secret() -> Any:
    """Change a person's own password or PIN, proved by the present one."""
    form, person_id = OwnSecret(request.form), current_user.id
    if not form.validate():
        return _preferences_page(_present_preferences(), form, INVALID)
    try:
        own_choices.change_own_secret(current_user, form)
    except Refused as refused:
        field = form[refused.refusal.field or "current"]
        field.errors = [*field.errors, refused.refusal.text]
        status = TOO_MANY if refused.refusal.code == proofs.TOO_MANY.code else INVALID
        return _preferences_page(_present_preferences(), form, status)
    person = signed_in.signed_in(person_id)
    if person is not None:
        _begin(person)
    flash(_("Your new PIN or password holds from now on; you are signed out everywhere else."), "done")
    return redirect(url_for("people.preferences"), code=303)


@blueprint.get("/people")
def people() -> Any:
    """List everyone."""
    page = queries.people_page(request.args.get("page", 1, type=int))
    return render_template("people/people.html", page=page)


@blueprint.get("/people/new")
def new_person() -> Any:
    """Ask who is new."""
    form = AddPerson(data={"role": Role.INSPECTOR})
    return render_template("people/new_person.html", form=form, operation_id=uuid4())


@blueprint.get("/people/<int:person_id>")
def person(person_id: int) -> Any:
    """Show one person, to be changed or given a new secret."""
    card = queries.person_card(person_id)
    form = ChangePerson(obj=card, data={"person": card.id})
    return render_template(
        "people/person.html",
        card=card,
        form=form,
        pin_form=SetPin(data={"person": card.id}),
        password_form=SetPassword(data={"person": card.id}),
        ids=[uuid4() for _each in range(3)],
    )
