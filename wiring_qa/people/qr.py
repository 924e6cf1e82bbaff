"""A QR code on a page: the badge that is printed, the invitation that a tablet scans."""

from qrcode import constants, make
from qrcode.image.svg import SvgPathImage


def svg_of(text: str) -> bytes:
    """Return a text as a QR code in SVG, with the quiet zone of ISO/IEC 18004 around it."""
    code: bytes = make(
        text, image_factory=SvgPathImage, error_correction=constants.ERROR_CORRECT_M, border=4
    ).to_string()
    return code
