"""Draws the installed app's icons anew: the same drawing as `icon.svg`, in the sizes that systems ask for."""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
BLUE, WHITE = "#0a4a86", "#ffffff"
UNITS = 32
OVERSAMPLED = 4
LINES = ([(9, 7), (9, 12)], [(16, 7), (16, 12)], [(23, 7), (23, 12)], [(9, 18), (14, 24), (24, 13)])
STROKE = 3


def icon(size: int, *, maskable: bool) -> Image.Image:
    """Return the icon; a maskable one fills its square and keeps its drawing in the inner four fifths."""
    side = size * OVERSAMPLED
    image = Image.new("RGBA", (side, side), BLUE if maskable else (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    if not maskable:
        draw.rounded_rectangle((0, 0, side - 1, side - 1), side * 7 / UNITS, fill=BLUE)
    scale = side / UNITS * (0.75 if maskable else 1)
    edge = side * (0.125 if maskable else 0)
    radius = STROKE * scale / 2
    for line in LINES:
        points = [(x * scale + edge, y * scale + edge) for x, y in line]
        draw.line(points, WHITE, round(STROKE * scale), joint="curve")
        for x, y in points:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), WHITE)
    return image.resize((size, size), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    for name, size, maskable in (
        ("icon-192", 192, False),
        ("icon-512", 512, False),
        ("maskable-512", 512, True),
    ):
        icon(size, maskable=maskable).save(HERE / f"{name}.png", optimize=True)
