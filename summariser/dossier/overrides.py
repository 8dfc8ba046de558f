"""What people know better about who is who: a small file in TOML.

    same = [["Vellin", "Kestrian army"]]
    different = [["Free Lowland Movement", "Free Lowland Army"]]

Each list holds names as articles have them: in `same` they are one party, in `different` no two of them are.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summariser.errors import SettingsError

__all__ = ["NO_OVERRIDES", "Overrides", "read_overrides"]


@dataclass(frozen=True, slots=True)
class Overrides:
    """Groups of names that are one party, and groups of which no two names are."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> list[str]:
        """All names that are spoken of, each once."""
        return list(dict.fromkeys(name for group in (*self.same, *self.different) for name in group))


NO_OVERRIDES = Overrides()


def read_overrides(path: Path) -> Overrides:
    """Return what a file says. Raises SettingsError where it cannot be read or says something else."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read the overrides {str(path)!r}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"the overrides {str(path)!r} are no TOML: {error}") from error
    if unknown := set(found) - {"same", "different"}:
        raise SettingsError(
            f"the overrides {str(path)!r} have {sorted(unknown)[0]!r}; they may have same and different"
        )
    return Overrides(_groups(path, found, "same"), _groups(path, found, "different"))


def _groups(path: Path, found: dict[str, Any], name: str) -> tuple[tuple[str, ...], ...]:
    groups = found.get(name, [])
    fits = isinstance(groups, list) and all(
        isinstance(group, list) and len(group) >= 2 and all(isinstance(each, str) and each.strip() for each in group)
        for group in groups
    )
    if not fits:
        raise SettingsError(
            f'the overrides {str(path)!r}: {name} is a list of lists of two names or more, as in {name} = [["A", "B"]]'
        )
    return tuple(tuple(group) for group in groups)
