"""A lead edits the nominal torques; what a device's maker states on its data sheet goes first."""

from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import ActForm, Decimals, between, required
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tightening.queries import thread_torques
from wiring_qa.tightening.torque import TORQUES


def field_of(thread: str) -> str:
    """Return the name of a thread's field: m3_5 for M3.5."""
    return thread.lower().replace(".", "_")


def _torque(thread: str) -> Any:
    words = _l("%(thread)s (N·m)", thread=thread)
    return Decimals(words, [required(), between(0.05, 1000)], places=None)


class SetTorques(ActForm):
    """The nominal torque of each thread in newton metres."""


for _thread in (each.thread for each in TORQUES):
    setattr(SetTorques, field_of(_thread), _torque(_thread))


@operation(SetTorques, on_cabinet=False)
def set_torques(entry: Entry, form: SetTorques) -> Answer:
    """Set the torques that wirers are shown from now on; one that was changed is the lead's own."""
    changed = {}
    for row in thread_torques():
        torque_nm = form[field_of(row.thread)].data
        if torque_nm != row.torque_nm:
            row.torque_nm = torque_nm
            row.source = {"set_by": entry.actor.name}
            changed[row.thread] = str(torque_nm)
    return {"changed": changed}
