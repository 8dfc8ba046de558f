"""Sources that break off: the run says so, and the next one reads on where the bytes ended."""

import gzip
import io
import json
import tarfile
import threading
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import fsspec
import pytest
from runs import rows
from store import ROOT

from summariser.archives.reading import breaks_off, read_source, sources_of
from tests.cli.conftest import command  # noqa: F401 (fixture)

COUNT = 60
TEXT = (
    "The ferry crews' union and the island council met for round {} of their talks on Thursday. The union said that it "
    "would accept a rise of 3 per cent if the night crossing was kept. The council offered 2 per cent and called the "
    "demand too high. Both sides will meet again next week, and a mediator will be there."
)
RULES = ("--engine", "rules", "--copies", "off")
KEYS = "SELECT key, state, reason FROM articles ORDER BY id"


@pytest.fixture(autouse=True)
def own_place(monkeypatch, tmp_path):
    monkeypatch.setenv("SUMMARISER_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


class Breaking(BaseHTTPRequestHandler):
    """Serves one file whole, except where it is to break: then it hangs up in the middle of the file."""

    protocol_version = "HTTP/1.1"
    data = b""
    breaks = 0
    served = 0

    def do_HEAD(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.data)))
        self.send_header("Accept-Ranges", "none")
        self.send_header("ETag", '"one"')
        self.end_headers()

    def do_GET(self):
        self.do_HEAD()
        kind = type(self)
        kind.served += 1
        broken = kind.breaks > 0
        kind.breaks -= broken
        self.wfile.write(self.data[: len(self.data) // 2] if broken else self.data)
        self.close_connection = broken

    def log_message(self, *_):
        pass


@contextmanager
def serving(data, breaks=1):
    """Yield the address, without a suffix, of a file whose reading breaks off so many times."""
    handler = type("Bound", (Breaking,), {"data": data, "breaks": breaks})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/wire", handler
    finally:
        server.shutdown()
        server.server_close()


def lines():
    """Return an archive of JSON Lines, longer than what is read of it at once."""
    return "".join(json.dumps({"text": TEXT.format(n), "notes": "-" * 20_000}) + "\n" for n in range(COUNT)).encode()


def test_the_next_run_reads_on_where_a_source_broke_off(command, tmp_path):  # noqa: F811
    with serving(lines()) as (url, handler):
        args = ("batch", f"{url}.jsonl", "--job", tmp_path / "j.db", *RULES)
        first = command(*args)
        came = rows(tmp_path / "j.db", KEYS)
        assert first.code == 3
        assert "1 archive could not be read to the end: http://" in first.err
        assert "run the same command again to read on" in first.err
        assert 0 < len(came) - 1 < COUNT
        assert came[-1] == ("wire.jsonl", "skipped", "unreadable")
        assert rows(tmp_path / "j.db", "SELECT items, finished FROM sources") == [(len(came) - 1, 0)]

        second = command(*args)
        assert second.code == 0
        assert "could not be read" not in second.err
        assert f"{COUNT} done, 0 failed, 0 skipped, 0 copies, 0 pending of {COUNT}" in second.err
        assert rows(tmp_path / "j.db", KEYS) == [(f"#{n}", "done", None) for n in range(1, COUNT + 1)]
        assert rows(tmp_path / "j.db", "SELECT items, finished FROM sources") == [(COUNT, 1)]

        asked = handler.served
        assert command(*args).code == 0
        assert handler.served == asked, "a source that was read to its end is not opened again"


def test_a_source_that_breaks_off_again_has_one_row_that_says_so(command, tmp_path):  # noqa: F811
    with serving(lines(), breaks=2) as (url, _):
        args = ("batch", f"{url}.jsonl", "--job", tmp_path / "j.db", *RULES)
        for _ in range(2):
            done = command(*args)
            assert done.code == 3
            assert "1 skipped" in done.err
        assert rows(tmp_path / "j.db", "SELECT count(*) FROM articles WHERE state = 'skipped'") == [(1,)]
        assert f"{COUNT} done, 0 failed, 0 skipped" in command(*args).err


def test_a_source_that_could_not_be_opened_is_read_by_the_next_run(command, tmp_path):  # noqa: F811
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").symlink_to(tmp_path / "later.txt")
    args = ("batch", tmp_path / "news", "--job", tmp_path / "j.db", *RULES)
    assert command(*args).code == 3
    assert rows(tmp_path / "j.db", KEYS) == [("a.txt", "skipped", "unreadable")]
    (tmp_path / "later.txt").write_text((ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8"))
    assert command(*args).code == 0
    assert rows(tmp_path / "j.db", KEYS) == [("a.txt", "done", None)]


def zipped(data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number, line in enumerate(data.splitlines()):
            packed.writestr(f"{number}.json", line)
    return out.getvalue()


def tarred(data):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        for number, line in enumerate(data.splitlines()):
            header = tarfile.TarInfo(f"{number}.json")
            header.size = len(line)
            packed.addfile(header, io.BytesIO(line))
    return out.getvalue()


def parquet(data):
    pyarrow, written = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    table = pyarrow.Table.from_pylist([json.loads(line) for line in data.splitlines()])
    written.write_table(table, out, row_group_size=8, compression="none", use_dictionary=False)
    return out.getvalue()


def warc(data):
    records = []
    for number, line in enumerate(data.splitlines()):
        page = f"<html><body><article><p>{json.loads(line)['text']}</p></article></body></html><!--{'-' * 20_000}-->"
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
        head += f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2024-05-06T00:00:00Z\r\n"
        head += "Content-Type: application/http; msgtype=response\r\n"
        records.append(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")
    return b"".join(records)


class Store(fsspec.spec.AbstractFileSystem):
    """A store of one object, any part of which can be asked for; while `broken`, not those in the middle."""

    protocol = "breaking"
    cachable = False
    data = b""
    broken = False

    def info(self, path, **_):
        return {"name": self._strip_protocol(path), "type": "file", "size": len(self.data)}

    def _open(self, path, mode="rb", **_):
        return Opened(self, path, mode, 1 << 16)


class Opened(fsspec.spec.AbstractBufferedFile):
    def _fetch_range(self, start, end):
        size = len(self.fs.data)
        if self.fs.broken and start < size * 0.7 and end > size * 0.5:
            raise ConnectionResetError(f"the store hung up within {start:,} to {end:,}")
        return self.fs.data[start:end]


@pytest.fixture
def store():
    fsspec.register_implementation("breaking", Store, clobber=True)
    return Store


@pytest.mark.parametrize(
    ("suffix", "packed"),
    [
        ("json", bytes),
        ("jsonl.gz", lambda data: gzip.compress(data, 0)),
        ("parquet", parquet),
        ("tar", tarred),
        ("warc", warc),
        ("zip", zipped),
    ],
)
def test_what_came_before_the_break_counts_whatever_the_format(monkeypatch, store, suffix, packed):
    monkeypatch.setattr(store, "data", packed(lines()))
    monkeypatch.setattr(store, "broken", True)
    (source,) = sources_of([f"breaking://wire.{suffix}"])
    *came, last = read_source(source)
    assert breaks_off(last)
    assert "the store hung up" in last.skip.message
    monkeypatch.setattr(store, "broken", False)
    rest = list(read_source(source, start=len(came)))
    assert 0 < len(came) < COUNT
    assert len(came) + len(rest) == COUNT
    assert not any(item.skip for item in came + rest)
