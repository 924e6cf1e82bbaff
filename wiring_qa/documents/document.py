"""What is drawn as PDF and XLSX: headings and tables of text, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column of a table; ``width_mm`` is its share of an A4 page's 182 mm."""

    title: str
    width_mm: float


@dataclass(frozen=True)
class Section:
    """A heading, a sentence and a table; a row's last cell holds any number of lines."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[tuple[Sequence[str], Sequence[str]]]
    note: str = ""


@dataclass(frozen=True)
class Photo:
    """A picture in JPEG with what it shows; sides in pixels; blank where it cannot be read any more."""

    caption: str
    content: bytes = b""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Document:
    """A document ready to be drawn; ``seal`` stands at each page's foot, its code opens ``address``."""

    title: str
    subtitle: str
    lines: Sequence[str]
    sections: Sequence[Section]
    seal: str
    address: str
    photos: Sequence[Photo] = ()
