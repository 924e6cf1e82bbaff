"""The wirer confirms each group with tool and setting."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import Optional

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, Decimals, between, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tightening import rules
from wiring_qa.tightening.models import Confirmation
from wiring_qa.tightening.queries import group_for_change
from wiring_qa.tightening.remembered import remember_setting
from wiring_qa.tightening.rounds import refresh_round


class ConfirmGroup(ActForm):
    """The group, the tool, and the clutch setting, the torque or both; the round where the page names it."""

    round = whole(_l("Round"), needed=False)
    group: Any = whole(_l("Group"))
    tool: Any = text(_l("Tool"), needed=True)
    clutch_setting = text(_l("Clutch setting"), longest=40)
    torque_nm = Decimals(_l("Torque (N·m)"), [Optional(), between(0.01, 1000)], places=2)


@operation(ConfirmGroup)
def confirm_group(entry: Entry, form: ConfirmGroup) -> Answer:
    """Confirm that every termination of a group was gone over."""
    cabinet = cabinet_for_change(entry.chain)
    round_, group = group_for_change(cabinet, form.group.data, form.round.data)
    setting = form.clutch_setting.data or None
    torque_nm = form.torque_nm.data
    require(
        rules.may_confirm_group(
            round_.cached_state,
            confirmed=group.cached_confirmed,
            has_setting=setting is not None,
            has_torque=torque_nm is not None,
        )
    )
    db.session.add(
        Confirmation(
            **entry.stamp,
            group_id=group.id,
            tool=form.tool.data,
            clutch_setting=setting,
            torque_nm=torque_nm,
        )
    )
    remember_setting(entry.actor.id, form.tool.data, setting, torque_nm)
    state = refresh_round(cabinet, round_, entry)
    return {"group": group.number, "round": round_.number, "state": state.value}
