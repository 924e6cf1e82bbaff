"""Pictures that are sent, checked strictly and made anew: what is kept is never what was sent.

Made anew, a picture carries neither the place where it was taken nor anything hidden beside the pixels.
"""

from dataclasses import dataclass
from io import BytesIO

from flask_babel import lazy_gettext as _l
from PIL import Image, ImageOps, UnidentifiedImageError

from wiring_qa.core.refusals import Refusal, Refused

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 64_000_000
"""More than a tablet's or a telephone's camera takes; a small file can claim any number."""
MOST_PIXELS_WHOLE = 36_000_000
"""Of a PNG or WebP, which are decoded whole; a JPEG is decoded at the size that is kept."""
LONGEST_SIDE = 2000
SMALL_SIDE = 400
QUALITY = 85

NOT_AN_IMAGE = Refusal("not_an_image", _l("This is no picture that can be read. Choose a JPEG, PNG or WebP."))
TOO_MANY_PIXELS = Refusal("too_many_pixels", _l("The picture has too many pixels. Make it smaller first."))
CUT_OFF = Refusal("cut_off", _l("The picture is cut off or damaged. Choose or take it again."))


@dataclass(frozen=True)
class Encoded:
    """A picture as it is kept, in JPEG, with a small one beside it; sides in pixels."""

    content: bytes
    small: bytes
    width: int
    height: int


def encoded(content: bytes, longest_side: int = LONGEST_SIDE) -> Encoded:
    """Check a picture and make it anew; raise `Refused` if it is none, is cut off or is a bomb."""
    try:
        found = Image.open(BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(TOO_MANY_PIXELS) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise Refused(NOT_AN_IMAGE) from None
    with found:
        most = MOST_PIXELS if found.format == "JPEG" else MOST_PIXELS_WHOLE
        if found.width * found.height > most:
            raise Refused(TOO_MANY_PIXELS)
        try:
            found.draft("RGB", (longest_side, longest_side))
            return as_kept(ImageOps.exif_transpose(found), longest_side)
        except Image.DecompressionBombError:
            raise Refused(TOO_MANY_PIXELS) from None
        except (OSError, SyntaxError, ValueError, IndexError):
            raise Refused(CUT_OFF) from None


def as_kept(image: Image.Image, longest_side: int = LONGEST_SIDE) -> Encoded:
    """Make the picture that is kept from one that is in memory."""
    plain = _opaque(image)
    plain.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    small = plain.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    return Encoded(_jpeg(plain), _jpeg(small), *plain.size)


def reduced(content: bytes, longest_side: int) -> tuple[bytes, int, int]:
    """Return a kept picture no larger than needed, in JPEG, with its sides in pixels."""
    with Image.open(BytesIO(content), formats=FORMATS) as found:
        found.draft("RGB", (longest_side, longest_side))
        small = found.convert("RGB")
    small.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    return _jpeg(small), *small.size


def _opaque(image: Image.Image) -> Image.Image:
    """Return the picture in plain colours; what is transparent in it is paper."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    return image.convert("RGB")


def _jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    # a new picture of the same pixels carries nothing over: no EXIF, no profile, no comment
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    bare.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()
