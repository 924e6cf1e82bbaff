"""Which fields the recognised columns fill: ends by name or by order, designations by what the cells hold."""

from collections.abc import Mapping

from wiring_qa.tables.cell_texts.designations import has_terminal
from wiring_qa.tables.columns.contents import ENOUGH, cells_of, share
from wiring_qa.tables.columns.names import FROM, TO, Guess
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.sheets import Sheet

_END_PARTS = ("end", "device", "terminal", "lug", "location", "type")
_BOTH, _DEVICES = (FROM, TO), frozenset({"device", "end"})
_BOTH_ENDS = {"lug": PAIRS["lug"], "location": PAIRS["location"]}


def fields_of(
    guesses: Mapping[int, Guess], sheet: Sheet, last: int
) -> dict[int, tuple[tuple[Target, ...], float]]:
    """Return the fields that each recognised column fills, with how sure that is; the surest goes first."""
    sided = _sided(_placed(guesses, sheet, last))
    fields: dict[int, tuple[tuple[Target, ...], float]] = {}
    taken: set[Target] = set()
    for place, told in sorted(sided.items(), key=lambda each: (-each[1].confidence, each[0])):
        targets = tuple(each for each in _targets(told, place, sided, sheet, last) if each not in taken)
        if targets:
            fields[place] = (targets, told.confidence)
            taken.update(targets)
    return fields


def _placed(guesses: Mapping[int, Guess], sheet: Sheet, last: int) -> dict[int, Guess]:
    """Take a position for the location where another column names the device, else for the end itself."""
    found = _tied(guesses)
    for place, told in guesses.items():
        if told.part == "place":
            others = {each.part for each in guesses.values() if each.side == told.side}
            is_location = others & {"device", "end"} and not holds_designations(sheet, place, last)
            found[place] = Guess("location" if is_location else "end", told.side, told.confidence)
    return found


def _tied(guesses: Mapping[int, Guess]) -> dict[int, Guess]:
    """Take a lone connection for the number of the wire, one of an end for its terminal or the end itself."""
    ties = {place: told for place, told in guesses.items() if told.part == "tie"}
    found = dict(guesses)
    for place, told in ties.items():
        has_device = any(each.part == "device" and each.side == told.side for each in guesses.values())
        is_lone = told.side is None and len(ties) == 1 and not has_device
        part = "no" if is_lone else "terminal" if has_device else "end"
        found[place] = Guess(part, told.side, told.confidence)
    return found


def _sided(guesses: Mapping[int, Guess]) -> dict[int, Guess]:
    """Give two equal columns without an end's name their ends by their order; one lug counts for both."""
    found = {place: told for place, told in guesses.items() if not _is_beside(told, guesses)}
    for part in _END_PARTS:
        without = [place for place, told in sorted(found.items()) if told.part == part and told.side is None]
        if part in _BOTH_ENDS and len(without) == 1:
            continue
        for place, side in zip(without, _BOTH, strict=False):
            found[place] = Guess(part, side, guesses[place].confidence * 0.9)
        for place in without[2:]:
            del found[place]
    return found


def _is_beside(told: Guess, guesses: Mapping[int, Guess]) -> bool:
    """Tell whether a column without an end's name says nothing of the ends, as others name both of them."""
    same = _DEVICES if told.part in _DEVICES else {told.part}
    named = {each.side for each in guesses.values() if each.part in same and each.side}
    return told.part in _END_PARTS and told.side is None and len(named) == len(_BOTH)


def _targets(
    told: Guess, place: int, sided: Mapping[int, Guess], sheet: Sheet, last: int
) -> tuple[Target, ...]:
    if told.part in _BOTH_ENDS and told.side is None:
        return _BOTH_ENDS[told.part]
    if told.part == "no":
        return (Target.NUMBER,) if not any(each.part == "number" for each in sided.values()) else ()
    if told.part == "circuit":
        has_number = any(each.part in {"number", "no"} for each in sided.values())
        return (Target.POTENTIAL,) if has_number else (Target.NUMBER,)
    if told.part not in _END_PARTS:
        return (Target(told.part),) if told.part in set(Target) else ()
    side = told.side or FROM
    if told.part in {"lug", "location", "type"}:
        return (Target(f"{side}_{told.part}"),)
    return _of_end(told.part, side, place, sided, sheet, last)


def _of_end(
    part: str, side: str, place: int, sided: Mapping[int, Guess], sheet: Sheet, last: int
) -> tuple[Target, ...]:
    """Tell whether a column of an end holds the device, the terminal, or a designation of both."""
    device, terminal = PAIRS[side]
    others = {each.part for other, each in sided.items() if each.side == side and other != place}
    whole = holds_designations(sheet, place, last)
    if part == "terminal":
        return (
            (device, terminal)
            if whole and not (others & {"device", "end"} and _filled(sheet, sided, side, last))
            else (terminal,)
        )
    if part == "end":
        if "device" in others and not whole:
            return (terminal,) if "terminal" not in others else ()
        return (device,) if "terminal" in others and not whole else (device, terminal)
    return (device,) if "terminal" in others or "end" in others else (device, terminal)


def _filled(sheet: Sheet, sided: Mapping[int, Guess], side: str, last: int) -> bool:
    return any(
        told.side == side and told.part == "device" and any(cells_of(sheet, place, last))
        for place, told in sided.items()
    )


def holds_designations(sheet: Sheet, place: int, last: int) -> bool:
    """Tell whether the cells of a column under the header name a device and its terminal at once."""
    return share(cells_of(sheet, place, last), has_terminal) >= ENOUGH
