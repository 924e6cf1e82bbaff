"""The formats that labels are written in, and which one a file's name asks for."""

import enum
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Final

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.labels.label import Label
from wiring_qa.labels.pdf import write_pdf
from wiring_qa.labels.png import write_png
from wiring_qa.labels.setup import Setup
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
_ANY_NUMBER: Final[dict[Format, Callable[[Iterable[Label], Setup], bytes]]] = {
    Format.PDF: write_pdf,
    Format.ZPL: write_zpl,
}
_ONE_SHEET: Final[dict[Format, Callable[[Sequence[Label], Setup], bytes]]] = {
    Format.PNG: write_png,
    Format.SVG: write_svg,
}

NO_LABELS: Final = Refusal("no_labels", _l("Choose at least one cabinet to print a label for."))
USUAL_SETUP: Final = Setup()


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


def write_labels(
    labels: Iterable[Label],
    format: Format,  # noqa: A002  the domain's word
    setup: Setup = USUAL_SETUP,
) -> bytes:
    """Return labels in a format: PDF and ZPL hold any number, PNG and SVG one alone or what a page holds.

    PDF and ZPL take the labels one by one as they are drawn, so that a caller can show progress. Refuses no
    labels, too many for a picture, and what has no room on its label.
    """
    if format in _ANY_NUMBER:
        return _ANY_NUMBER[format](_some(labels), setup)
    all_labels = list(_some(labels))
    most = max(1, setup.media.a_page - setup.used)
    if len(all_labels) > most:
        words = _l("A picture holds one sheet of %(most)s labels at most. Use PDF for more.", most=most)
        raise Refused(Refusal("too_many_labels", words))
    return _ONE_SHEET[format](all_labels, setup)


def _some(labels: Iterable[Label]) -> Iterable[Label]:
    """Pass labels on, and refuse when there are none."""
    found = False
    for label in labels:
        found = True
        yield label
    if not found:
        raise Refused(NO_LABELS)
