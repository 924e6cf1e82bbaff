"""A page of a PDF as a picture."""

import threading
from typing import Any

import pypdfium2
from flask_babel import lazy_gettext as _l
from PIL import Image

from wiring_qa.core.refusals import Refusal, Refused

BEGINNING = b"%PDF-"
UNREADABLE = Refusal(
    "pdf_unreadable",
    _l("This PDF cannot be read. Save it anew without a password, or upload a picture."),
)

_ONE_AT_A_TIME = threading.Lock()  # the renderer knows no threads


def is_pdf(content: bytes) -> bool:
    """Tell whether a file is a PDF; what stands before its first line is passed over, as readers do."""
    return BEGINNING in content[:1024]


def page_as_image(content: bytes, number: int, longest_side: int) -> Image.Image:
    """Draw a page, counted from 1, its longest side in pixels; raise `Refused` where there is none."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            raise Refused(UNREADABLE) from None
        try:
            return _drawn(document, number, longest_side)
        except pypdfium2.PdfiumError:
            raise Refused(UNREADABLE) from None
        finally:
            document.close()


def _drawn(document: Any, number: int, longest_side: int) -> Image.Image:
    if not 1 <= number <= len(document):
        raise Refused(
            Refusal(
                "no_page",
                _l(
                    "The PDF has %(count)s pages; there is no page %(page)s.",
                    count=len(document),
                    page=number,
                ),
            )
        )
    page = document[number - 1]
    width, height = page.get_size()
    bitmap = page.render(scale=longest_side / max(width, height, 1))
    image: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    page.close()
    return image
