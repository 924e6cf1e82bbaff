"""What is drawn after the sample was: rows that became mandatory, were reworked or came by a new revision."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
        if row.is_removed:
            continue
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


def rows_after_moves(
    drawn: Sequence[DrawnRow],
    mandatory: Collection[int],
    ranked: Sequence[int],
    moves: Iterable[Collection[int]],
    *,
    sample_size: int,
    size_for: Callable[[int], int],
) -> list[LaterRow]:
    """Return the rows that are drawn because the cabinet moved to another revision since the draw.

    ``ranked`` are the wires of the table in the order of the draw. Of the rows that each move added or
    changed as many are drawn as the plan asks for a lot of their number (``size_for``); a row that was drawn
    by chance and removed before it was tried is replaced by the next one of the draw.
    """
    known = {row.wire_id for row in drawn} | set(mandatory)
    rows = []
    for made in moves:
        here = [wire_id for wire_id in ranked if wire_id in made]
        missing = size_for(len(here)) - sum(wire_id in known for wire_id in here)
        chosen = [wire_id for wire_id in here if wire_id not in known][: max(missing, 0)]
        rows += [LaterRow(wire_id, (SampleReason.REVISED,), is_random=True) for wire_id in chosen]
        known.update(chosen)
    lost = [row for row in current_rows(drawn) if row.is_random and row.is_removed and row.result is None]
    by_chance = {row.wire_id for row in drawn if row.is_random} - {row.wire_id for row in lost}
    rest = [wire_id for wire_id in ranked if wire_id not in known]
    replacing = rest[: max(sample_size - len(by_chance), 0)] if lost else []
    return rows + [LaterRow(wire_id, (SampleReason.RANDOM,), is_random=True) for wire_id in replacing]
