"""Makes the workbooks that imports are measured on, the same for everyone."""

import io
import random
from typing import Any

from openpyxl import Workbook

HEADER = (
    "No.", "Wire number", "From device", "From terminal", "To device", "To terminal", "Colour",
    "Cross-section (mm²)", "Wire type", "Ferrule", "Length (mm)", "Location", "Remark",
)  # fmt: skip


def workbook(count: int, seed: int = 7) -> bytes:
    """Return an .xlsx of so many wires, the same for the same seed."""
    chance = random.Random(seed)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Wires")
    sheet.append(HEADER)
    for row in range(1, count + 1):
        sheet.append(_wire(row, chance))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _wire(row: int, chance: random.Random) -> tuple[Any, ...]:
    return (
        row,
        str(1000 + row // 2),
        f"-{chance.choice('KQFXASTM')}{chance.randint(1, 400)}",
        str(chance.randint(1, 60)),
        f"-{chance.choice('XKFA')}{chance.randint(1, 400)}",
        str(chance.randint(1, 60)),
        chance.choice(("BK", "BU", "RD", "BN", "GNYE", "WH")),
        chance.choice((0.5, 0.75, 1.0, 1.5, 2.5, 4, 6, 10)),
        chance.choice(("H07V-K", "BVR")),
        chance.choice(("E1.5-8", "E0.75-8", "")),
        chance.randint(80, 4000),
        chance.choice(("plate", "door")),
        f"see sheet {chance.randint(1, 60)}" if chance.random() < 0.1 else "",
    )
