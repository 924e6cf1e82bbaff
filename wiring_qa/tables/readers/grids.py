"""Cells that a file names one by one, with spans and gaps, put where they stand in a sheet."""

from collections import defaultdict

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Cell, Merge, Odd, Sheet
from wiring_qa.tables.words import Code, unreadable


class Grid:
    """A sheet while its cells are read; each limit is held before anything grows by what a file asks for."""

    def __init__(self, limits: ReadLimits, name: str = "") -> None:
        self.name = name
        self.is_hidden = False
        self._limits = limits
        self._rows: list[list[str]] = []
        self._odd: dict[Cell, Odd] = {}
        self._spans: list[tuple[int, int, int, int]] = []
        self._covered: dict[int, int] = defaultdict(int)
        """Down to which row a column is taken by a cell above."""
        self._place = 0
        self._count = 0

    @property
    def row(self) -> int:
        """The row that is being filled, from 1; 0 before the first."""
        return len(self._rows)

    def begin_row(self, row: int | None = None) -> None:
        """Begin the next row, or a later one that is named; those between are blank."""
        wanted = self.row + 1 if row is None else max(row, self.row + 1)
        if wanted > self._limits.max_rows + 1:
            raise unreadable(Code.TOO_MANY_ROWS, limit=self._limits.max_rows)
        self._rows.extend([] for _ in range(wanted - self.row))
        self._place = 0

    def place(self, *, column: int | None = None, across: int = 1, down: int = 1) -> Cell:
        """Take the next cell that no other covers, or one whose column is named; return where it stands."""
        if not self._rows:
            self.begin_row()
        place = self._place if column is None else column
        while column is None and self._covered[place] >= self.row:
            place += 1
        if place + across > self._limits.max_columns:
            raise unreadable(Code.TOO_WIDE, limit=self._limits.max_columns)
        self._place = place + across
        if across > 1 or down > 1:
            self._spans.append((self.row, place, across, down))
            self._cover(place, across, down)
        return self.row, place

    def _cover(self, place: int, across: int, down: int) -> None:
        for each in range(place, place + across if down > 1 else place):
            self._covered[each] = self.row + down - 1

    def write(self, cell: Cell, text: str, odd: Odd | None = None) -> None:
        """Write a cell; only what is written takes room."""
        row, place = cell
        cells = self._rows[row - 1]
        if text.strip() and place >= len(cells):
            self._count_in(place + 1 - len(cells))
            cells.extend([""] * (place + 1 - len(cells)))
        if place < len(cells):
            cells[place] = text
        if odd is not None:
            self._odd[cell] = odd

    def _count_in(self, cells: int) -> None:
        self._count += cells
        if self._count > self._limits.max_cells:
            raise unreadable(Code.TOO_INTRICATE)

    def sheet(self, name: str) -> Sheet:
        """Return what was read, without the blank rows at its end."""
        while self._rows and not any(self._rows[-1]):
            self._rows.pop()
        return Sheet(name, self._rows, self._odd, self._merges(), self.is_hidden)

    def _merges(self) -> list[Merge]:
        """Return what spans cells, no further down than there are rows."""
        found = []
        for row, place, across, down in self._spans:
            last = min(row + down - 1, self.row)
            self._count_in(max(0, last - row) * across)
            if last > row or (across > 1 and last == row):
                found.append(Merge((row, place), (last, place + across - 1)))
        return found


def numbered(grids: list[Grid]) -> list[Sheet]:
    """Return the sheets of grids that hold anything, each under a name of its own."""
    filled = [grid for grid in grids if grid.row]
    names: list[str] = []
    for number, grid in enumerate(filled, 1):
        name = grid.name or (str(number) if len(filled) > 1 else "")
        names.append(f"{name} ({number})" if name in names else name)
    return [grid.sheet(name) for grid, name in zip(filled, names, strict=True)]
