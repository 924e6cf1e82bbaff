"""Reads labels back as a scanner would: each format becomes pictures, whose QR codes are decoded."""

import re
from collections.abc import Iterable
from io import BytesIO
from math import sqrt
from xml.etree import ElementTree as ET

import pypdfium2
import zxingcpp
from PIL import Image

from wiring_qa.labels.code import matrix_of, runs
from wiring_qa.labels.label import Label

SVG = "{http://www.w3.org/2000/svg}"


def label(number: int = 1, /, **changed: str | None) -> Label:
    code = f"K7QM3X{number:03}"
    texts: dict[str, str | None] = {
        "url": f"https://wiring.example/c/{code}",
        "code": code,
        "serial": f"KX-2026-{number:06}",
        "model": "KX-200",
        "revision": "B",
        "order": "4711",
        **changed,
    }
    return Label(**texts)  # type: ignore[arg-type]


def texts_in(image: Image.Image) -> list[str]:
    return sorted(found.text for found in zxingcpp.read_barcodes(image))


def with_a_tenth_covered(image: Image.Image, ink: int) -> Image.Image:
    """Cover a square of a tenth of each code's area, in its middle."""
    covered = image.copy()
    for found in zxingcpp.read_barcodes(image):
        first, last = found.position.top_left, found.position.bottom_right
        half = (last.x - first.x) * sqrt(0.1) / 2
        x, y = (first.x + last.x) / 2, (first.y + last.y) / 2
        covered.paste(ink, (round(x - half), round(y - half), round(x + half), round(y + half)))
    return covered


def pdf_pictures(data: bytes, dpi: int) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def pdf_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def png_picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def svg_picture(data: bytes) -> Image.Image:
    """Draw an SVG's codes from the runs of their paths, at ten dots a millimetre."""
    drawing = ET.fromstring(data)  # noqa: S314  our own drawing
    _, _, width, height = map(float, drawing.attrib["viewBox"].split())
    image = Image.new("L", (round(width * 10), round(height * 10)), 255)
    for path in drawing.iter(f"{SVG}path"):
        if "transform" in path.attrib:
            left, top, side = map(float, re.findall(r"[\d.]+", path.attrib["transform"]))
            _paint(image, _path_runs(path.attrib["d"]), left * 10, top * 10, side * 10)
    return image


def _path_runs(path: str) -> Iterable[tuple[int, int, int]]:
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", path)
    return [(int(x), int(y), int(run)) for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)", path)]


def _paint(
    image: Image.Image, dark: Iterable[tuple[int, int, int]], left: float, top: float, side: float
) -> None:
    for column, row, run in dark:
        corners = (column, row, column + run, row + 1)
        offsets = (left, top, left, top)
        x1, y1, x2, y2 = (round(at + corner * side) for at, corner in zip(offsets, corners, strict=True))
        image.paste(0, (x1, y1, x2, y2))


def zpl_pictures(data: bytes) -> list[Image.Image]:
    """Print ZPL as the printer does, as far as labels use it."""
    return [_printed(each) for each in data.decode().split("^XA")[1:]]


def _printed(commands: str) -> Image.Image:
    size = re.search(r"\^PW(\d+)\^LL(\d+)", commands)
    code = re.search(r"\^FO(\d+),(\d+)\^BQN,2,(\d+)\^FH_\^FDQA,(.*?)\^FS", commands)
    picture = re.search(r"\^FO(\d+),(\d+)\^GFA,(\d+),(\d+),(\d+),(.*?)\^FS", commands)
    assert size
    assert code
    assert picture
    image = Image.new("L", (int(size[1]), int(size[2])), 255)
    _paint(image, runs(matrix_of(field_data(code[4]))), int(code[1]), int(code[2]), int(code[3]))
    bits = expanded(picture[6], int(picture[5]))
    assert len(bits) == int(picture[3]) == int(picture[4])
    row_bytes = int(picture[5])
    ink = Image.frombytes("1", (row_bytes * 8, len(bits) // row_bytes), bits)
    image.paste(0, (int(picture[1]), int(picture[2])), ink)
    return image


def field_data(text: str) -> str:
    return re.sub("_([0-9A-F]{2})", lambda found: chr(int(found[1], 16)), text)


def expanded(data: str, row_bytes: int) -> bytes:
    """Undo ZPL's short form of a picture."""
    rows: list[str] = []
    row, times = "", 0
    for each in data:
        if each == ":":
            rows.append(rows[-1])
        elif each == ",":
            row = row.ljust(row_bytes * 2, "0")
        elif "G" <= each <= "Y":
            times += ord(each) - ord("F")
        elif "g" <= each <= "z":
            times += 20 * (ord(each) - ord("f"))
        else:
            row, times = row + each * (times or 1), 0
        if len(row) == row_bytes * 2:
            rows.append(row)
            row = ""
    assert not row
    return bytes.fromhex("".join(rows))
