"""The list of cabinets, new ones, and who wires them."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _, ngettext
from flask_login import current_user

from wiring_qa.cabinets import codes, queries
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.pasted import Pasted, pasted_serials
from wiring_qa.journal.acts import INVALID
from wiring_qa.journal.submit import Outcome, submit

blueprint = Blueprint("cabinets", __name__)


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
    return _form({"table": request.args.get("table", "")}, [])


def _form(entered: Any, problems: list[tuple[Pasted, str]]) -> str:
    return render_template(
        "cabinets/new.html",
        entered=entered,
        chosen=request.form.getlist("wirers"),
        problems=problems,
        tables=queries.tables_to_build(),
        wirers=queries.wirers(),
        operation_id=uuid4(),
    )


@blueprint.post("/cabinets/new")
def add_cabinets() -> Any:
    """Add a cabinet for each serial number; what is refused stays in the form with its reason at its line."""
    lines = pasted_serials(request.form.get("serials", ""))
    outcomes = [(line, _add(line)) for line in lines]
    added = [outcome.answer["serial"] for _line, outcome in outcomes if outcome.accepted]
    if added:
        flash(ngettext("%(num)d cabinet added.", "%(num)d cabinets added.", len(added)), "done")
    problems = [(line, _words(outcome)) for line, outcome in outcomes if not outcome.accepted]
    if lines and not problems:
        return redirect(url_for("cabinets.cabinets"), code=303)
    entered = request.form.to_dict()
    entered["serials"] = "\n".join(line.text for line, _words_of in problems)
    if not lines:
        flash(_("Enter at least one serial number."), "fault")
    return _form(entered, problems), INVALID


def _add(line: Pasted) -> Outcome:
    model, _separator, revision = request.form.get("table", "").partition("\t")
    fields = request.form.copy()
    fields["serial"], fields["model"], fields["revision"] = line.serial, model, revision
    if line.order_no:
        fields["order_no"] = line.order_no
    # a form posted twice has the same number for the same serial number, and so adds it once
    fields["id"] = str(uuid5(_number(fields.get("id", "")), line.serial.casefold()))
    return submit("add_cabinet", fields, current_user, chain=codes.new_code())


def _number(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def _words(outcome: Outcome) -> str:
    told = [message for messages in outcome.form.messages().values() for message in messages]
    return " ".join(told) or str(outcome.refusal)


@blueprint.get("/c/<code>/wirers")
def wirers(code: str) -> str:
    """Ask who wires a cabinet."""
    cabinet = queries.cabinet_by_code(code)
    return render_template(
        "cabinets/wirers.html", cabinet=cabinet, wirers=queries.wirers(), operation_id=uuid4()
    )
