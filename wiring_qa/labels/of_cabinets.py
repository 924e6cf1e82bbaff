"""The label of a cabinet: what its QR code opens and what stands beside it."""

from flask import current_app

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.labels.label import Label


def address_of(code: str) -> str:
    """Return the address that a cabinet's QR code opens."""
    return f"{current_app.config['WIRING_QA'].public_url.rstrip('/')}/c/{code}"


def label_of(cabinet: Cabinet) -> Label:
    """Return what a cabinet's label says."""
    return Label(
        url=address_of(cabinet.code),
        code=cabinet.code,
        serial=cabinet.serial,
        model=cabinet.table.model,
        revision=cabinet.table.revision,
        order=cabinet.order_no,
        line=cabinet.line,
    )
