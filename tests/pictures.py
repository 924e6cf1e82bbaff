"""Pictures that the tests make."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw


def picture(size: tuple[int, int] = (640, 480), kind: str = "JPEG", **more: Any) -> bytes:
    """Return a picture of a terminal strip, more or less."""
    image = Image.new("RGB", size, "#c8c4b8")
    draw = ImageDraw.Draw(image)
    for left in range(0, size[0], max(size[0] // 8, 1)):
        draw.rectangle((left + 4, size[1] // 3, left + size[0] // 10, size[1] // 2), fill="#3a6b3a")
    file = BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    """Return a picture, read whole."""
    image = Image.open(BytesIO(content))
    image.load()
    return image
