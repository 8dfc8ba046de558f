"""Coverage-guided fuzzing of the parser and the verifier: bytes in, and whatever they say, no exception comes out.

    pip install -e '.[fuzz]'
    python -m benchmarks.fuzz.answers -runs=10000 -max_len=6000

Starts from the drafts that the tests have, whole and in parts, and changes bytes of them. What leads on is kept in
`summariser-fuzz/` in the folder for temporary files, and the next run goes on from there. An input that raises, or
whose verdict is unsound, is written to `crash-…` in the current folder; what it is an instance of belongs into
`tests/verification/malformed/malformed_answers.py`. Other options are libFuzzer's (`-help=1` lists them).
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["summariser.verification", "summariser.models", "summariser.language"]):
    from summariser.articles.article import Article
    from summariser.tasks.negotiation import NEGOTIATION
    from summariser.verification.salvage import salvage
    from summariser.verification.verify import verify

ROOT = Path(__file__).parents[2]
DRAFTS = ROOT / "tests" / "data" / "drafts"
ARTICLE = Article((ROOT / "examples" / "river-accord.txt").read_text(encoding="utf-8"), date=date(2025, 4, 22))
_LONGEST_FAULT = 1_000
_WORDS = ["```json\n", "<think>", "</think>", '"evidence":[1]', "\\ud83d", "null", "1e999", "[[[[", "\ufeff", "NaN"]


class UnsoundError(Exception):
    """A verdict that says neither what is wrong nor that nothing is."""


def judge(data: bytes) -> None:
    """Verify the bytes as an answer, as servers send it: UTF-8, and what is none of it as lone surrogates."""
    raw = data.decode("utf-8", errors="surrogateescape")
    verdict = verify(raw, ARTICLE, NEGOTIATION)
    if verdict.draft is None and not verdict.faults:
        raise UnsoundError("refused without a fault")
    for fault in verdict.faults:
        if not fault.message.strip() or len(str(fault)) > _LONGEST_FAULT or len(str(fault).splitlines()) != 1:
            raise UnsoundError(f"a fault that nobody can read: {str(fault)[:200]!r}")
    kept = salvage(verdict, ARTICLE, NEGOTIATION)
    if verdict.holds and (kept.draft is None or kept.refused):
        raise UnsoundError("a draft that holds is not kept whole")


def seeds(folder: Path) -> None:
    """Write the answers to start from, and a dictionary of words that answers are spoilt with."""
    for path in DRAFTS.glob("*.json"):
        whole = json.loads(path.read_text(encoding="utf-8"))
        texts = {"whole": whole, **{name: {name: part} for name, part in whole.items()}}
        for name, part in texts.items():
            compact = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
            (folder / f"{path.stem}-{name}").write_text(compact, encoding="utf-8")
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in _WORDS)
    (folder.parent / "words.dict").write_text("".join(f'"{word}"\n' for word in quoted), encoding="utf-8")


def main() -> None:
    """Fuzz until the number of runs that the command line gives is done, or something breaks."""
    corpus = Path(tempfile.gettempdir()) / "summariser-fuzz" / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    seeds(corpus)
    atheris.Setup([*sys.argv, f"-dict={corpus.parent / 'words.dict'}", str(corpus)], judge)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
