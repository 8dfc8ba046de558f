"""A task of one's own, as a user would write it: what is argued in a debate."""

from typing import Annotated

from pydantic import Field

from summariser.models.claims import Claim, Model
from summariser.models.markers import Named, Supported, Words
from summariser.tasks.task import Task


class Argument(Claim):
    """A thing that somebody argues."""

    made_by: Annotated[str, Named(), Words(8)]
    wording: Annotated[str, Supported(), Words(30)]


class Debate(Model):
    """What is argued, and by whom."""

    motion: Annotated[str, Supported(), Words(20)]
    arguments: Annotated[list[Argument], Field(max_length=9)]


DEBATE = Task(name="lake_debate", version="v1", draft=Debate, subject="a debate")
