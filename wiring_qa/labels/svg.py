"""Labels as an SVG drawing: one label by itself, or a page of them; each QR code is a single path."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from wiring_qa.labels.code import runs
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import drawing_of
from wiring_qa.labels.setup import Setup

FONTS = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"


def write_svg(labels: Sequence[Label], setup: Setup) -> bytes:
    """Return a drawing in millimetres: a label alone has its own size."""
    if len(labels) == 1:
        return _document(setup.media.label_mm, _drawn(labels[0], setup, 0.0, 0.0))
    return _document(setup.media.page_mm, "".join(_placed(labels, setup)))


def preview_svg(labels: Sequence[Label], setup: Setup) -> bytes:
    """Return the first page as it will be printed, with the outlines of its labels; those used are grey."""
    width, height = setup.media.label_mm
    outlines = []
    for place, (page, left, top) in enumerate(Setup(setup.media).places()):
        if page:
            break
        fill = "#ddd" if place < setup.used else "none"
        outlines.append(
            f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="1.5" fill="{fill}"'
            ' stroke="#999" stroke-width="0.2" stroke-dasharray="1 1"/>'
        )
    return _document(setup.media.page_mm, "".join([*outlines, *_placed(labels, setup)]))


def _placed(labels: Sequence[Label], setup: Setup) -> Iterator[str]:
    for label, (page, left, top) in zip(labels, setup.places(), strict=False):
        if page:
            return
        yield _drawn(label, setup, left, top)


def _document(size: tuple[float, float], drawn: str) -> bytes:
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm"'
        f' viewBox="0 0 {width:g} {height:g}" font-family="{FONTS}" font-weight="500">'
        f'<path fill="#fff" d="M0 0h{width:g}v{height:g}H0z"/>{drawn}</svg>\n'
    ).encode()


def _drawn(label: Label, setup: Setup, left: float, top: float) -> str:
    drawing = drawing_of(label, setup)
    path = "".join(f"M{column} {row}h{length}v1h-{length}z" for column, row, length in runs(drawing.matrix))
    across, down, side = left + drawing.left_mm, top + drawing.top_mm, drawing.module_mm
    texts = "".join(
        f'<text x="{left + line.left_mm:.6g}" y="{top + line.baseline_mm:.6g}"'
        f' font-size="{line.size_mm:.4g}">{escape(line.text)}</text>'
        for line in drawing.lines
    )
    return (
        f'<path shape-rendering="crispEdges" transform="translate({across:.6g} {down:.6g}) scale({side:.8g})"'
        f' d="{path}"/>{texts}'
    )
