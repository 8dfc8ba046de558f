"""Settings: all that the environment decides, read here and nowhere else.

    OPENAI_BASE_URL                    where the endpoint is                    https://api.openai.com/v1
    OPENAI_API_KEY                     its key; a local server needs none
    SUMMARISER_KEYRING                 keyring service that holds the key, where OPENAI_API_KEY is not set
    SUMMARISER_MODEL                   the model; without one there is no llm engine
    SUMMARISER_MODE                    json_schema, tools or json               json_schema
    SUMMARISER_HINTS                   rules: the model starts from their reading none
    SUMMARISER_TIMEOUT                 seconds for one answer, as a whole       600
    SUMMARISER_CONNECT_TIMEOUT         seconds to reach the endpoint            10
    SUMMARISER_READ_TIMEOUT            seconds of silence within an answer      as SUMMARISER_TIMEOUT
    SUMMARISER_MAX_COMPLETION_TOKENS   length of an answer, in tokens           8192
    SUMMARISER_TEMPERATURE             0 to 2                                   0
    SUMMARISER_SEED                    a whole number, or none                  0
    SUMMARISER_TRIES                   answers asked for until one holds        3
    SUMMARISER_TRANSPORT_RETRIES       repeats of a request that failed         4
    SUMMARISER_LONGEST_WAIT            seconds to wait before a repeat, at most 60
    SUMMARISER_CACHE                   folder of the answers that batch jobs share
    NO_COLOR                           anything: no colours on a terminal

The key is never printed: it is left out of repr, and no message contains it.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args
from urllib.parse import urlsplit

from summariser.errors import SettingsError

__all__ = [
    "KEYRING_USER",
    "VARIABLES",
    "Hints",
    "Mode",
    "Settings",
    "cache_folder",
    "colours_allowed",
    "terminal_is_dumb",
]

Mode = Literal["json_schema", "tools", "json"]
"""How an answer of the right form is asked for: a JSON Schema, a forced tool call, or the schema in words."""

Hints = Literal["none", "rules"]
"""Which engine's reading of the article the model is shown, to start from."""

KEYRING_USER = "OPENAI_API_KEY"
"""The user name under which a keyring holds the key: `keyring set SERVICE OPENAI_API_KEY`."""


SHORTEST_KEY = 8
"""Characters that a real key has at least."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the llm engine needs to know. Times are in seconds.

    `model` None means that no model is configured. `read_timeout` None means as long as `timeout`; it is the longest
    silence, so without streaming it spans the whole answer. Raises SettingsError, naming the setting, for a bad value.
    """

    base_url: str = "https://api.openai.com/v1"
    api_key: str | None = field(default=None, repr=False)
    model: str | None = None
    mode: Mode = "json_schema"
    hints: Hints = "none"
    timeout: float = 600.0
    connect_timeout: float = 10.0
    read_timeout: float | None = None
    max_completion_tokens: int = 8192
    temperature: float = 0.0
    seed: int | None = 0
    tries: int = 3
    transport_retries: int = 4
    longest_wait: float = 60.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "base_url", _endpoint(self.base_url))
        if self.api_key is not None:
            object.__setattr__(self, "api_key", _key(self.api_key))
        if self.model is not None and not self.model.strip():
            raise SettingsError(f"{_called('model')} is empty; name a model of the endpoint, or leave it unset")
        for name, choices in (("mode", get_args(Mode)), ("hints", get_args(Hints))):
            if (chosen := getattr(self, name)) not in choices:
                raise SettingsError(f"{_called(name)} is {chosen!r}; expected one of {', '.join(choices)}")
        for name in ("timeout", "connect_timeout", "read_timeout"):
            _within(name, getattr(self, name), above=0.0, most=86_400.0)
        _within("longest_wait", self.longest_wait, least=0.0, most=86_400.0)
        _within("temperature", self.temperature, least=0.0, most=2.0)
        _within("max_completion_tokens", self.max_completion_tokens, least=1, most=10_000_000)
        _within("tries", self.tries, least=1, most=20)
        _within("transport_retries", self.transport_retries, least=0, most=20)

    @classmethod
    def from_environment(cls, **overrides: Any) -> Settings:
        """Return the environment's settings, with `overrides` (None: not given) before them.

        Raises SettingsError for a value that is not understood, TypeError for an override that is no setting.
        """
        unknown = overrides.keys() - VARIABLES.keys()
        if unknown:
            raise TypeError(f"no such setting: {', '.join(sorted(unknown))}; there are {', '.join(VARIABLES)}")
        given = {name: os.environ.get(variable, "").strip() or None for name, variable in VARIABLES.items()}
        given |= {name: value for name, value in overrides.items() if value is not None}
        values = {name: _parse(name, value) for name, value in given.items() if value is not None}
        service = os.environ.get("SUMMARISER_KEYRING", "").strip()
        if service and "api_key" not in values:
            values["api_key"] = _key_from_keyring(service)
        return cls(**values)

    @property
    def has_model(self) -> bool:
        """Whether a model is configured, so that there can be an llm engine."""
        return self.model is not None

    def hide_key(self, text: str) -> str:
        """Return `text` with the key replaced, where it holds it. A short one ("none") is a stand-in and no secret."""
        return text.replace(self.api_key, "[key]") if self.api_key and len(self.api_key) >= SHORTEST_KEY else text


VARIABLES: Mapping[str, str] = {
    **{each.name: f"SUMMARISER_{each.name.upper()}" for each in fields(Settings)},
    "base_url": "OPENAI_BASE_URL",
    "api_key": "OPENAI_API_KEY",
}
"""The environment variable of each setting."""


def cache_folder() -> Path:
    """Return the folder for what may be lost: SUMMARISER_CACHE, else `summariser` in the platform's cache folder."""
    if given := os.environ.get("SUMMARISER_CACHE", "").strip():
        return Path(given)
    home = Path.home()
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = home / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return root / "summariser"


def terminal_is_dumb() -> bool:
    """Return whether the terminal says of itself that it knows no control sequences."""
    return os.environ.get("TERM") == "dumb"


def colours_allowed() -> bool:
    """Return whether the environment leaves colours on: NO_COLOR is empty or unset, and the terminal is not dumb."""
    return not os.environ.get("NO_COLOR") and not terminal_is_dumb()


def _called(name: str) -> str:
    return f"{name} ({VARIABLES[name]})"


_TYPES: Mapping[str, str] = {each.name: str(each.type) for each in fields(Settings)}
_NUMBERS: Mapping[str, tuple[Callable[[str], float], str]] = {
    "float": (float, "a number"),
    "int": (int, "a whole number"),
}


def _parse(name: str, text: Any) -> Any:
    if not isinstance(text, str):
        return text
    kind, _, optional = _TYPES[name].partition(" | ")
    if optional and text.casefold() == "none" and kind != "str":
        return None
    if kind not in _NUMBERS:
        return text
    number, expected = _NUMBERS[kind]
    try:
        return number(text)
    except ValueError:
        wanted = f"{expected} or none" if optional else expected
        raise SettingsError(f"{_called(name)} is {text!r}; expected {wanted}") from None


def _within(
    name: str, value: float | None, *, least: float | None = None, above: float | None = None, most: float
) -> None:
    if value is None:
        return
    low = least is not None and not value >= least
    if low or (above is not None and not value > above) or not value <= most:
        bounds = f"at least {least:g}" if least is not None else f"more than {above:g}"
        raise SettingsError(f"{_called(name)} is {value!r}; expected {bounds} and at most {most:g}")


def _endpoint(url: str) -> str:
    """Return the address without a slash at its end. A password in it is refused unprinted: messages show addresses."""
    called = _called("base_url")
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        raise SettingsError(f"{called} is no address; expected one like http://127.0.0.1:8080/v1") from None
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise SettingsError(f"{called} holds a password, a query or a fragment; a key belongs in OPENAI_API_KEY")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError(f"{called} is {url!r}; expected an address like http://127.0.0.1:8080/v1")
    bare = url.strip().rstrip("/")
    if bare.endswith("/chat/completions"):
        raise SettingsError(f"{called} is {url!r}; leave /chat/completions off its end")
    return bare


def _key(key: str) -> str:
    key = key.strip()
    # A header cannot carry it otherwise, and the error of the HTTP library would print it.
    if not key.isascii() or not key.isprintable() or " " in key or not key:
        raise SettingsError(f"{_called('api_key')} is no key: empty, or with blanks or characters other than ASCII")
    return key


def _key_from_keyring(service: str) -> str:
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        raise SettingsError(
            f"SUMMARISER_KEYRING is {service!r}, but keyring is not installed: pip install keyring"
        ) from None
    try:
        key = keyring.get_password(service, KEYRING_USER)
    except keyring.errors.KeyringError as error:
        raise SettingsError(f"SUMMARISER_KEYRING is {service!r}, but the keyring cannot be read: {error}") from error
    if key is None:
        raise SettingsError(
            f"SUMMARISER_KEYRING is {service!r}, which holds no key: run keyring set {service} {KEYRING_USER}"
        )
    return cast("str", key)
