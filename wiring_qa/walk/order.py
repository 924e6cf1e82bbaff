"""The order of the walk: device by device, each wire once, or by number."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

SECTION_SIZE = 50
"""Rows under one heading where the walk goes by number."""


class Wire(Protocol):
    """What the order needs to know of a wire."""

    @property
    def sequence(self) -> int:
        """Its place in the table."""

    @property
    def number(self) -> str | None:
        """Its number."""

    @property
    def from_device(self) -> str:
        """The device of its from end."""

    @property
    def from_terminal(self) -> str | None:
        """The terminal of its from end."""

    @property
    def to_device(self) -> str:
        """The device of its to end."""

    @property
    def to_terminal(self) -> str | None:
        """The terminal of its to end."""


W = TypeVar("W", bound=Wire)


@dataclass
class Section(Generic[W]):
    """Rows under one heading; ``device`` is empty where the walk goes by number."""

    title: str
    device: str = ""
    wires: list[W] = field(default_factory=list)


def natural(text: str | None) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts X2 before X10."""
    parts = re.findall(r"\d+|\D+", text or "")
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def by_device(wires: Sequence[W]) -> list[Section[W]]:
    """Go from device to device as the table first names them, and there from terminal to terminal.

    A wire is walked once: at the first of its two devices that the walk comes to.
    """
    at: dict[str, list[W]] = defaultdict(list)
    for wire in wires:
        at[wire.from_device].append(wire)
        if wire.to_device != wire.from_device:
            at[wire.to_device].append(wire)
    placed: set[int] = set()
    sections = []
    for device, found in at.items():
        here = [wire for wire in found if wire.sequence not in placed]
        if here:
            placed.update(wire.sequence for wire in here)
            here.sort(key=lambda wire: (natural(terminal_at(wire, device)), wire.sequence))
            sections.append(Section(device, device, here))
    return sections


def terminal_at(wire: Wire, device: str) -> str | None:
    """Return the terminal of the wire's end at a device."""
    return wire.from_terminal if wire.from_device == device else wire.to_terminal


def by_number(wires: Sequence[W]) -> list[Section[W]]:
    """Go by number, rows without one last, under headings of fifty rows each."""
    ordered = sorted(wires, key=lambda wire: (not wire.number, natural(wire.number), wire.sequence))
    parts = [ordered[start : start + SECTION_SIZE] for start in range(0, len(ordered), SECTION_SIZE)]
    return [Section(f"{part[0].number or '–'} … {part[-1].number or '–'}", "", part) for part in parts]
