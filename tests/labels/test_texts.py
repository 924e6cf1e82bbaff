"""What stands beside the code: all of it, in any language and at any length, in every format."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, strategies as st
from PIL import Image, ImageChops

from tests.labels import decoders
from tests.labels.decoders import SVG, label, texts_in
from wiring_qa.labels.formats import Format, write_labels
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import drawing_of
from wiring_qa.labels.media import MEDIA, Media
from wiring_qa.labels.setup import Setup, usual_setup
from wiring_qa.labels.typeface import width_em

LONG = "沪-电梯控制柜-2026年11月-第三车间-序号000123-备用"
CHINESE = label(serial=LONG, model="驅動櫃 KX-200 加長型", revision="修订版 C", order="订单甲-4711")
SHOWN = (LONG, "驅動櫃 KX-200 加長型 / 修订版 C", "订单甲-4711", "K7Q-M3X-001")


def together(text: str) -> str:
    return "".join(text.split()).replace("￾", "")  # what PDFium puts for a hyphen at a line's end


def picture_of(data: Label, kind: Format) -> Image.Image:
    pictures: dict[Format, Callable[[bytes], Image.Image]] = {
        Format.PDF: lambda file: decoders.pdf_pictures(file, 203)[0],
        Format.PNG: decoders.png_picture,
        Format.ZPL: lambda file: decoders.zpl_pictures(file)[0],
    }
    return pictures[kind](write_labels([data], kind))


def test_a_pdf_holds_every_text_so_that_it_can_be_searched() -> None:
    found = together(decoders.pdf_text(write_labels([CHINESE], Format.PDF)))
    for text in SHOWN:
        assert together(text).replace("-", "") in found.replace("-", "")


def test_an_svg_holds_every_text() -> None:
    drawing = ET.fromstring(write_labels([CHINESE], Format.SVG))  # noqa: S314  our own drawing
    assert together("".join(text.text or "" for text in drawing.iter(f"{SVG}text"))) == together(
        "".join(SHOWN)
    )


def test_a_text_in_an_svg_is_no_markup() -> None:
    drawing = ET.fromstring(write_labels([label(serial='<b>&"')], Format.SVG))  # noqa: S314  our own
    assert next(drawing.iter(f"{SVG}text")).text == '<b>&"'


@pytest.mark.parametrize("kind", [Format.PDF, Format.PNG, Format.ZPL])
@pytest.mark.parametrize("part", ["serial", "model", "revision", "order", "code"])
def test_every_text_is_drawn_where_ink_shows(kind: Format, part: str) -> None:
    one, other = (picture_of(label(**{part: text}), kind) for text in ("线线线线", "体体体体"))
    assert ImageChops.difference(one, other).getbbox()


@pytest.mark.parametrize("kind", [Format.PDF, Format.PNG, Format.ZPL])
def test_a_long_chinese_serial_number_leaves_the_code_readable(kind: Format) -> None:
    assert texts_in(picture_of(CHINESE, kind)) == [CHINESE.url]


def test_a_label_without_an_order_has_no_line_for_it() -> None:
    assert (
        len(drawing_of(label(order=None), Setup()).lines)
        == len(drawing_of(label(order="4711"), Setup()).lines) - 1
    )


def test_a_short_serial_number_is_the_largest_text() -> None:
    sizes = {line.text: line.size_mm for line in drawing_of(label(serial="KX-0001"), Setup()).lines}
    assert max(sizes, key=lambda text: sizes[text]) == "KX-0001"


TEXTS = st.text(max_size=80) | st.text("线體-A/ 1W", max_size=120)


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(list(MEDIA.values())))
def test_texts_of_any_length_stay_in_their_column_and_clear_of_each_other(
    serial: str, model: str, order: str, media: Media
) -> None:
    drawing = drawing_of(label(serial=serial, model=model, order=order), usual_setup(media))
    lines = drawing.lines
    above = 0.0
    assert drawing.left_mm >= 4 * drawing.module_mm
    for line in lines:
        assert line.left_mm >= drawing.left_mm + drawing.code_mm + 4 * drawing.module_mm - 1e-6
        assert line.left_mm + width_em(line.text) * line.size_mm <= media.label_mm[0]
        assert line.baseline_mm - 0.8 * line.size_mm > above
        above = line.baseline_mm
    assert above + 0.2 * lines[-1].size_mm < media.label_mm[1]
