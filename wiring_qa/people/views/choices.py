"""What people choose for themselves: language, theme, hand, and their own secret."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.core.languages import LANGUAGES
from wiring_qa.core.refusals import Refused
from wiring_qa.people import own_choices, proofs, signed_in
from wiring_qa.people.kinds import Language, Theme
from wiring_qa.people.names_here import keep
from wiring_qa.people.own_choices import OwnSecret, Preferences
from wiring_qa.people.views.blueprint import INVALID, TOO_MANY, blueprint, onward
from wiring_qa.people.views.signing_in import begin


@blueprint.post("/language")
def choose_language() -> Any:
    """Change the language, for this tablet and for the person who is signed in."""
    response = redirect(onward(), code=303)
    language = request.form.get("language", "")
    if language in dict(LANGUAGES):
        keep(response, "language", language)
        if current_user.is_authenticated:
            own_choices.set_language(current_user, language)
    return response


@blueprint.post("/theme")
def choose_theme() -> Any:
    """Change between light and dark for the person who is signed in."""
    theme = request.form.get("theme", "")
    if theme in set(Theme):
        own_choices.set_theme(current_user, Theme(theme))
    return redirect(onward(), code=303)


def _preferences_page(form: Preferences, secret_form: OwnSecret, status: int = 200) -> Any:
    return render_template("people/preferences.html", form=form, secret_form=secret_form), status


def _present_preferences() -> Preferences:
    return Preferences(
        data={
            "language": current_user.language or Language.AUTO,
            "theme": current_user.theme,
            "mirrored": current_user.mirrored,
        }
    )


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
        begin(person)
    flash(_("Your new PIN or password holds from now on; you are signed out everywhere else."), "done")
    return redirect(url_for("people.preferences"), code=303)
