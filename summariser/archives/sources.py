"""From the names that a user gives, of files, folders, globs or objects in a store, to sources that can be opened."""

from __future__ import annotations

import fnmatch
import glob
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

from summariser.archives.items import printable
from summariser.articles.reading import near_names
from summariser.errors import ArticleError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

__all__ = ["Source", "remote_faults", "sources_of"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read. `fingerprint` changes when its content does: its size and time of change, or its etag."""

    name: str
    fingerprint: str
    path: str | None = None
    """Where to open it, if that is not `name`: file names need not be text."""

    @property
    def key(self) -> str:
        """The key of what is said of all of it, and of the article where it is one."""
        return printable(os.path.basename(self.name.rstrip("/")) or self.name)

    def open(self) -> BinaryIO:
        """Return its bytes, seekable. Raises ArticleError where it can't be opened."""
        path = self.path or self.name
        if _is_remote(path):
            files, inner = _filesystem(path)
            return _asked(path, files.open, inner, "rb")  # type: ignore[no-any-return]
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):
                raise ArticleError(f"{self.name} is no plain file (a device, a pipe or a folder)")
            return open(path, "rb")
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise ArticleError(f"cannot read {self.name}: {reason}") from error


def sources_of(names: Sequence[str]) -> Iterator[Source]:
    """Return the files that `names` stand for, in a fixed order: each name in turn, folders with all that is below.

    A name is a path, a glob (`news/**/*.jsonl`), or an address that fsspec knows, such as `s3://bucket/folder`. Hidden
    files (`.name`) of a folder are left out and links to folders are not followed, but where a name names them. Raises
    ArticleError at once for a name that stands for nothing, as an empty folder does.
    """
    if not names:
        raise ArticleError("no archive is named; give files, folders, globs or addresses such as s3://bucket/folder")
    found = [_remote(name) if _is_remote(name) else _local(name) for name in names]
    return chain.from_iterable(found)


def _is_remote(name: str) -> bool:
    scheme, separator, _ = name.partition("://")
    return bool(separator) and scheme.replace("+", "").replace(":", "").isalnum()


def _local(name: str) -> Iterator[Source]:
    if not name:
        raise ArticleError("an archive's name is empty; name a file or a folder")
    if name == "-":
        raise ArticleError("'-', standard input, can't be read again when a job goes on; name a file")
    if os.path.lexists(name):
        return _filled(name) if os.path.isdir(name) else iter((_file(name),))
    if not glob.has_magic(name):
        raise ArticleError(f"there is no file or folder {name!r}{near_names(name)}")
    drive, path = os.path.splitdrive(name)
    root = os.sep if path.startswith(("/", os.sep)) else ""
    steps = [step for step in re.split(r"[/\\]" if os.sep == "\\" else "/", path) if step not in ("", ".")]
    if steps[-1] == "**":
        steps[-1] = "*"  # of a folder, all below counts anyway
    matches = _outermost(sorted(set(_matches(drive + root, steps))))
    if not matches:
        raise ArticleError(f"no file matches {name!r}")
    return chain.from_iterable(_below(match) if os.path.isdir(match) else iter((_file(match),)) for match in matches)


def _outermost(paths: Sequence[str]) -> list[str]:
    """Return `paths`, which are sorted, without what stands in a folder that is one of them."""
    folders: set[str] = set()
    kept = []
    for path in paths:
        if not any(str(above) in folders for above in PurePath(path).parents):
            kept.append(path)
            if os.path.isdir(path):
                folders.add(str(PurePath(path)))
    return kept


def _matches(base: str, steps: Sequence[str]) -> Iterator[str]:
    """Yield what a glob finds from `base` on. (The library's own follows `**` through links, forty folders deep.)"""
    if not steps:
        yield base
        return
    step, rest = steps[0], steps[1:]
    if step == "**":
        yield from _matches(base, rest)
        for folder in _found(base, "*"):
            if os.path.isdir(folder):
                yield from _matches(folder, steps)
    elif glob.has_magic(step):
        for path in _found(base, step):
            yield from _matches(path, rest)
    elif os.path.lexists(path := os.path.join(base, step)):
        yield from _matches(path, rest)


def _found(folder: str, pattern: str) -> Iterator[str]:
    """Yield what in `folder` matches, without links to folders, and without what is hidden unless it is asked for."""
    if not os.path.isdir(folder or "."):
        return
    for name in fnmatch.filter(_listed(folder or "."), pattern):
        path = os.path.join(folder, name)
        if name.startswith(".") <= pattern.startswith(".") and not (os.path.islink(path) and os.path.isdir(path)):
            yield path


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError as error:
        raise ArticleError(f"cannot list the folder {printable(folder)}: {error.strerror}") from error


def _filled(folder: str) -> Iterator[Source]:
    """Return the files below `folder`. Raises ArticleError where there is none."""
    files = _below(folder)
    first = next(files, None)
    if first is None:
        raise ArticleError(f"there is no file in the folder {folder!r} (hidden ones, '.name', are left out)")
    return chain((first,), files)


def _below(folder: str) -> Iterator[Source]:
    """Yield the files below `folder`, sorted within each folder."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.isdir(path) and (path == folder or not os.path.islink(path)):
            names = sorted(_listed(path), reverse=True)
            waiting += [os.path.join(path, name) for name in names if not name.startswith(".")]
        elif not os.path.isdir(path):
            yield _file(path)


def _file(path: str) -> Source:
    try:
        found = os.stat(path)
    except OSError:
        return Source(printable(path), "gone", path)
    name = path if path.isprintable() else printable(path)
    return Source(name, f"{found.st_size}-{found.st_mtime_ns}", None if name == path else path)


def _remote(name: str) -> Iterator[Source]:
    files, path = _filesystem(name)
    if glob.has_magic(path):
        matches = _asked(name, files.glob, path, detail=True)
        infos = iter([matches[match] for match in sorted(matches) if matches[match]["type"] == "file"])
        first = next(infos, None)
        if first is None:
            raise ArticleError(f"no file matches {name!r}")
        return (_object(files, info) for info in chain((first,), infos))
    info = _asked(name, files.info, path)
    if info["type"] == "file":
        return iter((_object(files, info),))
    return _remote_below(files, name, path)


def _remote_below(files: AbstractFileSystem, name: str, folder: str) -> Iterator[Source]:
    waiting = [{"name": folder, "type": "directory"}]
    while waiting:
        info = waiting.pop()
        if info["type"] != "directory":
            yield _object(files, info)
            continue
        listed = _asked(name, files.ls, info["name"], detail=True)
        inside = [entry for entry in listed if entry["name"].rstrip("/") != info["name"].rstrip("/")]
        visible = [entry for entry in inside if not os.path.basename(entry["name"].rstrip("/")).startswith(".")]
        waiting += sorted(visible, key=lambda entry: str(entry["name"]), reverse=True)


def _object(files: AbstractFileSystem, info: dict[str, Any]) -> Source:
    path = files.unstrip_protocol(info["name"])
    changed = next(
        (info[key] for key in ("ETag", "etag", "mtime", "LastModified", "updated", "created") if info.get(key)), ""
    )
    return Source(printable(path), f"{info.get('size')}-{changed}".replace('"', ""), path)


def _filesystem(name: str) -> tuple[AbstractFileSystem, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415
    except ImportError as error:
        raise ArticleError(f"{name} needs a package: pip install 'summariser[archives]'") from error
    faults: tuple[type[Exception], ...] = (ImportError, *remote_faults())
    try:
        files, path = url_to_fs(name)
    except faults as error:
        raise ArticleError(f"{name} can't be opened: {error}") from error
    return files, path


def _asked(name: str, ask: Any, *arguments: Any, **options: Any) -> Any:
    """Return what a file system answers. Raises ArticleError, with its reason, where it answers with an error."""
    try:
        return ask(*arguments, **options)
    except FileNotFoundError as error:
        raise ArticleError(f"there is nothing at {name}") from error
    except remote_faults() as error:
        raise ArticleError(f"cannot read {name}: {error or type(error).__name__}") from error


def remote_faults() -> tuple[type[Exception], ...]:
    """Return what reading may raise: the system's errors, and those of the libraries that fsspec has loaded."""
    known: list[type[Exception]] = [OSError, ValueError]
    for module, name in (("botocore.exceptions", "BotoCoreError"), ("aiohttp", "ClientError")):
        if module in sys.modules:
            known.append(getattr(sys.modules[module], name))
    return tuple(known)
