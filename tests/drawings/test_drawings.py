"""Mounting drawings: uploaded, devices placed on them, kept over revisions, and what is refused."""

from io import BytesIO
from uuid import uuid4

import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from tests.pictures import opened, picture
from tests.plant import MODEL, Plant
from wiring_qa.core.db import db
from wiring_qa.drawings.models import Drawing
from wiring_qa.drawings.queries import devices_of, drawing_of, is_device


def pdf(pages: int = 2) -> bytes:
    """Return a PDF of some A4 pages."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for page in range(pages):
        canvas.rect(50, 50, 200 + page, 300)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def upload(plant: Plant, content: bytes, name: str = "plate.png", by: str = "lin", **more: str) -> str:
    """Upload a file as the drawing of the plant's model; return what the page says then."""
    client = plant.client(by)
    fields = {"id": str(uuid4()), "file": (BytesIO(content), name), **more}
    client.post("/tables/1/drawing", data=fields)
    return client.get("/tables/1/drawing").text


@pytest.fixture
def drawing(plant: Plant) -> int:
    upload(plant, picture((800, 600), "PNG"))
    return db.session.scalars(select(Drawing.id)).one()


def test_a_picture_becomes_the_drawing_of_its_model(plant: Plant) -> None:
    page = upload(plant, picture((3000, 1500)))
    found = drawing_of(MODEL)
    assert found is not None
    assert (found.width, found.height) == (2400, 1200)
    assert "The drawing is saved." in page
    assert f"/pictures/{found.picture}" in page
    assert 'value="-K1"' in page


def test_a_page_of_a_pdf_is_drawn(plant: Plant) -> None:
    upload(plant, pdf(), "plan.pdf", page="2")
    found = drawing_of(MODEL)
    assert found is not None
    content = plant.client("chen").get(f"/pictures/{found.picture}").data
    assert opened(content).size == (found.width, found.height) == (1696, 2400)


@pytest.mark.parametrize(
    ("content", "page", "said"),
    [
        (pdf(), "3", "The PDF has 2 pages; there is no page 3."),
        (pdf(), "0", "The PDF has 2 pages; there is no page 0."),
        (b"%PDF-1.7 and nothing else", "1", "This PDF cannot be read."),
        (pdf()[:300], "1", "This PDF cannot be read."),
        (b"no picture", "1", "This is no picture that can be read."),
    ],
    ids=["page-3", "page-0", "no-pdf", "cut-pdf", "no-picture"],
)
def test_a_file_that_cannot_be_drawn_says_why(plant: Plant, content: bytes, page: str, said: str) -> None:
    assert said in upload(plant, content, page=page)
    assert drawing_of(MODEL) is None


def test_no_file_is_told(plant: Plant) -> None:
    client = plant.client("lin")
    client.post("/tables/1/drawing", data={"id": str(uuid4())})
    assert "Choose a picture or a PDF first." in client.get("/tables/1/drawing").text


@pytest.mark.usefixtures("plant")
def test_the_devices_of_a_model_are_those_of_all_its_revisions() -> None:
    assert devices_of(MODEL)[:3] == ["-A1", "-A2", "-F1"]
    assert is_device(MODEL, "-X1")
    assert not is_device(MODEL, "-X9")
    assert devices_of("another") == []


def test_the_walk_and_the_record_show_the_drawing(plant: Plant, drawing: int) -> None:
    client = plant.client("lin")
    code = plant.code
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("mark_faulty", "li", wire=10, kind="missing", end="both")
    plant.do("mark_faulty", "li", wire=4, kind="dropped", end="from")
    plant.do("place_device", "lin", chain="plant", drawing=drawing, device="-A1", x_percent=50, y_percent=50)
    plant.do("place_device", "lin", chain="plant", drawing=drawing, device="-X1", x_percent=10, y_percent=90)
    walk = client.get(f"/c/{code}/walk").text
    assert "data-points" in walk
    assert f"/c/{code}/drawing?device=-X1" in walk
    assert f"/c/{code}/drawing?device=-K1" not in walk
    record = client.get(f"/c/{code}/record").text
    assert 'data-dot="1" transform="translate(400.0 300.0)"' in record
    assert 'data-dot="2" transform="translate(440.0 300.0)"' in record
    assert 'data-dot="3"' not in record
    assert "Not on the drawing" in record
    assert "-A1" in client.get(f"/c/{code}/drawing?device=-A1").text


def test_without_a_drawing_walk_and_record_are_as_they_were(plant: Plant) -> None:
    client = plant.client("lin")
    assert "ends-inset" not in client.get(f"/c/{plant.code}/walk").text
    assert "No mounting drawing yet." in client.get(f"/c/{plant.code}/drawing").text
