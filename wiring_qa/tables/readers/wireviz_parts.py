"""The connectors and cables that a WireViz file describes, and their instances."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.words import Code, unreadable

_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_IN_ORDER = {
    "DIN": """WH BN GN YE GY PK BU RD BK VT GYPK RDBU WHGN BNGN WHYE YEBN WHGY GYBN WHPK PKBN WHBU BNBU WHRD
              BNRD WHBK BNBK GYGN YEGY PKGN YEPK GNBU YEBU GNRD YERD GNBK YEBK GYBU PKBU GYRD PKRD GYBK PKBK
              BUBK RDBK""",
    "IEC": "BN RD OG YE GN BU VT GY WH BK",
    "BW": "BK WH",
    "T568A": "WHGN GN WHOG BU WHBU OG WHBN BN",
    "T568B": "WHOG OG WHGN BU WHBU GN WHBN BN",
}
_GROUPS, _PAIRS = ("WH", "RD", "BK", "YE", "VT"), ("BU", "OG", "GN", "BN", "GY")
_LONGEST_RANGE = 10_000


def _telephone() -> list[str]:
    """Return the cores of a 25-pair cable: each pair's colours in turn are ground and ring."""
    return [core for group in _GROUPS for pair in _PAIRS for core in (pair + group, group + pair)]


def _telephone_with_solid_rings() -> list[str]:
    return [
        core
        for group in _GROUPS
        for pair in _PAIRS
        for core in (group + pair, pair if group == "WH" else pair + group)
    ]


COLOUR_CODES: Mapping[str, Sequence[str]] = {
    **{code: colours.split() for code, colours in _IN_ORDER.items()},
    "TEL": _telephone(),
    "TELALT": _telephone_with_solid_rings(),
}
"""The colours of cores in their order: DIN 47100, IEC 60062, 25-pair telephone, ANSI/TIA-568."""


@dataclass(frozen=True, slots=True)
class Part:
    """A connector or cable: its designation, and what the file says of it."""

    name: str
    said: Mapping[str, Any] = field(default_factory=dict)
    is_cable: bool = False
    is_described: bool = True

    def text(self, *names: str) -> str:
        """Return the first of some attributes that is said, as a text."""
        return next((str(self.said[name]) for name in names if isinstance(self.said.get(name), str)), "")

    def listed(self, *names: str) -> list[str]:
        """Return the first of some attributes that is a list, its items as texts."""
        found: list[Any] = next(
            (self.said[each] for each in names if isinstance(self.said.get(each), list)), []
        )
        return ["" if each is None else str(each) for each in found]

    @property
    def kind(self) -> str:
        """The part's type as it is written, with its subtype."""
        return " ".join(filter(None, (self.text("type"), self.text("subtype"))))


def pin_of(part: Part, asked: str) -> tuple[str, str]:
    """Return a connector's pin and its label; a pin can be asked for by either."""
    labels = part.listed("pinlabels", "pinout")
    pins = part.listed("pins", "pinnumbers") or [str(number) for number in range(1, len(labels) + 1)]
    if asked not in pins and labels.count(asked) == 1:
        place = labels.index(asked)
        return (pins[place] if place < len(pins) else asked), asked
    place = pins.index(asked) if asked in pins else len(labels)
    return asked, labels[place] if place < len(labels) else ""


@dataclass(frozen=True, slots=True)
class Core:
    """A wire of a cable: what it is called in it, its label, its colour."""

    name: str
    label: str = ""
    colour: str = ""


def core_of(cable: Part, asked: str) -> Core:
    """Return a wire of a cable, asked for by its number, its label or its colour; ``s`` is the shield."""
    labels = cable.listed("wirelabels")
    if asked.casefold() == "s" and asked not in labels:
        shield = cable.text("shield")
        return Core("s", "", "" if shield.casefold() in _TRUE | _FALSE else shield)
    if asked in labels:
        place = labels.index(asked)
    elif asked.isdecimal():
        place = int(asked) - 1
    else:
        colours = cable.listed("colors") or list(COLOUR_CODES.get(cable.text("color_code").upper(), ()))
        if asked not in colours:
            return Core(asked)
        place = colours.index(asked)
    return Core(str(place + 1), labels[place] if 0 <= place < len(labels) else "", _colour(cable, place))


def _colour(cable: Part, place: int) -> str:
    """Return the colour of a wire; where there are fewer colours than wires, they begin again."""
    colours = cable.listed("colors") or COLOUR_CODES.get(cable.text("color_code").upper(), ())
    return colours[place % len(colours)] if colours and place >= 0 else ""


def lacks(part: Part, asked: str) -> bool:
    """Tell whether a part is described, and without the pin or wire that is asked for."""
    labels = part.listed("pinlabels", "pinout", "wirelabels")
    colours = part.listed("colors", "pincolors") or COLOUR_CODES.get(part.text("color_code").upper(), ())
    pins = part.listed("pins", "pinnumbers")
    count = part.text("pincount", "wirecount")
    most = (
        int(count[:6])
        if count.isdecimal()
        else max(map(len, (labels, pins, part.listed("colors", "pincolors"))))
    )
    if part.text("style") == "simple":
        most = max(most, 1)
    if not (asked and most) or asked in labels or asked in pins:
        return False
    if part.is_cable and asked.casefold() == "s":
        return part.text("shield").casefold() in {"", *_FALSE}
    if part.is_cable and not asked.isdecimal():
        return asked not in colours
    return bool(pins) or not (asked.isdecimal() and 1 <= int(asked[:6]) <= most)


def expanded(asked: Any, limits: ReadLimits) -> list[str]:
    """Return the pins or wires that are asked for, ranges such as ``1-4`` and ``9-7`` written out."""
    found: list[str] = []
    for each in asked if isinstance(asked, list) else [asked]:
        text = "" if each is None else str(each).strip()
        first, dash, last = text.partition("-")
        if dash and first.strip().isdecimal() and last.strip().isdecimal():
            found += _range(int(first[:9]), int(last[:9]))
        else:
            found.append(text)
        if len(found) > min(_LONGEST_RANGE, limits.max_rows):
            raise unreadable(Code.TOO_MANY_ROWS, limit=limits.max_rows)
    return found


def _range(first: int, last: int) -> list[str]:
    step = 1 if first <= last else -1
    # a range is cut before it is written out
    return [str(number) for number in range(first, last + step, step)[: _LONGEST_RANGE + 1]]
