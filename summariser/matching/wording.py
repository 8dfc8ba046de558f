"""What tells a claim from others of its kind: its names, or its wording; read off the markers of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from summariser.language.words import content_stems, tokens
from summariser.matching.likeness import alike_names, alike_wordings, same_bearer
from summariser.models.markers import Named, Supported
from summariser.models.shapes import Shape

__all__ = ["Kind", "cited"]


def cited(claim: Mapping[str, Any]) -> frozenset[int]:
    """Return the numbers of the sentences that a claim cites, in a draft or in a record."""
    return frozenset(one["number"] if isinstance(one, Mapping) else one for one in claim.get("evidence", []))


@dataclass(frozen=True)
class Kind:
    """A kind of claims: the field with its name, and that with its aliases; or the field with its wording."""

    name: str | None
    aliases: str | None
    wording: str | None

    @staticmethod
    def of(shape: Shape) -> Kind:
        """Return what the markers of a claim's fields say."""
        name = next((key for key, below in shape.fields.items() if below.has(Named)), None)
        markers = shape.fields[name].markers if name else ()
        aliases = next((marker.aliases for marker in markers if isinstance(marker, Named)), None)
        texts = (key for key, below in shape.fields.items() if below.type is str and Supported() in below.markers)
        return Kind(name, aliases, next(texts, None))

    @property
    def tells_by(self) -> str:
        """The field whose words tell which claim it is."""
        return self.name or self.wording or ""

    def likeness(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
        """Return how surely two claims of this kind are the same, 0 where they are not."""
        if self.name:
            return alike_names(self._names(one), self._names(other))
        common = bool(cited(one) & cited(other))
        return alike_wordings(self._text(one), self._text(other), cited_alike=common)

    def sameness(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
        """Return how surely two claims are the same where a bearer's like is not enough: it has to be the bearer."""
        if self.name and not same_bearer(self._names(one), self._names(other)):
            return 0.0
        return self.likeness(one, other)

    def tells(self, sentence: str, claim: Mapping[str, Any]) -> bool:
        """Return whether a sentence names the claim's bearer, or has most of the words of its wording."""
        if self.name:
            plain = _spaced(sentence)
            return any(_spaced(name) in plain for name in self._names(claim))
        stems = content_stems(self._text(claim))
        return len(stems & content_stems(sentence)) * 2 > len(stems)

    def _names(self, claim: Mapping[str, Any]) -> list[str]:
        return [claim[self.name or ""], *claim.get(self.aliases or "", ())]

    def _text(self, claim: Mapping[str, Any]) -> str:
        return str(claim.get(self.wording or "") or "")


@cache
def _spaced(text: str) -> str:
    return f" {' '.join(tokens(text))} "
