"""A person may give a row another category than the rules did, until a cabinet is built to the table."""

from flask_babel import gettext as _, lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text, whole
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables import queries
from wiring_qa.tables.judging.demands import demands_of
from wiring_qa.tables.models import Category

IN_USE = Refusal("table_in_use", _l("A cabinet is built to this table, so it does not change any more."))
NO_ROW = Refusal("no_wire", _l("The wiring table has no such row."), "wire")
NO_CATEGORY = Refusal("no_category", _l("There is no such category."), "category")


class OverrideCategory(ActForm):
    """The row and its category."""

    table = whole(_l("Wiring table"))
    wire = whole(_l("Row"))
    category = text(_l("Category"), needed=True)


@operation(OverrideCategory, on_cabinet=False)
def override_category(entry: Entry, form: OverrideCategory) -> Answer:  # noqa: ARG001  handlers are called alike
    """Give a row a category, and with it what the category asks for."""
    wire = queries.wire_of(form.table.data, form.wire.data)
    if wire is None:
        raise Refused(NO_ROW)
    if queries.is_in_use(wire.table_id):
        raise Refused(IN_USE)
    category = db.session.get(Category, form.category.data)
    if category is None:
        raise Refused(NO_CATEGORY)
    demands = demands_of(category, large=wire.is_large, wide=wire.is_wide, look_alike=wire.is_look_alike)
    wire.category, wire.category_reason = category.code, None
    wire.extra_checks = list(demands.extra_checks)
    wire.recheck_needs_table = demands.needs_table
    wire.always_sampled = demands.always_sampled
    words = _("Row %(row)s has its category.", row=wire.sequence)
    return {"wire": wire.sequence, "category": category.code, "message": words}
