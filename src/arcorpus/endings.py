"""How a run ends when it does not end well: what signals do, and one line for what no other part foresaw."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import FrameType

import click

from arcorpus.errors import CorpusError

SHOW_FAULTS = "CORPUS_TRACEBACK"
"""The variable of the environment with which a fault of the program shows where it happened."""

_PATIENCE = 2.0  # seconds after a signal in which no other is heard: the run takes its drafts away
_NO_ROOM = re.compile(
    r"failed to map segment|cannot allocate|unable to allocate|bad_alloc|failed to allocate"
    r"|start new thread|pthread_create|resource temporarily unavailable",
    re.IGNORECASE,
)


class Stopped(BaseException):
    """The run was told to stop; like KeyboardInterrupt nothing on its way holds it up.

    Attributes:
        status: the exit status, 128 and the number of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


def stop_on_signals() -> None:
    """Let Ctrl-C, SIGTERM and SIGHUP raise `Stopped`, unless whoever started the program had them ignored."""
    last = float("-inf")

    def stop(number: int, _frame: FrameType | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PATIENCE:
            last = now
            raise Stopped(number)

    for number in _signals():
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, stop)


def heed_no_signals() -> None:
    """Let a run that is ending end: the interpreter takes the handlers away before it is through."""
    for number in _signals():
        signal.signal(number, signal.SIG_IGN)


def _signals() -> list[int]:
    """The signals that stop a run, where the system has them."""
    return [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def tell(message: str) -> None:
    """One line on standard error, with nothing in it that a terminal would obey; nobody may be there to read it."""
    from arcorpus.writers.escaping import for_terminal

    show(f"corpus: {for_terminal(message)}")


def show(message: str) -> None:
    """A message as it is on standard error; where that is full or closed the run goes on all the same."""
    if sys.stderr is None:
        return
    try:
        click.echo(message, file=sys.stderr)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):  # what is left in it must not fail again at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def unforeseen(error: Exception) -> CorpusError:
    """What nobody foresaw, in words: too little memory, too few processes, or a fault of the program.

    >>> unforeseen(MemoryError()).message[:26]
    'there is too little memory'
    """
    if os.environ.get(SHOW_FAULTS):
        show("".join(traceback.format_exception(error)).rstrip())
    if lacks_room(error):
        return CorpusError(
            "there is too little memory, or too few processes are allowed: allow more (ulimit -v, ulimit -u, or what "
            "the job was given), or read less at a time with --limit"
        )
    return CorpusError(
        f"this is a fault of the program, not of what you gave it ({fault(error)}); please report it with the input "
        f"that shows it. {SHOW_FAULTS}=1 shows where it is"
    )


def lacks_room(error: BaseException | None) -> bool:
    """Whether a failure, or one behind it, comes from too little memory or too few processes.

    >>> lacks_room(ImportError("libx.so: failed to map segment from shared object")), lacks_room(ImportError("no"))
    (True, False)
    """
    while error is not None:
        if isinstance(error, MemoryError) or _NO_ROOM.search(str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def fault(error: BaseException) -> str:
    """A failure and where in the program it happened, in few words."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(Path(__file__).parent)]
    place = f" in {Path(own[-1].filename).name}, line {own[-1].lineno}" if own else ""
    reason = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{': ' if reason else ''}{reason}{place}"
