"""Columns that no known name tells, told by what their cells hold; and where a table without names begins."""

from collections.abc import Callable, Mapping, Sequence

from wiring_qa.tables.columns import contents
from wiring_qa.tables.columns.contents import SURE_SEPARATOR, cells_of
from wiring_qa.tables.columns.header_rows import LOOKED_AT, HeaderRows, names_of
from wiring_qa.tables.columns.names import Guess, names_something_else
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.sheets import Sheet

Fields = dict[int, tuple[tuple[Target, ...], float]]
"""By the place of a column: the fields that it fills, and how sure that is."""

_FEWEST = 2
_WIDE = 3
_KINDS: tuple[tuple[Target, Callable[[Sequence[str]], bool], float], ...] = (
    (Target.COLOUR, contents.is_colour, 0.7),
    (Target.CROSS_SECTION, contents.is_cross_section, 0.7),
    (Target.WIRE_TYPE, contents.is_wire_type, 0.65),
)
_WHOLE, _SEPARATED, _IN_TWO, _NUMBER = 0.75, 0.6, 0.55, 0.5


def told_by_contents(
    sheet: Sheet, header: HeaderRows, guesses: Mapping[int, Guess], fields: Mapping[int, object]
) -> Fields:
    """Return what the columns fill whose names say nothing, for fields that no column fills by its name."""
    taken = {target for targets, _ in _of(fields) for target in targets}
    free = {
        place: cells
        for place, name in enumerate(header.names)
        if place not in guesses
        and not names_something_else(name)
        and len(cells := cells_of(sheet, place, header.last)) >= _FEWEST
    }
    found: Fields = {}
    for target, is_kind, sureness in _KINDS:
        place = next((place for place, cells in free.items() if is_kind(cells)), None)
        if target not in taken and place is not None:
            found[place] = ((target,), sureness)
            del free[place]
    ends = _ends(free, taken)
    free = {place: cells for place, cells in free.items() if place not in ends}
    if Target.NUMBER not in taken and not guesses:
        found.update(_number(free, min(ends, default=0)))
    return {**found, **ends}


def _of(fields: Mapping[int, object]) -> list[tuple[tuple[Target, ...], float]]:
    return list(fields.values())  # type: ignore[arg-type]


def _ends(free: Mapping[int, Sequence[str]], taken: set[Target]) -> Fields:
    """Find the ends that are still looked for: whole designations, else devices with terminals beside."""
    wanted = [side for side in ("from", "to") if PAIRS[side][0] not in taken]
    signs = {place: sign for place, cells in free.items() if (sign := contents.separator_of(cells))}
    if len(signs) >= len(wanted):
        return {
            place: (PAIRS[side], _WHOLE if signs[place] == SURE_SEPARATOR else _SEPARATED)
            for place, side in zip(signs, wanted, strict=False)
        }
    devices = [place for place, cells in free.items() if contents.is_device(cells)]
    if len(wanted) != len(PAIRS["from"]) or len(devices) != len(wanted):
        return {}
    found: Fields = {}
    for place, side in zip(devices, wanted, strict=True):
        device, terminal = PAIRS[side]
        found[place] = ((device,), _IN_TWO)
        if place + 1 in free and place + 1 not in devices and contents.is_short(free[place + 1]):
            found[place + 1] = ((terminal,), _IN_TWO)
    return found


def _number(free: Mapping[int, Sequence[str]], before: int) -> Fields:
    """Take the first short column before the ends as the number, unless it only counts the rows."""
    for place, cells in sorted(free.items()):
        counts = [str(number) for number in range(1, len(cells) + 1)]
        if place < before and contents.is_short(cells) and list(cells) != counts:
            return {place: ((Target.NUMBER,), _NUMBER)}
    return {}


def data_begins(sheet: Sheet) -> HeaderRows | None:
    """Find a table whose names say nothing, or that has none, by its first row with two ends."""
    width = sheet.width
    wide = (row for row, cells in enumerate(sheet.rows[:LOOKED_AT], 1) if sum(map(bool, cells)) >= _WIDE)
    top = next(wide, 1)
    for last in dict.fromkeys((0, top - 1, top)):
        found = told_by_contents(sheet, HeaderRows(last, last, ("",) * width), {}, {})
        if {Target.FROM_DEVICE, Target.TO_DEVICE} <= {
            each for targets, _ in found.values() for each in targets
        }:
            return _named_before(sheet, _first_fitting(sheet, found), found)
    return None


def _first_fitting(sheet: Sheet, found: Fields) -> int:
    """Return the first row in which every column holds what the column holds."""
    for row, cells in enumerate(sheet.rows[:LOOKED_AT], 1):
        texts = {place: cells[place].strip() if place < len(cells) else "" for place in found}
        if all(contents.fits(targets, texts[place]) for place, (targets, _) in found.items()):
            return row
    return 1


def _named_before(sheet: Sheet, row: int, found: Fields) -> HeaderRows:
    """Take the row before the data for the names if something stands over every column."""
    cells = sheet.rows[row - 2] if row > 1 else ()
    if all(place < len(cells) and cells[place].strip() for place in found):
        return HeaderRows(row - 1, row - 1, names_of(sheet, row - 1, row - 1))
    return HeaderRows(0, 0, ("",) * sheet.width)
