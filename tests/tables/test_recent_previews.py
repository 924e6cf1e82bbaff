from functools import partial

from wiring_qa.tables.previews import Preview
from wiring_qa.tables.recent_previews import RecentPreviews, weight
from wiring_qa.tables.wires import Wires


def preview(cells: int) -> Preview:
    return Preview("csv", None, "", (), None, [["x"] * cells], (), Wires.of(()), ())


def test_what_was_read_is_not_read_again_until_something_else_needs_the_room() -> None:
    read: list[str] = []
    recent = RecentPreviews(most_cells=250)

    def reading(key: str) -> Preview:
        read.append(key)
        return preview(100)

    for key in ("a", "b", "a", "c", "a", "b"):
        assert weight(recent.get(key, partial(reading, key))) == 101
    assert read == ["a", "b", "c", "b"]
    assert len(recent) == 2


def test_a_preview_larger_than_the_room_is_kept_alone() -> None:
    recent = RecentPreviews(most_cells=250)
    recent.get("small", lambda: preview(10))
    large = recent.get("large", lambda: preview(1000))
    assert len(recent) == 1
    assert recent.get("large", lambda: preview(1)) is large


def test_what_cannot_be_read_is_not_kept() -> None:
    recent = RecentPreviews()

    def fail() -> Preview:
        raise ValueError

    for _time in range(2):
        try:
            recent.get("a", fail)
        except ValueError:
            continue
    assert len(recent) == 0
