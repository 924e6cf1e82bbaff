"""Records the spot check of a drawn row; what a row that held and one that moved have in common."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from wtforms.validators import Optional

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.named_rows import NO_WIRE, RowForm, row_now
from wiring_qa.core.db import db
from wiring_qa.core.forms import Decimals, between
from wiring_qa.core.refusals import Refused, require
from wiring_qa.findings.kinds import End
from wiring_qa.journal.registry import Answer, Entry
from wiring_qa.tables.models import Wire
from wiring_qa.tightening import rules
from wiring_qa.tightening.models import Round, SpotCheck
from wiring_qa.tightening.queries import confirmers, drawn_row, groups_at, last_round
from wiring_qa.tightening.rounds import refresh_round
from wiring_qa.tightening.states import SpotResult
from wiring_qa.tightening.tallies import count_spot_check


class SpotCheckForm(RowForm):
    """The row, and the torque where it was measured."""

    torque_nm = Decimals(_l("Measured torque (N·m)"), [Optional(), between(0.01, 1000)], places=2)


def add_spot_check(
    entry: Entry, cabinet: Cabinet, form: SpotCheckForm, moved: End | None = None
) -> tuple[Round, Wire, SpotCheck]:
    """Add the result of a row that held, or whose end moved; raise `Refused` where no rule allows it."""
    sequence = row_now(cabinet, form.wire.data, form.revision.data)
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
    check = SpotCheck(
        **entry.stamp,
        sample_row_id=sample_row_id,
        result=SpotResult.MOVED if moved else SpotResult.HELD,
        torque_nm=form.torque_nm.data,
    )
    db.session.add(check)
    count_spot_check(entry, round_, wire, moved)
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
