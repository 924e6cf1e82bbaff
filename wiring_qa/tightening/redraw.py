"""What is drawn after the sample was: rows that became mandatory, and rows that were reworked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wiring_qa.tightening.kinds import SampleReason
from wiring_qa.tightening.rules import DrawnRow, current_rows, is_reworked


@dataclass(frozen=True)
class LaterRow:
    """A row that joins the sample or is drawn anew, and why; a wire's last drawn row counts."""

    wire_id: int
    reasons: tuple[SampleReason, ...]
    is_random: bool = False


def later_rows(
    drawn: Sequence[DrawnRow], mandatory: Mapping[int, Collection[SampleReason]]
) -> list[LaterRow]:
    """Return what must be drawn beside what is drawn; ``mandatory`` is by wire, with the reasons.

    A row that was fixed after its spot check needs a new one. A random row that became mandatory before it
    was tried is tried as such, so that the plan's acceptance number no longer applies to it.
    """
    later = []
    for row in current_rows(drawn):
        reasons = tuple(mandatory.get(row.wire_id, ()))
        if is_reworked(row):
            again = reasons or ((SampleReason.RANDOM,) if row.is_random else ())
            later.append(
                LaterRow(
                    row.wire_id, (*again, SampleReason.REWORKED), is_random=row.is_random and not reasons
                )
            )
        elif row.is_random and reasons and row.result is None:
            later.append(LaterRow(row.wire_id, reasons))
    known = {row.wire_id for row in drawn}
    return later + [
        LaterRow(wire_id, tuple(reasons)) for wire_id, reasons in mandatory.items() if wire_id not in known
    ]
