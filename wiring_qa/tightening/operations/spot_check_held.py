"""A drawn row was tried after the tightening, and it held."""

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tightening.spot_checks import SpotCheckForm, add_spot_check, answer


class SpotCheckHeld(SpotCheckForm):
    """The row, and the torque where it was measured."""


@operation(SpotCheckHeld)
def spot_check_held(entry: Entry, form: SpotCheckHeld) -> Answer:
    """Record that a drawn row held; the round passes with the last of them."""
    cabinet = cabinet_for_change(entry.chain)
    round_, wire, check = add_spot_check(entry, cabinet, form)
    return answer(entry, cabinet, round_, wire, check)
