"""What is taken as a picture, and what is kept of it."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from tests.pictures import opened, picture
from wiring_qa.attachments.images import CUT_OFF, LONGEST_SIDE, NOT_AN_IMAGE, TOO_MANY_PIXELS, encoded
from wiring_qa.core.refusals import Refused


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(side: int) -> bytes:
    """Return a small PNG that claims to be huge."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_as_jpeg_with_a_small_one(kind: str) -> None:
    kept = encoded(picture(kind=kind))
    assert (kept.width, kept.height) == (640, 480)
    assert opened(kept.content).format == "JPEG"
    assert opened(kept.small).size == (400, 300)


def test_a_large_picture_is_made_smaller() -> None:
    kept = encoded(picture((4000, 1000)))
    assert opened(kept.content).size == (kept.width, kept.height) == (LONGEST_SIDE, 500)


def test_nothing_that_stands_beside_the_pixels_is_kept_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif[0x010F] = "a camera"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    kept = encoded(picture(exif=exif, comment=b"a comment"))
    image = opened(kept.content)
    assert image.size == (480, 640)
    assert not image.getexif()
    assert "comment" not in image.info
    assert "exif" not in image.info


def test_what_is_transparent_becomes_paper() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    file = BytesIO()
    clear.save(file, "PNG")
    assert opened(encoded(file.getvalue()).content).getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NOT_AN_IMAGE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NOT_AN_IMAGE),
        (b"\xff\xd8\xff\xe0 no picture", NOT_AN_IMAGE),
        (picture(kind="GIF"), NOT_AN_IMAGE),
        (picture(kind="TIFF"), NOT_AN_IMAGE),
        (picture((2000, 1500))[:9000], CUT_OFF),
        (picture((800, 600), "PNG")[:900], CUT_OFF),
        (bomb(7000), TOO_MANY_PIXELS),
        (bomb(11_000), TOO_MANY_PIXELS),
        (bomb(60_000), TOO_MANY_PIXELS),
    ],
    ids=["empty", "svg", "no-jpeg", "gif", "tiff", "cut-jpeg", "cut-png", "49-mp", "bomb", "huge-bomb"],
)
def test_what_is_no_whole_picture_is_refused(content: bytes, refusal: object) -> None:
    with pytest.raises(Refused) as refused:
        encoded(content)
    assert refused.value.refusal is refusal
