# SPDX-License-Identifier: GPL-3.0-or-later
"""The guides that come with the program, the files of `docs/` themselves, as documents to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)

from drafting.translation import tr
from ui.theme import Theme, scaled, ui_font

GUIDE, CHECKS = "user-guide.md", "checks.md"
_SIZES = {1: 22, 2: 18, 3: 15, 4: 14}
_TEXT = 14
_LINE = 140  # per cent
_CELL_EDGES = 3  # per cent of the page that the edges of a cell take


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a guide: its words, its depth from 1, and the number of its block."""

    title: str
    level: int
    block: int


def folder() -> Path:
    """Where the guides lie: beside `resources`, in the source as in an installed program."""
    return Path(str(files("resources"))).parent / "docs"


def text_of(name: str) -> str:
    """A guide as it is written; says so where it was not installed with the program."""
    try:
        return (folder() / name).read_text(encoding="utf-8")
    except OSError:
        return tr("# Not here\n\nThis guide was not installed with the program.")


def show(document: QTextDocument, name: str, theme: Theme) -> None:
    """Set a guide in a document, in the colours and the text size in force."""
    document.clear()
    document.setBaseUrl(QUrl.fromLocalFile(f"{folder().as_posix()}/"))
    document.setDefaultFont(ui_font(_TEXT))
    document.setMarkdown(text_of(name), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    document.setDocumentMargin(scaled(20))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _set_blocks(document, theme)
    for frame in document.rootFrame().childFrames():
        _set_table(frame, theme)
    cursor.endEditBlock()


def sections(document: QTextDocument) -> Iterator[Section]:
    """The headings of a document that is shown."""
    block = document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            yield Section(block.text(), level, block.blockNumber())
        block = block.next()


def _set_blocks(document: QTextDocument, theme: Theme) -> None:
    block = document.begin()
    while block.isValid():
        cursor, level = QTextCursor(block), block.blockFormat().headingLevel()
        shape = QTextBlockFormat()
        pictured = any(look.isImageFormat() for _, _, look in _fragments(block))
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        shape.setLineHeight(100 if pictured else _LINE, kind)
        if pictured:
            shape.setBottomMargin(scaled(12))
        if level:
            shape.setTopMargin(scaled(24 if level == 2 else 14))
            shape.setBottomMargin(scaled(6))
        cursor.mergeBlockFormat(shape)
        for start, length, look in list(_fragments(block)):
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if look.isImageFormat():
                cursor.setCharFormat(_picture(look, cursor.currentTable()))
            else:
                cursor.setCharFormat(_looks(look, level, theme))
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        yield piece.position(), piece.length(), piece.charFormat()
        pieces += 1


def _picture(found: QTextCharFormat, table: QTextTable | None) -> QTextImageFormat:
    """A picture no wider than there is room for; Qt reckons from the page, in the cells of a table too."""
    image = QTextImageFormat(found.toImageFormat())
    share = 100 / table.columns() - _CELL_EDGES if table is not None else 100
    image.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, share))
    return image


def _looks(found: QTextCharFormat, level: int, theme: Theme) -> QTextCharFormat:
    """How a stretch looks in this theme: links in the accent."""
    made = QTextCharFormat(found)
    font = ui_font(_SIZES.get(level, _TEXT))
    font.setWeight(
        QFont.Weight.Bold if level or found.fontWeight() > QFont.Weight.Medium else QFont.Weight.Normal
    )
    font.setItalic(found.fontItalic())
    made.setFont(font)
    made.setForeground(QColor(theme.accent if found.isAnchor() else theme.text))
    return made


def _set_table(frame: QTextFrame, theme: Theme) -> None:
    if not isinstance(frame, QTextTable):
        return
    shape = frame.format()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor(theme.line))
    shape.setBorderCollapse(True)
    shape.setCellPadding(scaled(6))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setTopMargin(scaled(8))
    shape.setBottomMargin(scaled(12))
    frame.setFormat(shape)
    for column in range(frame.columns()):
        cell = frame.cellAt(0, column)
        look = cell.format()
        look.setBackground(QColor(theme.panel))
        cell.setFormat(look)
