"""Writers that come together are run together, in order, in the threads that brought them."""

from collections import deque
from collections.abc import Callable, Sequence
from threading import Event, Semaphore, Thread, current_thread
from typing import Any

import pytest

from wiring_qa.journal.batch import Queue

LONG = 20
"""Seconds after which a test gives up."""


class Watched(deque[Any]):
    """Says when someone joins."""

    def __init__(self) -> None:
        super().__init__()
        self.joined = Semaphore(0)

    def append(self, item: Any) -> None:
        super().append(item)
        self.joined.release()


class Writers:
    """Brings tasks to a queue, each in a thread of its own; the first is held until the others wait."""

    def __init__(self, run: Callable[[Any], Any] = lambda task: f"done {task}", most: int = 32) -> None:
        self.batches: list[list[Any]] = []
        self.leaders: list[str] = []
        self.results: dict[Any, Any] = {}
        self._go, self._begun = Event(), Event()
        self._one = run
        self.queue: Queue[Any, Any] = Queue(self._run, most)
        self._waiting = self.queue._waiting = Watched()
        self._threads: list[Thread] = []

    def _run(self, tasks: Sequence[Any]) -> list[Any]:
        self.batches.append(list(tasks))
        self.leaders.append(current_thread().name)
        self._begun.set()
        assert self._go.wait(LONG)
        return [self._one(task) for task in tasks]

    def _bring(self, task: Any) -> None:
        try:
            self.results[task] = self.queue.put(task)
        except (RuntimeError, ValueError) as error:
            self.results[task] = error

    def bring(self, *tasks: Any) -> None:
        for task in tasks:
            self._threads.append(Thread(target=self._bring, args=(task,), name=str(task), daemon=True))
            self._threads[-1].start()
            assert self._waiting.joined.acquire(timeout=LONG)
            assert self._begun.wait(LONG)

    def finish(self) -> None:
        self._go.set()
        for thread in self._threads:
            thread.join(LONG)
            assert not thread.is_alive()


def test_a_writer_alone_is_run_at_once() -> None:
    writers = Writers()
    writers.bring(1)
    writers.finish()
    assert writers.results == {1: "done 1"}


def test_those_who_wait_are_run_together_in_the_order_they_came() -> None:
    writers = Writers()
    writers.bring(1, 2, 3, 4)
    writers.finish()
    assert writers.batches == [[1], [2, 3, 4]]
    assert writers.results == {task: f"done {task}" for task in (1, 2, 3, 4)}


def test_no_more_than_the_most_are_run_together_and_the_next_who_waits_leads() -> None:
    writers = Writers(most=2)
    writers.bring(1, 2, 3, 4, 5, 6)
    writers.finish()
    assert writers.batches == [[1], [2, 3], [4, 5], [6]]
    assert writers.leaders == ["1", "2", "4", "6"]


def _not_three(task: int) -> Any:
    return ValueError("three") if task == 3 else f"done {task}"


def test_a_task_that_fails_does_not_spoil_the_others() -> None:
    writers = Writers(_not_three)
    writers.bring(1, 2, 3, 4)
    writers.finish()
    assert isinstance(writers.results.pop(3), ValueError)
    assert writers.results == {task: f"done {task}" for task in (1, 2, 4)}


def _break_down(task: int) -> str:
    if task == 1:
        raise RuntimeError("the disk is full")
    return f"done {task}"


def test_when_a_whole_batch_breaks_down_the_next_one_is_run() -> None:
    writers = Writers(_break_down)
    writers.bring(1, 2, 3)
    writers.finish()
    assert isinstance(writers.results.pop(1), RuntimeError)
    assert writers.results == {2: "done 2", 3: "done 3"}


def test_the_queue_is_ready_again_after_a_failure() -> None:
    queue: Queue[int, str] = Queue(lambda tasks: [_break_down(task) for task in tasks], 32)
    with pytest.raises(RuntimeError, match="the disk is full"):
        queue.put(1)
    assert queue.put(2) == "done 2"


def test_one_writer_brings_many_and_hears_of_each_in_order() -> None:
    batches: list[list[int]] = []

    def run(tasks: Sequence[int]) -> list[Any]:
        batches.append(list(tasks))
        return [_not_three(task) for task in tasks]

    queue: Queue[int, str] = Queue(run, 4)
    results = queue.put_all([1, 2, 3, 4, 5, 6])
    assert batches == [[1, 2, 3, 4], [5, 6]]
    assert [str(each) for each in results] == ["done 1", "done 2", "three", "done 4", "done 5", "done 6"]
    assert queue.put_all([]) == []
