"""What sites say instead of an article: turn on JavaScript, log in, you are a robot."""

from __future__ import annotations

import re

__all__ = ["count_words", "notice_in"]

# What sites say instead of an article. Each may stand in an article too: only short texts are judged by it.
_STOPPED = re.compile(
    r"(?:enable|activate|requires?|turn on) (?:\w+ ){0,3}(?:javascript|cookies)|javascript is (?:disabled|not enabled)"
    r"|(?:are you|you are not|verify (?:that )?you are) (?:not )?a (?:human|robot)|checking your browser"
    r"|access (?:to this page )?(?:has been |is )?denied|(?:page|article|404) (?:was |could )?not (?:be )?found"
    r"|(?:page|article|content) (?:is )?no longer available|unusual traffic from your"
    r"|(?:subscribe|log in|sign in|register)(?: now)? to (?:continue|read|view|unlock)|already a subscriber"
    r"|(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies|not available in your (?:country|region)"
    r"|browser is (?:not supported|out of date)|lorem ipsum dolor",
    re.IGNORECASE,
)
# One of these stands in whatever `_STOPPED` finds; they are found ten times as fast.
_STOPPED_HINTS = (
    "javascript", "cookies", "robot", "human", "browser", "access", "found", "no longer available", "unusual traffic",
    "subscribe", "log in", "sign in", "register", "not available in", "lorem ipsum",
)  # fmt: skip
_STOPPED_WITHIN = 150
# Scripts that are written without spaces; two of their characters count as a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def notice_in(text: str, words: int) -> str | None:
    """Return what tells that `text`, of so many words, is a site's notice and no article; None where nothing does."""
    if words >= _STOPPED_WITHIN:
        return None
    small = text.lower()
    stopped = _STOPPED.search(text) if any(hint in small for hint in _STOPPED_HINTS) else None
    return stopped[0] if stopped else None


def count_words(text: str) -> int:
    """Return the number of words of `text`, in whatever script."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) // 2
