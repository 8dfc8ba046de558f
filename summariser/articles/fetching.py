"""Fetching one page: http and https alone, bounded in size, time and redirects."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from summariser.errors import ArticleError

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import OpenerDirector

__all__ = ["Page", "fetch"]

_CHUNK = 65536
_MEANING = {
    401: "the page wants a login",
    402: "the page wants payment",
    403: "the site refuses programs or this address",
    404: "there is no such page; check the address",
    410: "the page is gone",
    429: "the site has had too many requests; wait",
    451: "the page is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, the address they came from in the end, type and charset as it declares them."""

    data: bytes
    url: str
    content_type: str
    charset: str | None


def fetch(url: str, *, most_bytes: int, seconds: float = 30.0) -> Page:
    """Return the page at `url`.

    Its `data` is cut after `most_bytes` + 1 bytes, so that the caller sees that it is too long. `seconds` bounds the
    whole of it. Raises ArticleError, which says what happened, where there is no page to be had.
    """
    import http.client  # noqa: PLC0415 (start-up time)
    from urllib.error import HTTPError, URLError  # noqa: PLC0415
    from urllib.request import Request  # noqa: PLC0415

    deadline = time.monotonic() + seconds
    headers = {
        "User-Agent": "summariser (one article, on a reader's behalf)",
        "Accept": "text/html,text/plain,*/*;q=0.5",
    }
    try:
        request = Request(_ascii(url), headers=headers | {"Accept-Encoding": "gzip, identity"})  # noqa: S310 (scheme checked)
        with _opener().open(request, timeout=seconds) as response:
            data = _body(response, url, most_bytes, deadline)
            kind = response.headers
            return Page(data, response.geturl(), kind.get_content_type(), kind.get_content_charset())
    except HTTPError as error:
        meaning = _MEANING.get(
            error.code, "try again later" if error.code >= 500 else "save the page and pass the file"
        )
        error.close()
        raise ArticleError(f"{url}: the server answers {error.code} {error.reason}; {meaning}") from error
    except TimeoutError as error:
        raise _too_slow(url) from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(url) from error
        raise ArticleError(f"{url}: cannot be reached: {error.reason}") from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        raise ArticleError(f"{url}: cannot be fetched: {error or type(error).__name__}") from error


def _too_slow(url: str) -> ArticleError:
    return ArticleError(f"{url}: the server is too slow to answer; try again, or save the page and pass the file")


def _opener() -> OpenerDirector:
    """Return an opener for http and https alone: urllib's own would follow a redirect to ftp."""
    from urllib import request  # noqa: PLC0415

    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        request.HTTPRedirectHandler,
        request.HTTPErrorProcessor,
        request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _body(response: HTTPResponse, url: str, most_bytes: int, deadline: float) -> bytes:
    """Return the body, unpacked, up to `most_bytes` + 1: a small reply that unpacks to gigabytes ends there as well."""
    unpack = zlib.decompressobj(wbits=31) if response.headers.get("Content-Encoding", "").lower() == "gzip" else None
    parts, size = [], 0
    while size <= most_bytes and (chunk := response.read1(_CHUNK)):
        part = unpack.decompress(chunk, most_bytes + 1 - size) if unpack else chunk
        parts.append(part)
        size += len(part)
        if time.monotonic() > deadline:
            raise _too_slow(url)
    return b"".join(parts)[: most_bytes + 1]


def _ascii(url: str) -> str:
    """Return `url` with host and path as they go over the wire. Raises ValueError where it is none."""
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError("the address names no host")
    host = parts.hostname.encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{parts.port}" if parts.port else host
    path, query = (quote(part, safe="%/:=&?~+!$,;'@()*[]") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, netloc, path, query, ""))
