"""What a label says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """One cabinet's label: ``url`` is what its QR code opens, ``code`` the cabinet's code to type in."""

    url: str
    code: str
    serial: str
    model: str
    revision: str
    order: str | None = None
    line: str | None = None
