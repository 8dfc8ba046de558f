"""A task ties a draft model, its prompt and its whole-draft checks together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from summariser.errors import TaskError
from summariser.models.claims import Model
from summariser.models.faults import Fault
from summariser.models.record import Record, record_model
from summariser.models.shapes import Shape, shape_of

__all__ = ["Check", "Derived", "Task"]

Check = Callable[[Any], Iterable[Fault]]
"""What must hold of a draft as a whole, beyond its fields one by one: takes the draft, yields faults."""


@dataclass(frozen=True)
class Derived:
    """A column that a stored claim gets beside its own fields, such as the code that another data set uses for it.

    `table` is a field of the draft, `column` the new column's name; `value` takes the record and one claim of that
    field, and returns a text or None.
    """

    table: str
    column: str
    value: Callable[[Any, Any], str | None]


@dataclass(frozen=True)
class Task:
    """What is asked of an article, and what must hold of the answer.

    `name` and `version` say which schema it is, `draft` is the model that an engine fills, declared with markers.
    `subject` says in a few words what the task is about, for the prompt ("a negotiation"). `prompt` is a folder of
    templates: one of those in `prompts/` ("claims/v1" serves any model) or a path of your own. `on_topic` is the dotted
    path of a boolean field that says whether the article is about the subject at all; where it is false, the record is
    empty. `checks` look at the draft as a whole. `derived` are columns that the store of a batch job adds to claims.
    `strict` refuses what a guard could not decide as well; otherwise the record carries it as a warning.
    `corroborated` puts each claim to a second reading of the article, by the rules, once verification has let it pass;
    what that does not bear out is something that could not be decided.
    """

    name: str
    version: str
    draft: type[Model]
    subject: str
    prompt: str | Path = "claims/v1"
    on_topic: str | None = None
    checks: tuple[Check, ...] = ()
    derived: tuple[Derived, ...] = ()
    strict: bool = False
    corroborated: bool = False

    def __post_init__(self) -> None:
        if not (isinstance(self.draft, type) and issubclass(self.draft, Model)):
            raise TaskError(f"task {self.name!r}: draft must be a subclass of summariser.Model, not {self.draft!r}")
        if self.on_topic is not None and not self._is_boolean(self.on_topic):
            raise TaskError(f"task {self.name!r}: on_topic must be the path of a boolean field, not {self.on_topic!r}")

    def _is_boolean(self, path: str) -> bool:
        here: Shape | None = shape_of(self.draft)
        for step in path.split("."):
            here = here.fields.get(step) if here else None
        return here is not None and here.type is bool

    def is_on_topic(self, draft: Model) -> bool:
        """Return whether the draft says that its article is about the task's subject."""
        value: Any = draft
        for step in self.on_topic.split(".") if self.on_topic else ():
            value = getattr(value, step)
        return value is not False

    @cached_property
    def record(self) -> type[Record]:
        """The model of the task's records."""
        return record_model(self.name, self.draft)

    @cached_property
    def draft_schema(self) -> dict[str, Any]:
        """The JSON Schema of what an engine fills."""
        return self.draft.model_json_schema(mode="validation")

    @cached_property
    def record_schema(self) -> dict[str, Any]:
        """The JSON Schema of what users receive."""
        return self.record.model_json_schema(mode="serialization")
