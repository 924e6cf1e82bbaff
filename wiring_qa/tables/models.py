"""Wiring tables: a cabinet model's wires at one revision, and how rows get their category."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, Numeric, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime
from wiring_qa.journal.models import Fact


class WiringTable(Fact, Model):
    """The list of wires of a cabinet model at one revision; it never changes once a cabinet uses it."""

    __tablename__ = "wiring_tables"
    __table_args__ = (UniqueConstraint("model", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(Text)
    revision: Mapped[str] = mapped_column(Text)
    filename: Mapped[str] = mapped_column(Text)
    format: Mapped[str] = mapped_column(Text)
    sheet: Mapped[str | None] = mapped_column(Text)
    file_sha256: Mapped[str] = mapped_column(Text)
    columns: Mapped[dict[str, Any]] = mapped_column(JSON)
    wire_count: Mapped[int]

    wires: Mapped[list["Wire"]] = relationship(order_by="Wire.sequence", back_populates="table")


class Wire(Model):
    """One row of a wiring table; ``sequence`` counts from 1 in the table's order."""

    __tablename__ = "wires"
    __table_args__ = (
        UniqueConstraint("table_id", "sequence"),
        Index(None, "table_id", "from_device"),
        Index(None, "table_id", "to_device"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    table_id: Mapped[int] = mapped_column(ForeignKey("wiring_tables.id"))
    sequence: Mapped[int]
    source_row: Mapped[int]
    number: Mapped[str | None] = mapped_column(Text)
    from_device: Mapped[str] = mapped_column(Text)
    from_terminal: Mapped[str | None] = mapped_column(Text)
    to_device: Mapped[str] = mapped_column(Text)
    to_terminal: Mapped[str | None] = mapped_column(Text)
    colour: Mapped[str | None] = mapped_column(Text)
    """IEC 60757 code, two colours one after the other."""
    colour_text: Mapped[str | None] = mapped_column(Text)
    cross_section_mm2: Mapped[Decimal | None] = mapped_column(Numeric(8, 3))
    cross_section_text: Mapped[str | None] = mapped_column(Text)
    wire_type: Mapped[str | None] = mapped_column(Text)
    from_lug: Mapped[str | None] = mapped_column(Text)
    to_lug: Mapped[str | None] = mapped_column(Text)
    length_mm: Mapped[Decimal | None] = mapped_column(Numeric(10, 1))
    potential: Mapped[str | None] = mapped_column(Text)
    from_location: Mapped[str | None] = mapped_column(Text)
    to_location: Mapped[str | None] = mapped_column(Text)
    page: Mapped[str | None] = mapped_column(Text)
    remark: Mapped[str | None] = mapped_column(Text)
    extra: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Source columns that the product does not know, kept and shown."""
    category: Mapped[str] = mapped_column(ForeignKey("categories.code"))
    category_reason: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Why the row got its category, as `tables.words.Message` keeps it; None where nobody said."""
    is_large: Mapped[bool]
    is_wide: Mapped[bool]
    is_look_alike: Mapped[bool]
    flag_reasons: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Why the row is large, wide-span or on a look-alike device: flag → words."""
    extra_checks: Mapped[list[str]] = mapped_column(JSON)
    """What OK must confirm by name: some of label, colour, lug, size."""
    recheck_needs_table: Mapped[bool]
    always_sampled: Mapped[bool]

    table: Mapped[WiringTable] = relationship(back_populates="wires")


class Category(Model):
    """A kind of wire with its own demands; ``normal`` is what no rule claims."""

    __tablename__ = "categories"

    code: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int]
    name_en: Mapped[str] = mapped_column(Text)
    name_zh_hans: Mapped[str] = mapped_column(Text)
    name_zh_hant: Mapped[str] = mapped_column(Text)
    checks_colour: Mapped[bool]
    checks_lug: Mapped[bool]
    checks_size: Mapped[bool]
    recheck_needs_table: Mapped[bool]
    always_sampled: Mapped[bool]

    def name_in(self, language: str) -> str:
        """Return its name in one of the product's languages."""
        return {"zh_Hans": self.name_zh_hans, "zh_Hant": self.name_zh_hant}.get(language, self.name_en)


class CategoryRule(Model):
    """A pattern that gives rows their category at import; the first that fits, by position, decides."""

    __tablename__ = "category_rules"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    category: Mapped[str] = mapped_column(ForeignKey("categories.code"))
    field: Mapped[str] = mapped_column(Text)
    """What the pattern is held against: device, terminal, number, potential, wire_type, remark or any."""
    pattern: Mapped[str] = mapped_column(Text)


class ImportThresholds(Model):
    """The one row of numbers that the import judges by."""

    __tablename__ = "import_thresholds"

    id: Mapped[int] = mapped_column(primary_key=True)
    large_from_mm2: Mapped[Decimal] = mapped_column(Numeric(8, 3))


class RememberedMapping(Fact, Model):
    """What a lead settled of a file's columns, for the next file whose columns have the same names."""

    __tablename__ = "remembered_mappings"

    id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(Text, unique=True)
    """As `shapes.shape_of` tells it."""
    filename: Mapped[str] = mapped_column(Text)
    mapping: Mapped[dict[str, str]] = mapped_column(JSON)
    """Field → normal name of the column that fills it, empty where none does."""


class TableDraft(Model):
    """A file that a person is looking at before it becomes a wiring table; leaving the page loses nothing."""

    __tablename__ = "table_drafts"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    filename: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    content_sha256: Mapped[str] = mapped_column(Text)
    """Tells the file without loading it."""
    sheet: Mapped[str | None] = mapped_column(Text)
    header_row: Mapped[int | None]
    mapping: Mapped[dict[str, str]] = mapped_column(JSON)
    corrections: Mapped[dict[str, str]] = mapped_column(JSON)
    """The new text of cells, by ``row:column``."""
    left_out: Mapped[list[int]] = mapped_column(JSON)
    changes: Mapped[int] = mapped_column(default=0)
    """How often something was settled: a change made to an older state is made again, and none is lost."""
    cached_progress: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    """How far the draft is, as `progress.progress_of` tells it; None where no table was found in it.
    Written by `drafts.keep` and `drafts.settle` only."""
