"""From bytes to text: what is no text is named, what is not UTF-8 is told by its byte."""

from __future__ import annotations

import codecs
import re

from summariser.errors import ArticleError

__all__ = ["decode", "refuse_binary"]

# Longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
# What browsers take these names for (WHATWG Encoding Standard).
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "x-sjis": "cp932",
}
_LIKELY = ("cp1252", "cp1250", "cp1251", "cp932", "gb18030")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_FORMATS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "extract its text first, as with: pdftotext FILE - | summariser summarise -"),
    (b"PK\x03\x04", "a ZIP archive", "unpack it and name the article's own file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text first"),
    (b"{\\rtf", "a rich text (RTF) document", "save it as plain text first"),
    (b"\x1f\x8b", "gzip data", "unpack it first, as with: gunzip -c FILE | summariser summarise -"),
    (b"BZh", "bzip2 data", "unpack it first, as with: bzcat FILE | summariser summarise -"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", "unpack it first, as with: zstdcat FILE | summariser summarise -"),
    (b"\xfd7zXZ", "xz data", "unpack it first, as with: xzcat FILE | summariser summarise -"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and name the article's own file"),
    (b"\x89PNG", "a PNG image", "an article is text"),
    (b"\xff\xd8\xff", "a JPEG image", "an article is text"),
    (b"GIF8", "a GIF image", "an article is text"),
    (b"SQLite format 3\x00", "an SQLite database", "export the article's text first"),
    (b"PAR1", "a Parquet file", "export the article's text first"),
)
_INSIDE_ZIP = (
    (b"word/", "a Word document (docx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"ppt/", "a PowerPoint presentation (pptx)"),
    (b"opendocument.text", "an OpenDocument text (odt)"),
    (b"epub+zip", "an e-book (EPUB)"),
)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise ArticleError, naming the format where it is a known one, where `data` is no text."""
    for magic, what, advice in _FORMATS:
        if data.startswith(magic):
            inside = (
                next((inner for mark, inner in _INSIDE_ZIP if mark in data), None) if magic == b"PK\x03\x04" else None
            )
            raise ArticleError(
                f"{name} is {inside or what}, not text; {'save it as plain text first' if inside else advice}"
            )
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return
    sample = data[:65536]
    if b"\x00" in sample and (guess := _unmarked_utf16(sample)):
        raise ArticleError(
            f"{name} looks like {guess.upper()} without a byte order mark; pass --encoding {guess} if it is"
        )
    controls = len(_CONTROLS.findall(sample))
    if b"\x00" in data or controls > len(sample) // 20:
        raise ArticleError(f"{name} is binary, not text; pass text, HTML or a JSON object")


def decode(data: bytes, name: str, encoding: str | None = None, declared: str | None = None) -> str:
    """Return the text that `data` holds.

    `encoding` is what the caller says and decides. Otherwise: a byte order mark, UTF-8, what the transport `declared`,
    what the page itself declares. Raises ArticleError where none of them fits.
    """
    if encoding:
        return _decode_as(data, name, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, codec)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        in_page = _DECLARED.search(data[:_DECLARED_WITHIN])
        label = declared or (in_page[1].decode("ascii") if in_page else None)
        if label and _known(label) and _known(label) != "utf-8":
            return _decode_as(data, name, _MEANT.get(label.lower(), label))
        fitting = [codec for codec in _LIKELY if _fits(data, codec)]
        advice = (
            f"if it is another encoding, name it: --encoding {' or '.join(fitting[:3])}" if fitting else "mend the file"
        )
        raise ArticleError(
            f"{name} is not UTF-8: byte 0x{data[error.start]:02x} at position {error.start} ({error.reason}); {advice}"
        ) from error


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        place = (
            f": byte 0x{data[error.start]:02x} at position {error.start}"
            if isinstance(error, UnicodeDecodeError)
            else ""
        )
        raise ArticleError(f"{name} is not {encoding}{place}; give its true encoding with --encoding") from error
    except (LookupError, ValueError) as error:
        raise ArticleError(
            f"there is no encoding {encoding!r}; give one such as utf-8, cp1252, iso-8859-2 or utf-16"
        ) from error


def _known(label: str) -> str | None:
    try:
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return None


def _fits(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char.isspace() for char in text)


def _unmarked_utf16(sample: bytes) -> str | None:
    """Return the UTF-16 that text in a Latin script would look like this in, or None."""
    pairs = len(sample) // 2
    for codec, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if pairs and sample[offset::2].count(0) > pairs * 0.7 and sample[1 - offset :: 2].count(0) == 0:
            return codec
    return None
