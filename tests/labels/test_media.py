"""Labels on every sheet and tape: each code is read at a printer's resolution, a tenth of it covered."""

import re
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
import zxingcpp
from click.testing import Result

from tests.labels import decoders
from tests.labels.decoders import label, texts_in, with_a_tenth_covered
from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.core.refusals import Refused
from wiring_qa.labels.formats import Format, write_labels
from wiring_qa.labels.layout import SMALLEST_MODULE_MM, drawing_of
from wiring_qa.labels.media import A4_MM, MEDIA, Media
from wiring_qa.labels.queries import setup_named, setup_of
from wiring_qa.labels.setup import Field, Setup, usual_setup

EVERY = pytest.mark.parametrize("media", MEDIA.values(), ids=MEDIA)
TWO = [label(1), label(2)]
URLS = [each.url for each in TWO]


@EVERY
def test_every_code_of_a_pdf_is_read_at_203_dpi_with_a_tenth_covered(media: Media) -> None:
    pages = decoders.pdf_pictures(write_labels(TWO, Format.PDF, usual_setup(media)), 203)
    assert [text for page in pages for text in texts_in(page)] == URLS
    covered = [with_a_tenth_covered(page, 0) for page in pages]
    assert [text for page in covered for text in texts_in(page)] == URLS


@EVERY
def test_every_picture_of_one_label_is_read_with_a_tenth_covered(media: Media) -> None:
    setup = usual_setup(media)
    for image in (
        decoders.png_picture(write_labels(TWO[:1], Format.PNG, setup)),
        decoders.svg_picture(write_labels(TWO[:1], Format.SVG, setup)),
    ):
        assert texts_in(image) == URLS[:1]
        assert texts_in(with_a_tenth_covered(image, 255)) == URLS[:1]


@EVERY
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_code_of_a_label_printer_is_read_with_a_tenth_covered(media: Media, dpi: int) -> None:
    setup = Setup(media, usual_setup(media).fields, dpi=dpi)
    images = decoders.zpl_pictures(write_labels(TWO, Format.ZPL, setup))
    assert [texts_in(image) for image in images] == [[url] for url in URLS]
    assert [texts_in(with_a_tenth_covered(image, 0)) for image in images] == [[url] for url in URLS]


@EVERY
def test_labels_lie_on_their_page_and_none_on_another(media: Media) -> None:
    places = list(islice(Setup(media).places(), media.a_page))
    width, height = media.label_mm
    page_width, page_height = media.page_mm
    assert {page for page, _left, _top in places} == {0}
    for _page, left, top in places:
        assert left >= 0
        assert top >= 0
        assert left + width <= page_width + 0.11
        assert top + height <= page_height + 0.11
    for place, (_page, left, top) in enumerate(places):
        for _other, across, down in places[place + 1 :]:
            assert abs(left - across) >= width - 1e-6 or abs(top - down) >= height - 1e-6


@EVERY
def test_no_code_is_finer_than_a_camera_reads(media: Media) -> None:
    drawing = drawing_of(label(), usual_setup(media))
    assert drawing.module_mm >= SMALLEST_MODULE_MM
    assert drawing.code_mm <= media.printable_mm


def test_an_address_too_long_for_a_narrow_tape_is_refused_and_fits_a_wider_one() -> None:
    long = label(url="https://wiring.example/" + "x" * 60)
    with pytest.raises(Refused) as caught:
        write_labels([long], Format.PDF, usual_setup(MEDIA["tape-12"]))
    assert caught.value.refusal.code == "code_too_small"
    assert write_labels([long], Format.PDF, usual_setup(MEDIA["tape-24"]))


def test_a_sheet_that_was_begun_goes_on_where_it_was_left() -> None:
    begun = Setup(MEDIA["a4-21"], used=20)
    pages = decoders.pdf_pictures(write_labels(TWO, Format.PDF, begun), 150)
    assert [texts_in(page) for page in pages] == [URLS[:1], URLS[1:]]
    assert next(begun.places())[1:] == pytest.approx((7.2 + 2 * 66.04, 15.15 + 6 * 38.1))
    assert pages[0].size == pytest.approx([side / 25.4 * 150 for side in A4_MM], abs=1)


def test_an_address_names_a_setup_and_nonsense_is_the_usual(plant: Plant) -> None:
    plant.do("save_label_layout", "lin", chain="plant", name="Door", media="tape-24", fields=["code"])
    assert setup_of({"layout": "own-1"}).fields == (Field.CODE,)
    assert setup_of({"layout": "a4-8", "used": "3", "dpi": "300"}) == Setup(MEDIA["a4-8"], used=3, dpi=300)
    for said in ({"layout": "own-99"}, {"layout": "own-x"}, {"used": "-1", "dpi": "72"}, {"layout": "\0"}):
        assert setup_of(said) == Setup()
    assert setup_of({"used": "999999999"}).used == 23


def test_a_lead_keeps_a_layout_replaces_it_and_lets_it_go(plant: Plant) -> None:
    save: dict[str, Any] = {"name": "Door", "media": "a4-8", "fields": ["serial", "line", "code"]}
    plant.do("save_label_layout", "lin", chain="plant", **save)
    plant.do("save_label_layout", "lin", chain="plant", **save | {"name": "door", "media": "a4-14"})
    assert setup_named("DOOR").media.key == "a4-14"
    assert "door" in plant.client("lin").get("/settings/labels").text
    plant.do("delete_label_layout", "lin", chain="plant", name="Door")
    assert refused(plant, "delete_label_layout", "lin", chain="plant", name="Door") == "no_layout"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"fields": []}, "no_fields"),
        ({"media": "a4-1"}, "no_media"),
        ({"fields": ["nonsense"]}, "invalid"),
        ({"name": ""}, "invalid"),
    ],
)
def test_a_layout_that_cannot_be_printed_is_not_kept(
    plant: Plant, changed: dict[str, str], code: str
) -> None:
    save = {"name": "Door", "media": "a4-8", "fields": ["code"], **changed}
    assert refused(plant, "save_label_layout", "lin", chain="plant", **save) == code


def test_only_leads_keep_layouts(plant: Plant) -> None:
    save = {"name": "Door", "media": "a4-8", "fields": ["code"]}
    assert refused(plant, "save_label_layout", "li", chain="plant", **save) == "not_allowed"


def test_texts_that_have_no_room_are_refused_and_never_cut_off_at_the_edge() -> None:
    long = label(serial="电梯控制柜序号" * 30, model="加长型" * 30, line="L1")
    with pytest.raises(Refused) as caught:
        drawing_of(long, Setup(MEDIA["tape-12"], tuple(Field)))
    assert caught.value.refusal.code == "no_room"
    assert drawing_of(long, Setup(MEDIA["tape-24"], tuple(Field)))


def test_the_preview_shows_the_page_as_it_will_be_printed(plant: Plant) -> None:
    client = plant.client("lin")
    query = f"?code={plant.code}&layout=a4-8&used=2"
    page = client.get(f"/labels/preview{query}").text
    assert "1 label" in page
    assert re.search(r'src="/labels/preview\.svg\?[^"]*used=2', page)
    picture = decoders.svg_picture(client.get(f"/labels/preview.svg{query}").data)
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.position.top_left.y / 10 > 13.1 + 67.7
    pdf = client.get(f"/labels.pdf{query}").data
    assert len(decoders.pdf_pictures(pdf, 150)) == 1
    assert client.get("/labels/preview").location == "/labels"
    assert client.get("/labels.exe").status_code == 404


def test_a_label_page_says_when_the_code_would_be_too_fine(plant: Plant) -> None:
    settings = plant.app.config["WIRING_QA"]
    plant.app.config["WIRING_QA"] = replace(settings, public_url="https://" + "x" * 90 + ".example")
    page = plant.client("lin").get(f"/c/{plant.code}/label?layout=tape-12").text
    assert "The QR code would be too fine" in page


def test_the_command_line_prints_any_layout(plant: Plant, tmp_path: object) -> None:
    def run(*args: str) -> Result:
        return plant.app.test_cli_runner().invoke(args=["labels", "SN-1", *args])

    file = f"{tmp_path}/door.zpl"
    assert run("--output", file, "--layout", "tape-24", "--dpi", "300").exit_code == 0
    with open(file, "rb") as written:  # noqa: PTH123  a path as the command line takes it
        assert len(decoders.zpl_pictures(written.read())) == 1
    wrong = run("--output", file, "--layout", "no such")
    assert wrong.exit_code == 1
    assert "There is no label layout “no such”." in wrong.output
