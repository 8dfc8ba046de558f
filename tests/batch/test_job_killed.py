"""A process that is killed while it writes loses only what it had not handed over."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from store import IDENTITY, ROOT, new_job, query, sound

from summariser.batch.job import Job

TOTAL = 400
WORK = f"""
import sys
from pathlib import Path
from store import fill, new_job, river_record, texts
from summariser import TransportError
from summariser.batch.results import Done, Failed
with new_job(Path(sys.argv[1])) as job:
    fill(job, *texts({TOTAL}))
    print("ready", flush=True)
    while some := job.pending(3):
        job.store_many([
            Done(waiting.id, river_record()) if waiting.id % 5 else Failed(waiting.id, TransportError("reset"))
            for waiting in some
        ])
        print(*(waiting.id for waiting in some), flush=True)
"""


def run_and_kill(path: Path, after: float | None) -> list[int]:
    """Work on the job, for so many seconds at most; return the articles whose results were stored."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'batch'}"}
    process = subprocess.Popen([sys.executable, "-c", WORK, str(path)], env=environment, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    if after is not None:
        time.sleep(after)
        process.kill()
    told = process.communicate()[0].decode()
    whole = told[: told.rfind("\n") + 1]
    return [int(number) for number in whole.split()]


def test_killed_at_any_moment_nothing_that_was_stored_is_lost(tmp_path):
    path, chance = tmp_path / "talks.db", random.Random(5)
    stored: list[int] = []
    for after in [chance.uniform(0, 0.3) for _ in range(5)] + [None]:
        stored += run_and_kill(path, after)
        with Job.inspect(path) as job:
            settled = [number for (number,) in job.rows("SELECT id FROM articles WHERE state != 'pending' ORDER BY id")]
        assert set(stored) <= set(settled)
        # What was committed just before the kill may not have been told any more: one batch a kill.
        stored = settled
    assert settled == list(range(1, TOTAL + 1))
    assert query(path, "SELECT count(*) FROM records") == [(TOTAL - TOTAL // 5,)]
    assert query(path, "SELECT count(*) FROM attempts") == [(TOTAL,)]
    assert query(path, "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'talks'") == [(TOTAL,)]
    assert sound(path)


def test_killed_while_it_is_made(tmp_path):
    for number in range(4):
        path = tmp_path / f"{number}.db"
        environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'batch'}"}
        imports = "import sys; from pathlib import Path; from store import new_job"
        code = f"{imports}; print(1, flush=True); new_job(Path(sys.argv[1]))"
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], env=environment, stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(0.004 * number)
        process.kill()
        process.communicate()
        with new_job(path, identity=IDENTITY) as job:
            assert job.counts().total == 0
        assert sound(path)
