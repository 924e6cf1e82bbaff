"""Records the spot check of a drawn row; what a row that held and one that moved have in common."""

from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from wtforms import DecimalField, IntegerField
from wtforms.validators import Optional

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, between, required
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.journal.registry import Answer, Entry
from wiring_qa.tables.models import Wire
from wiring_qa.tightening import rules
from wiring_qa.tightening.models import Round, SpotCheck
from wiring_qa.tightening.queries import confirmers, drawn_row, groups_at, last_round
from wiring_qa.tightening.rounds import refresh_round
from wiring_qa.tightening.states import SpotResult

NO_WIRE = Refusal("no_wire", _l("The wiring table of this cabinet has no such row."), "wire")


class SpotCheckForm(ActForm):
    """The row, and the torque where it was measured."""

    wire: Any = IntegerField(_l("Row"), [required()])
    torque_nm = DecimalField(_l("Measured torque (N·m)"), [Optional(), between(0.01, 1000)], places=2)


def add_spot_check(
    entry: Entry, cabinet: Cabinet, sequence: int, result: SpotResult, torque_nm: Decimal | None
) -> tuple[Round, Wire, SpotCheck]:
    """Add the result of a row, given by its sequence; raise `Refused` where the rules do not allow it."""
    wire = db.session.scalar(select(Wire).where(Wire.table_id == cabinet.table_id, Wire.sequence == sequence))
    if wire is None:
        raise Refused(NO_WIRE)
    round_ = last_round(cabinet.id)
    if round_ is None:
        raise Refused(rules.NO_ROUND)
    sample_row_id, drawn = drawn_row(round_, wire)
    groups = groups_at(round_.id, {wire.from_device, wire.to_device})
    tight = all(group.cached_confirmed for group in groups)
    require(rules.may_spot_check(round_.cached_state, drawn, groups_confirmed=tight))
    require(rules.may_spot_check_group(entry.actor.id, confirmers([group.id for group in groups])))
    check = SpotCheck(**entry.stamp, sample_row_id=sample_row_id, result=result, torque_nm=torque_nm)
    db.session.add(check)
    return round_, wire, check


def answer(entry: Entry, cabinet: Cabinet, round_: Round, wire: Wire, check: SpotCheck) -> Answer:
    """Derive the round and return what the page needs."""
    state = refresh_round(cabinet, round_, entry)
    return {
        "wire": wire.sequence,
        "result": check.result.value,
        "round": round_.number,
        "state": state.value,
    }
