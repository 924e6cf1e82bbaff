"""Wiring tables that are saved."""

from uuid import uuid4

from flask import current_app, render_template, request
from flask_login import current_user

from wiring_qa.tables import queries
from wiring_qa.tables.views import blueprint
from wiring_qa.tables.words import Message


@blueprint.get("/tables")
def tables() -> str:
    """List the wiring tables and one's own drafts; take a file."""
    return render_template(
        "tables/tables.html",
        tables=queries.tables(),
        drafts=queries.drafts_of(current_user.id),
        limit_mb=current_app.config["WIRING_QA"].upload_limit_mb,
    )


@blueprint.get("/tables/<int:table_id>")
def table(table_id: int) -> str:
    """Show a saved table: each row with its category and flags, and why it has them."""
    found = queries.table_by_id(table_id)
    return render_template(
        "tables/table.html",
        table=found,
        page=queries.wires_page(table_id, request.args.get("page", 1, type=int)),
        category_names=queries.category_names(),
        is_in_use=queries.is_in_use(table_id),
        others=queries.other_revisions(found),
        message=Message.from_json,
        new_id=uuid4,
    )
