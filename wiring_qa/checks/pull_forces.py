"""Pull-out force of a conductor, as guidance for the pull test.

Source: IEC 60947-1 Table 5, as IEC 60947-7-1 uses it for rail-mounted terminals. The standard's test pulls
without jerking for one minute; an inspector's tug is a check in its spirit, not a measurement.
"""

from bisect import bisect_right
from decimal import Decimal

SOURCE = "IEC 60947-1, Table 5"
FORCES_N: dict[Decimal, int] = {
    Decimal(mm2): force
    for mm2, force in (
        ("0.2", 10), ("0.34", 15), ("0.5", 20), ("0.75", 30), ("1", 35), ("1.5", 40), ("2.5", 50), ("4", 60),
        ("6", 80), ("10", 90), ("16", 100), ("25", 135), ("35", 190), ("50", 236), ("70", 285), ("95", 351),
        ("120", 427), ("150", 427), ("185", 503), ("240", 578), ("300", 578),
    )
}  # fmt: skip
_SIZES = sorted(FORCES_N)


def pull_force_n(cross_section_mm2: Decimal) -> int | None:
    """Return the force in newtons for a cross-section in mm²; None below the table's first entry.

    A cross-section between two entries takes the lower entry's force.
    """
    place = bisect_right(_SIZES, cross_section_mm2)
    return FORCES_N[_SIZES[place - 1]] if place else None
