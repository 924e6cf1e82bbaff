"""What the source says, where it says it otherwise than the product does."""

from collections.abc import Mapping
from typing import Any

from wiring_qa.tables.drafts.changes import text_at
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.wires import ParsedWire

_UNITS = ("", "mm²", "mm2", "mm^2", "qmm", "sqmm", "平方", "平方毫米", "㎟")


def originals(wire: Any) -> dict[str, str]:
    """Return the texts of a wire's colour and size where they differ from the values made of them."""
    found: dict[str, str] = {}
    if wire.colour and wire.colour_text and wire.colour_text.casefold() != wire.colour.casefold():
        found["colour"] = wire.colour_text
    text, mm2 = wire.cross_section_text, wire.cross_section_mm2
    if mm2 is not None and text and not says_the_same(text, mm2):
        found["size"] = text
    return found


def says_the_same(text: str, number: Any) -> bool:
    """Tell whether a text is only the number itself, with or without the unit."""
    plain = text.replace(" ", "").replace(",", ".").casefold()
    for unit in _UNITS:
        digits = plain.removesuffix(unit) if unit else plain
        if _is_number(digits) and float(digits) == float(number):
            return True
    return False


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).isdecimal()


class PreviewOriginals:
    """The cells of a preview's source, for its ends and its length too."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._columns: Mapping[Target, int] = {
            target: column.index for column in preview.columns for target in column.targets
        }

    def of(self, wire: ParsedWire) -> dict[str, str]:
        """Return what the source says of a wire, by the column of the preview's table."""
        found = originals(wire)
        for side in ("from", "to"):
            text = ":".join(filter(None, self._texts(wire.row, PAIRS[side])))
            if text and text != end_of(wire, side):
                found[side] = text
        length = "".join(self._texts(wire.row, (Target.LENGTH,)))
        if wire.length_mm is not None and length.removesuffix("mm").strip() != f"{wire.length_mm:f}":
            found["length"] = length
        return {name: text for name, text in found.items() if text}

    def _texts(self, row: int, targets: tuple[Target, ...]) -> list[str]:
        places = dict.fromkeys(self._columns.get(target) for target in targets)
        return [text_at(self._preview, row, place) for place in places]


def end_of(wire: Any, side: str) -> str:
    """Return an end as it is shown: the device, and its terminal where it has one."""
    device, terminal = getattr(wire, f"{side}_device"), getattr(wire, f"{side}_terminal")
    return f"{device}:{terminal}" if terminal else str(device)
