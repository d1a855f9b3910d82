"""The same work on many items, on all processors."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

# Starting processes and handing results over takes about as long as reading the citations of so many documents.
FEW = 200
PORTIONS = 16
"""How many portions each process takes in turn: some items are long, and none should wait for the last one."""


def one_by_one(work: Callable[[A], B], items: Sequence[A], few: int = 0) -> list[B]:
    """What `work` gives for each item, however `few` they are."""
    return [work(item) for item in items]


def spread(work: Callable[[A], B], items: Sequence[A], few: int | None = None) -> list[B]:
    """The same, on as many processors as this process may use, where the items are not too `few` (FEW) to be worth it.

    The items are not copied: the processes are forks of this one. So a program with several threads is left alone.
    """
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if workers < 2 or len(items) < (FEW if few is None else few) or threading.active_count() > 1:
        return one_by_one(work, items)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, context, initializer=_hold, initargs=(work, items)) as pool:
            return list(pool.map(_work, range(len(items)), chunksize=len(items) // (workers * PORTIONS) + 1))
    except (OSError, ImportError, BrokenProcessPool):
        # No semaphores, no memory, a process killed: what is left is this one.
        return one_by_one(work, items)


_held: list[Any] = []


def _hold(work: Callable[[A], B], items: Sequence[A]) -> None:
    _held[:] = work, items


def _work(index: int) -> Any:
    work, items = _held
    return work(items[index])
