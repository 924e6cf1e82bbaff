"""The QR code of an address, as a matrix of modules.

Error correction Q restores a quarter of the code words, so that a scratched or stained label still reads.
The mask is fixed: choosing the best of eight takes most of the time, and readers read all of them.
"""

from collections.abc import Iterator

from qrcode import constants
from qrcode.main import QRCode

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, true where dark; without the quiet zone."""

QUIET_MODULES = 4
"""How many light modules must stand around the code (ISO/IEC 18004)."""

CORRECTION_LETTER = "Q"
_MASK = 3
_SMALLEST_VERSION = 3
"""29 modules: a smaller code's modules, and its quiet zone with them, would be too large for the label."""


def matrix_of(url: str) -> Matrix:
    """Return the QR code of an address of at most 1,663 bytes; raises ValueError for a longer one."""
    code = QRCode(
        version=_SMALLEST_VERSION,
        error_correction=constants.ERROR_CORRECT_Q,
        mask_pattern=_MASK,
        border=0,
    )
    code.add_data(url.encode(), optimize=0)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def runs(matrix: Matrix) -> Iterator[tuple[int, int, int]]:
    """Yield the dark runs of each row as column, row and length in modules."""
    for row, modules in enumerate(matrix):
        column = 0
        while column < len(modules):
            end = column
            while end < len(modules) and modules[end]:
                end += 1
            if end > column:
                yield column, row, end - column
            column = end + 1
