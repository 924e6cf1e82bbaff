"""A file that a browser keeps rather than shows."""

from flask import Response

PDF = "application/pdf"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attached(content: bytes | str, media_type: str, name: str) -> Response:
    """Return a file to keep, under a name in any script."""
    response = Response(content, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
