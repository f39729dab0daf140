# SPDX-License-Identifier: GPL-3.0-or-later
r"""Regular expressions as a drafter types them: how they match, and what `$1` and `\1` put in.

They are Python's own. This module knows nothing of drafts and loads nothing else, for it works in
a process of its own (`drafting.searching.apart`).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence

Job = tuple[str, int, int]
"""A text, and the part of it that is searched."""

_FLAGS_AT_HEAD = re.compile(r"(?:\(\?[aiLmsux]+\))*")
_PIECE = re.compile(
    r"\$(?P<dollar>\$)|\\(?P<back>\\)|(?P<all>\$&|\$0|\\0|\\g<0>|\$\{0\})"
    r"|[$\\](?P<number>[1-9]\d?)|\$\{(?P<braced>\w+)\}|\\g<(?P<named>\w+)>|\\(?P<other>.?)",
    re.DOTALL,
)


class Fault(Exception):
    """Why an expression or a replacement cannot be read: `what` in the words of this table or of `re`.

    `at` counts code points from 0 in what was typed, -1 when unknown; `told` is what it is about.
    """

    def __init__(self, what: str, at: int = -1, told: str = "") -> None:
        super().__init__(what)
        self.what, self.at, self.told = what, at, told


NO_GROUP, NO_NAME, NO_ESCAPE, TOO_MANY = "no group", "no name", "no escape", "too many"


def compiled(words: str, *, case: bool, whole: bool) -> re.Pattern[str]:
    """The expression; raises Fault where it cannot be read."""
    flags = re.NOFLAG if case else re.IGNORECASE
    _compile(words, flags)  # what is wrong is told at its place in what was typed
    if not whole:
        return _compile(words, flags)
    head = _FLAGS_AT_HEAD.match(words)
    at = head.end() if head else 0
    end = "\n)" if "x" in words[:at] else ")"  # a remark at the end must not take the bracket in
    return _compile(f"{words[:at]}(?<!\\w)(?:{words[at:]}{end}(?!\\w)", flags)


def _compile(words: str, flags: re.RegexFlag) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what may mean something else in a later Python
            return re.compile(words, flags)
    except re.error as error:
        raise Fault(error.msg, -1 if error.pos is None else error.pos) from error
    except (OverflowError, RecursionError) as error:
        raise Fault("too large") from error


def expansion(template: str, pattern: re.Pattern[str]) -> Callable[[re.Match[str]], str]:
    r"""What puts the replacement for a match together; raises Fault where the template cannot be read.

    $1, \1, ${1} and \g<1> are the words of the first bracket, ${name} and \g<name> those of a named one,
    $& and $0 all words found; $$ is a dollar sign, and so is one that no figure or brace follows.
    """
    pieces: list[str | int] = []
    at = 0
    for match in _PIECE.finditer(template):
        pieces += [template[at : match.start()], *_piece(match, pattern)]
        at = match.end()
    pieces.append(template[at:])

    def expand(match: re.Match[str]) -> str:
        return "".join(one if isinstance(one, str) else match[one] or "" for one in pieces)

    return expand


def _piece(match: re.Match[str], pattern: re.Pattern[str]) -> list[str | int]:
    at = match.start()
    if match["dollar"] or match["back"]:
        return [match["dollar"] or match["back"]]
    if match["all"]:
        return [0]
    if number := match["number"]:
        if int(number) <= pattern.groups:
            return [int(number)]
        if len(number) > 1 and int(number[0]) <= pattern.groups:  # "$12" with one bracket: its words, then 2
            return [int(number[0]), number[1:]]
        raise Fault(NO_GROUP, at, match[0])
    if name := match["braced"] or match["named"]:
        if name.isdecimal() and int(name) <= pattern.groups:
            return [int(name)]
        if name not in pattern.groupindex:
            raise Fault(NO_NAME, at, name)
        return [pattern.groupindex[name]]
    raise Fault(NO_ESCAPE, at, match[0])


def search(
    jobs: Sequence[Job], words: str, template: str | None, options: tuple[bool, bool, int]
) -> tuple[list[list[tuple[int, int]]], list[list[str]]]:
    """The places in each text, and what would stand there; `options` are case, whole words, most places.

    Raises Fault where the expression or the template cannot be read, and for more places than that.
    """
    case, whole, most = options
    pattern = compiled(words, case=case, whole=whole)
    expand = None if template is None else expansion(template, pattern)
    spans: list[list[tuple[int, int]]] = []
    news: list[list[str]] = []
    left = most
    for text, low, high in jobs:
        here: list[tuple[int, int]] = []
        said: list[str] = []
        for match in pattern.finditer(text, low, high):
            left -= 1
            if left < 0:
                raise Fault(TOO_MANY)
            here.append(match.span())
            if expand is not None:
                said.append(expand(match))
        spans.append(here)
        news.append(said)
    return spans, news if expand is not None else []
