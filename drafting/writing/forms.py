# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms in which a draft leaves Penholder, and which choices make sense for which.

One table for the window, where the others are disabled with the reason, and for the command line, where they
are refused with it.
"""

from __future__ import annotations

from enum import StrEnum

from drafting.translation import marked, tr


class Form(StrEnum):
    """What is written."""

    CLEAN = "clean"
    TRACKED = "tracked"
    OFFICIAL = "official"
    REDLINE = "redline"
    XML = "xml"
    PAGE = "page"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """What the name of such a file ends in."""
        return {Form.XML: ".xml", Form.PAGE: ".html", Form.TEXT: ".txt"}.get(self, ".docx")

    @property
    def shows_changes(self) -> bool:
        """Whether it says what differs from a version."""
        return self in _MARKED


class Choice(StrEnum):
    """What can be chosen beside the form."""

    BASE = "base"
    OFFICIAL = "official"
    ACCEPT_FIRST = "accept_first"
    AUTHOR = "author"
    DATE = "date"
    MOVES = "moves"
    COMMENTS = "comments"
    NOTES = "notes"
    HIGHLIGHT = "highlight"
    TAGS = "tags"
    PROVENANCE = "provenance"
    LINE_NUMBERS = "line_numbers"


_MARKED = frozenset({Form.TRACKED, Form.OFFICIAL, Form.REDLINE})
_SIGNED = frozenset({Form.TRACKED, Form.OFFICIAL})
_READ = frozenset({Form.CLEAN, Form.PAGE, Form.TEXT})

_FITS = {
    Choice.BASE: frozenset({Form.TRACKED, Form.REDLINE}),
    Choice.OFFICIAL: frozenset({Form.OFFICIAL}),
    Choice.ACCEPT_FIRST: frozenset({Form.OFFICIAL}),
    Choice.AUTHOR: _SIGNED,
    Choice.DATE: _SIGNED,
    Choice.MOVES: _SIGNED,
    Choice.COMMENTS: frozenset({Form.CLEAN, *_SIGNED}),
    Choice.NOTES: frozenset({Form.CLEAN, *_SIGNED}),
    Choice.HIGHLIGHT: frozenset({Form.CLEAN, *_MARKED}),
    Choice.TAGS: _READ,
    Choice.PROVENANCE: _READ,
    Choice.LINE_NUMBERS: frozenset({Form.CLEAN}),
}
_REASONS = {
    Choice.BASE: marked("only where changes are shown"),
    Choice.OFFICIAL: marked("only for changes in the official file"),
    Choice.ACCEPT_FIRST: marked("only for changes in the official file"),
    Choice.AUTHOR: marked("only tracked changes name who made them"),
    Choice.DATE: marked("only tracked changes tell when they were made"),
    Choice.MOVES: marked("only tracked changes know moves"),
    Choice.COMMENTS: marked("only in a clean draft and with tracked changes in Word"),
    Choice.NOTES: marked("only in a clean draft and with tracked changes in Word"),
    Choice.HIGHLIGHT: marked("only in Word files"),
    Choice.TAGS: marked("only in clean text: Word, web page or plain text"),
    Choice.PROVENANCE: marked("only in clean text: Word, web page or plain text"),
    Choice.LINE_NUMBERS: marked("only in the clean draft for Word"),
}


def why_not(form: Form, choice: Choice) -> str:
    """Why a choice makes no sense for a form, to be said behind its name; empty where it does."""
    if form is Form.OFFICIAL and choice is Choice.BASE:
        return tr("the official file itself is what changes are tracked against")
    if form is Form.REDLINE and choice in (Choice.AUTHOR, Choice.DATE, Choice.COMMENTS, Choice.NOTES):
        return tr("a redline names nobody and carries no comments")
    return "" if form in _FITS[choice] else tr(_REASONS[choice])
