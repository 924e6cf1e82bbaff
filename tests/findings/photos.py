"""Photos as tablets send them."""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.findings.models import Photo


def send_photo(
    plant: Plant, about: UUID, content: bytes, number: UUID, by: str = "li", author: str = "", **more: str
) -> TestResponse:
    """Send a photo as a tablet does."""
    query = {"about": str(about), "sha256": sha256(content).hexdigest(), **more}
    address = f"/c/{plant.code}/photos/{number}"
    headers = {"Accept": "application/json", "Wiring-QA-Author": author}
    return plant.client(by).post(
        address, query_string=query, data=content, content_type="image/jpeg", headers=headers
    )


def count_photos() -> int:
    """Return how many photos are attached."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Photo)) or 0
