"""Devices that look alike and stand together, so that a habit takes one for the other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from wiring_qa.tables.cell_texts.designations import bare
from wiring_qa.tables.words import Code, Message, say

End = tuple[str, str | None]
"""A device and its location, as the table writes them."""
Place = tuple[str, str]
"""A device by its location and its designation, both for comparing."""

END = ("device", "location", "type")
"""The fields of an end that it is compared by."""
SHORTEST_RUN = 3
"""Devices in a row of numbers (K1 K2 K3) that count as standing together."""
_STEM = re.compile(r"(.*[^\W\d].*?)(\d{1,6})", re.DOTALL)
_SHOWN = 6
_LONGEST = 100
"""Signs of a designation; what is longer is none."""


def look_alikes(ends: Iterable[tuple[str, str | None, str | None]]) -> dict[End, Message]:
    """Find the look-alike devices among ends, each a device with its location and type.

    They are of one type that the table names, or their designations have one stem and three or more numbers
    in a row, in one location.
    """
    names: dict[Place, str] = {}
    types: dict[Place, str] = {}
    places: dict[End, Place] = {}
    compared, folded = cache(bare), cache(str.casefold)
    for device, location, kind in ends:
        place = places[device, location] = (folded(location or ""), compared(device))
        names.setdefault(place, device)
        if kind:
            types.setdefault(place, kind)
    found = _by_stem(names) | _by_type(names, types)
    return {end: found[place] for end, place in places.items() if place in found}


def _by_stem(names: Mapping[Place, str]) -> dict[Place, Message]:
    stems: dict[Place, dict[int, Place]] = defaultdict(dict)
    numbered_name = cache(_numbered)
    for place in names:
        if told := numbered_name(place[1]):
            stem, number = told
            stems[place[0], stem].setdefault(number, place)
    found: dict[Place, Message] = {}
    for numbered in stems.values():
        for run in _runs(sorted(numbered)):
            if len(run) >= SHORTEST_RUN:
                places = [numbered[number] for number in run]
                reason = say(Code.LOOK_ALIKE_STEM, devices=_listed([names[place] for place in places]))
                found.update(dict.fromkeys(places, reason))
    return found


def _numbered(name: str) -> tuple[str, int] | None:
    """Part a designation into its stem and its number, where it has both."""
    match = _STEM.fullmatch(name) if len(name) <= _LONGEST else None
    return (match[1], int(match[2])) if match else None


def _runs(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _by_type(names: Mapping[Place, str], types: Mapping[Place, str]) -> dict[Place, Message]:
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place, kind in types.items():
        groups[place[0], kind.casefold()].append(place)
    found: dict[Place, Message] = {}
    for places in groups.values():
        if len(places) > 1:
            devices = _listed([names[place] for place in places])
            reason = say(Code.LOOK_ALIKE_TYPE, type=types[places[0]], devices=devices)
            found.update(dict.fromkeys(places, reason))
    return found


def _listed(devices: list[str]) -> str:
    return (
        " ".join(devices) if len(devices) <= _SHOWN else " ".join([*devices[: _SHOWN - 1], "…", devices[-1]])
    )
