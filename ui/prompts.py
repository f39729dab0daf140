# SPDX-License-Identifier: GPL-3.0-or-later
"""Every question to the drafter goes through one `Prompts` object, which tests replace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPagedPaintDevice, QPageLayout
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from drafting.draft import Draft, Named
from drafting.searching.records import Place
from drafting.translation import tr
from ui.export.revealing import reveal
from ui.settings import there

if TYPE_CHECKING:
    from ui.dialogs.own_words import OwnWords

T = TypeVar("T")


class Answer(Enum):
    """What shall become of unsaved changes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Use(Enum):
    """What dropped files are for."""

    SHELF = auto()
    OPEN = auto()
    NOTHING = auto()


class InUse(Enum):
    """What to do with a draft that is open elsewhere."""

    COPY = auto()
    ANYWAY = auto()
    CANCEL = auto()


class Overwrite(Enum):
    """What to do with a file that somebody else has written since it was opened."""

    REPLACE = auto()
    OTHER_NAME = auto()
    CANCEL = auto()


class Prompts:
    """Asks by dialogs over a parent window."""

    def open_files(self, parent: QWidget, title: str, folder: Path, kinds: Sequence[str]) -> tuple[Path, ...]:
        """The files chosen, none when the drafter changed their mind.

        `kinds` are filters ("Word files (*.docx)").
        """
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), ";;".join(kinds))
        return tuple(Path(name) for name in names)

    def save_file(self, parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
        """Where to save, None when the drafter changed their mind.

        The name has the suffix of `suggested`, by which the file is known again ("draft v1.2" gets it too);
        where such a file stands already, the dialog asks once more.
        """
        dialog = QFileDialog(parent, title, str(suggested.parent), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.selectFile(suggested.name)
        while dialog.exec():
            path = Path(dialog.selectedFiles()[0])
            if path.suffix.lower() == suggested.suffix:
                return path
            path = path.with_name(path.name + suggested.suffix)
            if not there(path):
                return path
            dialog.selectFile(path.name)
        return None

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """The folder chosen, None when the drafter changed their mind."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None

    def unsaved(self, parent: QWidget, what: str) -> Answer:
        """Whether changes that are not saved shall be saved before something replaces them."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Penholder")
        box.setText(tr("Save the changes to {what}?").format(what=what))
        box.setInformativeText(
            tr("If you do not save, the decisions and edits since the last time are lost.")
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}
        return answers.get(QMessageBox.StandardButton(box.exec()), Answer.CANCEL)

    def use_of(self, parent: QWidget, what: str, kin: bool) -> Use:
        """What dropped resolutions are for, which may be a series of their own or hold facts.

        `kin`: they look like versions of the open series, so that opening is what is meant most often.
        """
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Penholder")
        box.setText(tr("What is {what} for?").format(what=what))
        told = tr(
            "On the shelf, it answers open facts of this draft, and you confirm each answer. "
            "Opened, it takes the place of this series."
        )
        box.setInformativeText(
            told if not kin else f"{told} {tr('It looks like a version of the open series.')}"
        )
        shelf = box.addButton(tr("Put on the &shelf"), QMessageBox.ButtonRole.YesRole)
        opened = box.addButton(tr("&Open as a series"), QMessageBox.ButtonRole.NoRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(opened if kin else shelf)
        box.exec()
        if box.clickedButton() is shelf:
            return Use.SHELF
        return Use.OPEN if box.clickedButton() is opened else Use.NOTHING

    def in_use(self, parent: QWidget, what: str, who: str) -> InUse:
        """What to do with a draft that is open elsewhere; `who` is a sentence that says where."""
        box = _question(
            parent,
            tr("{what} is open elsewhere.").format(what=what),
            tr(
                "{who} Whoever saves last would replace what the other has saved. "
                "A copy has all of it, and is saved under another name."
            ).format(who=who),
        )
        copy = box.addButton(tr("Open a &copy"), QMessageBox.ButtonRole.AcceptRole)
        anyway = box.addButton(tr("Open &anyway"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(copy)
        box.exec()
        if box.clickedButton() is copy:
            return InUse.COPY
        return InUse.ANYWAY if box.clickedButton() is anyway else InUse.CANCEL

    def overwrite(self, parent: QWidget, what: str, why: str) -> Overwrite:
        """Whether to save over a file that somebody else has or has written; `why` is a sentence."""
        box = _question(
            parent,
            tr("Replace {what}?").format(what=what),
            tr(
                "{why} If you replace it, what stands there now is kept as {what}.bak until the next saving."
            ).format(why=why, what=what),
        )
        other = box.addButton(tr("Save under another &name…"), QMessageBox.ButtonRole.AcceptRole)
        replace = box.addButton(tr("&Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        box.exec()
        if box.clickedButton() is other:
            return Overwrite.OTHER_NAME
        return Overwrite.REPLACE if box.clickedButton() is replace else Overwrite.CANCEL

    def certain(self, parent: QWidget, question: str, more: str, act: str) -> bool:
        """Whether the drafter is certain of what cannot be taken back; `act` is the word on its button."""
        box = _question(parent, question, more)
        yes = box.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is yes

    def printer(
        self, parent: QWidget, title: str, layout: QPageLayout | None = None
    ) -> QPagedPaintDevice | None:
        """Where to print, None when the drafter changed their mind; landscape without a `layout`."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded only by who prints

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if layout is None:
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        else:
            printer.setPageLayout(layout)
        printer.setDocName(title)
        return printer if QPrintDialog(printer, parent).exec() else None

    def problem(self, parent: QWidget | None, text: str, more: str = "", details: str = "") -> None:
        """Say calmly what went wrong; `details` can be unfolded and copied."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Penholder")
        box.setText(text)
        box.setInformativeText(more)
        box.setDetailedText(details)
        box.exec()

    def wording(self, parent: QWidget, where: str, context: tuple[str, str], words: str) -> str | None:
        """The drafter's own words for one place, None when they changed their mind.

        `context` is the text before and after the place, `words` what is proposed.
        """
        from ui.dialogs.wording import WordingDialog

        return self._own_words(WordingDialog(parent, where, context, words))

    def memo(self, parent: QWidget, where: str, words: str) -> str | None:
        """The private note on a paragraph, empty to take it away; None when it stays as it is."""
        from ui.dialogs.memo import MemoDialog

        return self._own_words(MemoDialog(parent, where, words))

    def _own_words(self, dialog: OwnWords) -> str | None:
        """What was typed in a dialog; Escape throws nothing away unasked."""
        question, more = tr("Throw away what you wrote?"), tr("Nothing else changes.")
        dialog.sure = lambda: self.certain(dialog, question, more, tr("&Throw it away"))
        return _answer(dialog, lambda: dialog.words)

    def replacements(self, parent: QWidget, draft: Draft, places: Sequence[Place]) -> tuple[Place, ...]:
        """Which of these places are to be replaced, none when the drafter changed their mind."""
        from ui.editor.preview import ReplacePreview

        dialog = ReplacePreview(parent, draft, places)
        return _answer(dialog, lambda: dialog.model.chosen) or ()

    def place(self, parent: QWidget, draft: Draft, here: str) -> Named | None:
        """What to go to in a draft, None when the drafter changed their mind; `here` is the name at hand."""
        from ui.editor.going import GoToDialog

        dialog = GoToDialog(parent, draft, here)
        return _answer(dialog, lambda: dialog.goal)

    def destination(self, parent: QWidget, draft: Draft, keys: Sequence[str]) -> tuple[str, bool] | None:
        """Beside which paragraph these shall stand, by its key, and whether behind it; None when nowhere."""
        from ui.editor.destination import MoveToDialog

        dialog = MoveToDialog(parent, draft, keys)
        return _answer(dialog, lambda: dialog.destination)

    def show_folder(self, path: Path) -> bool:
        """Show a file in the system's file manager; False when that cannot be done."""
        return reveal(path)

    def open_file(self, path: Path) -> bool:
        """Open a file in the program that the system has for it; False when it has none."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _answer(dialog: QDialog, found: Callable[[], T]) -> T | None:
    """What a dialog was answered, None where it was not; it goes then, and what it held of the draft too."""
    answer = found() if dialog.exec() else None
    dialog.deleteLater()
    return answer


def _question(parent: QWidget, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Penholder")
    box.setText(text)
    box.setInformativeText(more)
    return box
