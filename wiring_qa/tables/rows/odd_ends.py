"""What is odd about the ends of a wire that can be one."""

from collections.abc import Iterator

from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Code, Message, say


def odd_ends(wire: ParsedWire) -> Iterator[tuple[Target, Message]]:
    """Yield what is odd, with the field that it is about."""
    ends = {
        "from": (wire.from_device, wire.from_terminal),
        "to": (wire.to_device, wire.to_terminal),
    }
    for side, (device, terminal) in ends.items():
        if terminal is None:
            yield PAIRS[side][1], say(Code.NO_TERMINAL, device=device)
    if ends["from"] == ends["to"] and wire.from_terminal:
        yield Target.TO_DEVICE, say(Code.SAME_ENDS, end=":".join(map(str, ends["to"])))
