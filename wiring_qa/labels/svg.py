"""Labels as an SVG drawing: one label by itself, several as an A4 sheet; each QR code is a single path."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from wiring_qa.labels.code import runs
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import CODE_LEFT_MM, CODE_TOP_MM, LABEL_MM, SHEET_MM, drawing_of, places

FONTS = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"


def write_svg(labels: Sequence[Label]) -> bytes:
    """Return a drawing in millimetres; at most one sheet's labels."""
    alone = len(labels) == 1
    width, height = LABEL_MM if alone else SHEET_MM
    places_here = [(0, 0.0, 0.0)] if alone else places()
    drawn = "".join(
        _drawn(label, left, top) for label, (_, left, top) in zip(labels, places_here, strict=False)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm"'
        f' viewBox="0 0 {width:g} {height:g}" font-family="{FONTS}" font-weight="500">'
        f'<path fill="#fff" d="M0 0h{width:g}v{height:g}H0z"/>{drawn}</svg>\n'
    ).encode()


def _drawn(label: Label, left: float, top: float) -> str:
    drawing = drawing_of(label)
    path = "".join(f"M{column} {row}h{length}v1h-{length}z" for column, row, length in runs(drawing.matrix))
    across, down, side = left + CODE_LEFT_MM, top + CODE_TOP_MM, drawing.module_mm
    texts = "".join(
        f'<text x="{left + line.left_mm:g}" y="{top + line.baseline_mm:.6g}" font-size="{line.size_mm:g}">'
        f"{escape(line.text)}</text>"
        for line in drawing.lines
    )
    return (
        f'<path shape-rendering="crispEdges" transform="translate({across:g} {down:g}) scale({side:.8g})"'
        f' d="{path}"/>{texts}'
    )
