"""What a row of the walk shows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.rows import force_of, size_text
from wiring_qa.core.db import AnyRow
from wiring_qa.core.i18n import clock_time
from wiring_qa.tables.cell_texts.colours import colour_codes
from wiring_qa.tables.judging.flags import look_alike_ends
from wiring_qa.walk.order import Section


@dataclass(frozen=True)
class WalkRow:
    """A row as it is drawn: the end at the heading's device is the near one."""

    sequence: int
    number: str | None
    from_device: str
    from_terminal: str | None
    to_device: str
    to_terminal: str | None
    near_is_from: bool
    colours: list[str]
    colour_text: str | None
    cross_section: str
    wire_type: str | None
    from_lug: str | None
    to_lug: str | None
    length_mm: Decimal | None
    pull_force_n: int | None
    category_label: str | None
    is_large: bool
    is_wide: bool
    is_look_alike: bool
    near_is_look_alike: bool
    extra_checks: list[str]
    remark: str | None
    extra: dict[str, Any]
    state: RowState
    mark_text: str
    may_take_back: bool
    findings: list[Any]

    @property
    def near_device(self) -> str:
        """The device of the near end."""
        return self.from_device if self.near_is_from else self.to_device

    @property
    def near_terminal(self) -> str | None:
        """The terminal of the near end."""
        return self.from_terminal if self.near_is_from else self.to_terminal

    @property
    def far_device(self) -> str:
        """The device of the far end."""
        return self.to_device if self.near_is_from else self.from_device

    @property
    def far_terminal(self) -> str | None:
        """The terminal of the far end."""
        return self.to_terminal if self.near_is_from else self.from_terminal

    @property
    def near_lug(self) -> str | None:
        """The lug at the near end."""
        return self.from_lug if self.near_is_from else self.to_lug

    @property
    def far_lug(self) -> str | None:
        """The lug at the far end."""
        return self.to_lug if self.near_is_from else self.from_lug

    @property
    def is_special(self) -> bool:
        """Whether the row asks for more than the plain OK."""
        return bool(
            self.category_label or self.is_large or self.is_wide or self.is_look_alike or self.extra_checks
        )

    @property
    def is_done(self) -> bool:
        """Whether the row is in order."""
        return self.state is RowState.IN_ORDER


def drawn(
    section: Section[AnyRow], categories: dict[str, str], findings: dict[int, list[Any]], person_id: int
) -> list[WalkRow]:
    """Return the rows of a section as they are drawn for a person."""
    return [
        _drawn(wire, section.device, categories, findings.get(wire.id, []), person_id)
        for wire in section.wires
    ]


def _drawn(
    wire: AnyRow, device: str, categories: dict[str, str], findings: list[Any], person_id: int
) -> WalkRow:
    near_is_from = not device or wire.from_device == device
    return WalkRow(
        sequence=wire.sequence,
        number=wire.number,
        from_device=wire.from_device,
        from_terminal=wire.from_terminal,
        to_device=wire.to_device,
        to_terminal=wire.to_terminal,
        near_is_from=near_is_from,
        colours=colour_codes(wire.colour),
        colour_text=wire.colour_text,
        cross_section=size_text(wire),
        wire_type=wire.wire_type,
        from_lug=wire.from_lug,
        to_lug=wire.to_lug,
        length_mm=wire.length_mm,
        pull_force_n=force_of(wire),
        category_label=categories.get(wire.category),
        is_large=wire.is_large,
        is_wide=wire.is_wide,
        is_look_alike=wire.is_look_alike,
        near_is_look_alike=("from" if near_is_from else "to") in look_alike_ends(wire.flag_reasons),
        extra_checks=wire.extra_checks,
        remark=wire.remark,
        extra=wire.extra,
        state=wire.state,
        mark_text=f"{clock_time(wire.marked_at)} {wire.marked_by}" if wire.marked_at else "",
        may_take_back=wire.marked_by_id == person_id,
        findings=findings,
    )
