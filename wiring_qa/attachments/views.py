"""The addresses of pictures, for whoever is signed in."""

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from wiring_qa.attachments.pictures import content_of

blueprint = Blueprint("attachments", __name__)

# under its hash a picture never changes; only whose browser it is may keep it
KEPT = "private, max-age=31536000, immutable"


@blueprint.get("/pictures/<name>")
def picture(name: str) -> Response:
    """Give a picture by its SHA-256."""
    return _answer(content_of(name))


@blueprint.get("/pictures/<name>/small")
def small_picture(name: str) -> Response:
    """Give the small one of a picture."""
    return _answer(content_of(name, small=True))


def _answer(content: bytes | None) -> Response:
    if content is None:
        raise NotFound
    response = Response(content, mimetype="image/jpeg")
    response.headers["Cache-Control"] = KEPT
    response.headers["Content-Disposition"] = "inline"
    return response
