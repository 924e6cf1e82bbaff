"""Nominal tightening torque of screw terminals by thread.

Source: a drive maker's wiring chapter (Omron 3G3FV manual) for M3.5 and up, which agrees with
IEC 60947-1 Table 4. M2.5 and M3 are assumed values. What a device's maker states goes first.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

SOURCE = "IEC 60947-1, Table 4; Omron 3G3FV"


@dataclass(frozen=True)
class Torque:
    """The nominal torque of a thread in newton metres; ``is_assumed`` where no source was seen for it."""

    thread: str
    torque_nm: Decimal
    is_assumed: bool = False


TORQUES = (
    Torque("M2.5", Decimal("0.4"), is_assumed=True),
    Torque("M3", Decimal("0.5"), is_assumed=True),
    Torque("M3.5", Decimal("0.8")),
    Torque("M4", Decimal("1.2")),
    Torque("M5", Decimal("2.0")),
    Torque("M6", Decimal("2.5")),
    Torque("M8", Decimal("6.0")),
    Torque("M10", Decimal(10)),
    Torque("M12", Decimal(14)),
    Torque("M16", Decimal(25)),
)

_THREAD = re.compile(r"(?<![A-Z0-9=+-])M\s?(\d{1,2}(?:[.,]\d)?)(?!\d)", re.IGNORECASE)


def thread_in(text: str | None) -> str | None:
    """Return the metric thread that a text names, such as M4 or M3.5; None if it names none."""
    found = _THREAD.search(text or "")
    return f"M{found[1].replace(',', '.')}" if found else None
