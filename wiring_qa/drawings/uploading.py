"""From a picture or a PDF to a mounting drawing in the journal."""

from dataclasses import dataclass
from hashlib import sha256

from wiring_qa.attachments.images import as_kept, encoded
from wiring_qa.attachments.pdf_pages import is_pdf, page_as_image
from wiring_qa.attachments.pictures import keep, limit_bytes, too_large
from wiring_qa.core.forms import posted
from wiring_qa.core.refusals import Refused
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Actor
from wiring_qa.journal.submit import Outcome, Sent, submit_all

LONGEST_SIDE = 2400
"""Pixels: a cabinet's smallest device is still seen, and a tablet takes it along."""


@dataclass(frozen=True)
class SentDrawing:
    """A drawing as it was sent; ``page`` of a PDF counts from 1."""

    number: str
    model: str
    filename: str
    content: bytes
    page: int = 1
    keep_places: bool = False


def upload(drawing: SentDrawing, actor: Actor) -> Outcome:
    """Check a drawing, keep its picture and record it; raise `Refused` if it cannot be read."""
    content = drawing.content
    if len(content) > limit_bytes():
        raise Refused(too_large())
    image = (
        as_kept(page_as_image(content, drawing.page, LONGEST_SIDE), LONGEST_SIDE)
        if is_pdf(content)
        else encoded(content, LONGEST_SIDE)
    )
    fields = {
        "id": drawing.number,
        "model": drawing.model,
        "filename": drawing.filename[-200:],
        "sha256": sha256(content).hexdigest(),
        "keep_places": drawing.keep_places,
    }
    sent = Sent(
        "upload_drawing", posted(fields), actor, PLANT, notes={**keep(image).notes, "page": drawing.page}
    )
    (outcome,) = submit_all([sent])
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome
