"""Writers that come together are committed together.

A request that writes joins a queue. Whoever finds no one at work leads: it applies all that wait and commits
once. So nobody waits by sleeping, order is kept, and the disk is asked once for many marks.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class _Slot(Generic[T, R]):
    """One writer's place in the queue."""

    def __init__(self, task: T) -> None:
        self.task = task
        self.woken = threading.Event()
        self.result: R | BaseException | None = None


class Queue(Generic[T, R]):
    """Runs tasks in batches, one batch at a time, in the threads that brought them.

    ``run`` gets the waiting tasks in order and returns a result or an exception for each.
    """

    def __init__(self, run: Callable[[Sequence[T]], Sequence[R | BaseException]], most: int) -> None:
        self._run = run
        self._most = most
        self._waiting: deque[_Slot[T, R]] = deque()
        self._mutex = threading.Lock()
        self._busy = False

    def put(self, task: T) -> R:
        """Run a task with whatever else waits; return its result or raise its exception."""
        (result,) = self.put_all([task])
        if isinstance(result, BaseException):
            raise result
        return result

    def put_all(self, tasks: Sequence[T]) -> list[R | BaseException]:
        """Run one writer's tasks in their order, with whatever else waits; return what became of each."""
        slots: list[_Slot[T, R]] = [_Slot(task) for task in tasks]
        if not slots:
            return []
        with self._mutex:
            for slot in slots:
                self._waiting.append(slot)
            leads = not self._busy
            self._busy = True
        return [self._result(slot, leads=leads and slot is slots[0]) for slot in slots]

    def _result(self, slot: _Slot[T, R], *, leads: bool) -> R | BaseException:
        if not leads:
            slot.woken.wait()
        if slot.result is None:
            self._lead()
        assert slot.result is not None  # noqa: S101  the leader answered every slot it took
        return slot.result

    def _lead(self) -> None:
        with self._mutex:
            taken = [self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))]
        try:
            results = self._run([slot.task for slot in taken])
        except BaseException as error:  # noqa: BLE001  each waiting thread raises it as its own
            results = [error] * len(taken)
        with self._mutex:
            if self._waiting:
                self._waiting[0].woken.set()
            else:
                self._busy = False
        for slot, result in zip(taken, results, strict=True):
            slot.result = result
            slot.woken.set()
