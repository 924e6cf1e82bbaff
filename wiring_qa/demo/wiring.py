"""The wires of the demo's cabinets: controllers of elevators and drives, circuit by circuit."""

from dataclasses import dataclass, field

COLOURS = ("BK", "BU", "RD", "WH", "BN", "YE", "GY", "OG", "VT", "BUWH")
DOOR = ("-S", "-P", "-H")
"""How the designations begin of what sits in the door; all else sits on the plate."""


@dataclass(frozen=True)
class Conductor:
    """One wire; ends are ``device:terminal``, the colour is IEC 60757's, the cross-section in mm²."""

    number: str
    start: str
    end: str
    colour: str
    mm2: str
    remark: str = ""


@dataclass
class Circuits:
    """The wires of one model, put together from circuits."""

    wires: list[Conductor] = field(default_factory=list)
    _count: int = 100

    def wire(
        self, start: str, end: str, colour: str = "", mm2: str = "0.75", number: str = "", remark: str = ""
    ) -> None:
        """Add a wire; without a number it gets the next one, without a colour the next of the usual."""
        self._count += 1
        chosen = colour or COLOURS[self._count % len(COLOURS)]
        self.wires.append(Conductor(number or str(self._count), start, end, chosen, mm2, remark))

    def phases(self, start: str, end: str, mm2: str) -> None:
        """Add three phases; ends are ``device:first,second,third``."""
        (from_device, from_terminals), (to_device, to_terminals) = start.split(":"), end.split(":")
        ends = zip(from_terminals.split(","), to_terminals.split(","), strict=True)
        for colour, (here, there) in zip(("BN", "BK", "GY"), ends, strict=True):
            self.wire(f"{from_device}:{here}", f"{to_device}:{there}", colour, mm2)

    def earth(self, device: str, mm2: str) -> None:
        """Add a protective conductor to the power terminals."""
        self.wire(f"{device}:PE", "-X1:PE", "GNYE", mm2, "PE")


def power(to: Circuits, mm2: str) -> None:
    """Mains by the main switch, breaker and contactor to the drive, and on to the motor."""
    to.phases("-X1:L1,L2,L3", "-QS1:1,3,5", mm2)
    to.phases("-QS1:2,4,6", "-F1:1,3,5", mm2)
    to.phases("-F1:2,4,6", "-Q1:1,3,5", mm2)
    to.phases("-Q1:2,4,6", "-A1:R,S,T", mm2)
    to.phases("-A1:U,V,W", "-Q2:1,3,5", mm2)
    to.phases("-Q2:2,4,6", "-X1:U,V,W", mm2)
    for device in ("-QS1", "-A1", "-RB1"):
        to.earth(device, mm2)
    to.wire("-A1:PB", "-RB1:1", "BK", "4", "B1")
    to.wire("-A1:+", "-RB1:2", "RD", "4", "B2")


def control_voltage(to: Circuits) -> None:
    """The transformer, its fuses and the 24 V supply."""
    for start, end in (("-F2:2", "-T1:0"), ("-F2:4", "-T1:400"), ("-F1:2", "-F2:1"), ("-F1:4", "-F2:3")):
        to.wire(start, end, "BK", "2.5")
    for start, end in (
        ("-T1:110", "-F3:1"),
        ("-T1:110N", "-X2:1"),
        ("-T1:24", "-F4:1"),
        ("-T1:24N", "-G1:N"),
    ):
        to.wire(start, end, "RD", "1.5")
    to.wire("-F4:2", "-G1:L", "RD", "1.5")
    to.wire("-F3:2", "-X2:2", "RD", "1.5")
    to.wire("-G1:+V", "-X2:3", "BU", "1.5", "24V")
    to.wire("-G1:-V", "-X2:4", "BUWH", "1.5", "0V")
    to.earth("-T1", "2.5")
    to.earth("-G1", "1.5")


def relays(to: Circuits, count: int) -> None:
    """Relays K1, K2 … side by side: coils from the board, their return in a chain, contacts to terminals."""
    for place in range(1, count + 1):
        relay = f"-K{place}"
        to.wire(f"-A2:Y{place}", f"{relay}:A1", "BU")
        back = f"-K{place - 1}:A2" if place > 1 else "-X2:5"
        to.wire(back, f"{relay}:A2", "BUWH", number="M0")
        to.wire(f"{relay}:13", f"-X2:{2 * place + 4}", "RD", "1")
        to.wire(f"{relay}:14", f"-X2:{2 * place + 5}", "RD", "1")
        if place % 2:
            to.wire(f"{relay}:21", f"-XT:{place}", "OG")
            to.wire(f"{relay}:22", f"-A2:X{place}", "OG")


def inputs(to: Circuits, count: int) -> None:
    """Terminals of the shaft to the board's inputs; they take the colours in turn."""
    for place in range(1, count + 1):
        to.wire(f"-XS:{place}", f"-A2:X{place + 20}")


def car_cable(to: Circuits, count: int) -> None:
    """The cores of the travelling cable between two strips."""
    for place in range(1, count + 1):
        to.wire(f"-XC:{place}", f"-XS:{place + 60}", "GY", "1")


def door(to: Circuits, buttons: int, display: str) -> None:
    """What sits in the door: buttons, a lamp each, and the display's plug, whose remark is ``display``."""
    for place in range(1, buttons + 1):
        to.wire(f"-S{place}:13", f"-X2:{place + 40}")
        to.wire(f"-S{place}:14", f"-A2:X{place + 60}")
        to.wire(f"-H{place}:X1", f"-A2:Y{place + 20}", "WH")
        to.wire(f"-H{place}:X2", "-X2:5", "BUWH", number="M0")
    for pin in range(1, 7):
        to.wire(f"-P1:{pin}", f"-A2:J{pin}", mm2="0.5", remark=display)
