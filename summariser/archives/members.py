"""Members of zip and tar archives, read one at a time where they stand; nothing is written to disk."""

from __future__ import annotations

import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from summariser.archives.items import Refused, printable
from summariser.archives.rows import key_of
from summariser.archives.streams import guarded

__all__ = ["Member", "tar_members", "zip_members"]

_MOST_HEADER = 1 << 20
# What tarfile holds in memory: long names and attributes.
_HELD_TYPES = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_WINDOWS_DRIVE = re.compile(r"[A-Za-z]:")
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_OFFICE = ("[Content_Types].xml", "mimetype")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; `open` raises Refused where it is none that may be read. To be opened before the next."""

    name: str
    key: str
    open: Callable[[], io.BufferedReader]


def zip_members(stream: BinaryIO, name: str, prefix: str) -> Iterator[Member]:
    """Yield the files of a zip archive, in the order of its directory. Raises Refused where that can't be read."""
    try:
        archive = zipfile.ZipFile(stream)
    except _ZIP_FAULTS as error:
        raise Refused("malformed", f"{name} is no sound zip archive: {error}") from error
    infos = archive.infolist()
    if infos and any(info.filename in _OFFICE for info in infos[:1]):
        raise Refused("binary", f"{name} is an Office document or an e-book, not text; save it as plain text first")
    for number, info in enumerate(infos, start=1):
        if not info.is_dir():
            shown = printable(info.filename)
            key = prefix + key_of(info.filename, number)
            yield Member(shown, key, lambda info=info, shown=shown: _open_zipped(archive, info, shown))  # type: ignore[misc]


def _open_zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> io.BufferedReader:
    _refuse_path(info.filename, shown)
    if info.flag_bits & 0x1:
        raise Refused("unreadable", f"{shown} is encrypted; unpack the archive with its password")
    try:
        member = cast("BinaryIO", archive.open(info))
    except _ZIP_FAULTS as error:
        raise Refused("malformed", f"{shown} can't be unpacked: {error}") from error
    return guarded(member, _ZIP_FAULTS, shown, packed=info.compress_size)


def tar_members(stream: BinaryIO, name: str, prefix: str) -> Iterator[Member]:
    """Yield the files of a tar archive as they come. Raises Refused where the rest of it can't be read."""
    try:
        archive = tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header)  # noqa: SIM115 (the stream is its owner's)
        number = 0
        while (header := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # which tarfile would keep, all of them
            number += 1
            if not header.isdir():
                shown = printable(header.name)
                key = prefix + key_of(header.name, number)
                yield Member(shown, key, lambda header=header, shown=shown: _open_tarred(archive, header, shown))  # type: ignore[misc]
    except (tarfile.TarError, OSError, EOFError, ValueError) as error:
        raise Refused("malformed", f"{name} is no sound tar archive from here on: {error}") from error


def _open_tarred(archive: tarfile.TarFile, header: tarfile.TarInfo, shown: str) -> io.BufferedReader:
    _refuse_path(header.name, shown)
    if header.issym() or header.islnk():
        raise Refused("unsafe", f"{shown} is a link, to {printable(header.linkname)}; links are not followed")
    if not header.isreg() or header.issparse():
        raise Refused("unsafe", f"{shown} is no plain file (a device, a pipe or a file with holes)")
    member = archive.extractfile(header)
    if member is None:
        raise Refused("unreadable", f"{shown} can't be read")
    return guarded(cast("BinaryIO", member), (tarfile.TarError, OSError, EOFError), shown)


class _Header(tarfile.TarInfo):
    """A header that says so where it is broken: tarfile takes that for the end. Bounds what headers bring along."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not any(buf) and len(buf) == tarfile.BLOCKSIZE:
                raise
            what = "it ends without its end mark, so it was cut off" if len(buf) < tarfile.BLOCKSIZE else str(error)
            raise Refused("malformed", f"the tar archive is broken from here on: {what}") from error
        if header.type in _HELD_TYPES and header.size > _MOST_HEADER:
            raise Refused("unsafe", f"the tar archive has a header of {header.size:,} bytes; no more of it is read")
        return header


def _refuse_path(name: str, shown: str) -> None:
    """Raise Refused where the path leads out of the archive. Nothing is unpacked, but such an archive means harm."""
    parts = re.split(r"[/\\]", name)
    if name.startswith(("/", "\\")) or _WINDOWS_DRIVE.match(name):
        raise Refused("unsafe", f"{shown} has an absolute path")
    if ".." in parts:
        raise Refused("unsafe", f"{shown} leads out of the archive")
