"""How much a file may hold before it is refused."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Limits that keep a wrong or hostile file from holding up the server."""

    max_bytes: int = 20 * MEGABYTE
    max_rows: int = 100_000
    """Rows of a sheet, those above the header counted; of a format without rows, connections."""
    max_columns: int = 500
    max_cells: int = 5_000_000
    """Cells of a sheet whose file may leave gaps between them, blank ones up to the last counted."""
    max_inflated_bytes: int = 300 * MEGABYTE
    """What all parts of a packed workbook may come to."""
    max_ratio: int = 400
    """Inflated against packed bytes, once it is more than ``ratio_from_bytes``."""
    ratio_from_bytes: int = 20 * MEGABYTE
    max_seconds: float = 30
    """How long a workbook may take to open."""
    max_memory_bytes: int = 2_000 * MEGABYTE
    max_nodes: int = 500_000
    """Elements of an XML file."""
    max_depth: int = 100
    """How deep elements of XML, and lists and mappings of YAML, may lie within each other."""
    max_yaml_nodes: int = 120_000
    """Texts, lists and mappings of a YAML file, those counted anew that stand there by an alias."""
