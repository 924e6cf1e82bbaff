"""How labels are printed: on what, with which fields, from which place of the first sheet on."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.labels.media import USUAL, Media


class Field(enum.StrEnum):
    """What can stand beside the QR code, in this order."""

    SERIAL = "serial"
    MODEL = "model"
    ORDER = "order"
    LINE = "line"
    CODE = "code"

    @property
    def label(self) -> Any:
        """The field in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Field.SERIAL: _l("Serial number"),
    Field.MODEL: _l("Model and revision"),
    Field.ORDER: _l("Order"),
    Field.LINE: _l("Production line"),
    Field.CODE: _l("Code"),
}
USUAL_FIELDS = (Field.SERIAL, Field.MODEL, Field.ORDER, Field.CODE)
ON_LITTLE_ROOM = (Field.SERIAL, Field.CODE)
LITTLE_MM = 16.0
"""Height below which a label usually has its serial number and code only."""
DPIS = (203, 300)
"""Resolutions of label printers."""


@dataclass(frozen=True)
class Setup:
    """``used`` places of the first sheet are left out: their labels are gone already."""

    media: Media = USUAL
    fields: Sequence[Field] = USUAL_FIELDS
    used: int = 0
    dpi: int = 203

    def places(self) -> Iterator[tuple[int, float, float]]:
        """Yield the places of labels without end: the page's number from 0, and the label's left and top."""
        sheet, place = self.media.sheet, self.used if self.media.sheet else 0
        while True:
            page, on_page = divmod(place, self.media.a_page)
            if sheet is None:
                yield page, 0.0, 0.0
            else:
                row, column = divmod(on_page, sheet.columns)
                yield page, sheet.left_mm + column * sheet.across_mm, sheet.top_mm + row * sheet.down_mm
            place += 1


def usual_setup(media: Media) -> Setup:
    """Return the setup with the fields that a label of this size usually has."""
    return Setup(media, ON_LITTLE_ROOM if media.printable_mm < LITTLE_MM else USUAL_FIELDS)
