"""The list of cabinets, new ones, and who wires them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4, uuid5

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.cabinets import codes, queries
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.pasted import Pasted, pasted_serials
from wiring_qa.journal.acts import INVALID
from wiring_qa.journal.submit import Outcome, submit

blueprint = Blueprint("cabinets", __name__)
blueprint.add_app_template_filter(codes.spaced)

AT_ONCE = 200
"""How many cabinets one form adds, so that its answer comes while a person waits for it."""


@blueprint.before_app_request
def _to_the_right_spelling() -> Any:
    """Lead an address with a cabinet's code as people write it to the page, whichever it is."""
    code = (request.view_args or {}).get("code", "")
    if request.method not in {"GET", "HEAD"} or not str(request.url_rule).startswith("/c/<code>"):
        return None
    spelled = codes.normalise(code)
    if spelled == code or not codes.is_valid(spelled):
        return None
    path = url_for(str(request.endpoint), **{**(request.view_args or {}), "code": spelled})
    query = request.query_string.decode("ascii", "replace")
    return redirect(f"{path}?{query}" if query else path)


@blueprint.get("/cabinets")
def cabinets() -> str:
    """List cabinets, by stage and by what was searched."""
    wanted = request.args.get("stage", "")
    stage = Stage(wanted) if wanted in set(Stage) else None
    search = request.args.get("q", "")
    page = queries.cabinets_page(search, stage, request.args.get("page", 1, type=int))
    return render_template(
        "cabinets/cabinets.html", page=page, stage=stage, stages=list(Stage), search=search
    )


@blueprint.get("/cabinets/new")
def new_cabinets() -> str:
    """Ask for serial numbers, one a line, and the wiring table."""
    return _form({"table": request.args.get("table", "")})


def _form(
    entered: Any, refusal: str = "", added: Sequence[Any] = (), problems: Sequence[tuple[str, str]] = ()
) -> str:
    return render_template(
        "cabinets/new.html",
        entered=entered,
        chosen=request.form.getlist("wirers"),
        refusal=refusal,
        added=added,
        problems=problems,
        tables=queries.tables_to_build(),
        lines=queries.lines(),
        wirers=queries.wirers(),
        operation_id=uuid4(),
    )


@blueprint.post("/cabinets/new")
def add_cabinets() -> Any:
    """Add a cabinet for each serial number; what is refused stays in the form with its reason at its line.

    The answer says what was added. Loaded again, it adds nothing and says the same.
    """
    lines = pasted_serials(request.form.get("serials", ""))
    refusal = _refused_whole(lines)
    if refusal:
        return _form(request.form, refusal), INVALID
    codes_added, left = [], []
    for line in lines:
        outcome = None if line.is_repeated else _add(line)
        if outcome and outcome.accepted:
            codes_added.append(outcome.answer["code"])
        else:
            left.append((line, _words(outcome)))
    entered = {**request.form.to_dict(), "serials": "\n".join(line.text for line, _reason in left)}
    problems = [(line.serial, reason) for line, reason in left]
    added = queries.cabinets_with(codes_added)
    return _form(entered, added=added, problems=problems), INVALID if problems else 200


def _refused_whole(lines: list[Pasted]) -> str:
    if not lines:
        return str(_("Enter at least one serial number."))
    if len(lines) > AT_ONCE:
        words = _("At most %(most)d cabinets at once; these are %(count)d.", most=AT_ONCE, count=len(lines))
        return str(words)
    return ""


def _add(line: Pasted) -> Outcome:
    model, _separator, revision = request.form.get("table", "").partition("\t")
    fields = request.form.copy()
    fields["serial"], fields["model"], fields["revision"] = line.serial, model, revision
    if line.order_no:
        fields["order_no"] = line.order_no
    # a form posted twice has the same number and code for the same serial number, and so adds it once
    number = uuid5(_number(fields.get("id", "")), line.serial.casefold())
    fields["id"] = str(number)
    code = codes.code_for(number, current_app.config["WIRING_QA"].secret_key)
    return submit("add_cabinet", fields, current_user, chain=code)


def _number(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def _words(outcome: Outcome | None) -> str:
    if outcome is None:
        return str(_("This serial number stands further up in the list."))
    told = [message for messages in outcome.form.messages().values() for message in messages]
    return " ".join(told) or str(outcome.refusal)


@blueprint.get("/c/<code>/wirers")
def wirers(code: str) -> str:
    """Ask who wires a cabinet."""
    cabinet = queries.cabinet_by_code(code)
    return render_template(
        "cabinets/wirers.html", cabinet=cabinet, wirers=queries.wirers(), operation_id=uuid4()
    )
