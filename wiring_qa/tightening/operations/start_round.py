"""A round starts when an inspector asks for it."""

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.forms import ActForm
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tightening import rules
from wiring_qa.tightening.queries import last_round
from wiring_qa.tightening.rounds import open_round
from wiring_qa.tightening.states import RoundReason


class StartRound(ActForm):
    """Nothing needs to be said."""


@operation(StartRound)
def start_round(entry: Entry, form: StartRound) -> Answer:  # noqa: ARG001  the form has no fields
    """Start a round over the whole cabinet."""
    cabinet = cabinet_for_change(entry.chain)
    last = last_round(cabinet.id)
    require(rules.may_start_round(last.cached_state if last else None))
    started = open_round(cabinet, entry, RoundReason.ASKED)
    return {"round": started.number, "state": started.cached_state.value}
