"""The shapes of charts: points over time, bars that stand, bars that lie, cells."""

from collections.abc import Callable, Mapping, Sequence

from wiring_qa.trends.picture import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Item,
    Mark,
    Picture,
    Text,
    scale_to,
    shortened,
)

Words = Callable[[float], str]
_NAMES = 7
"""How many names fit under a chart."""
_NEAR_EDGE = 80
"""So near to its side a picture has no room for half a name."""
_ROW, _NAME_ROOM, _VALUE_ROOM = 26, 150, 46
_HEAD, _SLANT = 74, 44
"""Room over and beside a heat map for the slanted names of its columns."""


def over_time(
    items: Sequence[Item],
    values: Mapping[str, Sequence[float | None]],
    words: Words,
    *,
    joined: bool = True,
    level: Mapping[str, float | None] | None = None,
    names: Mapping[str, str] | None = None,
) -> Picture:
    """Draw lines by their look; the first has a mark at each value, and is not joined if that would mislead.

    ``level`` are lines of one value across; ``names`` are said over the highest place of a line by its look.
    A value that is not known leaves a gap.
    """
    known = [value for each in values.values() for value in each if value is not None]
    picture, up = _framed(max([*known, *filter(None, (level or {}).values())], default=0.0), words)
    across = _across(picture, items)
    for look, height in (level or {}).items():
        if height is not None:
            picture.line(look, [(LEFT, up(height)), (WIDTH - RIGHT, up(height))])
            _name(picture, (names or {}).get(look), [(LEFT, up(height))])
    first = next(iter(values))
    for look, each in values.items():
        points = [(x, up(value)) for x, value in zip(across, each, strict=True) if value is not None]
        if joined or look != first:
            picture.line(look, points)
        _name(picture, (names or {}).get(look), points)
    for item, x, value in zip(items, across, values[first], strict=True):
        if value is not None:
            look = "point signal" if item.is_signal else "point"
            picture.marks.append(Mark(x, up(value), 4, 4, look, item))
    return picture


def _name(picture: Picture, name: str | None, points: Sequence[tuple[float, float]]) -> None:
    """Say what a line is, over its highest place."""
    if name and points:
        x, y = min(points, key=lambda point: point[1])
        look = "start" if x < _NEAR_EDGE else "end" if x > WIDTH - _NEAR_EDGE else "middle"
        picture.texts.append(Text(x, y - 5, name, look))


def standing(
    items: Sequence[Item], values: Sequence[float | None], words: Words, most: float | None = None
) -> Picture:
    """Draw bars that stand side by side; their scale has whole numbers only."""
    picture, up = _framed(most or max((value or 0.0 for value in values), default=0.0), words, whole=True)
    step = (WIDTH - LEFT - RIGHT) / max(1, len(items))
    for item, x, value in zip(items, _across(picture, items), values, strict=True):
        if value is not None:
            top = up(value)
            width = min(step * 0.7, 60)
            picture.marks.append(Mark(x - width / 2, top, width, HEIGHT - BOTTOM - top, "bar", item))
    return picture


def lying(
    items: Sequence[Item], values: Sequence[float], words: Words, shares: Sequence[float] = ()
) -> Picture:
    """Draw bars under each other, names before and values behind them; ``shares`` as a line over them."""
    room = WIDTH - _NAME_ROOM - _VALUE_ROOM
    most = max(values, default=0.0) or 1.0
    picture = Picture(height=TOP + _ROW * max(1, len(items)) + 4)
    for place, (item, value) in enumerate(zip(items, values, strict=True)):
        top, width = TOP + place * _ROW, max(1.0, room * value / most)
        picture.marks.append(Mark(_NAME_ROOM, top, width, _ROW - 6, "bar", item))
        picture.texts.append(Text(_NAME_ROOM - 6, top + 15, shortened(item.name, 11), "end"))
        picture.texts.append(Text(_NAME_ROOM + width + 5, top + 15, words(value), "start"))
    ends = [
        (_NAME_ROOM + room * share, TOP + place * _ROW + (_ROW - 6) / 2) for place, share in enumerate(shares)
    ]
    picture.line("share", ends)
    return picture


def cells(
    rows: Sequence[str], columns: Sequence[str], items: Mapping[tuple[int, int], tuple[Item, int]]
) -> Picture:
    """Draw a heat map: the fuller a cell, the darker; each has its number in it."""
    most = max((count for _item, count in items.values()), default=1)
    step = (WIDTH - _NAME_ROOM - _SLANT) / max(1, len(columns))
    picture = Picture(height=_HEAD + _ROW * len(rows) + 4)
    for place, name in enumerate(columns):
        picture.texts.append(
            Text(_NAME_ROOM + (place + 0.5) * step, _HEAD - 8, shortened(name, 7), "slanted")
        )
    for place, name in enumerate(rows):
        picture.texts.append(Text(_NAME_ROOM - 6, _HEAD + place * _ROW + 17, shortened(name, 11), "end"))
    for (row, column), (item, count) in items.items():
        x, y = _NAME_ROOM + column * step, _HEAD + row * _ROW
        heat = -(-4 * count // most)
        picture.marks.append(Mark(x + 1, y + 1, step - 2, _ROW - 2, f"heat-{heat}", item))
        picture.texts.append(Text(x + step / 2, y + 17, str(count), "on"))
    return picture


def _framed(most: float, words: Words, *, whole: bool = False) -> tuple[Picture, Callable[[float], float]]:
    """Return a picture with its scale, and what tells how high a value stands."""
    picture, scale = Picture(), scale_to(most, whole=whole)
    room = HEIGHT - BOTTOM - TOP

    def up(value: float) -> float:
        return round(HEIGHT - BOTTOM - room * value / scale[-1], 2)

    for value in scale:
        picture.grid.append((LEFT, up(value), WIDTH - RIGHT, up(value)))
        picture.texts.append(Text(LEFT - 6, up(value) + 4, words(value), "end"))
    return picture, up


def _across(picture: Picture, items: Sequence[Item]) -> list[float]:
    """Name the items under a picture, as many as fit; return where each stands."""
    step = (WIDTH - LEFT - RIGHT) / max(1, len(items))
    places = [LEFT + (place + 0.5) * step for place in range(len(items))]
    every = -(-len(items) // _NAMES)
    picture.texts += [
        Text(x, HEIGHT - 8, item.name)
        for place, (x, item) in enumerate(zip(places, items, strict=True))
        if place % every == 0
    ]
    return places
