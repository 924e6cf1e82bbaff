"""A lead edits the rules that give rows their category, as one list in the order in which they are tried."""

from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy import delete, insert
from wtforms import TextAreaField

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, required
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables import queries
from wiring_qa.tables.judging.rule_lines import BadLine, rules_in
from wiring_qa.tables.models import CategoryRule


class EditCategoryRules(ActForm):
    """One rule a line: category, field, pattern."""

    rules = TextAreaField(_l("Rules, one a line: category, field, pattern"), [required()])


@operation(EditCategoryRules, on_cabinet=False)
def edit_category_rules(entry: Entry, form: EditCategoryRules) -> Answer:  # noqa: ARG001  handlers are called alike
    """Replace the rules; tables imported later follow the new ones."""
    try:
        found = rules_in(form.rules.data or "", {each.code for each in queries.categories()})
    except BadLine as bad:
        raise Refused(Refusal("bad_rule", bad.words, "rules")) from None
    db.session.execute(delete(CategoryRule))
    rows = [
        {"position": place, "category": each.category, "field": each.field, "pattern": each.pattern}
        for place, each in enumerate(found, 1)
    ]
    db.session.execute(insert(CategoryRule), rows)
    return {"rules": len(rows), "message": _("The rules are saved: %(count)s.", count=len(rows))}
