"""A chart as shapes, lines and words in the units of its own picture: what page and file draw alike."""

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 480, 240
LEFT, RIGHT, TOP, BOTTOM = 42, 10, 14, 26
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Item:
    """What a mark stands for: its name on the axis, all that it says, and where it leads."""

    name: str
    says: str
    href: str = ""
    is_signal: bool = False


@dataclass(frozen=True)
class Mark:
    """A bar, a point or a cell: its place and size, its look and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    look: str
    item: Item

    @property
    def is_point(self) -> bool:
        """Whether it is drawn as a circle around its place."""
        return self.look.startswith("point")


@dataclass(frozen=True)
class Text:
    """Words at a place; ``look`` is how they are set against it."""

    x: float
    y: float
    words: str
    look: str = "middle"


@dataclass
class Picture:
    """A chart: its size, what is drawn, and the lines of its scale."""

    width: float = WIDTH
    height: float = HEIGHT
    marks: list[Mark] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)
    """The look of each line, and its points."""
    texts: list[Text] = field(default_factory=list)
    grid: list[tuple[float, float, float, float]] = field(default_factory=list)

    def line(self, look: str, points: Sequence[tuple[float, float]]) -> None:
        """Draw a line through points."""
        if points:
            self.lines.append((look, " ".join(f"{x:.1f},{y:.1f}" for x, y in points)))


def scale_to(most: float, *, whole: bool = False) -> list[float]:
    """Return round values from 0 to at least the greatest, at most six of them; only whole ones of counts."""
    if most <= 0:
        return [0.0, 1.0]
    step = 1.0 if whole else 1e-6
    while True:
        for each in _STEPS:
            if most <= 5 * each * step:
                count = max(1, -(-int(most * 1e9) // int(each * step * 1e9)))
                return [round(place * each * step, 6) for place in range(count + 1)]
        step *= 10


def shortened(words: str, most: int) -> str:
    """Return words that fit: a hanzi takes the room of two letters; what is left out shows as an ellipsis."""
    room, found = 2 * most, ""
    for character in words:
        room -= 2 if ord(character) > 0x2E7F else 1  # noqa: PLR2004  where the scripts of East Asia begin
        if room < 0:
            return f"{found[:-1]}…"
        found += character
    return found
