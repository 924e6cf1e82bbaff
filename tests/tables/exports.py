"""The same four wires as the programs and plants of the field lay them out; made for the tests.

Each layout is a text: a row a line, its cells between bars. `WIRES` is what every one of them must read as.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

WIRES: tuple[dict[str, Any], ...] = (
    {"number": "101", "from": "K1:A1", "to": "X1:1", "colour": "BU", "mm2": "1.5", "length": 350},
    {"number": "102", "from": "K1:A2", "to": "X1:2", "colour": "BK", "mm2": "0.75", "length": 410},
    {"number": "103", "from": "Q1:2", "to": "F2:1", "colour": "GNYE", "mm2": "2.5", "length": 1200},
    {"number": "104", "from": "X1:3", "to": "H1:X1", "colour": "RD", "mm2": "1", "length": 88},
)  # fmt: skip
ALL = ("number", "from", "to", "colour", "mm2")


@dataclass(frozen=True)
class Export:
    """A layout: its text, which facts of the wires it carries, and what else must be found."""

    name: str
    text: str
    tells: tuple[str, ...] = ALL
    more: tuple[tuple[str, tuple[str | None, ...]], ...] = ()
    """Other fields of a wire with their values over the four wires."""

    @property
    def rows(self) -> list[list[str]]:
        """The cells."""
        lines = self.text.strip("\n").splitlines()
        return [[cell.strip() for cell in line.split("|")] if line.strip() else [] for line in lines]


def plain(wire: Any, facts: tuple[str, ...]) -> dict[str, Any]:
    """Return the facts of a parsed wire as `WIRES` states them; a device's leading minus does not count."""
    told = {
        "number": wire.number,
        "from": f"{wire.from_device.removeprefix('-')}:{wire.from_terminal}",
        "to": f"{wire.to_device.removeprefix('-')}:{wire.to_terminal}",
        "colour": wire.colour,
        "mm2": None if wire.cross_section_mm2 is None else str(Decimal(wire.cross_section_mm2)),
        "length": wire.length_mm,
    }
    return {name: told[name] for name in facts}
