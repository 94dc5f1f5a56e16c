"""The same work on many files in several processes, one of which may die.

Workers are replaced after ``FILES_A_WORKER`` files, so that what their libraries hold on to does
not grow.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Any

FILES_A_WORKER = 200
IN_FLIGHT = 2
"""Files handed to each worker ahead of time."""

Line = dict[str, Any]
Ask = Callable[[Path], Line]


def answered(files: Iterable[Path], ask: Ask, jobs: int) -> Iterator[tuple[Path, Line]]:
    """Each of *files* with what *ask* gives for it, as they come, from *jobs* processes.

    Where a process dies, those at hand are done again one by one, each in a process of its own, so
    that only the one to blame is lost.
    """
    waiting = iter(files)
    suspects: list[Path] = []
    while True:
        yield from _together(waiting, ask, jobs, suspects)
        if not suspects:
            return
        for file in sorted(suspects):
            yield file, _alone(ask, file)
        suspects.clear()


def _together(
    waiting: Iterator[Path], ask: Ask, jobs: int, suspects: list[Path]
) -> Iterator[tuple[Path, Line]]:
    """The same, until a process dies: then the files at hand are put into *suspects*."""
    running: dict[Future[Line], Path] = {}
    with _pool(jobs) as pool:
        while not suspects:
            batch = list(islice(waiting, IN_FLIGHT * jobs - len(running)))
            try:
                running |= {pool.submit(ask, file): file for file in batch}
            except BrokenProcessPool:
                suspects += batch
                break
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                file = running.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    suspects.append(file)
                else:
                    yield file, future.result()
    suspects += running.values()


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A fresh interpreter for each worker: threads of a library do not survive a fork.
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=fresh, max_tasks_per_child=FILES_A_WORKER)


def _alone(ask: Ask, file: Path) -> Line:
    with _pool(1) as pool:
        try:
            return pool.submit(ask, file).result()
        except BrokenProcessPool:
            return {"error": "the process that read it died"}
