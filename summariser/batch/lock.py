"""One run at a time writes to a job: a lock file beside it, which goes with the process that holds it.

The lock is flock, which POSIX systems have and Windows has not. There a job is refused in plain words: a file that is
open cannot be taken away there, and asking whether a process is there (`os.kill(n, 0)`) sends it Ctrl-C. A lock of
another kind that nobody has tried would be worse than none; WSL has the one that is tried.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from summariser.errors import JobError

if sys.platform != "win32":
    import fcntl

__all__ = ["Lock", "running"]


class Lock:
    """Holds a job until `release`, or until the process ends, however it ends.

    Not the job's file itself: closing a second handle of it would drop the locks that SQLite holds. Raises JobError
    where another run holds it, and says which; and on Windows.
    """

    def __init__(self, job: Path) -> None:
        if sys.platform == "win32":
            raise JobError(
                f"cannot work on the job {str(job)!r} on Windows, which lacks the lock that keeps two runs apart; "
                "run the command in WSL (Windows Subsystem for Linux)"
            )
        self.path = _path(job)
        try:
            self._file = self._taken(job)
        except BlockingIOError:
            number = running(job)
            holder = f" (process {number})" if number else ""
            raise JobError(
                f"another run works on {str(job)!r}{holder}; wait for it, stop it, or name another job file"
            ) from None
        except OSError as error:
            raise JobError(
                f"cannot write {str(self.path)!r} ({error.strerror}), which tells others that a run works on the job; "
                "make the folder writable, or put the job into one that is"
            ) from error

    def release(self) -> None:
        """Give the job back."""
        # Taken away while it is held: who opened the old file meanwhile finds that it is no longer the one.
        self.path.unlink(missing_ok=True)
        os.close(self._file)

    def _taken(self, job: Path) -> int:
        while True:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if self._still_there(file):
                    os.ftruncate(file, 0)
                    os.write(file, str(os.getpid()).encode())
                    return file
            except BaseException:
                os.close(file)
                raise
            os.close(file)

    def _still_there(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), os.stat(self.path))
        except FileNotFoundError:
            return False


def running(job: Path) -> int | None:
    """Return the number of the process that works on a job, None where none does on this machine."""
    if sys.platform == "win32":
        return None
    try:
        number = int(_path(job).read_text(encoding="ascii", errors="replace"))
        os.kill(number, 0)
    except PermissionError:
        return number
    except (OSError, ValueError):
        return None
    return number


def _path(job: Path) -> Path:
    return job.with_name(f"{job.name}.lock")
