"""What the tests read of a record's documents."""

from io import BytesIO

import pypdfium2
from openpyxl import load_workbook
from PIL import Image
from sqlalchemy import select

from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.journal.models import ChainHead


def head_of(plant: Plant) -> tuple[int, str]:
    query = select(ChainHead.position, ChainHead.hash).where(ChainHead.chain == plant.code)
    position, digest = db.session.execute(query).one()
    return position, digest


def get(plant: Plant, path: str, person: str = "lin") -> bytes:
    answer = plant.client(person).get(f"/c/{plant.code}/{path}")
    assert answer.status_code == 200
    return answer.get_data()


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def first_page(content: bytes, dpi: int = 203) -> Image.Image:
    document = pypdfium2.PdfDocument(content)
    try:
        page: Image.Image = document[0].render(scale=dpi / 72).to_pil()
        return page.convert("L")
    finally:
        document.close()


def cells_of(content: bytes) -> list[str]:
    book = load_workbook(BytesIO(content))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
