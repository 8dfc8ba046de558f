"""Answers on file: one JSON line an article, as the model gave them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "answers"


@dataclass(frozen=True)
class Answer:
    """What a model answered for one article of the gold set; `answer` None where none came whole, and `error` why."""

    article: str
    answer: str | None
    input_tokens: int
    output_tokens: int
    error: str | None = None


def path_of(variant: str, split: str) -> Path:
    """Return the file of one variant's answers for one split."""
    return FOLDER / f"{variant}-{split}.jsonl"


def load(path: Path) -> dict[str, Answer]:
    """Return the answers of a file by article, none where there is no file yet."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {answer.article: answer for answer in (Answer(**json.loads(line)) for line in lines)}


def append(path: Path, answer: Answer) -> None:
    """Add one answer to the file, which is made where there is none."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(answer), ensure_ascii=False) + "\n")
