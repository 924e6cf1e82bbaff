"""Files that are sent: each becomes a draft, or the page says why it does not."""

from typing import Any

from flask import current_app, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.core.too_large import take_to_the_end
from wiring_qa.tables.drafts import drafts
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.reading import look_at, progress_in
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.views import blueprint
from wiring_qa.tables.words import UnreadableTable


def to_tables(problem: str) -> Any:
    """Go back to the list of tables and say there what is wrong."""
    flash(problem, "fault")
    return redirect(url_for("tables.tables"), code=303)


@blueprint.errorhandler(413)
def too_large(_error: Any) -> Any:
    """Say on the page itself that a file is over the limit."""
    take_to_the_end(request.environ["wsgi.input"])
    limit = current_app.config["WIRING_QA"].upload_limit_mb
    return to_tables(
        _("The file is larger than %(limit)s MB. Leave pictures and other sheets out of it.", limit=limit)
    )


@blueprint.post("/tables/drafts")
def upload() -> Any:
    """Take a file and show it; one that cannot be a wiring table says so and is not kept."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return to_tables(_("Choose a file first."))
    name, content, settled = file.filename, file.read(), Settled()
    file.close()
    try:
        read_as = look_at(content, name, settled)
    except UnreadableTable as unreadable:
        return to_tables(f"{name}: {unreadable}")
    if isinstance(read_as, Preview) and read_as.recalled is not None:
        settled = read_as.recalled
    draft_id = drafts.keep(name, content, current_user.id, settled, progress_in(read_as, settled))
    return redirect(url_for("tables.draft", draft_id=draft_id), code=303)
