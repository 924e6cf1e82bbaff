"""Wires to compare, and revisions made of them by chance."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from hypothesis import strategies as st


@dataclass(frozen=True)
class Row:
    """A wire as the comparison reads it."""

    from_device: str = "-K1"
    from_terminal: str | None = "13"
    to_device: str = "-X1"
    to_terminal: str | None = "5"
    number: str | None = "101"
    sequence: int = 1
    colour: str | None = "BU"
    colour_text: str | None = "蓝"
    cross_section_mm2: Decimal | None = Decimal("1.5")
    cross_section_text: str | None = None
    wire_type: str | None = None
    from_lug: str | None = None
    to_lug: str | None = None
    length_mm: Decimal | None = None
    potential: str | None = None
    from_location: str | None = None
    to_location: str | None = None
    page: str | None = None
    remark: str | None = None
    extra: dict[str, str] = field(default_factory=dict)
    category: str = "normal"
    extra_checks: tuple[str, ...] = ()
    is_wide: bool = False

    @property
    def turned(self) -> "Row":
        """The same wire with from and to exchanged."""
        return replace(
            self,
            from_device=self.to_device,
            from_terminal=self.to_terminal,
            to_device=self.from_device,
            to_terminal=self.from_terminal,
            from_lug=self.to_lug,
            to_lug=self.from_lug,
            from_location=self.to_location,
            to_location=self.from_location,
        )


def numbered(rows: list[Row]) -> list[Row]:
    """Return rows with their places in the table."""
    return [replace(row, sequence=place) for place, row in enumerate(rows, 1)]


DEVICES = st.sampled_from(["-K1", "-K2", "K3", "-X1"])
TERMINALS = st.sampled_from(["1", "2", "A1", None])
NUMBERS = st.sampled_from(["101", "102", "L1", "", None])
ROWS = st.builds(
    Row,
    DEVICES,
    TERMINALS,
    DEVICES,
    TERMINALS,
    NUMBERS,
    colour=st.sampled_from(["BU", "BK", None]),
    from_lug=st.sampled_from([None, "E1.5"]),
    remark=st.sampled_from([None, "door"]),
    extra_checks=st.sampled_from([(), ("label",)]),
)
TABLES = st.lists(ROWS, max_size=14).map(numbered)
