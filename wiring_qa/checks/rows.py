"""A wire as pages show it, wherever it stands: in a finding, a sample, a record."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wiring_qa.checks.pull_forces import pull_force_n
from wiring_qa.core.i18n import number
from wiring_qa.tables.cell_texts.colours import colour_codes


@dataclass(frozen=True)
class ShownRow:
    """A wire's row, its from end first."""

    sequence: int
    number: str | None
    near_device: str
    near_terminal: str | None
    far_device: str
    far_terminal: str | None
    colours: list[str]
    colour_text: str | None
    cross_section: str
    wire_type: str | None
    near_lug: str | None
    far_lug: str | None
    length_mm: Decimal | None
    pull_force_n: int | None
    category_label: str | None
    is_large: bool
    is_wide: bool
    is_look_alike: bool
    remark: str | None

    @property
    def from_device(self) -> str:
        """The device of the from end, which stands first."""
        return self.near_device


def shown_row(wire: Any, category_label: str | None = None) -> ShownRow:
    """Return a wire as it is shown outside the walk."""
    return ShownRow(
        sequence=wire.sequence,
        number=wire.number,
        near_device=wire.from_device,
        near_terminal=wire.from_terminal,
        far_device=wire.to_device,
        far_terminal=wire.to_terminal,
        colours=colour_codes(wire.colour),
        colour_text=wire.colour_text,
        cross_section=size_text(wire),
        wire_type=wire.wire_type,
        near_lug=wire.from_lug,
        far_lug=wire.to_lug,
        length_mm=wire.length_mm,
        pull_force_n=force_of(wire),
        category_label=category_label,
        is_large=wire.is_large,
        is_wide=wire.is_wide,
        is_look_alike=wire.is_look_alike,
        remark=wire.remark,
    )


def size_text(wire: Any) -> str:
    """Return a wire's cross-section in mm², or as it was written where it could not be told."""
    if wire.cross_section_mm2 is None:
        return wire.cross_section_text or ""
    return f"{number(wire.cross_section_mm2)} mm²"


def force_of(wire: Any) -> int | None:
    """Return the expected pull force of a wire in newtons."""
    return pull_force_n(wire.cross_section_mm2) if wire.cross_section_mm2 else None
