import pytest

from tests.labels import decoders
from tests.labels.decoders import label, texts_in, with_a_tenth_covered
from wiring_qa.core.refusals import Refused
from wiring_qa.labels.formats import Format, format_of, write_labels

MANY = [label(number) for number in range(1, 25)]
URLS = [each.url for each in MANY]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("labels.pdf", Format.PDF),
        ("柜体.PNG", Format.PNG),
        ("/out.put/all.Svg", Format.SVG),
        ("a.b.zpl", Format.ZPL),
    ],
)
def test_a_file_s_ending_names_its_format(name: str, expected: Format) -> None:
    assert format_of(name) is expected


@pytest.mark.parametrize("name", ["labels.doc", "labels", "pdf", ".pdf", "labels.", "labels.pdf.gz"])
def test_any_other_ending_is_refused_in_words_that_say_which_there_are(name: str) -> None:
    with pytest.raises(Refused) as refused:
        format_of(name)
    assert refused.value.refusal.code == "unknown_format"
    assert f"“{name}”" in str(refused.value.refusal)
    assert ".pdf, .png, .svg or .zpl" in str(refused.value.refusal)


@pytest.mark.parametrize("dpi", [150, 203])
@pytest.mark.parametrize("ink", [0, 255])
def test_each_code_of_a_pdf_sheet_is_read_whole_and_with_a_tenth_covered(dpi: int, ink: int) -> None:
    (sheet,) = decoders.pdf_pictures(write_labels(MANY, Format.PDF), dpi)
    assert texts_in(sheet) == URLS
    assert texts_in(with_a_tenth_covered(sheet, ink)) == URLS


@pytest.mark.parametrize("count", [1, 2, 24])
@pytest.mark.parametrize("ink", [0, 255])
def test_each_code_of_a_png_is_read_whole_and_with_a_tenth_covered(count: int, ink: int) -> None:
    image = decoders.png_picture(write_labels(MANY[:count], Format.PNG))
    assert texts_in(image) == URLS[:count]
    assert texts_in(with_a_tenth_covered(image, ink)) == URLS[:count]


@pytest.mark.parametrize("count", [1, 2, 24])
@pytest.mark.parametrize("ink", [0, 255])
def test_each_code_of_an_svg_is_read_whole_and_with_a_tenth_covered(count: int, ink: int) -> None:
    image = decoders.svg_picture(write_labels(MANY[:count], Format.SVG))
    assert texts_in(image) == URLS[:count]
    assert texts_in(with_a_tenth_covered(image, ink)) == URLS[:count]


@pytest.mark.parametrize("ink", [0, 255])
def test_each_code_of_a_label_printer_is_read_whole_and_with_a_tenth_covered(ink: int) -> None:
    images = decoders.zpl_pictures(write_labels(MANY, Format.ZPL))
    assert [texts_in(image) for image in images] == [[url] for url in URLS]
    assert [texts_in(with_a_tenth_covered(image, ink)) for image in images] == [[url] for url in URLS]


def test_a_pdf_takes_a_further_sheet_for_every_24_labels() -> None:
    data = write_labels((label(number) for number in range(1, 50)), Format.PDF)
    sheets = decoders.pdf_pictures(data, 150)
    assert [len(texts_in(sheet)) for sheet in sheets] == [24, 24, 1]


@pytest.mark.parametrize("kind", [Format.PNG, Format.SVG])
def test_a_picture_of_more_than_a_sheet_is_refused(kind: Format) -> None:
    with pytest.raises(Refused) as refused:
        write_labels([*MANY, label(25)], kind)
    assert refused.value.refusal.code == "too_many_labels"
    assert "24" in str(refused.value.refusal)


@pytest.mark.parametrize("kind", Format)
def test_no_labels_are_refused(kind: Format) -> None:
    with pytest.raises(Refused) as refused:
        write_labels([], kind)
    assert refused.value.refusal.code == "no_labels"


@pytest.mark.parametrize("kind", Format)
def test_the_same_labels_give_the_same_file(kind: Format) -> None:
    assert write_labels(MANY[:3], kind) == write_labels(MANY[:3], kind)


@pytest.mark.parametrize("kind", Format)
def test_a_format_has_a_name_in_http(kind: Format) -> None:
    assert kind.media_type.partition("/")[0] in {"application", "image"}
