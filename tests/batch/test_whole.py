"""A file that is written whole: it takes an older one's place, and that of nothing else."""

import os
import threading
from pathlib import Path

import pytest

from summariser.batch.export import whole
from summariser.errors import JobError


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    with whole(link) as passing:
        passing.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with whole(pipe) as passing:
        passing.write_text("rows")
    reader.join(10)
    assert read == ["rows"]
    assert pipe.is_fifo()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="it is a folder; name a file"), whole(tmp_path):
        pass
