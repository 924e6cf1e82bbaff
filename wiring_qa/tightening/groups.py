"""Groups of terminations, one for each device or terminal strip, and which of them a fix touches."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wiring_qa.findings.kinds import End, Kind

BOTH_ENDS = frozenset({Kind.MISSING, Kind.WRONG, Kind.WRONG_COLOUR, Kind.WRONG_SIZE, Kind.DAMAGED})
"""Kinds whose fix takes the whole wire out or puts one in, whatever end was named."""

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class DeviceGroup:
    """The terminations at one device; ``number`` counts from 1 in the order of the devices."""

    number: int
    device: str
    terminations: int


@dataclass(frozen=True)
class FixedFault:
    """A finding that was fixed, with the devices of its row (None where no row describes the wire)."""

    kind: Kind
    end: End
    device: str
    found_device: str | None = None
    from_device: str | None = None
    to_device: str | None = None


def in_device_order(device: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts designations as people count them: -K2 before -K10."""
    parts = _DIGITS.split(device.casefold())
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts)


def groups_of(wires: Iterable[tuple[str, str]]) -> list[DeviceGroup]:
    """Group the terminations of wires, given as from and to device, by device.

    Both ends of every wire belong to their device's group; a bridge at one device is two terminations.
    """
    counted = Counter(device for wire in wires for device in wire)
    devices = sorted(counted, key=lambda device: (in_device_order(device), device))
    return [DeviceGroup(number, device, counted[device]) for number, device in enumerate(devices, 1)]


def touched_devices(fault: FixedFault) -> frozenset[str]:
    """Return the devices at which a fix loosened or made a termination."""
    touched: set[str | None] = set()
    if fault.kind is Kind.MISSING_PART or fault.from_device is None:
        touched.add(fault.device)
    else:
        ends = End.BOTH if fault.kind in BOTH_ENDS else fault.end
        if ends is not End.TO:
            touched.add(fault.from_device)
        if ends is not End.FROM:
            touched.add(fault.to_device)
    if fault.kind in (Kind.WRONG, Kind.EXTRA):
        touched.add(fault.found_device)
    return frozenset(device for device in touched if device is not None)
