"""`start`: what comes from the middle is what comes from the beginning, less what came before."""

import gzip
import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_archives import WARC, items_in, json_lines, page, tarred, text, zipped

from summariser.archives.items import Fields
from summariser.archives.json_rows import json_value_parts
from summariser.archives.rows import RowReader

MEMBERS = [
    ("a.txt", text().encode()),
    ("../up.txt", b"x"),
    ("rows.jsonl.gz", gzip.compress(json_lines(2))),
    ("broken.gz", gzip.compress(json_lines(9))[:-20]),
    ("page.html", page().encode()),
    ("short.txt", b"Short."),
]
FILES = {
    "t.jsonl": json_lines(3) + b"broken\n" + json_lines(2),
    "t.json": json.dumps([{"text": text(n)} for n in range(5)]).encode(),
    "t.csv": f'id,text\n1,"{text()}"\n2\n3,"{text()}"\n'.encode(),
    "t.tar.gz": gzip.compress(tarred(MEMBERS)),
    "t.cut.tar": tarred(MEMBERS)[:3000],
    "t.zip": zipped(MEMBERS),
    "t.warc": b"".join(WARC),
    "t.txt": text().encode(),
    "t.png": b"\x89PNG....",
}


@pytest.mark.parametrize("name", FILES)
def test_a_start_in_the_middle(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    whole = items_in(tmp_path / name)
    assert len({item.key for item in whole}) == len(whole)
    for start in range(len(whole) + 2):
        assert items_in(tmp_path / name, start=start) == whole[start:]


def test_lines_before_the_start_are_not_parsed(tmp_path, monkeypatch):
    path = tmp_path / "t.jsonl"
    path.write_bytes(json_lines(50))
    seen = []
    parse = json.loads
    monkeypatch.setattr(json, "loads", lambda text: seen.append(text) or parse(text))
    assert len(items_in(path, start=48)) == len(seen) == 2


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.dictionaries(st.text(max_size=4), VALUES, max_size=4), max_size=6),
    indent=st.sampled_from([None, 1]),
    piece=st.integers(1, 40),
    array=st.booleans(),
    plain=st.booleans(),
)
def test_json_values_are_found_wherever_they_are_cut(rows, indent, piece, array, plain):
    parts = [json.dumps(row, indent=indent, ensure_ascii=plain) for row in rows]
    data = ("[" + ", ".join(parts) + "]" if array else "\n".join(parts)).encode("utf-8", "surrogatepass")

    class Pieces:
        at = 0

        def read(self, size):
            self.at += piece
            return data[self.at - piece : self.at]

    items = [part() for part in json_value_parts(Pieces(), "", RowReader(Fields(text="text")))]
    assert len(items) == len(rows)
    assert not any(item.skip and item.skip.kind == "malformed" and "no JSON" in item.skip.message for item in items)


@pytest.mark.filterwarnings("ignore:tzname")  # what a library says of a page whose date is damaged
@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(sorted(FILES)), at=st.integers(0, 3000), new=st.binary(max_size=12), gone=st.integers(0, 40)
)
def test_archives_with_any_damage_are_read_to_their_end(tmp_path_factory, name, at, new, gone):
    data = FILES[name]
    at %= len(data)
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(data[:at] + new + data[at + gone :])
    items = items_in(path)
    assert len({item.key for item in items}) == len(items)
    path.unlink()


MEASURE = """
import resource, sys
from summariser.archives.reading import read_source, sources_of
(source,) = sources_of([sys.argv[1]])
count = sum(1 for item in read_source(source) if item.article)
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="getrusage is for Unix")
def test_memory_does_not_grow_with_the_archive(tmp_path):
    taken = []
    for copies in (20, 4000):
        path = tmp_path / f"{copies}.jsonl"
        path.write_bytes(json_lines(10) * copies)
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, path],
            capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": os.getcwd()},
        )  # fmt: skip
        count, memory = map(int, done.stdout.split())
        assert count == 10 * copies
        taken.append(memory)
    assert taken[1] < taken[0] * 1.1
