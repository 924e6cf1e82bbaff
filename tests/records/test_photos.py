"""Photos of findings in a record's documents."""

from hashlib import sha256
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.pictures import picture
from tests.plant import Plant
from tests.records.read import get, text_of

IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE


def photographed(plant: Plant) -> None:
    """A finding with a photo that lies and one that stands."""
    about = uuid4()
    plant.do("mark_faulty", "li", number=about, wire=9, kind="loose", end="from")
    for content in (picture((1600, 900)), picture((300, 500))):
        plant.client("li").post(
            f"/c/{plant.code}/photos/{uuid4()}",
            query_string={"about": str(about), "sha256": sha256(content).hexdigest()},
            data=content,
            content_type="image/jpeg",
        )


def images_in(content: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each picture on the pages, in points."""
    document = pypdfium2.PdfDocument(content)
    try:
        found = [each.get_bounds() for page in document for each in page.get_objects() if each.type == IMAGE]
        return [(right - left, top - bottom) for left, bottom, right, top in found]
    finally:
        document.close()


def test_the_photos_of_a_finding_stand_in_both_documents(plant: Plant) -> None:
    photographed(plant)
    pdf, xlsx = get(plant, "record.pdf"), get(plant, "record.xlsx")
    lying, standing = images_in(pdf)
    assert lying[0] / lying[1] == pytest.approx(1600 / 900, rel=0.01)
    assert standing[0] / standing[1] == pytest.approx(300 / 500, rel=0.01)
    assert "No.1·Looseconnection,Fromend" in "".join(text_of(pdf).split())
    pictures = [name for name in ZipFile(BytesIO(xlsx)).namelist() if name.endswith((".jpg", ".jpeg"))]
    assert len(pictures) == 2
    caption = str(load_workbook(BytesIO(xlsx))["Photos"]["A1"].value)
    assert caption.startswith("No. 1 · Loose connection, From end")


def test_a_photo_that_is_gone_is_told_not_left_out(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    photographed(plant)
    monkeypatch.setattr("wiring_qa.records.photos.content_of", lambda _name: None)
    pdf = get(plant, "record.pdf")
    assert images_in(pdf) == []
    assert "".join(text_of(pdf).split()).count("Thepicturecannotbereadanymore.") == 2
