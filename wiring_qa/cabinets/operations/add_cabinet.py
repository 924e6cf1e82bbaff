"""A cabinet begins its life: a serial number, and the wiring table that it is built to."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets import queries, rules
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, SomeOf, text
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.journal.registry import Answer, Entry, operation

NO_TABLE = Refusal("no_table", _l("There is no wiring table of this model and revision."), "revision")


class AddCabinet(ActForm):
    """The serial number, the wiring table by model and revision, the order, the line, and who wires it."""

    serial = text(_l("Serial number"), needed=True, longest=80)
    model = text(_l("Model"), needed=True)
    revision = text(_l("Revision"), needed=True)
    order_no = text(_l("Order"))
    line = text(_l("Line"), longest=80)
    wirers = SomeOf(_l("Wirers"))


@operation(AddCabinet, has_route=False)
def add_cabinet(entry: Entry, form: AddCabinet) -> Answer:
    """Add a cabinet; its code is the name of its chain, and its rows are opened by `release.stage`."""
    taken = queries.is_serial_taken(form.serial.data)
    require(rules.may_add(entry.chain, entry.position, serial_taken=taken))
    table = queries.table_of(form.model.data, form.revision.data)
    if table is None:
        raise Refused(NO_TABLE)
    cabinet = Cabinet(
        **entry.stamp,
        code=entry.chain,
        serial=form.serial.data,
        serial_key=form.serial.data.casefold(),
        order_no=form.order_no.data or None,
        line=form.line.data or None,
        table_id=table.id,
        wirers=queries.wirers_named(form.wirers.data),
    )
    db.session.add(cabinet)
    db.session.flush()
    return {"code": cabinet.code, "serial": cabinet.serial}
