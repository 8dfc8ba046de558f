"""Articles of our own invention, and what holds them: for the tests of archives."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

from summariser.archives.items import Fields
from summariser.archives.reading import read_source, sources_of


def text(number=1):
    """Return an article of 60 words, another for each number."""
    return (
        f"The dockers' union of Veldmark met the port company for talks number {number} on Thursday. "
        "Union leader Ilse Köhler said that her members would accept a rise of 4 per cent if night shifts were cut. "
        "The company called the demand too high and offered 2 per cent. A mediator will put forward a proposal of "
        "her own next week, both sides said after the meeting in Harholm."
    )


def page(number=1):
    """Return a web page with that article."""
    return (
        f'<!doctype html><html lang="en"><head><title>Harbour talks {number}</title>'
        '<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Harbour talks {number}</h1>"
        f"<p>{text(number)}</p></article></body></html>"
    )


def json_lines(count=3):
    rows = [{"id": f"a{n}", "title": f"Talks {n}", "date": "2021-03-04", "text": text(n)} for n in range(1, count + 1)]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members, mode="w"):
    """Return a tar archive; a member is a name with data, or a TarInfo that has none."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            name, data = member
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return out.getvalue()


def warc_record(kind, url, block):
    """Return a WARC record of HTTP."""
    headers = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    headers += "WARC-Date: 2024-05-06T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{headers}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body, status="200 OK", kind="text/html; charset=utf-8", more=""):
    """Return what a server answers."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


WARC = [
    warc_record("warcinfo", "", b"software: ours\r\n"),
    warc_record("request", "https://a.example/1", b"GET / HTTP/1.1\r\n\r\n"),
    warc_record("response", "https://a.example/1", response(page(1).encode())),
    warc_record(
        "response", "https://a.example/2", response(gzip.compress(page(2).encode()), more="Content-Encoding: gzip\r\n")
    ),
    warc_record("response", "https://a.example/3", response(b"gone", status="404 Not Found")),
    warc_record("response", "https://a.example/4", response(b"%PDF-1.4", kind="application/pdf")),
    warc_record(
        "response", "https://a.example/5", response(page(5).encode("cp1252"), kind="text/html; charset=iso-8859-1")
    ),
]


def items_in(path, fields=None, **options):
    """Return all items below `path`."""
    return [item for source in sources_of([str(path)]) for item in read_source(source, fields or Fields(), **options)]


def read(tmp_path, name, data, fields=None, **options):
    """Return the items of a file called `name` that holds `data`."""
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return items_in(path, fields, **options)


def told(items):
    """Return what each item is: its key with "article" or the kind of its skip."""
    return [(item.key, item.skip.kind if item.skip else "article") for item in items]
