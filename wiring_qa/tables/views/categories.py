"""What the import judges by: categories, their rules, and the threshold of large wires."""

from uuid import uuid4

from flask import render_template

from wiring_qa.tables import queries
from wiring_qa.tables.judging.categories import FIELDS
from wiring_qa.tables.judging.rule_lines import lines_of
from wiring_qa.tables.views import blueprint


@blueprint.get("/settings/categories")
def categories() -> str:
    """Show and edit the categories, the rules and the threshold."""
    return render_template(
        "tables/categories.html",
        categories=queries.categories(),
        category_names=queries.category_names(),
        rule_fields=FIELDS,
        rules=lines_of(queries.rules()),
        large_from_mm2=queries.large_from_mm2(),
        new_id=uuid4,
    )
