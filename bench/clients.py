"""Many clients at once, in processes of their own, and what they took."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Thread
from time import perf_counter
from typing import Any

PROCESSES = 2

Marks = Callable[..., Iterator[None]]
"""Gets a tablet, a number of marks and more; makes ready and yields, then yields after each mark."""


@dataclass(frozen=True)
class Figures:
    """Marks a second, and how long one takes, in milliseconds."""

    per_second: float
    p50_ms: float
    p99_ms: float


def run(marks: Marks, tablets: Sequence[Any], count: int, *more: Any) -> Figures:
    """Have every tablet make a number of marks, all at the same time, and measure each mark."""
    context = multiprocessing.get_context("spawn")
    parts = [part for index in range(PROCESSES) if (part := tablets[index::PROCESSES])]
    start, results = context.Barrier(len(tablets)), context.Queue()
    processes = [
        context.Process(target=_process, args=(marks, part, count, more, start, results)) for part in parts
    ]
    for process in processes:
        process.start()
    moments = [moment for _ in parts for moment in results.get()]
    for process in processes:
        process.join()
    return _figures(moments, len(tablets) * count)


def _process(marks: Marks, tablets: Sequence[Any], count: int, more: Any, start: Any, results: Any) -> None:
    moments: list[tuple[float, float]] = []

    def client(tablet: Any) -> None:
        made = marks(tablet, count, *more)
        next(made)
        start.wait()
        before = perf_counter()
        for _ in made:
            after = perf_counter()
            moments.append((before, after))
            before = after

    threads = [Thread(target=client, args=(tablet,)) for tablet in tablets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.put(moments)


def _figures(moments: Sequence[tuple[float, float]], expected: int) -> Figures:
    if len(moments) != expected:
        raise RuntimeError(f"{expected - len(moments)} of {expected} marks were not made; see above.")
    took = sorted(1000 * (after - before) for before, after in moments)
    whole = max(after for _, after in moments) - min(before for before, _ in moments)
    return Figures(
        round(len(took) / whole, 1),
        round(took[len(took) // 2], 2),
        round(took[min(len(took) - 1, len(took) * 99 // 100)], 2),
    )
