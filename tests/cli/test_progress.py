"""The line that shows that a slow model lives."""

import io
import time

from summariser.cli.progress import Ticker
from summariser.engines.engine import Progress


def test_the_line_tells_try_tokens_and_what_is_done():
    ticker = Ticker(io.StringIO())
    assert ticker.line() == "0 s"
    ticker(Progress(2, 3, 1431, "answering"))
    assert ticker.line() == "0 s, try 2 of 3, 1,431 tokens, answering"


def test_one_try_is_not_counted():
    ticker = Ticker(io.StringIO())
    ticker(Progress(1, 1, 0, "reading\x1b[2J"))
    assert ticker.line() == r"0 s, reading\x1b[2J"


def test_the_line_is_rewritten_and_cleared():
    stream = io.StringIO()
    ticker = Ticker(stream, patience=0.01, every=0.01)
    ticker.start()
    time.sleep(0.2)
    ticker.stop()
    assert stream.getvalue().count("\r\x1b[K0 s") > 1
    assert stream.getvalue().endswith("\r\x1b[K")


def test_what_is_quick_shows_nothing():
    stream = io.StringIO()
    ticker = Ticker(stream, patience=30)
    ticker.start()
    ticker.stop()
    assert stream.getvalue() == ""
