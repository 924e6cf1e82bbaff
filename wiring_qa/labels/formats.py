"""The formats that labels are written in, and which one a file's name asks for."""

import enum
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Final

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import A_SHEET
from wiring_qa.labels.pdf import write_pdf
from wiring_qa.labels.png import write_png
from wiring_qa.labels.svg import write_svg
from wiring_qa.labels.zpl import write_zpl


class Format(enum.StrEnum):
    """A format of labels; its value is a file's ending."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"
    ZPL = "zpl"

    @property
    def media_type(self) -> str:
        """What the format is called in HTTP."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Final = {
    Format.PDF: "application/pdf",
    Format.PNG: "image/png",
    Format.SVG: "image/svg+xml",
    Format.ZPL: "application/vnd.zebra.zpl",
}
_ANY_NUMBER: Final[dict[Format, Callable[[Iterable[Label]], bytes]]] = {
    Format.PDF: write_pdf,
    Format.ZPL: write_zpl,
}
_ONE_SHEET: Final[dict[Format, Callable[[Sequence[Label]], bytes]]] = {
    Format.PNG: write_png,
    Format.SVG: write_svg,
}

NO_LABELS: Final = Refusal("no_labels", _l("Choose at least one cabinet to print a label for."))
TOO_MANY: Final = Refusal(
    "too_many_labels",
    _l("A picture holds one sheet of %(most)s labels at most. Use PDF for more.", most=A_SHEET),
)


def format_of(file_name: str) -> Format:
    """Return the format that a file's ending names, in small letters or capitals; refuse any other."""
    ending = PurePath(file_name).suffix.removeprefix(".").lower()
    try:
        return Format(ending)
    except ValueError:
        words = _l(
            "Labels cannot be written to “%(name)s”: the name must end in .pdf, .png, .svg or .zpl.",
            name=file_name,
        )
        raise Refused(Refusal("unknown_format", words)) from None


def write_labels(labels: Iterable[Label], format: Format) -> bytes:  # noqa: A002  the domain's word
    """Return labels in a format: PDF and ZPL hold any number, PNG and SVG one alone or a sheet of 24.

    PDF and ZPL take the labels one by one as they are drawn, so that a caller can show progress. Refuses no
    labels, and too many for a picture.
    """
    if format in _ANY_NUMBER:
        return _ANY_NUMBER[format](_some(labels))
    all_labels = list(_some(labels))
    if len(all_labels) > A_SHEET:
        raise Refused(TOO_MANY)
    return _ONE_SHEET[format](all_labels)


def _some(labels: Iterable[Label]) -> Iterable[Label]:
    """Pass labels on, and refuse when there are none."""
    found = False
    for label in labels:
        found = True
        yield label
    if not found:
        raise Refused(NO_LABELS)
