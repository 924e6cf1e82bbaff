"""What an end of a QElectroTech conductor is called: the device, its terminal, where it is."""

import re
from collections.abc import Iterable

from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.qet_project import Element
from wiring_qa.tables.readers.qet_terminals import Terminal
from wiring_qa.tables.words import Code, Message, say

_LABEL_WITH_TERMINAL = re.compile(r"(?P<device>.*[^\W_].*):(?P<terminal>[^:\s]+)")
_TYPES = ("designation", "manufacturer_reference")
_DESCRIPTIONS = ("description", "comment")


class Devices:
    """The elements of a project, known again where several stand for one device."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._by_uuid = {each.uuid: each for each in elements if each.uuid}
        self._said: set[tuple[Code, str]] = set()

    def whole(self, element: Element) -> Element:
        """Return the element that carries the device's label: of a slave, its master."""
        if element.symbol.kind == "slave":
            for uuid in element.links:
                master = self._by_uuid.get(uuid)
                if master is not None and master.symbol.kind == "master":
                    return master
        return element

    def partners(self, arrow: Element) -> list[Element]:
        """Return the arrows that an arrow leads to."""
        found = (self._by_uuid.get(uuid) for uuid in arrow.links)
        return [each for each in found if each is not None and each.is_arrow]

    def name(self, element: Element) -> tuple[str, str]:
        """Return what a device is called, and its terminal where the label names that, too."""
        whole = self.whole(element)
        label = whole.label or element.label
        found = _LABEL_WITH_TERMINAL.fullmatch(label)
        strip = whole.strip.get("name", "")
        if strip:
            return strip, found["terminal"] if found else label
        return (found["device"], found["terminal"]) if found else (label or _by_place(whole), "")

    def fields(self, side: str, terminal: Terminal) -> dict[Target, str]:
        """Return the fields of one end of a wire."""
        whole = self.whole(terminal.element)
        device, named = self.name(terminal.element)
        location = whole.said.get("location") or whole.strip.get("location", "")
        kind = next((whole.said[name] for name in _TYPES if name in whole.said), "")
        device_target, terminal_target = PAIRS[side]
        return {
            device_target: device,
            terminal_target: named or terminal.name or str(terminal.place),
            Target(f"{side}_location"): location,
            Target(f"{side}_type"): kind,
        }

    def beside(self, side: str, terminal: Terminal) -> dict[str, str]:
        """Return what else the drawing says of an end's device."""
        whole = self.whole(terminal.element)
        function = whole.said.get("plant") or whole.strip.get("installation", "")
        told = next((whole.said[name] for name in _DESCRIPTIONS if name in whole.said), "")
        found = {f"{side}_function": function, f"{side}_description": " ".join(told.split())}
        return {name: text for name, text in found.items() if text}

    def warnings(self, terminal: Terminal) -> list[Message]:
        """Say what the drawing leaves open about an end's device, once for each device."""
        device, named = self.name(terminal.element)
        said = []
        if not _has_label(self.whole(terminal.element), terminal.element):
            said.append(say(Code.UNLABELLED, device=device))
        if not named and terminal.is_told_by_text:
            said.append(say(Code.TERMINALS_BY_TEXT, device=device))
        elif not (named or terminal.name):
            said.append(say(Code.UNNAMED_TERMINAL, device=device))
        new = [each for each in said if (each.code, device) not in self._said]
        self._said |= {(each.code, device) for each in new}
        return new


def arrow_name(arrow: Element) -> str:
    """Return what is written at an arrow; its own place where nothing is."""
    return next(iter(arrow.texts), "") or arrow.label or arrow.position


def _has_label(whole: Element, element: Element) -> bool:
    return bool(whole.label or element.label or whole.strip.get("name"))


def _by_place(element: Element) -> str:
    return f"{element.symbol.name or 'Symbol'} {element.position}"
