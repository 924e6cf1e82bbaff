"""A film for Chromium's fake camera, made of a real label."""

from io import BytesIO
from pathlib import Path

from PIL import Image

SIZE = (640, 480)
GREY = 128
FRAMES = 2


def film(label: bytes, path: Path) -> Path:
    """Write a label, a little askew on a grey ground, as an uncompressed film (YUV4MPEG2)."""
    ground = Image.new("L", SIZE, GREY)
    with Image.open(BytesIO(label)) as picture:
        held = picture.convert("L")
    held.thumbnail((520, 400))
    held = held.rotate(7, expand=True, fillcolor=GREY, resample=Image.Resampling.BICUBIC)
    ground.paste(held, ((SIZE[0] - held.width) // 2, (SIZE[1] - held.height) // 2))
    no_colour = bytes([GREY]) * (SIZE[0] * SIZE[1] // 2)
    head = f"YUV4MPEG2 W{SIZE[0]} H{SIZE[1]} F10:1 Ip A1:1 C420jpeg\n".encode()
    path.write_bytes(head + (b"FRAME\n" + ground.tobytes() + no_colour) * FRAMES)
    return path
