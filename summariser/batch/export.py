"""A job's contents for other programs: records as JSON Lines, all tables as CSV or Parquet."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any, Literal

from summariser.articles.sentences import split_sentences
from summariser.batch.core import INTERNAL, is_search
from summariser.batch.job import Job
from summariser.batch.tables import quoted
from summariser.errors import JobError
from summariser.models.record import Usage

__all__ = ["Form", "export", "record_lines", "table_names", "whole", "write_csv"]

Form = Literal["jsonl", "csv", "parquet"]

_RECORDS = """
SELECT records.json, sources.name, articles.key, articles.same_as, original_sources.name, original.key,
    articles.digest, original.digest, articles.title, articles.date, articles.source, articles.url,
    articles.language, CASE WHEN articles.same_as THEN articles.text END
FROM articles
JOIN records ON records.article_id = ifnull(articles.same_as, articles.id)
JOIN articles AS original ON original.id = records.article_id
JOIN sources ON sources.id = articles.source_id
JOIN sources AS original_sources ON original_sources.id = original.source_id
ORDER BY articles.id
"""
_FREE = Usage(input_tokens=0, output_tokens=0, cost=0.0).model_dump(mode="json")
_ROWS_AT_ONCE = 10_000
_ORIGIN, _ORIGIN_OF_JOB = "origin", "job_origin"
"""The key that a line has beside the record's own, and what it is called where the task has such a field itself."""


def export(job: Job, form: Form, out: Path, table: str | None = None) -> None:
    """Write a job's contents to `out`: one file of records, or a folder with a file for each table.

    With `table` it is that table alone, in the file `out`. Each file appears whole, in place of an older one, or not at
    all. Raises JobError where it cannot be written, and where there is no such table.
    """
    with job.snapshot():
        if form == "jsonl":
            with whole(out) as passing, passing.open("w", encoding="utf-8", newline="") as file:
                file.writelines(record_lines(job))
            return
        write = _write_csv_file if form == "csv" else _parquet_writer()
        if table is not None:
            _check_table(job, table)
            with whole(out) as passing:
                write(job, table, passing)
            return
        _make_folder(out)
        for name in table_names(job):
            with whole(out / f"{name}.{form}") as passing:
                write(job, name, passing)


def record_lines(job: Job) -> Iterator[str]:
    """Yield each record as a line of JSON, in the order of the articles.

    First stands `origin`, by which the article is found again: its source and key, and those of the article that it is
    a copy of. A copy has the record of that one under its own head; it cost nothing.
    """
    name = json.dumps(_origin_key(job))
    for text, source, key, same_as, original_source, original_key, *about in job.rows(_RECORDS):
        original = None if same_as is None else {"source": original_source, "key": original_key}
        origin = _as_json({"source": source, "key": key, "copy_of": original})
        record = text if same_as is None else _of_copy(text, *about)
        yield f"{{{name}:{origin},{record[1:]}\n"


def table_names(job: Job) -> list[str]:
    """Return the names of a job's tables: those that all jobs have, and those of its task."""
    found = job.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [name for (name,) in found if name not in INTERNAL and not is_search(name)]


def write_csv(job: Job, table: str, file: IO[str]) -> None:
    """Write a table as CSV with a line of names first; null is an empty cell, lines end in a line feed."""
    _check_table(job, table)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_columns(job, table))
    writer.writerows(job.rows(f"SELECT * FROM {quoted(table)}"))  # noqa: S608 (a name that was found in the file)


def _origin_key(job: Job) -> str:
    taken = any(there for (there,) in job.rows("SELECT json_type(json, '$.origin') NOT NULL FROM records LIMIT 1"))
    return _ORIGIN_OF_JOB if taken else _ORIGIN


def _of_copy(text: str, digest: str, original: str, *about: Any) -> str:
    record = json.loads(text)
    *known, own_text = about
    head = dict(zip(("title", "date", "source", "url", "language"), known, strict=True))
    sentences = record["article"]["sentences"]
    if digest != original:
        sentences = len(split_sentences(own_text))
        record["provenance"]["warnings"].append(
            f"a copy of article {original}, which was read in its place; the evidence counts that article's text"
        )
    record["article"] = {"id": digest, **head, "characters": len(own_text), "sentences": sentences}
    record["provenance"]["usage"] = _FREE
    return _as_json(record)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _columns(job: Job, table: str) -> dict[str, str]:
    """Return the columns of a table with the types that they are declared with."""
    return dict(job.rows("SELECT name, type FROM pragma_table_info(?)", (table,)))


def _check_table(job: Job, table: str) -> None:
    names = table_names(job)
    if table not in names:
        raise JobError(f"job {str(job.path)!r} has no table {table!r}; it has {', '.join(names)}")


def _write_csv_file(job: Job, table: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        write_csv(job, table, file)


def _parquet_writer() -> Callable[[Job, str, Path], None]:
    """Return what writes a table as Parquet. Raises JobError where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: PLC0415 (optional, and slow to load)
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise JobError("Parquet needs pyarrow; install it with `pip install 'summariser[archives]'`") from error
    types = {"INTEGER": pyarrow.int64(), "BOOLEAN": pyarrow.bool_(), "REAL": pyarrow.float64()}

    def write(job: Job, table: str, path: Path) -> None:
        columns = _columns(job, table)
        schema = pyarrow.schema([(name, types.get(kind, pyarrow.string())) for name, kind in columns.items()])
        rows = job.rows(f"SELECT * FROM {quoted(table)}")  # noqa: S608 (a name that was found in the file)
        with parquet.ParquetWriter(path, schema, compression="zstd") as file:
            while some := list(islice(rows, _ROWS_AT_ONCE)):
                cells = zip(*some, strict=True)
                arrays = [_array(pyarrow, values, field) for values, field in zip(cells, schema, strict=True)]
                file.write_batch(pyarrow.record_batch(arrays, schema=schema))

    return write


def _array(pyarrow: Any, values: tuple[Any, ...], field: Any) -> Any:
    if field.type == pyarrow.bool_():
        values = tuple(None if value is None else bool(value) for value in values)
    elif field.type == pyarrow.string():
        # A column without a declared type holds what there is.
        values = tuple(None if value is None else str(value) for value in values)
    try:
        return pyarrow.array(values, field.type)
    except pyarrow.ArrowInvalid as error:
        raise JobError(
            f"column {field.name!r} does not fit Parquet's {field.type}: {error}; export it as csv"
        ) from error


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise JobError(f"cannot make the folder {str(path)!r}: {error.strerror}; name one that can be made") from error


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield a file beside `path` that takes its place at the end, unless something fails.

    What a link leads to is replaced, and not the link; a device or a pipe is written to as it is.
    """
    path = path.resolve()
    if path.is_dir():
        raise JobError(f"cannot write {str(path)!r}: it is a folder; name a file")
    replaces = path.is_file() or not path.exists()
    passing = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp") if replaces else path
    try:
        yield passing
        if replaces:
            os.replace(passing, path)
    except OSError as error:
        raise JobError(f"cannot write {str(path)!r}: {error.strerror or error}") from error
    finally:
        if replaces:
            passing.unlink(missing_ok=True)
