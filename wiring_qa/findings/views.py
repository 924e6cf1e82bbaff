"""The pages of fixes, rechecks and findings."""

from typing import Any
from urllib.parse import unquote
from uuid import UUID, uuid4

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.attachments.pictures import limit_bytes, too_large
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.rows import shown_row
from wiring_qa.core.clock import moment_of, now
from wiring_qa.core.errors import problem, wants_json
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import csrf, is_from_here, safe_path
from wiring_qa.core.too_large import take_to_the_end
from wiring_qa.findings import lists
from wiring_qa.findings.attaching import SentPhoto, attach_all, attach_kept
from wiring_qa.findings.kinds import FindingState
from wiring_qa.journal.acts import INVALID, REFUSED
from wiring_qa.offline.authors import author_of
from wiring_qa.offline.queries import rejected_of
from wiring_qa.offline.rules import entered
from wiring_qa.offline.sync import SIGN_IN

blueprint = Blueprint("findings", __name__)

SHOWN = tuple(state for state in FindingState if state is not FindingState.TAKEN_BACK)


@blueprint.context_processor
def _drawing() -> dict[str, Any]:
    return {"shown_row": shown_row, "new_id": uuid4}


@blueprint.get("/c/<code>/fixes")
def fixes(code: str) -> str:
    """Show a wirer what is to be fixed on a cabinet, by device and worst first."""
    cabinet = cabinet_by_code(code)
    items = lists.findings_of(cabinet.id, SHOWN)
    settled = (FindingState.CLOSED, FindingState.CONCEDED)
    return render_template(
        "findings/fixes.html",
        cabinet=cabinet,
        devices=lists.by_device([each for each in items if each.finding.cached_state is FindingState.OPEN]),
        waiting=[each for each in items if each.finding.cached_state is FindingState.FIXED],
        closed=[each for each in items if each.finding.cached_state in settled and each.is_recent],
    )


@blueprint.get("/fixes")
def my_fixes() -> str:
    """Show a wirer what is to be fixed on all their cabinets."""
    cabinets = lists.open_findings_for(current_user.id)
    return render_template(
        "findings/my_fixes.html", cabinets=[(cabinet, lists.by_device(items)) for cabinet, items in cabinets]
    )


@blueprint.get("/c/<code>/rechecks")
def rechecks(code: str) -> str:
    """Show an inspector what was fixed and waits for a recheck, by device."""
    cabinet = cabinet_by_code(code)
    items = lists.findings_of(cabinet.id, [FindingState.FIXED])
    devices: dict[str, list[lists.Listed]] = {}
    for listed in items:
        devices.setdefault(listed.finding.device, []).append(listed)
    return render_template("findings/rechecks.html", cabinet=cabinet, devices=devices)


@blueprint.get("/c/<code>/findings")
def findings(code: str) -> str:
    """Show all findings of a cabinet; a lead may concede one."""
    cabinet = cabinet_by_code(code)
    items = lists.findings_of(cabinet.id)
    wanted = request.args.get("state", "")
    chosen = [each for each in items if not wanted or each.finding.cached_state == wanted]
    return render_template(
        "findings/findings.html",
        cabinet=cabinet,
        items=chosen,
        total=len(items),
        counts=lists.count_by(items),
        states=list(FindingState),
        wanted=wanted,
    )


@blueprint.errorhandler(413)
def too_large_photo(_error: Any) -> Any:
    """Say on the page itself that a photo is over the limit."""
    take_to_the_end(request.environ["wsgi.input"])
    refusal = too_large()
    if wants_json():
        return problem(413, str(refusal), code=refusal.code)
    flash(str(refusal), "fault")
    return redirect(url_for("findings.findings", code=(request.view_args or {})["code"]), code=303)


@blueprint.post("/c/<code>/attach_photo")
def attach_photo(code: str) -> Any:
    """Take the photos of a page's form."""
    request.max_content_length = limit_bytes()
    contents = [file.read() for file in request.files.getlist("photo") if file.filename]
    about = request.form.get("about", "")
    try:
        attach_all(contents, request.form.get("id", type=UUID) or uuid4(), about, current_user, code)
        flash(_("The photo is added."), "done") if contents else flash(_("Choose a photo first."), "fault")
    except Refused as refused:
        flash(str(refused.refusal), "fault")
    onward = url_for("findings.findings", code=code)
    return redirect(safe_path(request.form.get("next"), onward), code=303)


@blueprint.post("/c/<code>/photos/<uuid:number>")
@csrf.exempt  # a tablet that kept its photos for a week has no token; a form of another site sends no JPEG
def take_photo(code: str, number: UUID) -> Any:
    """Take a photo that a tablet kept, once, however often it is sent; its address says what it is about."""
    if request.mimetype != "image/jpeg" or not is_from_here():
        return problem(415, _("Photos are sent as JPEG, from the app itself."))
    person = current_user if current_user.is_authenticated else None
    author = author_of(unquote(request.headers.get("Wiring-QA-Author", "")), person)
    if author is None:
        return problem(401, str(SIGN_IN), code=SIGN_IN.code)
    request.max_content_length = limit_bytes()
    sent = SentPhoto(
        number, request.args.get("about", ""), request.get_data(), request.args.get("sha256", "")
    )
    received_at = now()
    at = moment_of(request.args.get("at")) or received_at
    when = entered(at, moment_of(request.args.get("sent_at")), received_at, author.since)
    notes = {"clock_skew_s": when.skew_s} if when.skew_s is not None else {}
    try:
        outcome = attach_kept(sent, author, code, when.at, notes)
    except Refused as refused:
        return problem(INVALID, str(refused.refusal), code=refused.refusal.code)
    status = 200 if outcome.accepted else INVALID if outcome.form.errors else REFUSED
    is_kept = not outcome.accepted and rejected_of(number, author.person.id) is not None
    return jsonify({**outcome.as_json(), "kept": is_kept}), status
