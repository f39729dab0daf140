# SPDX-License-Identifier: GPL-3.0-or-later
"""How each file was read: what was found, what was joined, guessed or left out, and what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from drafting.errors import FileError
from drafting.resolution import Act, Comment, Kind, ReadWarning, Resolution, Revision
from drafting.translation import marked_plural, tr, trn
from ui.theme import current_theme, scaled, themes, ui_font
from ui.widgets import muted_label, plain_button

_COUNTED = (
    (Kind.PREAMBULAR, marked_plural("{n} preambular paragraph", "{n} preambular paragraphs")),
    (Kind.OPERATIVE, marked_plural("{n} operative paragraph", "{n} operative paragraphs")),
    (Kind.SUBPARAGRAPH, marked_plural("{n} lettered point", "{n} lettered points")),
    (Kind.HEADING, marked_plural("{n} heading", "{n} headings")),
    (Kind.TEXT, marked_plural("{n} other text", "{n} other text")),
)


class ReadReport(QDialog):
    """The remarks of the reader, version by version, newest first; a place leads to its paragraph.

    `to_check` opens it with the remarks that a drafter should check and no others.
    """

    place_chosen = Signal(str)
    """The id of a paragraph of the latest version."""

    def __init__(
        self,
        versions: Sequence[Resolution],
        refused: Sequence[FileError] = (),
        remarks: Sequence[ReadWarning] = (),
        parent: QWidget | None = None,
        *,
        to_check: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How the files were read"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions, self._refused, self._remarks = tuple(versions), tuple(refused), tuple(remarks)
        self.only = QCheckBox(tr("Only what needs a &look"))
        self.only.setChecked(to_check)
        self.only.toggled.connect(self._show)
        self.sum = muted_label()
        self.words = QTextBrowser()
        self.words.setAccessibleName(tr("Remarks of the reader"))
        self.words.setOpenLinks(False)
        self.words.anchorClicked.connect(self._follow)
        self._lay_out()
        themes().changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        close = plain_button(tr("Close"))
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.addWidget(self.sum, 1)
        head.addWidget(self.only)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry().size() * 0.8
        self.resize(min(scaled(720), room.width()), min(scaled(560), room.height()))

    def _show(self) -> None:
        self.words.setFont(ui_font(13))
        self.words.document().setDefaultStyleSheet(_style())
        self.words.document().setDocumentMargin(scaled(14))
        only = self.only.isChecked()
        self.words.setHtml(report_html(self._versions, self._refused, self._remarks, only=only))
        self.sum.setText(summary(self._versions, self._refused, self._remarks))

    def _follow(self, link: QUrl) -> None:
        self.place_chosen.emit(link.fragment(QUrl.ComponentFormattingOption.FullyDecoded))


def summary(
    versions: Sequence[Resolution], refused: Sequence[FileError], remarks: Sequence[ReadWarning] = ()
) -> str:
    """The whole in a sentence: "4 files read, 1 not opened, 2 places to check"."""
    everything = [*remarks, *(warning for version in versions for warning in version.warnings)]
    looks = sum(warning.needs_look for warning in everything)
    parts = [trn("{n} file read", "{n} files read", len(versions))]
    parts += [trn("{n} not opened", "{n} not opened", len(refused))] if refused else []
    check = trn("{n} place to check", "{n} places to check", looks) if looks else tr("nothing to check")
    return ", ".join([*parts, check])


def report_html(
    versions: Sequence[Resolution],
    refused: Sequence[FileError],
    remarks: Sequence[ReadWarning] = (),
    *,
    only: bool = False,
) -> str:
    """The report as rich text; with `only`, the remarks that need a look and no others.

    `remarks` are about the series as a whole.
    """
    parts = [_refusals(refused)] if refused else []
    if shown := [warning for warning in remarks if warning.needs_look or not only]:
        rows = "".join(_remark((warning,), None) for warning in shown)
        parts.append(f"<h3>{escape(tr('The series'))}</h3>{rows}")
    latest = versions[-1] if versions else None
    parts += [_version(version, version is latest, only) for version in reversed(versions)]
    return "\n".join(parts)


def _refusals(refused: Iterable[FileError]) -> str:
    word = f"<span class='error'>✕ {escape(tr('not opened'))}</span>"
    told = tr("{head}: {text}")
    rows = "".join(
        f"<p>{told.format(head=f'{word} <b>{escape(error.path.name)}</b>', text=escape(error.reason))}</p>"
        for error in refused
    )
    return f"<h3>{escape(tr('Not opened'))}</h3>{rows}"


def _version(version: Resolution, latest: bool, only: bool) -> str:
    remarks = sorted(version.warnings, key=lambda warning: not warning.needs_look)
    shown = [warning for warning in remarks if warning.needs_look or not only]
    rows = "".join(_remark(group, version if latest else None) for group in alike(shown))
    nothing = f"<p class='muted'>{escape(tr('Nothing to check.') if only else tr('No remarks.'))}</p>"
    title = escape(version.number)
    changes = "" if only else _changes(version)
    return f"<h3>{title}</h3><p class='muted'>{escape(facts(version))}</p>{rows or nothing}{changes}"


def _changes(version: Resolution) -> str:
    """The tracked changes and comments of a Word file, in order, with who made them."""
    acts = {
        Act.INSERT: tr("inserted “{text}”"),
        Act.DELETE: tr("deleted “{text}”"),
        Act.FORMAT: tr("format of “{text}”"),
    }
    rows: list[tuple[Revision | Comment, str]]
    rows = [(change, acts[change.act].format(text=change.text.strip())) for change in version.revisions]
    rows += [(comment, tr("comment: “{text}”").format(text=comment.text)) for comment in version.comments]
    nobody = tr("no name")
    return "".join(
        f"<p><span class='muted'>✎ {escape(item.author or nobody)}</span> <b>{escape(item.paragraph)}</b> "
        f"{escape(words)} <span class='muted'>{escape(item.at[:10])}</span></p>"
        for item, words in rows
    )


def alike(warnings: Iterable[ReadWarning]) -> list[tuple[ReadWarning, ...]]:
    """Remarks that say the same of several places stand together, at the first of them."""
    groups: dict[object, list[ReadWarning]] = {}
    for warning in warnings:
        key = (_without_place(warning), warning.needs_look) if not warning.text else id(warning)
        groups.setdefault(key, []).append(warning)
    return [tuple(group) for group in groups.values()]


def _without_place(warning: ReadWarning) -> str:
    """The message without the place that stands before it."""
    return warning.message.removesuffix(f" in {warning.place}")


def _remark(group: tuple[ReadWarning, ...], linked: Resolution | None) -> str:
    first = group[0]
    look, note = escape(tr("look")), escape(tr("note"))
    word = (
        f"<span class='look'>▲ {look}</span>" if first.needs_look else f"<span class='muted'>· {note}</span>"
    )
    places = ", ".join(_place(warning.place, linked) for warning in group if warning.place)
    head = f"{word} <b>{places}</b>" if places else word
    quoted = f"<p class='quoted'>{escape(first.text)}</p>" if first.text else ""
    return f"<p>{head} {escape(_without_place(first))}</p>{quoted}"


def _place(place: str, linked: Resolution | None) -> str:
    words = escape(place)
    return f"<a href='#{words}'>{words}</a>" if linked is not None and place in linked else words


def facts(version: Resolution) -> str:
    """What was found in a file: its name and kind, its paragraphs and footnotes."""
    kinds = Counter(paragraph.kind for paragraph in version.paragraphs)
    notes = sum(len(paragraph.footnotes) for paragraph in version.paragraphs)
    parts = [" ".join(filter(None, (version.source, f"({version.format})" if version.format else "")))]
    counted = [(words, kinds[kind]) for kind, words in _COUNTED]
    counted += [
        (marked_plural("{n} footnote", "{n} footnotes"), notes),
        (marked_plural("{n} tracked change", "{n} tracked changes"), len(version.revisions)),
        (marked_plural("{n} comment", "{n} comments"), len(version.comments)),
    ]
    parts += [trn(*words, number) for words, number in counted if number]
    return " · ".join(parts)


def _style() -> str:
    theme = current_theme()
    return (
        f"h3 {{ color: {theme.text}; margin-top: 14px; margin-bottom: 2px; }}"
        f"p {{ color: {theme.text}; margin-top: 4px; margin-bottom: 4px; }}"
        f"a {{ color: {theme.accent}; }} .muted {{ color: {theme.muted}; }}"
        f".look {{ color: {theme.changed}; }} .error {{ color: {theme.deleted}; }}"
        f".quoted {{ color: {theme.muted}; margin-left: 24px; }}"
    )
