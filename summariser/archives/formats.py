"""Which format a file has, told by its first bytes and then by its suffix, and who reads it."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summariser.archives.documents import document_item
from summariser.archives.items import Item, Parts, Refused
from summariser.archives.json_rows import json_line_parts, json_value_parts
from summariser.archives.judging import skipped
from summariser.archives.members import Member, tar_members, zip_members
from summariser.archives.parquet import parquet_parts
from summariser.archives.rows import RowReader
from summariser.archives.streams import recoded
from summariser.archives.tables import csv_parts
from summariser.archives.unpacking import packing_of, unpacked
from summariser.archives.warc import warc_parts
from summariser.articles.rows import is_json

__all__ = ["Reader"]

_HEAD = 4096
_DOCUMENTS = {".txt", ".text", ".md", ".html", ".htm", ".xhtml"}
_LINES = {".jsonl", ".ndjson", ".jl", ".jsonlines"}
_TABLES = {".csv": False, ".tsv": True, ".tab": True}
_PACKED = {".gz", ".bz2", ".xz", ".zst"}
_PACKED_TARS = {".tgz", ".tbz2", ".txz", ".tzst"}
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TAR_MARK = slice(257, 262)


@dataclass(frozen=True, slots=True)
class Reader:
    """Finds the reader for each file. `depth` counts the archives and packings that it stands in."""

    rows: RowReader
    encoding: str | None = None
    packings: int = 0
    inside: bool = False

    def parts(self, stream: io.BufferedReader, name: str, key: str, prefix: str) -> Parts:
        """Yield the parts of the file in `stream`. `key` is for the file itself, `prefix` goes before those in it.

        Raises Refused where the file, or the rest of it, can't be read.
        """
        head = stream.peek(_HEAD)[:_HEAD]
        suffix = os.path.splitext(name)[1].lower()
        if not head:
            raise Refused("empty", f"{name} is empty")
        if packing := packing_of(head):
            return self._unpacked(stream, packing, name, key, prefix)
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            self._refuse_nested(name, "a zip archive")
            return self._members(zip_members(stream, name, prefix))
        if head[_TAR_MARK] == b"ustar" or suffix == ".tar":
            self._refuse_nested(name, "a tar archive")
            return self._members(tar_members(stream, name, prefix))
        if head.startswith(b"PAR1"):
            if not stream.seekable() or self.inside:
                raise Refused("unreadable", f"{name} is a Parquet file within an archive; unpack it first")
            return parquet_parts(stream, name, prefix, self.rows)
        if head.startswith(b"WARC/"):
            return warc_parts(stream, name, prefix, self.rows.least_words)
        return self._texts(stream, name, key, prefix)

    def _texts(self, stream: io.BufferedReader, name: str, key: str, prefix: str) -> Parts:
        suffix = os.path.splitext(name)[1].lower()
        if suffix in _LINES:
            return json_line_parts(self._utf8(stream, name), prefix, self.rows)
        if suffix in _TABLES:
            return csv_parts(self._utf8(stream, name), name, prefix, self.rows, tabs=_TABLES[suffix])
        head = stream.peek(_HEAD)[:_HEAD]
        if suffix == ".json" or (suffix not in _DOCUMENTS and is_json(head.decode("utf-8-sig", "replace"))):
            return json_value_parts(self._utf8(stream, name), prefix, self.rows)
        return iter((lambda: document_item(stream, name, key, self.rows, self.encoding),))

    def _utf8(self, stream: io.BufferedReader, name: str) -> io.BufferedReader:
        head = stream.peek(4)
        encoding = self.encoding or next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
        return recoded(stream, encoding, name) if encoding else stream

    def _unpacked(self, stream: io.BufferedReader, packing: str, name: str, key: str, prefix: str) -> Parts:
        if self.packings:
            raise Refused("unsafe", f"{name} is packed more than once; unpack it first")
        stem, suffix = os.path.splitext(name)
        inner = stem if suffix.lower() in _PACKED else f"{stem}.tar" if suffix.lower() in _PACKED_TARS else name
        return replace(self, packings=1).parts(unpacked(stream, packing, name), inner, key, prefix)

    def _members(self, members: Iterator[Member]) -> Parts:
        reader = replace(self, inside=True, packings=0)
        for member in members:
            suffix = os.path.splitext(member.name)[1].lower()
            if suffix in _DOCUMENTS:
                yield lambda member=member: reader.document(member)  # type: ignore[misc]
            else:
                yield from reader.member(member)

    def member(self, member: Member) -> Parts:
        """Yield the parts of a member of an archive; what can't be read of it costs no other member."""
        try:
            with member.open() as stream:
                yield from self.parts(stream, member.name, member.key, f"{member.key}/")
        except Refused as error:
            refused = error
        else:
            return
        yield lambda: skipped(member.key, refused)

    def document(self, member: Member) -> Item:
        """Return the item that a member makes that is a text or a page by its name."""
        try:
            with member.open() as stream:
                return document_item(stream, member.name, member.key, self.rows, self.encoding)
        except Refused as error:
            return skipped(member.key, error)

    def _refuse_nested(self, name: str, what: str) -> None:
        if self.inside:
            raise Refused("unsafe", f"{name} is {what} within an archive; unpack it first")
