"""Markup: links, images and tags are refused; the sign of a stock is none."""

from __future__ import annotations

import json
from typing import Annotated

import pytest

from summariser.articles.article import Article
from summariser.models.claims import Model
from summariser.models.markers import Supported
from summariser.tasks.task import Task
from summariser.verification.verify import verify


class Note(Model):
    headline: Annotated[str, Supported()]


TASK = Task(name="note", version="v1", draft=Note, subject="a bid")
ARTICLE = Article("Carling Plc <CARL.L> rejected a bid by Norbryg <NORB>. Read on at http://carling.example.")


@pytest.mark.parametrize(
    ("headline", "holds"),
    [
        ("Carling Plc <CARL.L> rejected a bid by Norbryg <NORB>", True),
        ("Carling <img src=x> rejected a bid", False),
        ("Carling <b>rejected</b> a bid", False),
        ("Carling rejected a bid, http://carling.example", False),
        ("Carling [rejected](x) a bid", False),
    ],
)
def test_markup_is_refused(headline: str, holds: bool) -> None:
    assert verify(json.dumps({"headline": headline}), ARTICLE, TASK).holds is holds
