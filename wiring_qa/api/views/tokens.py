"""The leads' page of tokens."""

from typing import Any
from uuid import uuid4

from flask import redirect, render_template, request, url_for
from flask_login import current_user

from wiring_qa.api.endpoints import blueprint
from wiring_qa.api.operations.make_api_token import MakeApiToken
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import all_tokens, just_made, text_of
from wiring_qa.core.sent import whole_number
from wiring_qa.journal.acts import INVALID
from wiring_qa.journal.submit import submit


@blueprint.get("/settings/api")
def tokens() -> Any:
    """List the tokens; one that was just made is shown once."""
    return _page(MakeApiToken(), request.args.get("made", type=whole_number))


@blueprint.post("/settings/api")
def make_token() -> Any:
    """Make a token, and go on to the page that shows it."""
    outcome = submit("make_api_token", request.form, current_user)
    if outcome.refusal is not None:
        return _page(outcome.form, None), INVALID
    return redirect(url_for("api.tokens", made=outcome.answer["token"]), code=303)


def _page(form: Any, made: int | None) -> str:
    token = just_made(made, current_user.id) if made else None
    return render_template(
        "api/tokens.html",
        form=form,
        tokens=all_tokens(),
        made=token,
        text=text_of(token.id) if token else None,
        scope=Scope,
        scopes=list(Scope),
        new_id=uuid4,
    )
